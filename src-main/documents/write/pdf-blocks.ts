import type { Content, ContentColumns, TableCell } from 'pdfmake/interfaces'
import type { Block, Callout, Chart, Details, Figures, HeatMap, Run } from '../../report/model.ts'
import { chartParts, drawChart } from '../charts/index.ts'
import { toSvg } from '../charts/svg.ts'
import { ink, sizes, tones } from '../style.ts'
import { figureSizes, fittingSize, type Look, linesOf, withinWidth } from './pdf-fit.ts'
import { cellPadding } from './pdf-room.ts'
import { headerCell, pdfTable, tableCell, tableLayout } from './pdf-table.ts'

const hex = (colour: string) => `#${colour}`
const plain: Look = { size: sizes.body }
const strong: Look = { size: sizes.body, strong: true }
const small: Look = { size: sizes.small }
const subheading: Look = { size: sizes.subheading, strong: true }

/** A heat map of up to this many rows stands on one page. */
const mostUnbrokenRows = 14
/** What is kept on one page has no more lines than this, in whatever size: on a page stand more. */
const mostUnbroken = 20

const runs = (parts: Run[], room: number) =>
  parts.map((part) => ({
    text: withinWidth(part.text, room, part.strong ? strong : plain),
    bold: part.strong ?? false,
    italics: part.emphasis ?? false,
  }))

/** One block of a section; `width` is the room between the margins, in points. What is kept whole holds no break of its own. */
export function pdfBlock(block: Block, width: number, isKept: boolean): Content {
  switch (block.kind) {
    case 'paragraph':
      // A line in bold is the heading of what follows it.
      return {
        text: runs(block.runs, width),
        margin: [0, 0, 0, 7],
        ...(!isKept && block.runs.every((run) => run.strong === true) ? { headlineLevel: 3 } : {}),
      }
    case 'list':
      return {
        ul: block.items.map((item) => ({ text: runs(item, width - listIndent), margin: [0, 0, 0, 3] })),
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
      return chartParts(block).map((part) => chart(part, width))
    case 'heatmap':
      return heatMap(block, width)
    case 'figures':
      return figures(block, width)
    case 'callout':
      return callout(block, width)
    case 'details':
      return details(block, width)
  }
}

/** Points that the mark of a list and its margin take. */
const listIndent = 24

function chart(block: Chart, width: number): Content {
  const lines = linesOf(block.title, width, subheading).length + linesOf(block.description, width, small).length
  return {
    stack: [
      { text: withinWidth(block.title, width, subheading), style: 'subheading' },
      { svg: toSvg(drawChart(block, width)), alignment: 'center' },
      { text: withinWidth(block.description, width, small), style: 'caption' },
    ],
    unbreakable: lines <= mostLinesOfChart,
  }
}

/** A picture stands on one page with so many lines of title and caption. */
const mostLinesOfChart = 5

function heatMap(map: HeatMap, width: number): Content {
  const side = cellPadding.side(map.columns.length + 1, width)
  const column = Math.min(72, (width * 0.66) / map.columns.length - 2 * side)
  const label = width - map.columns.length * (column + 2 * side + lineWidth) - 2 * side - lineWidth
  const body: TableCell[][] = [
    [headerCell('', label), ...map.columns.map((title) => headerCell(title, column, 'center'))],
    ...map.rows.map(({ label: name, cells }): TableCell[] => [
      { text: withinWidth(name, label, { size: sizes.table }) },
      ...cells.map((cell) => tableCell(cell, column, 'center')),
    ]),
  ]
  const layout = {
    ...tableLayout(1, side),
    vLineWidth: () => lineWidth,
    hLineWidth: (line: number) => (line === 1 ? 1.1 : lineWidth),
    vLineColor: () => hex(ink.paper),
    hLineColor: (line: number) => hex(line === 1 ? ink.accent : ink.paper),
  }
  const lines = map.rows.reduce((sum, row) => sum + linesOf(row.label, label, { size: sizes.table }).length, 0)
  const isShort = map.rows.length <= mostUnbrokenRows && lines <= 2 * mostUnbroken
  const isLow = map.rows.every((row) => linesOf(row.label, label, { size: sizes.table }).length <= mostUnbroken)
  return {
    unbreakable: isShort,
    stack: [
      { text: withinWidth(map.title, width, subheading), style: 'subheading' },
      {
        table: {
          headerRows: 1,
          keepWithHeaderRows: 1,
          dontBreakRows: isLow,
          widths: [label, ...map.columns.map(() => column)],
          body,
        },
        layout,
        fontSize: sizes.table,
      },
      { text: withinWidth(map.description, width, small), style: 'caption' },
    ],
  }
}

const lineWidth = 1.5

function figures({ items }: Figures, width: number): Content {
  const padding = { left: 11, right: 5 }
  const room = width / items.length - padding.left - padding.right
  const size = Math.min(...items.map(({ value }) => fittingSize(value, room, figureSizes, true)))
  const cells: TableCell[] = items.map(({ value, label, tone }) => ({
    stack: [
      {
        text: withinWidth(value, room, { size, strong: true }),
        fontSize: size,
        bold: true,
        color: hex(tone && tone !== 'neutral' ? tones[tone].strong : ink.accent),
      },
      { text: withinWidth(label, room, small), fontSize: sizes.small, color: hex(ink.quiet), margin: [0, 1, 0, 0] },
    ],
  }))
  const layout = {
    ...tableLayout(0, 0),
    hLineWidth: () => 0,
    paddingTop: () => 9,
    paddingBottom: () => 9,
    paddingLeft: () => padding.left,
    paddingRight: () => padding.right,
    fillColor: () => hex(ink.band),
  }
  return { table: { widths: items.map(() => room), body: [cells] }, layout, margin: [0, 2, 0, 14] }
}

function callout({ tone, title, runs: parts }: Callout, width: number): Content {
  const padding = 11
  const room = width - 2 * padding - 3
  const layout = {
    hLineWidth: () => 0,
    vLineWidth: (line: number) => (line === 0 ? 3 : 0),
    vLineColor: () => hex(tones[tone].strong),
    fillColor: () => hex(tones[tone].tint),
    paddingLeft: () => padding,
    paddingRight: () => padding,
    paddingTop: () => 8,
    paddingBottom: () => 8,
  }
  const content: TableCell = {
    stack: [
      { text: withinWidth(title, room, strong), bold: true, color: hex(tones[tone].strong), margin: [0, 0, 0, 3] },
      { text: runs(parts, room) },
    ],
  }
  const lines = linesOf(title, room, strong).length + linesOf(parts.map(({ text }) => text).join(''), room, strong).length
  return { table: { widths: [room], body: [[content]], dontBreakRows: lines <= mostUnbroken }, layout, margin: [0, 4, 0, 12] }
}

/** Points of the labels of details. */
const labelWidth = 110

function details({ title, tone, state, items }: Details, width: number): Content {
  const tag = state
    ? [
        {
          text: `   ${withinWidth(state, width, { ...small, strong: true })}`,
          color: hex(tones[tone ?? 'neutral'].strong),
          bold: true,
          fontSize: sizes.small,
        },
      ]
    : []
  const heading: Content = { text: [{ text: withinWidth(title, width, strong), bold: true }, ...tag], margin: [0, 4, 0, 3] }
  const titleLines = linesOf(`${title}   ${state ?? ''}`, width, strong).length
  const [first, ...rest] = items
  // A title never stands alone at the foot of a page. What is kept whole holds nothing that is kept whole: pdfmake knows one level.
  const start: Content = {
    stack: [heading, ...(first ? [detail(first, width)] : [])],
    unbreakable: first !== undefined && titleLines + detailLines(first, width) <= mostUnbroken,
  }
  const others = rest.map((item) => ({ ...detail(item, width), unbreakable: detailLines(item, width) <= mostUnbroken }))
  return { stack: [start, ...others], margin: [0, 0, 0, 9] }
}

type Item = Details['items'][number]

const detailLines = ({ label, text }: Item, width: number) =>
  Math.max(linesOf(text, width - labelWidth, plain).length, linesOf(label, labelWidth, small).length)

const detail = ({ label, text }: Item, width: number): ContentColumns => ({
  columns: [
    { text: withinWidth(label, labelWidth, small), width: labelWidth, color: hex(ink.quiet), fontSize: sizes.small },
    { text: withinWidth(text, width - labelWidth, plain), width: width - labelWidth },
  ],
  margin: [0, 0, 0, 2],
})
