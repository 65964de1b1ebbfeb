import { FieldbookError } from '../contract/errors.ts'
import type { ListReading, ListSource } from '../contract/list-reading.ts'
import { text } from '../language/text.ts'
import { chooseSheets, type HeadedSheet } from './choose-sheets.ts'
import type { FitOf } from './find-header.ts'
import { type ListTable, tableOf } from './list-table.ts'
import { readBook } from './read-book.ts'
import { type Book, filledRows, mostRows, type Sheet } from './sheet.ts'
import { refusal, UnreadableList } from './unreadable.ts'

/** A list as it was read, and where it came from; which of its rows are records is not said yet. */
export interface ReadList extends ListTable {
  source: Omit<ListSource, 'picture' | 'noted'>
  /** Its first sheet, and the rows of its header there. */
  first: HeadedSheet
}

const nothingFits: FitOf = () => ({ name: null, mapped: 0 })

/**
 * Reads a list from a text table, a workbook, a web page or JSON, told apart by how the file begins. Sheet, header, encoding and delimiter
 * are found in it, unless a person has chosen them; `fitOf` says how well a header names what is wanted.
 * @throws FieldbookError import-empty or import-unreadable, with the path in its sentence; invalid-input for a sheet or row that is not there
 */
export async function readList(bytes: Uint8Array, path: string, reading: ListReading = {}, fitOf: FitOf = nothingFits): Promise<ReadList> {
  if (bytes.length === 0) throw new FieldbookError('import-empty', { path })
  const book = await readBookOf(bytes, path, reading)
  if (book.sheets.every(({ rows }) => filledRows(rows) === 0)) throw new FieldbookError('import-empty', { path })
  const { read, alike } = chooseSheets(book.sheets, remembered(fitOf), reading) ?? refuseSheet(book, reading)
  const [first] = read
  if (!first) throw new FieldbookError('import-empty', { path })
  refuseRow(read, reading)
  const table = tableOf(read)
  if (table.body.length > mostRows) throw refusal(path, new UnreadableList('tooManyRows', { limit: mostRows }))
  const source = sourceOf(book, read, alike)
  const problem = table.body.length > 0 ? null : problemOf(source)
  return {
    ...table,
    source: { ...source, problem },
    first,
    warnings: [...book.warnings, ...table.warnings, ...warningsOf(table, source, alike, reading)],
  }
}

/** Why there is nothing to bring in, and which other sheets there are. */
function problemOf({ headerRows, sheets }: Omit<ReadList['source'], 'problem'>): string {
  const problem = text(headerRows.length > 0 ? 'import:noRows' : 'import:emptySheet')
  return sheets.length < 2 ? problem : `${problem} ${text('import:sheetsAre', { names: sheets.map(({ name }) => name).join(', ') })}`
}

/** The same header is looked at more than once: by its row, and as a part of its sheet. */
function remembered(fitOf: FitOf): FitOf {
  const known = new Map<string, ReturnType<FitOf>>()
  return (header, records) => {
    const key = header.join('\u241F')
    const fit = known.get(key) ?? fitOf(header, records)
    known.set(key, fit)
    return fit
  }
}

async function readBookOf(bytes: Uint8Array, path: string, reading: ListReading): Promise<Book> {
  try {
    return await readBook(bytes, reading)
  } catch (error) {
    throw error instanceof UnreadableList ? refusal(path, error) : error
  }
}

function refuseSheet({ sheets }: Book, { sheets: wanted = [] }: ListReading): never {
  const name = wanted.find((one) => !sheets.some((sheet) => sheet.name === one)) ?? ''
  throw new FieldbookError('invalid-input', {
    reason: text('import:noSheet', { name, names: sheets.map((sheet) => sheet.name).join(', ') }),
  })
}

function refuseRow([first]: HeadedSheet[], { headerRow }: ListReading): void {
  const count = first?.sheet.rows.length ?? 0
  if (typeof headerRow === 'number' && headerRow > count)
    throw new FieldbookError('invalid-input', { reason: text('import:noSuchRow', { row: headerRow, count }) })
}

function sourceOf({ encoding, isText, delimiter, sheets }: Book, read: HeadedSheet[], alike: Sheet[]): Omit<ReadList['source'], 'problem'> {
  const [first] = read
  const isNamed = sheets.some(({ name }) => name !== '')
  return {
    encoding,
    isText,
    delimiter,
    sheets: isNamed
      ? sheets.map((sheet) => ({
          name: sheet.name,
          isHidden: sheet.isHidden,
          isRead: read.some((one) => one.sheet.name === sheet.name),
          isAlike: alike.includes(sheet),
          rows: filledRows(sheet.rows),
        }))
      : [],
    sheet: isNamed ? (first?.sheet.name ?? null) : null,
    headerRows: (first?.header.rows ?? []).map((row) => row + 1),
    isTurned: first?.isTurned ?? false,
    hiddenRows: read.reduce(
      (sum, { sheet }) => sum + [...sheet.hiddenRows].filter((row) => sheet.rows[row]?.some((cell) => cell !== '')).length,
      0,
    ),
  }
}

/** What a person should know of how the list was read. */
function warningsOf(table: ListTable, source: Omit<ReadList['source'], 'problem'>, alike: Sheet[], reading: ListReading): string[] {
  const longer = table.body.filter(({ isLong }) => isLong).length
  const shorter = source.isText && source.delimiter !== '' ? table.body.filter(({ isShort }) => isShort).length : 0
  const isHidden = source.sheets.some(({ isRead, isHidden: hidden }) => isRead && hidden)
  return [
    ...(source.isTurned ? [text('import:turned')] : []),
    ...(source.headerRows.length === 0 && table.body.length > 0 ? [text('import:noHeader')] : []),
    ...(table.above.length > 0 ? [text('import:above', { count: table.above.length })] : []),
    ...(isHidden ? [text('import:hiddenSheet')] : []),
    ...(alike.length > 0 ? [text('import:alike', { count: alike.length, names: alike.map(({ name }) => name).join(', ') })] : []),
    ...(source.hiddenRows > 0 && reading.hiddenRows !== 'leave-out' ? [text('import:hiddenRows', { count: source.hiddenRows })] : []),
    ...(longer > 0 ? [text('import:longer', { count: longer })] : []),
    ...(shorter > 0 ? [text('import:shorter', { count: shorter })] : []),
  ]
}
