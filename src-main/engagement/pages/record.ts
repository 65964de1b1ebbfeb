import { DamagedPages } from './page-file.ts'
import { readVarint } from './tree.ts'

export type RecordValue = string | number | null

/** Bytes of each kind of whole number. */
const integerSizes = [0, 1, 2, 3, 4, 6, 8]

/** The values of a row of text, whole numbers and nulls, as SQLite stores it. @throws DamagedPages for anything else. */
export function readRecord(row: Buffer): RecordValue[] {
  const header = readVarint(row, 0)
  if (header.value > row.length) throw new DamagedPages('a row has no room for its own header')
  const values: RecordValue[] = []
  let body = header.value
  for (let at = header.end; at < header.value; ) {
    const { value: type, end } = readVarint(row, at)
    const size = sizeOf(type)
    if (body + size > row.length) throw new DamagedPages('a row is cut short')
    values.push(readValue(row, body, type, size))
    body += size
    at = end
  }
  return values
}

function sizeOf(type: number): number {
  if (type >= 13 && type % 2 === 1) return (type - 13) / 2
  const size = integerSizes[type] ?? (type === 8 || type === 9 ? 0 : undefined)
  if (size === undefined) throw new DamagedPages('a row holds something else than text and numbers')
  return size
}

function readValue(row: Buffer, start: number, type: number, size: number): RecordValue {
  if (type === 0) return null
  if (type === 8 || type === 9) return type - 8
  if (type >= 13) return row.toString('utf8', start, start + size)
  return size === 8 ? Number(row.readBigInt64BE(start)) : row.readIntBE(start, size)
}
