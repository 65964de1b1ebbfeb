import { text } from '../../language/text.ts'
import type { Cell, DocumentFormat, DocumentModel } from '../../report/model.ts'
import { type Place, placeName } from '../map-texts.ts'
import { comparable, printable } from '../plain-text.ts'
import { printedDocument } from '../printed.ts'
import { allTables, recordRows } from '../walk.ts'
import type { FoundContent } from './content.ts'
import { placedTexts } from './placed-texts.ts'

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

/**
 * Opens a finished file with another library than the one that wrote it, and looks for every row of every table, with all its cells, and
 * for every other text. Users of other tools lost observations in exports that nobody noticed were empty.
 * @throws ExportIncompleteError naming what is missing.
 */
export async function verifyDocument(bytes: Uint8Array, format: DocumentFormat, model: DocumentModel): Promise<{ rows: number }> {
  const missing = verifyFound(comparableContent(await readers[format](bytes)), format, model)
  if (missing.length > 0) throw new ExportIncompleteError(missing)
  return { rows: allTables(model).flatMap(recordRows).length }
}

/** What a reader found, in the spelling in which it is compared. */
export interface ComparableContent {
  words: string
  /** Each row of a table as one text; null where the format knows no rows. */
  rows: string[] | null
}

export const comparableContent = ({ text: words, rows }: FoundContent): ComparableContent => ({
  words: comparable(words),
  rows: rows?.map(keyOf) ?? null,
})

/** What a model says and a reader did not find: what the format prints of it, looked for in the same spelling on both sides. */
export function verifyFound(found: ComparableContent, format: DocumentFormat, whole: DocumentModel): string[] {
  const { model } = printedDocument(whole, format)
  const { words } = found
  const texts = placedTexts(model).flatMap(({ text: piece, place }) => {
    const left = whatIsMissing(words, comparable(printable(piece)), format)
    return left === '' ? [] : [missingText(piece, place, left)]
  })
  return [...texts, ...missingRows(found, format, model)]
}

const shown = 60

/** Names what is missing so that a person finds it: where it is, how it begins, and from which character on it was not found. */
function missingText(piece: string, place: Place, left: string): string {
  const [character] = left
  const begins = piece.trim().slice(0, shown)
  if (character === undefined) return text('documents:missingWhole', { place: placeName(place), text: begins })
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return text('documents:missing', { place: placeName(place), text: begins, character, code })
}

/** A text may be divided by the foot of a page, where other words come between; no line is shorter than this but the last. */
const shortestPiece = 40
/** A cell up to this long is never divided. */
const longestWhole = 100

/**
 * What of a text is not there; empty where all of it is. A PDF may hold it in pieces: the longest that is found from its beginning, then the
 * longest of what is left, and so on.
 */
function whatIsMissing(words: string, piece: string, format: DocumentFormat): string {
  if (words.includes(piece)) return ''
  let left = piece
  while (left !== '') {
    const found = foundLength(words, left)
    if (found < left.length && (found < shortestPiece || format !== 'pdf')) return left.slice(found)
    left = left.slice(found)
  }
  return ''
}

/** How much of a text is there, from its beginning. */
function foundLength(words: string, piece: string): number {
  let [found, missing] = [0, piece.length + 1]
  while (missing - found > 1) {
    const length = Math.floor((found + missing) / 2)
    if (words.includes(piece.slice(0, length))) found = length
    else missing = length
  }
  return found
}

/** A number or date is a real one in a spreadsheet, and may be written otherwise there than in the text. */
const textOf = (cell: Cell, format: DocumentFormat) =>
  format === 'xlsx' && cell.number !== undefined ? String(cell.number) : format === 'xlsx' ? (cell.date ?? cell.text) : cell.text

interface WantedCell {
  text: string
  place: Place
}

function missingRows({ words, rows: found }: ComparableContent, format: DocumentFormat, model: DocumentModel): string[] {
  const rows = allTables(model).flatMap((table) =>
    recordRows(table).map(({ id, cells }) => {
      const record = cells[0]?.text.trim() || id
      return cells.map(
        (cell, index): WantedCell => ({
          text: textOf(cell, format),
          place: { section: table.title, record, field: table.columns[index]?.title ?? '' },
        }),
      )
    }),
  )
  return found === null ? missingFromText(words, rows.flat()) : missingFromRows(found, rows)
}

const keyOf = (cells: string[]) =>
  cells
    .map((cell) => comparable(printable(cell)))
    .join('\u241F')
    .replace(/\u241F+$/, '')

/** Each row is looked for whole; two rows alike have to be there twice. */
function missingFromRows(found: string[], wanted: WantedCell[][]): string[] {
  const left = new Map<string, number>()
  for (const key of found) left.set(key, (left.get(key) ?? 0) + 1)
  return wanted.flatMap((cells) => {
    const key = keyOf(cells.map((cell) => cell.text))
    const count = left.get(key) ?? 0
    left.set(key, count - 1)
    const [first] = cells
    return count > 0 || !first ? [] : [placeName({ ...first.place, field: '' })]
  })
}

/** A PDF knows no rows: each cell's text is looked for as often as the model has it. */
function missingFromText(words: string, wanted: WantedCell[]): string[] {
  const needed = Map.groupBy(
    wanted.filter((cell) => cell.text.trim() !== ''),
    (cell) => comparable(printable(cell.text)),
  )
  return [...needed].flatMap(([piece, places]) => {
    if (occurrences(words, piece) >= places.length) return []
    const [last] = places.slice(-1)
    // What is short stands in one row; a long text may be divided, but begins as often as the model has it.
    const isDivided = piece.length > longestWhole && occurrences(words, piece.slice(0, shortestPiece)) >= places.length
    const left = isDivided ? whatIsMissing(words, piece, 'pdf') : piece.slice(foundLength(words, piece))
    return !last || (isDivided && left === '') ? [] : [missingText(last.text, last.place, left)]
  })
}

function occurrences(words: string, piece: string): number {
  let count = 0
  for (let at = words.indexOf(piece); at >= 0 && piece !== ''; at = words.indexOf(piece, at + piece.length)) count++
  return piece === '' ? Number.POSITIVE_INFINITY : count
}
