import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces'
import { drawChart } from '../charts/index.ts'
import { toSvg } from '../charts/svg.ts'
import type { Block, Callout, Cell, Details, Figures, HeatMap, Run, Table } from '../model.ts'
import { ink, sizes, tones } from '../style.ts'
import { columnShares } from '../walk.ts'
import { pdfText } from './pdf-text.ts'

const hex = (colour: string) => `#${colour}`

/** Rows longer than this may break across pages: one that does not fit on a page could stand nowhere. */
const longestUnbroken = 1200
/** A heat map of up to this many rows stands on one page. */
const mostUnbrokenRows = 14

const runs = (parts: Run[]) =>
  parts.map(({ text, strong, emphasis }) => ({ text: pdfText(text), bold: strong ?? false, italics: emphasis ?? false }))

/** One block of a section; `width` is the room between the margins, in points. */
export function pdfBlock(block: Block, width: number): Content {
  switch (block.kind) {
    case 'paragraph':
      return { ...textOf(block.runs), margin: [0, 0, 0, 7] }
    case 'list':
      return {
        ul: block.items.map((item) => ({ ...textOf(item), margin: [0, 0, 0, 3] })),
        margin: [4, 0, 0, 8],
        markerColor: hex(ink.accent),
      }
    case 'table':
      return pdfTable(block, width)
    case 'radar':
    case 'bars':
      return {
        stack: [
          { text: pdfText(block.title), style: 'subheading' },
          { svg: toSvg(drawChart(block)), alignment: 'center' },
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

/** Longer than this, a text may go over the foot of a page. */
const longestUnbrokenText = 600

/** A short text stays on one page. */
function textOf(block: Run[]) {
  const length = block.reduce((sum, { text }) => sum + text.length, 0)
  return length > longestUnbrokenText ? { text: runs(block) } : { stack: [{ text: runs(block) }], unbreakable: true }
}

/** Quiet lines between rows, a stronger one under the header. */
const tableLayout = (headerRows: number) => ({
  hLineWidth: (line: number) => (line === headerRows ? 1.1 : line === 0 ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: (line: number) => hex(line === headerRows ? ink.accent : ink.line),
  paddingLeft: () => 5,
  paddingRight: () => 5,
  paddingTop: () => 3.5,
  paddingBottom: () => 3.5,
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
  const room = width - table.columns.length * 10
  const body: TableCell[][] = [
    table.columns.map(({ title, align }) => headerCell(title, align)),
    ...table.rows.map((row): TableCell[] =>
      row.group
        ? [{ text: pdfText(row.title), colSpan: table.columns.length, style: 'groupRow' }, ...table.columns.slice(1).map(() => '')]
        : table.columns.map(({ align }, index) => tableCell(row.cells[index] ?? { text: '' }, align ?? 'left')),
    ),
  ]
  const longest = Math.max(...table.rows.flatMap((row) => (row.group ? [0] : row.cells.map(({ text }) => text.length))))
  const content: ContentTable = {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: longest < longestUnbroken,
      widths: columnShares(table).map((share) => share * room),
      body,
    },
    layout: tableLayout(1),
    fontSize: sizes.table,
    margin: [0, 2, 0, 12],
  }
  return content
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
  return { table: { widths: ['*'], body: [[content]], dontBreakRows: true }, layout, margin: [0, 4, 0, 12] }
}

function details({ title, tone, state, items }: Details): Content {
  const tag = state
    ? [{ text: `   ${pdfText(state)}`, color: hex(tones[tone ?? 'neutral'].strong), bold: true, fontSize: sizes.small }]
    : []
  return {
    stack: [
      { text: [{ text: pdfText(title), bold: true }, ...tag], margin: [0, 4, 0, 3] },
      ...items.map(({ label, text }) => ({
        columns: [
          { text: pdfText(label), width: 110, color: hex(ink.quiet), fontSize: sizes.small },
          { text: pdfText(text), width: '*' },
        ],
        margin: [0, 0, 0, 2] as [number, number, number, number],
      })),
    ],
    margin: [0, 0, 0, 9],
  }
}
