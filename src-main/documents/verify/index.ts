import type { Block, Cell, DocumentFormat, DocumentModel } from '../../report/model.ts'
import { printable } from '../plain-text.ts'
import { allBlocks, allSections, allTables, recordRows } from '../walk.ts'
import { pdfText } from '../write/pdf-text.ts'
import type { FoundContent } from './content.ts'

/** A finished file does not hold all that its model says. */
export class ExportIncompleteError extends Error {
  /** What is missing, in words for a person. */
  readonly missing: string[]

  constructor(missing: string[]) {
    super(`missing in the written file: ${missing.slice(0, 5).join('; ')}`)
    this.name = 'ExportIncompleteError'
    this.missing = missing
  }
}

const readers: Record<DocumentFormat, (bytes: Uint8Array) => Promise<FoundContent>> = {
  docx: async (bytes) => (await import('./read-docx.ts')).readDocx(bytes),
  pdf: async (bytes) => (await import('./read-pdf.ts')).readPdf(bytes),
  html: async (bytes) => (await import('./read-html.ts')).readHtml(bytes),
  xlsx: async (bytes) => (await import('./read-xlsx.ts')).readXlsx(bytes),
}

/** White space is the business of the layout. */
const folded = (text: string) => text.replace(/\s+/g, '')

/**
 * Opens a finished file with another library than the one that wrote it, and looks for every row of every table, with all its cells, and
 * for every other text. Users of other tools lost observations in exports that nobody noticed were empty.
 * @throws ExportIncompleteError naming what is missing.
 */
export async function verifyDocument(bytes: Uint8Array, format: DocumentFormat, model: DocumentModel): Promise<{ rows: number }> {
  const missing = verifyFound(await readers[format](bytes), format, model)
  if (missing.length > 0) throw new ExportIncompleteError(missing)
  return { rows: allTables(model).flatMap(recordRows).length }
}

/** What a model says and a reader did not find. */
export function verifyFound(found: FoundContent, format: DocumentFormat, model: DocumentModel): string[] {
  return [...missingTexts(found, format, model), ...missingRows(found, format, model)]
}

function missingTexts(found: FoundContent, format: DocumentFormat, model: DocumentModel): string[] {
  const text = folded(found.text)
  const wanted = [
    model.title,
    model.client,
    ...Object.values(model.control),
    ...allSections(model.sections).map(({ title }) => title),
    ...allBlocks(model).flatMap(textsOf),
  ]
  return wanted.filter((piece) => !holds(text, piece, format))
}

/** A text may be divided by the foot of a page, where other words come between; no line is shorter than this but the last. */
const shortestPiece = 40
/** A cell up to this long is never divided. */
const longestWhole = 200

function holds(text: string, piece: string, format: DocumentFormat): boolean {
  const printed = format === 'pdf' ? pdfText(piece) : printable(piece)
  return text.includes(folded(printed)) || (format === 'pdf' && holdsInPieces(text, printed))
}

/** Whether all of it is there in pieces: the longest that is found from its beginning, then the longest of what is left, and so on. */
function holdsInPieces(text: string, printed: string): boolean {
  let left = folded(printed)
  while (left !== '') {
    let [found, missing] = [0, left.length + 1]
    while (missing - found > 1) {
      const length = Math.floor((found + missing) / 2)
      if (text.includes(left.slice(0, length))) found = length
      else missing = length
    }
    if (found < left.length && found < shortestPiece) return false
    left = left.slice(found)
  }
  return true
}

/** The texts of a block that every format prints; pictures carry theirs as numbers or as an alternative text. */
function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.runs.map(({ text }) => text).join('')]
    case 'list':
      return block.items.map((item) => item.map(({ text }) => text).join(''))
    case 'table':
      return block.rows.length === 0
        ? [block.empty]
        : [...block.columns.map(({ title }) => title), ...block.rows.flatMap((row) => (row.group ? [row.title] : []))]
    case 'figures':
      return block.items.flatMap(({ value, label }) => [value, label])
    case 'callout':
      return [block.title, block.runs.map(({ text }) => text).join('')]
    case 'details':
      return [block.title, ...block.items.flatMap(({ label, text }) => [label, text])]
    case 'heatmap':
      return [block.title, ...block.rows.flatMap(({ label, cells }) => [label, ...cells.map(({ text }) => text)])]
    case 'radar':
    case 'bars':
    case 'line':
    case 'gantt':
    case 'steps':
      return [block.title]
  }
}

/** A number or date is a real one in a spreadsheet, and may be written otherwise there than in the text. */
const textOf = (cell: Cell, format: DocumentFormat) =>
  format !== 'xlsx' ? cell.text : cell.number !== undefined ? String(cell.number) : (cell.date ?? cell.text.slice(0, 32_767))

function missingRows(found: FoundContent, format: DocumentFormat, model: DocumentModel): string[] {
  const rows = allTables(model).flatMap((table) =>
    recordRows(table).map((row) => ({ name: `${table.title}: ${row.id}`, cells: row.cells.map((cell) => textOf(cell, format)) })),
  )
  return found.rows === null ? missingFromText(folded(found.text), rows, format) : missingFromRows(found.rows, rows)
}

const keyOf = (cells: string[]) =>
  cells
    .map((cell) => folded(printable(cell)))
    .join('\u241F')
    .replace(/\u241F+$/, '')

/** Each row is looked for whole; two rows alike have to be there twice. */
function missingFromRows(found: string[][], wanted: { name: string; cells: string[] }[]): string[] {
  const left = new Map<string, number>()
  for (const row of found) left.set(keyOf(row), (left.get(keyOf(row)) ?? 0) + 1)
  return wanted.flatMap(({ name, cells }) => {
    const count = left.get(keyOf(cells)) ?? 0
    left.set(keyOf(cells), count - 1)
    return count > 0 ? [] : [name]
  })
}

/** A PDF knows no rows: each cell's text is looked for as often as the model has it. */
function missingFromText(text: string, wanted: { name: string; cells: string[] }[], format: DocumentFormat): string[] {
  const needed = Map.groupBy(
    wanted.flatMap(({ name, cells }) => cells.filter((cell) => cell.trim() !== '').map((cell) => ({ name, cell }))),
    ({ cell }) => cell,
  )
  return [...needed].flatMap(([cell, places]) => {
    if (occurrences(text, folded(pdfText(cell))) >= places.length) return []
    // What is short stands in one row; a long text may be divided.
    return cell.length > longestWhole && holds(text, cell, format) ? [] : [places.at(-1)?.name ?? '']
  })
}

function occurrences(text: string, piece: string): number {
  let count = 0
  for (let at = text.indexOf(piece); at >= 0 && piece !== ''; at = text.indexOf(piece, at + piece.length)) count++
  return piece === '' ? Number.POSITIVE_INFINITY : count
}
