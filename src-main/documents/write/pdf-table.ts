import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces'
import type { Cell, GroupRow, Row, Table } from '../../report/model.ts'
import { ink, page, sizes, tones } from '../style.ts'
import { type Look, linesOf, withinWidth } from './pdf-fit.ts'
import { cellPadding, lineHeight, widthsOf } from './pdf-room.ts'

const hex = (colour: string) => `#${colour}`
const strong: Look = { size: sizes.table, strong: true }
type Alignment = 'left' | 'right' | 'center'

/** Quiet lines between rows, a stronger one under the header; `side` is the room beside the text of a cell. */
export const tableLayout = (headerRows: number, side: number) => ({
  hLineWidth: (line: number) => (line === headerRows ? 1.1 : line === 0 ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: (line: number) => hex(line === headerRows ? ink.accent : ink.line),
  paddingLeft: () => side,
  paddingRight: () => side,
  paddingTop: () => cellPadding.above,
  paddingBottom: () => cellPadding.above,
})

export const headerCell = (text: string, width: number, alignment: Alignment = 'left'): TableCell => ({
  text: withinWidth(text, width, strong),
  style: 'tableHeader',
  alignment,
})

const isStrong = ({ tone, strong: bold }: Cell) => (bold ?? false) || tone !== undefined
const lookOf = (cell: Cell): Look => ({ size: sizes.table, strong: isStrong(cell) })

export function tableCell(cell: Cell, width: number, alignment: Alignment): TableCell {
  const tint = cell.tone ? { fillColor: hex(tones[cell.tone].tint), color: hex(tones[cell.tone].strong) } : {}
  return { text: withinWidth(cell.text, width, lookOf(cell)), alignment, bold: isStrong(cell), ...tint }
}

export function pdfTable(table: Table, width: number): Content {
  if (table.rows.length === 0)
    return { text: withinWidth(table.empty, width, { size: sizes.body }), italics: true, color: hex(ink.quiet), margin: [0, 0, 0, 8] }
  const widths = widthsOf(table, width)
  const rows = bodyRows(table, widths, cellPadding.side(table.columns.length, width))
  const goesOn = new Set(rows.flatMap(({ goesOn: isPart }, index) => (isPart ? [index + 1] : [])))
  const layout = tableLayout(1, cellPadding.side(table.columns.length, width))
  const content: ContentTable = {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths,
      body: [
        table.columns.map(({ title, align }, index) => headerCell(title, widths[index] ?? 0, align)),
        ...rows.map(({ cells }) => cells),
      ],
    },
    layout: { ...layout, hLineWidth: (line: number) => (goesOn.has(line) ? 0 : layout.hLineWidth(line)) },
    fontSize: sizes.table,
    margin: [0, 2, 0, 12],
  }
  return content
}

interface BodyRow {
  cells: TableCell[]
  /** The row goes on with the texts of the one before it. */
  goesOn: boolean
}

/** A name of a group with more lines than this is divided like a row, and stands by itself. */
const mostLinesOfName = 3

/** The name of a group and its first row are one row of the layout: a name never stands alone at the foot of a page. */
function bodyRows(table: Table, widths: number[], side: number): BodyRow[] {
  const { columns, rows } = table
  const whole = widths.reduce((sum, width) => sum + width, 0) + (columns.length - 1) * 2 * side
  const most = mostLinesOf(table, widths)
  const wholeRow = (cell: TableCell): TableCell[] => [cell, ...columns.slice(1).map(() => '')]
  const nameRow = (name: string) => wholeRow({ text: name, colSpan: columns.length, style: 'groupRow' })
  const namesOf = ({ title }: GroupRow) => linesOf(title, whole, strong)
  const layoutRow = (cells: Cell[]) =>
    columns.map(({ align }, index) => tableCell(cells[index] ?? { text: '' }, widths[index] ?? 0, align ?? 'left'))
  const named = (name: string, first: Cell[]): TableCell[] => {
    const pair: ContentTable = {
      table: { widths, body: [nameRow(name), layoutRow(first)] },
      layout: { ...tableLayout(0, side), hLineWidth: (line: number) => (line === 1 ? 0.5 : 0), hLineColor: () => hex(ink.line) },
      margin: [-side, -cellPadding.above, -side, -cellPadding.above],
    }
    return wholeRow({ ...pair, colSpan: columns.length })
  }
  return rows.flatMap((row, index): BodyRow[] => {
    const before = rows[index - 1]
    const after = rows[index + 1]
    if (row.group) {
      const lines = namesOf(row)
      const standsAlone = !after || after.group || lines.length > mostLinesOfName
      return standsAlone ? chunks(lines, most).map((name, part) => ({ cells: nameRow(name), goesOn: part > 0 })) : []
    }
    const name = before?.group ? namesOf(before) : []
    const isNamed = name.length > 0 && name.length <= mostLinesOfName
    return partsOf(row, widths, most).map((cells, part) => ({
      cells: part === 0 && isNamed ? named(name.join('\n'), cells) : layoutRow(cells),
      goesOn: part > 0,
    }))
  })
}

const chunks = (lines: string[], most: number): string[] =>
  Array.from({ length: Math.ceil(lines.length / most) }, (_, part) => lines.slice(part * most, (part + 1) * most).join('\n'))

/** As many lines of a row as look well; a row does not break across pages, so it has to stand on one, together with head and name. */
const mostLinesOfRow = 26

function mostLinesOf({ columns }: Table, widths: number[]): number {
  const head = Math.max(...columns.map(({ title }, index) => linesOf(title, widths[index] ?? 0, strong).length))
  const room = page.width - page.top - page.bottom - 3 * 2 * cellPadding.above - 2 * lineHeight(sizes.table)
  return Math.min(mostLinesOfRow, Math.floor(room / lineHeight(sizes.table)) - head - mostLinesOfName)
}

/** A row with more lines than one may have becomes several: the layout drops what stands on no page. */
function partsOf({ cells }: Row, widths: number[], most: number): Cell[][] {
  const texts = cells.map((cell, index) => {
    // No character takes more than a line.
    if (cell.text.length <= most) return [cell.text]
    const lines = linesOf(cell.text, widths[index] ?? 0, lookOf(cell))
    return lines.length <= most ? [cell.text] : chunks(lines, most)
  })
  return Array.from({ length: Math.max(1, ...texts.map(({ length }) => length)) }, (_, part) =>
    cells.map((cell, index) => ({ ...cell, text: texts[index]?.[part] ?? '' })),
  )
}
