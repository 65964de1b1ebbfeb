import Papa from 'papaparse'
import { FieldbookError } from '../contract/errors.ts'
import { text } from '../language/text.ts'
import { decode } from './decode.ts'

export interface CsvTable {
  encoding: string
  delimiter: string
  /** Unique names: a name that stands twice gets a number. */
  header: string[]
  /** Cells exactly as they are in the file; each record has as many as the header. */
  records: string[][]
  warnings: string[]
}

/** Bytes with which other kinds of file begin, and what they are. */
const otherKinds: [string, number[]][] = [
  ['workbook', [0x50, 0x4b, 0x03, 0x04]],
  ['oldWorkbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
]

/**
 * Reads a text table: encoding and delimiter (comma, semicolon, tab) are recognised, line breaks inside quotes kept.
 * @throws FieldbookError import-empty, import-no-rows or import-unreadable, with the path in its sentence.
 */
export function readCsv(bytes: Uint8Array, path: string): CsvTable {
  if (bytes.length === 0) throw new FieldbookError('import-empty', { path })
  refuseOtherKinds(bytes, path)
  const { encoding, text: content } = decode(bytes)
  if (content.includes('\0')) throw new FieldbookError('import-unreadable', { path, reason: text('import:binary') })
  if (content.trim() === '') throw new FieldbookError('import-empty', { path })
  const delimiter = delimiterOf(content)
  const { data, errors } = Papa.parse<string[]>(content, { delimiter, skipEmptyLines: true })
  const [header = [], ...rest] = data
  const filled = rest.filter((record) => record.some((cell) => cell !== ''))
  if (filled.length === 0) throw new FieldbookError('import-no-rows', { path })
  const { records, longer } = evenRecords(filled, header.length)
  const warnings = [
    ...(longer === 0 ? [] : [text('import:longer', { count: longer })]),
    ...errors
      .filter(({ type }) => type === 'Quotes')
      .slice(0, 1)
      .map(({ row = 0 }) => text('import:quotes', { row: row + 1 })),
  ]
  return { encoding, delimiter, header: uniqueNames(header), records, warnings }
}

/** The delimiter with which the most rows have as many cells as the header; of equals, the one that makes more columns. */
function delimiterOf(content: string): string {
  const candidates = [',', ';', '\t'].map((delimiter) => {
    const [header = [], ...rows] = Papa.parse<string[]>(content, { delimiter, preview: 200, skipEmptyLines: true }).data
    const columns = header.length
    const even = columns > 1 ? rows.filter((row) => row.length === columns).length / Math.max(1, rows.length) : 0
    return { delimiter, columns, even }
  })
  const [best] = candidates.toSorted((a, b) => b.even - a.even || b.columns - a.columns)
  return best?.delimiter ?? ','
}

function refuseOtherKinds(bytes: Uint8Array, path: string): void {
  const kind = otherKinds.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  if (kind) throw new FieldbookError('import-unreadable', { path, reason: text(`import:${kind[0]}`) })
}

function uniqueNames(header: string[]): string[] {
  const taken = new Set<string>()
  return header.map((cell, index) => {
    const name = cell.trim() || text('import:column', { number: index + 1 })
    let unique = name
    for (let count = 2; taken.has(unique); count += 1) unique = `${name} (${count})`
    taken.add(unique)
    return unique
  })
}

/** Short records are filled up; cells beyond the header belong to no column, and the records that have such are counted. */
function evenRecords(records: string[][], width: number): { records: string[][]; longer: number } {
  return {
    records: records.map((record) => Array.from({ length: width }, (_, index) => record[index] ?? '')),
    longer: records.filter((record) => record.slice(width).some((cell) => cell !== '')).length,
  }
}
