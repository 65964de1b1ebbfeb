import writeXlsxFile, { type Sheet, type Cell as SheetCell } from 'write-excel-file/node'
import type { Block, Cell, DocumentModel, Run, Table } from '../../report/model.ts'
import { workbookText } from '../../spreadsheet/workbook-text.ts'
import { printable } from '../plain-text.ts'
import { printedDocument } from '../printed.ts'
import { fontFamily, ink, tones } from '../style.ts'
import { allSections, allTables, controlRows } from '../walk.ts'
import { inRows, printing, sheetWidths, withHeights } from './xlsx-layout.ts'

type SheetRow = SheetCell[]

const hex = (colour: string) => `#${colour}`
/** Text is always text: a cell that begins with an equals sign is no formula. */
const textCell = (text: string, style: object = {}): SheetCell => ({
  value: workbookText(printable(text)),
  type: String,
  wrap: true,
  alignVertical: 'top',
  ...style,
})

/** Writes a document as workbook: the cover with the control table, a summary of everything that is no table, then one sheet for each table. */
export async function writeXlsx(whole: DocumentModel): Promise<Uint8Array> {
  const { model } = printedDocument(whole, 'xlsx')
  const taken = new Set<string>()
  const tables = allTables(model)
  const sheets: Sheet<Buffer>[] = [
    { ...sheet(sheetName(model.labels.cover, taken), coverRows(model), [24, 70]), showGridLines: false },
    sheet(sheetName(model.labels.summary, taken), summaryRows(model), [...summaryWidths, ...Array.from({ length: 10 }, () => 14)]),
    ...tables.map((table): Sheet<Buffer> => {
      const widths = sheetWidths(table)
      return { ...sheet(sheetName(table.title, taken), tableRows(table), widths), stickyRowsCount: 1, stickyColumnsCount: 1 }
    }),
  ]
  const names = sheets.map(({ sheet: name }) => name ?? '')
  const features = [printing(names, [...names.keys()].slice(names.length - tables.length))]
  return new Uint8Array(await writeXlsxFile(sheets, { fontFamily, fontSize: 10, features }).toBuffer())
}

/** Characters that the first columns of the summary are wide. */
const summaryWidths = [44, 70] as const

const sheet = (name: string, rows: SheetRow[], widths: number[]): Sheet<Buffer> => ({
  sheet: name,
  columns: widths.map((width) => ({ width })),
  orientation: 'landscape',
  data: withHeights(rows, widths),
})

/** Excel's rules for names of sheets: unique, at most 31 characters, none of the forbidden ones. */
function sheetName(title: string, taken: Set<string>): string {
  const plain =
    printable(title)
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() || 'Sheet'
  const candidates = Array.from({ length: 100 }, (_, index) => (index === 0 ? plain.slice(0, 31) : `${plain.slice(0, 27)} ${index + 1}`))
  const name = candidates.find((candidate) => !taken.has(candidate.toLowerCase())) ?? plain.slice(0, 31)
  taken.add(name.toLowerCase())
  return name
}

function coverRows(model: DocumentModel): SheetRow[] {
  const { title, subtitle, client, labels } = model
  const detail = (label: string, value: string): SheetRow => [textCell(label, { textColor: hex(ink.quiet) }), textCell(value)]
  return [
    [textCell(title, { fontSize: 20, fontWeight: 'bold', textColor: hex(ink.accent), columnSpan: 2 })],
    [textCell(client, { fontSize: 13, fontWeight: 'bold', columnSpan: 2 })],
    [textCell(subtitle, { textColor: hex(ink.quiet), columnSpan: 2 })],
    [],
    [textCell(labels.documentControl, { fontWeight: 'bold', textColor: hex(ink.accent) })],
    ...controlRows(model).map(([label, value]) => detail(label, value)),
  ]
}

function summaryRows(model: DocumentModel): SheetRow[] {
  return allSections(model.sections).flatMap(({ title, blocks }): SheetRow[] => [
    [textCell(title, { fontWeight: 'bold', fontSize: 13, textColor: hex(ink.accent), columnSpan: 2 })],
    ...blocks.flatMap(blockRows),
    [],
  ])
}

const number = (value: number | null): SheetCell =>
  value === null ? null : { value, type: Number, align: 'left', format: Number.isInteger(value) ? '0' : '0.0' }

/** A reading keeps its digits. */
const exact = (value: number): SheetCell => ({ value, type: Number, align: 'left' })

const textOf = (runs: Run[]) => runs.map(({ text }) => text).join('')

/** A text over both columns of the summary, in as many rows as it takes: a row shows only so many lines. */
const wideRows = (text: string): SheetRow[] =>
  inRows(printable(text), summaryWidths[0] + summaryWidths[1]).map((part) => [textCell(part, { columnSpan: 2 })])

/** A label and its text beside it, in as many rows as the text takes. */
const labelledRows = (label: string, text: string, style: object = {}): SheetRow[] =>
  inRows(printable(text), summaryWidths[1]).map((part, index) => [textCell(index === 0 ? label : '', style), textCell(part)])

function blockRows(block: Block): SheetRow[] {
  switch (block.kind) {
    case 'table':
      return [[textCell(block.rows.length === 0 ? block.empty : block.title, { textColor: hex(ink.quiet) })]]
    case 'paragraph':
      return wideRows(textOf(block.runs))
    case 'list':
      return block.items.flatMap((item) => wideRows(`• ${textOf(item)}`))
    case 'figures':
      return block.items.map(({ value, label }) => [textCell(label), textCell(value, { fontWeight: 'bold' })])
    case 'callout':
      return labelledRows(block.title, textOf(block.runs), { fontWeight: 'bold', ...tinted(block.tone) })
    case 'details':
      return [
        [textCell(block.title, { fontWeight: 'bold' }), textCell(block.state ?? '')],
        ...block.items.flatMap(({ label, text }) => labelledRows(label, text)),
      ]
    case 'radar':
      return chartRows(
        block.title,
        block.series.map(({ name }) => name),
        block.axes.map((axis, index) => ({ label: axis, cells: block.series.map(({ values }) => number(values[index] ?? null)) })),
      )
    case 'bars':
      return chartRows(
        block.title,
        block.series.map(({ name }) => name),
        block.bars.map(({ label, values }) => ({ label, cells: values.map(number) })),
      )
    case 'line':
      return chartRows(
        block.title,
        [block.name, ...block.levels.map(({ name }) => name)],
        block.points.map(({ label, value }) => ({ label, cells: [value, ...block.levels.map((level) => level.value)].map(exact) })),
      )
    case 'gantt':
      return chartRows(
        block.title,
        [block.legend.planned, '', block.legend.baseline, ''],
        block.rows.map(({ label, from, to, baseline, state, tone }) => ({
          label,
          cells: [
            ...[from, to, baseline?.from, baseline?.to].map((date) => (date === undefined ? null : bodyCell({ text: date, date }))),
            bodyCell({ text: state, tone }),
          ],
        })),
      )
    case 'steps':
      return block.series.flatMap(({ name, points }) =>
        chartRows(
          `${block.title}: ${name}`,
          [],
          points.map(({ day, value }) => ({ label: day, cells: [number(value)] })),
        ),
      )
    case 'heatmap':
      return chartRows(
        block.title,
        block.columns,
        block.rows.map(({ label, cells }) => ({ label, cells: cells.map(bodyCell) })),
      )
  }
}

function chartRows(title: string, columns: string[], rows: { label: string; cells: SheetCell[] }[]): SheetRow[] {
  return [
    [
      textCell(title, { fontWeight: 'bold' }),
      ...columns.map((column) => textCell(column, { fontWeight: 'bold', textColor: hex(ink.quiet) })),
    ],
    ...rows.map(({ label, cells }) => [textCell(label), ...cells]),
  ]
}

const tinted = (tone: Cell['tone']) => (tone ? { backgroundColor: hex(tones[tone].tint), textColor: hex(tones[tone].strong) } : {})

function tableRows(table: Table): SheetRow[] {
  const header = table.columns.map(({ title }) =>
    textCell(title, { fontWeight: 'bold', backgroundColor: hex(ink.accent), textColor: hex(ink.paper) }),
  )
  if (table.rows.length === 0) return [header, [textCell(table.empty)]]
  return [
    header,
    ...table.rows.map((row) =>
      row.group
        ? [
            textCell(row.title, {
              fontWeight: 'bold',
              backgroundColor: hex(ink.band),
              textColor: hex(ink.accent),
              columnSpan: table.columns.length,
            }),
          ]
        : row.cells.map(bodyCell),
    ),
  ]
}

/** Numbers and dates stay what they are, so that the client can sort and add them up. */
function bodyCell(cell: Cell): SheetCell {
  const bold = cell.strong ? ({ fontWeight: 'bold' } as const) : {}
  const style = { alignVertical: 'top', ...bold, ...tinted(cell.tone) } as const
  if (cell.number !== undefined) return { value: cell.number, type: Number, align: 'right', indent: 1, ...style }
  if (cell.date !== undefined)
    return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', align: 'left', ...style }
  return textCell(cell.text, style)
}
