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
  const { data, meta } = Papa.parse<string[]>(content, { delimitersToGuess: [',', ';', '\t'] })
  const [header = [], ...rest] = data
  const filled = rest.filter((record) => record.some((cell) => cell !== ''))
  if (filled.length === 0) throw new FieldbookError('import-no-rows', { path })
  return { encoding, delimiter: meta.delimiter, header: uniqueNames(header), ...evenRecords(filled, header.length) }
}

function refuseOtherKinds(bytes: Uint8Array, path: string): void {
  const kind = otherKinds.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  if (kind) throw new FieldbookError('import-unreadable', { path, reason: text(`import:${kind[0]}`) })
}

function uniqueNames(header: string[]): string[] {
  const seen = new Map<string, number>()
  return header.map((cell, index) => {
    const name = cell.trim() || text('import:column', { number: index + 1 })
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

/** Short records are filled up; cells beyond the header belong to no column, and are reported. */
function evenRecords(records: string[][], width: number): { records: string[][]; warnings: string[] } {
  const longer = records.filter((record) => record.slice(width).some((cell) => cell !== '')).length
  const even = records.map((record) => Array.from({ length: width }, (_, index) => record[index] ?? ''))
  return { records: even, warnings: longer === 0 ? [] : [text('import:longer', { count: longer })] }
}
