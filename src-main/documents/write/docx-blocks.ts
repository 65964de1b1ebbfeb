import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeightRule,
  ImageRun,
  type IParagraphOptions,
  type ITableCellBorders,
  LevelFormat,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Block, Callout, Cell, Chart, Column, Details, Figures, HeatMap, Table as ModelTable, Run } from '../../report/model.ts'
import { chartParts, drawChart } from '../charts/index.ts'
import { toPng } from '../charts/png.ts'
import { printable } from '../plain-text.ts'
import { fontFamily, ink, sizes, tones } from '../style.ts'
import { columnShares } from '../walk.ts'
import type { LongTables } from './docx-rows.ts'
import { figureSizes, fittingSize } from './pdf-fit.ts'

/** Twentieths of a point, Word's unit of length. */
export const twips = (points: number) => Math.round(points * 20)
/** Word counts type in half points. */
export const halfPoints = (points: number) => Math.round(points * 2)

export const strongFont = `${fontFamily} SemiBold`

interface Look {
  size?: number
  colour?: string
  strong?: boolean
  emphasis?: boolean
}

/** A run with its line breaks kept. */
export function textRuns(text: string, { size = sizes.body, colour = ink.text, strong = false, emphasis = false }: Look = {}): TextRun[] {
  return printable(text)
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({
          text: line,
          size: halfPoints(size),
          color: colour,
          italics: emphasis,
          ...(strong ? { font: strongFont } : {}),
          ...(index > 0 ? { break: 1 } : {}),
        }),
    )
}

const modelRuns = (runs: Run[]) =>
  runs.flatMap(({ text, strong, emphasis }) => textRuns(text, { strong: strong ?? false, emphasis: emphasis ?? false }))

export const paragraph = (runs: TextRun[], options: IParagraphOptions = {}) =>
  new Paragraph({ spacing: { after: twips(6) }, ...options, children: runs })

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders: ITableCellBorders = { top: none, bottom: none, left: none, right: none }
const line = (colour: string, size: number) => ({ style: BorderStyle.SINGLE, size, color: colour })
const padding = { top: twips(3), bottom: twips(3), left: twips(5), right: twips(5) }
const filled = (colour: string) => ({ type: ShadingType.CLEAR, fill: colour, color: 'auto' })
const alignments = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER }

export const bullets = {
  reference: 'bullets',
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: twips(14), hanging: twips(10) } } },
    },
  ],
}

/** The parts of Word that one block becomes; `width` is the room between the margins, in points. */
export function docxBlock(block: Block, width: number, tables: LongTables): FileChild[] {
  switch (block.kind) {
    case 'paragraph':
      // A line in bold is the heading of what follows it.
      return [paragraph(modelRuns(block.runs), { keepNext: block.runs.every(({ strong }) => strong === true) })]
    case 'list':
      return block.items.map((item) =>
        paragraph(modelRuns(item), { numbering: { reference: bullets.reference, level: 0 }, spacing: { after: twips(3) } }),
      )
    case 'table':
      return docxTable(block, width, tables)
    case 'radar':
    case 'bars':
    case 'line':
    case 'gantt':
    case 'steps':
      return chartParts(block).flatMap((part) => chart(part, width))
    case 'heatmap':
      return heatMap(block, width)
    case 'figures':
      return figures(block, width)
    case 'callout':
      return callout(block, width)
    case 'details':
      return details(block)
  }
}

const space = () => new Paragraph({ spacing: { after: twips(6) }, children: [] })
const subheading = (text: string) =>
  paragraph(textRuns(text, { size: sizes.subheading, colour: ink.accent, strong: true }), {
    keepNext: true,
    spacing: { before: twips(8), after: twips(6) },
  })
const caption = (text: string) =>
  paragraph(textRuns(text, { size: sizes.small, colour: ink.quiet }), { spacing: { before: twips(3), after: twips(12) } })

function chart(block: Chart, room: number): FileChild[] {
  const drawing = drawChart(block, room)
  const image = new ImageRun({
    type: 'png',
    data: toPng(drawing),
    transformation: { width: drawing.width * 1.25, height: drawing.height * 1.25 },
    altText: { title: printable(block.title), description: printable(block.description), name: block.id },
  })
  return [
    subheading(block.title),
    new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [image] }),
    caption(block.description),
  ]
}

function cellOf(cell: Cell, share: number, room: number, align: Column['align'] = 'left', bottom = line(ink.line, 4)): TableCell {
  const tone = cell.tone ? tones[cell.tone] : undefined
  return new TableCell({
    width: { size: twips(share * room), type: WidthType.DXA },
    margins: padding,
    borders: { ...noBorders, bottom },
    verticalAlign: VerticalAlign.TOP,
    ...(tone ? { shading: filled(tone.tint) } : {}),
    children: [
      new Paragraph({
        alignment: alignments[align],
        children: textRuns(cell.text, {
          size: sizes.table,
          colour: tone?.strong ?? ink.text,
          strong: (cell.strong ?? false) || tone !== undefined,
        }),
      }),
    ],
  })
}

function headerRow(columns: { title: string; align?: Column['align'] }[], shares: number[], room: number): TableRow {
  const cells = columns.map(
    ({ title, align = 'left' }, index) =>
      new TableCell({
        width: { size: twips((shares[index] ?? 0) * room), type: WidthType.DXA },
        margins: padding,
        borders: { ...noBorders, bottom: line(ink.accent, 10) },
        verticalAlign: VerticalAlign.BOTTOM,
        children: [
          new Paragraph({
            alignment: alignments[align],
            keepNext: true,
            children: textRuns(title, { size: sizes.table, colour: ink.quiet, strong: true }),
          }),
        ],
      }),
  )
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells })
}

const tableOf = (rows: TableRow[], shares: number[], room: number) =>
  new Table({
    rows,
    layout: TableLayoutType.FIXED,
    columnWidths: shares.map((share) => twips(share * room)),
    width: { size: twips(room), type: WidthType.DXA },
  })

/** A row longer than this may break across pages. */
const longestUnbroken = 1200

function docxTable(table: ModelTable, room: number, tables: LongTables): FileChild[] {
  if (table.rows.length === 0) return [paragraph(textRuns(table.empty, { colour: ink.quiet, emphasis: true }))]
  const shares = columnShares(table)
  const rows = tables.rowsOf(table.rows, (row) => {
    if (row.group) return groupRow(row.title, table.columns.length, room)
    const cantSplit = row.cells.every(({ text }) => text.length < longestUnbroken)
    return new TableRow({
      cantSplit,
      children: table.columns.map(({ align }, index) => cellOf(row.cells[index] ?? { text: '' }, shares[index] ?? 0, room, align)),
    })
  })
  return [tableOf([headerRow(table.columns, shares, room), ...rows], shares, room), space()]
}

function groupRow(title: string, columns: number, room: number): TableRow {
  const cell = new TableCell({
    columnSpan: columns,
    width: { size: twips(room), type: WidthType.DXA },
    margins: padding,
    borders: { ...noBorders, bottom: line(ink.line, 4) },
    shading: filled(ink.band),
    children: [new Paragraph({ keepNext: true, children: textRuns(title, { size: sizes.table, colour: ink.accent, strong: true }) })],
  })
  return new TableRow({ cantSplit: true, children: [cell] })
}

function heatMap(map: HeatMap, room: number): FileChild[] {
  const narrow = 0.66 / map.columns.length
  const shares = [0.34, ...map.columns.map(() => narrow)]
  const white = line(ink.paper, 12)
  const rows = map.rows.map(
    ({ label, cells }) =>
      new TableRow({
        cantSplit: true,
        children: [
          cellOf({ text: label }, shares[0] ?? 0, room, 'left', white),
          ...cells.map((cell) => cellOf(cell, narrow, room, 'center', white)),
        ],
      }),
  )
  const columns = [{ title: '' }, ...map.columns.map((title) => ({ title, align: 'center' as const }))]
  return [subheading(map.title), tableOf([headerRow(columns, shares, room), ...rows], shares, room), caption(map.description)]
}

/** Points beside a figure in its cell. */
const figureMargins = 16

function figures({ items }: Figures, room: number): FileChild[] {
  const share = 1 / items.length
  const size = Math.min(...items.map(({ value }) => fittingSize(value, share * room - figureMargins, figureSizes, true)))
  const cells = items.map(
    ({ value, label, tone }) =>
      new TableCell({
        width: { size: twips(share * room), type: WidthType.DXA },
        margins: { top: twips(9), bottom: twips(9), left: twips(10), right: twips(6) },
        borders: noBorders,
        shading: filled(ink.band),
        children: [
          new Paragraph({
            children: textRuns(value, { size, strong: true, colour: tone && tone !== 'neutral' ? tones[tone].strong : ink.accent }),
          }),
          new Paragraph({ children: textRuns(label, { size: sizes.small, colour: ink.quiet }) }),
        ],
      }),
  )
  return [
    tableOf(
      [new TableRow({ cantSplit: true, children: cells })],
      items.map(() => share),
      room,
    ),
    space(),
  ]
}

function callout({ tone, title, runs }: Callout, room: number): FileChild[] {
  const cell = new TableCell({
    width: { size: twips(room), type: WidthType.DXA },
    margins: { top: twips(7), bottom: twips(7), left: twips(11), right: twips(11) },
    borders: { ...noBorders, left: line(tones[tone].strong, 24) },
    shading: filled(tones[tone].tint),
    children: [
      new Paragraph({ spacing: { after: twips(3) }, children: textRuns(title, { colour: tones[tone].strong, strong: true }) }),
      new Paragraph({ children: modelRuns(runs) }),
    ],
  })
  return [tableOf([new TableRow({ cantSplit: true, height: { value: 0, rule: HeightRule.AUTO }, children: [cell] })], [1], room), space()]
}

function details({ title, tone, state, items }: Details): FileChild[] {
  const tag = state ? textRuns(`   ${state}`, { size: sizes.small, colour: tones[tone ?? 'neutral'].strong, strong: true }) : []
  return [
    paragraph([...textRuns(title, { strong: true }), ...tag], { keepNext: true, spacing: { before: twips(4), after: twips(3) } }),
    ...items.map(({ label, text }) =>
      paragraph([...textRuns(`${label}: `, { colour: ink.quiet }), ...textRuns(text)], {
        indent: { left: twips(12) },
        spacing: { after: twips(3) },
      }),
    ),
  ]
}
