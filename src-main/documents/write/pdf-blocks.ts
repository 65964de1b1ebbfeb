import type { Content, ContentColumns, ContentTable, TableCell } from 'pdfmake/interfaces'
import type { Block, Callout, Cell, Details, Figures, GroupRow, HeatMap, Row, Run, Table } from '../../report/model.ts'
import { drawChart } from '../charts/index.ts'
import { toSvg } from '../charts/svg.ts'
import { ink, sizes, tones } from '../style.ts'
import { columnShares } from '../walk.ts'
import { pdfText } from './pdf-text.ts'

const hex = (colour: string) => `#${colour}`

/** A heat map of up to this many rows stands on one page. */
const mostUnbrokenRows = 14

const runs = (parts: Run[]) =>
  parts.map(({ text, strong, emphasis }) => ({ text: pdfText(text), bold: strong ?? false, italics: emphasis ?? false }))

/** One block of a section; `width` is the room between the margins, in points. What is kept whole holds no break of its own. */
export function pdfBlock(block: Block, width: number, isKept: boolean): Content {
  switch (block.kind) {
    case 'paragraph':
      // A line in bold is the heading of what follows it.
      return {
        text: runs(block.runs),
        margin: [0, 0, 0, 7],
        ...(!isKept && block.runs.every(({ strong }) => strong === true) ? { headlineLevel: 3 } : {}),
      }
    case 'list':
      return {
        ul: block.items.map((item) => ({ text: runs(item), margin: [0, 0, 0, 3] })),
        margin: [4, 0, 0, 8],
        markerColor: hex(ink.accent),
      }
    case 'table':
      return pdfTable(block, width)
    case 'radar':
    case 'bars':
    case 'line':
    case 'gantt':
    case 'steps':
      return {
        stack: [
          { text: pdfText(block.title), style: 'subheading' },
          { svg: toSvg(drawChart(block, width)), alignment: 'center' },
          { text: pdfText(block.description), style: 'caption' },
        ],
        unbreakable: true,
      }
    case 'heatmap':
      return heatMap(block, width)
    case 'figures':
      return figures(block)
    case 'callout':
      return callout(block)
    case 'details':
      return details(block)
  }
}

const cellPadding = { side: 5, above: 3.5 }

/** Quiet lines between rows, a stronger one under the header. */
const tableLayout = (headerRows: number) => ({
  hLineWidth: (line: number) => (line === headerRows ? 1.1 : line === 0 ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: (line: number) => hex(line === headerRows ? ink.accent : ink.line),
  paddingLeft: () => cellPadding.side,
  paddingRight: () => cellPadding.side,
  paddingTop: () => cellPadding.above,
  paddingBottom: () => cellPadding.above,
})

const headerCell = (text: string, alignment: 'left' | 'right' | 'center' = 'left'): TableCell => ({
  text: pdfText(text),
  style: 'tableHeader',
  alignment,
})

function tableCell(cell: Cell, alignment: 'left' | 'right' | 'center'): TableCell {
  const tint = cell.tone ? { fillColor: hex(tones[cell.tone].tint), color: hex(tones[cell.tone].strong), bold: true } : {}
  return { text: pdfText(cell.text), alignment, bold: cell.strong ?? false, ...tint }
}

function pdfTable(table: Table, width: number): Content {
  if (table.rows.length === 0) return { text: pdfText(table.empty), italics: true, color: hex(ink.quiet), margin: [0, 0, 0, 8] }
  const room = width - table.columns.length * 2 * cellPadding.side
  const widths = columnShares(table).map((share) => share * room)
  const rows = bodyRows(table, widths)
  const goesOn = new Set(rows.flatMap(({ goesOn: isPart }, index) => (isPart ? [index + 1] : [])))
  const layout = tableLayout(1)
  const content: ContentTable = {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths,
      body: [table.columns.map(({ title, align }) => headerCell(title, align)), ...rows.map(({ cells }) => cells)],
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

/** The name of a group and its first row are one row of the layout: a name never stands alone at the foot of a page. */
function bodyRows({ columns, rows }: Table, widths: number[]): BodyRow[] {
  const wholeRow = (cell: TableCell): TableCell[] => [cell, ...columns.slice(1).map(() => '')]
  const nameRow = ({ title }: GroupRow) => wholeRow({ text: pdfText(title), colSpan: columns.length, style: 'groupRow' })
  const layoutRow = (cells: Cell[]) => columns.map(({ align }, index) => tableCell(cells[index] ?? { text: '' }, align ?? 'left'))
  const named = (group: GroupRow, first: Cell[]): TableCell[] => {
    const pair: ContentTable = {
      table: { widths, body: [nameRow(group), layoutRow(first)] },
      layout: { ...tableLayout(0), hLineWidth: (line: number) => (line === 1 ? 0.5 : 0), hLineColor: () => hex(ink.line) },
      margin: [-cellPadding.side, -cellPadding.above, -cellPadding.side, -cellPadding.above],
    }
    return wholeRow({ ...pair, colSpan: columns.length })
  }
  return rows.flatMap((row, index): BodyRow[] => {
    const before = rows[index - 1]
    const after = rows[index + 1]
    if (row.group) return !after || after.group ? [{ cells: nameRow(row), goesOn: false }] : []
    return partsOf(row, widths).map((cells, part) => ({
      cells: part === 0 && before?.group ? named(before, cells) : layoutRow(cells),
      goesOn: part > 0,
    }))
  })
}

/** A row does not break across pages, so one that is higher than this many lines becomes several: it could stand on no page. */
const mostLines = 26
/** Points that a character of a table takes, rather too many than too few. */
const characterWidth = sizes.table * 0.48

function partsOf({ cells }: Row, widths: number[]): Cell[][] {
  const texts = cells.map(({ text }, index) => inParts(text, Math.max(4, Math.floor((widths[index] ?? 0) / characterWidth))))
  return Array.from({ length: Math.max(1, ...texts.map(({ length }) => length)) }, (_, part) =>
    cells.map((cell, index) => ({ ...cell, text: texts[index]?.[part] ?? '' })),
  )
}

/** Splits a text between words where it has filled the lines that one row may have. */
function inParts(text: string, charactersOfLine: number): string[] {
  const most = mostLines * charactersOfLine
  const parts = ['']
  let lines = 0
  let column = 0
  for (const word of text.match(new RegExp(`\\n|[^\\S\\n]+|\\S{1,${most}}`, 'gu')) ?? []) {
    const rows = word === '\n' ? 1 : Math.floor((column + word.length) / (charactersOfLine + 1))
    if (lines + rows >= mostLines && word.trim() !== '') {
      parts.push('')
      lines = 0
      column = 0
    }
    lines += word === '\n' || word.length > charactersOfLine ? Math.max(1, Math.floor(word.length / charactersOfLine)) : rows
    column = word === '\n' ? 0 : rows > 0 ? word.length % charactersOfLine : column + word.length
    parts[parts.length - 1] += word
  }
  return parts
}

function heatMap(map: HeatMap, width: number): Content {
  const columnWidth = Math.min(72, (width * 0.66) / map.columns.length)
  const body: TableCell[][] = [
    [headerCell(''), ...map.columns.map((column) => headerCell(column, 'center'))],
    ...map.rows.map(({ label, cells }): TableCell[] => [{ text: pdfText(label) }, ...cells.map((cell) => tableCell(cell, 'center'))]),
  ]
  const layout = {
    ...tableLayout(1),
    vLineWidth: () => 1.5,
    hLineWidth: (line: number) => (line === 1 ? 1.1 : 1.5),
    vLineColor: () => hex(ink.paper),
    hLineColor: (line: number) => hex(line === 1 ? ink.accent : ink.paper),
  }
  return {
    unbreakable: map.rows.length <= mostUnbrokenRows,
    stack: [
      { text: pdfText(map.title), style: 'subheading' },
      {
        table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths: ['*', ...map.columns.map(() => columnWidth)], body },
        layout,
        fontSize: sizes.table,
      },
      { text: pdfText(map.description), style: 'caption' },
    ],
  }
}

function figures({ items }: Figures): Content {
  const cells: TableCell[] = items.map(({ value, label, tone }) => ({
    stack: [
      { text: pdfText(value), fontSize: 22, bold: true, color: hex(tone && tone !== 'neutral' ? tones[tone].strong : ink.accent) },
      { text: pdfText(label), fontSize: sizes.small, color: hex(ink.quiet), margin: [0, 1, 0, 0] },
    ],
  }))
  const layout = {
    ...tableLayout(0),
    hLineWidth: () => 0,
    paddingTop: () => 9,
    paddingBottom: () => 9,
    paddingLeft: () => 11,
    fillColor: () => hex(ink.band),
  }
  return { table: { widths: items.map(() => '*'), body: [cells] }, layout, margin: [0, 2, 0, 14] }
}

function callout({ tone, title, runs: parts }: Callout): Content {
  const layout = {
    hLineWidth: () => 0,
    vLineWidth: (line: number) => (line === 0 ? 3 : 0),
    vLineColor: () => hex(tones[tone].strong),
    fillColor: () => hex(tones[tone].tint),
    paddingLeft: () => 11,
    paddingRight: () => 11,
    paddingTop: () => 8,
    paddingBottom: () => 8,
  }
  const content: TableCell = {
    stack: [{ text: pdfText(title), bold: true, color: hex(tones[tone].strong), margin: [0, 0, 0, 3] }, { text: runs(parts) }],
  }
  const dontBreakRows = lengthOf(parts) < longestKept
  return { table: { widths: ['*'], body: [[content]], dontBreakRows }, layout, margin: [0, 4, 0, 12] }
}

/** A text that is longer, or has more lines, may need more than a page, and has to be broken. */
const longestKept = 1500
/** A line break takes the room of a whole line. */
const lengthOfLine = 95

const lengthOf = (parts: readonly Run[]) =>
  parts.reduce((sum, { text }) => sum + text.length + (text.split('\n').length - 1) * lengthOfLine, 0)

function details({ title, tone, state, items }: Details): Content {
  const tag = state
    ? [{ text: `   ${pdfText(state)}`, color: hex(tones[tone ?? 'neutral'].strong), bold: true, fontSize: sizes.small }]
    : []
  const heading: Content = { text: [{ text: pdfText(title), bold: true }, ...tag], margin: [0, 4, 0, 3] }
  const [first, ...rest] = items
  // A title never stands alone at the foot of a page. What is kept whole holds nothing that is kept whole: pdfmake knows one level.
  const start: Content = {
    stack: [heading, ...(first ? [detail(first)] : [])],
    unbreakable: first !== undefined && lengthOf([first]) < longestKept,
  }
  return { stack: [start, ...rest.map((item) => ({ ...detail(item), unbreakable: lengthOf([item]) < longestKept }))], margin: [0, 0, 0, 9] }
}

const detail = ({ label, text }: Details['items'][number]): ContentColumns => ({
  columns: [
    { text: pdfText(label), width: 110, color: hex(ink.quiet), fontSize: sizes.small },
    { text: pdfText(text), width: '*' },
  ],
  margin: [0, 0, 0, 2],
})
