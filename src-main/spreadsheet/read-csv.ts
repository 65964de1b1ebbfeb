import Papa from 'papaparse'
import { FieldbookError } from '../contract/errors.ts'
import { text } from '../language/text.ts'
import { decode } from './decode.ts'
import { mostRows, type SheetTable, shapeTable, titleRows } from './sheet-table.ts'

/**
 * Reads a text table: encoding and delimiter (comma, semicolon, tab) are recognised, line breaks inside quotes kept.
 * @throws FieldbookError import-empty, import-no-rows or import-unreadable, with the path in its sentence.
 */
export function readCsv(bytes: Uint8Array, path: string): SheetTable {
  if (bytes.length === 0) throw new FieldbookError('import-empty', { path })
  const { encoding, text: decoded } = decode(bytes)
  // Excel's own line before the header, which names the delimiter for Excel alone.
  const content = decoded.replace(/^sep=[,;\t]\r?\n/i, '')
  if (content.includes('\0')) throw new FieldbookError('import-unreadable', { path, reason: text('import:binary') })
  if (content.trim() === '') throw new FieldbookError('import-empty', { path })
  const delimiter = delimiterOf(content)
  const { data, errors } = Papa.parse<string[]>(content, { delimiter, preview: mostRows + titleRows + 2 })
  if (data.filter((row) => filledCells(row) > 0).length > mostRows + 1)
    throw new FieldbookError('import-unreadable', { path, reason: text('import:tooManyRows', { limit: mostRows }) })
  const top = headerRow(data)
  const { warnings, ...table } = shapeTable(data.slice(top), path, top + 1)
  const above = data.slice(0, top).filter((row) => filledCells(row) > 0).length
  const notes = above === 0 ? [] : [text('import:above', { count: above })]
  const quotes = errors
    .filter(({ type }) => type === 'Quotes')
    .slice(0, 1)
    .map(({ row = 0 }) => text('import:quotes', { row: row + 1 }))
  return { encoding, delimiter, sheets: [], sheet: null, ...table, warnings: [...notes, ...warnings, ...quotes] }
}

const filledCells = (row: string[]) => row.filter((cell) => cell.trim() !== '').length

/**
 * The first row that has something. Where a spreadsheet with a title was saved as text, the title's rows have one cell filled, and the
 * header under them has several.
 */
function headerRow(rows: string[][]): number {
  const first = rows.slice(0, titleRows).map(filledCells)
  const filled = rows.findIndex((row) => filledCells(row) > 0)
  const several = first.findIndex((count) => count > 1)
  const hasTitle = several > filled && (first[several] ?? 0) > 2 && first.slice(several + 1).some((count) => count > 1)
  return Math.max(0, hasTitle ? several : filled)
}

/**
 * The delimiter with which the most rows have as many cells as the header; of equals, the one that leaves the fewest quotes open or in the
 * way and takes the fewest rows for a title, then the one that makes more columns.
 */
function delimiterOf(content: string): string {
  const candidates = [',', ';', '\t'].map((delimiter) => {
    const { data, errors } = Papa.parse<string[]>(content, { delimiter, preview: 200, skipEmptyLines: true })
    const title = headerRow(data)
    const [header = [], ...rows] = data.slice(title)
    const columns = header.length
    const even = columns > 1 ? rows.filter((row) => row.length === columns).length / Math.max(1, rows.length) : 0
    return { delimiter, columns, even, title, faults: errors.filter(({ type }) => type === 'Quotes').length }
  })
  const [best] = candidates.toSorted((a, b) => b.even - a.even || a.faults - b.faults || a.title - b.title || b.columns - a.columns)
  return best?.delimiter ?? ','
}
