import { FieldbookError } from '../contract/errors.ts'
import { text } from '../language/text.ts'

/** Rows of a list, at most: no inventory has as many, and what has them is data of another kind. */
export const mostRows = 100_000

/** Above its header a sheet may have a title, within so many rows. */
export const titleRows = 20

/** A list as a table of texts, whatever kind of file it came in. */
export interface SheetTable {
  /** Encoding of a text table, or XLSX. */
  encoding: string
  /** Empty for a workbook. */
  delimiter: string
  /** Names of the sheets of a workbook, and the one that was read. */
  sheets: string[]
  sheet: string | null
  /** Unique names: a name that stands twice gets a number. */
  header: string[]
  /** Cells exactly as they are in the file; each record has as many as the header. */
  records: string[][]
  /** Place of each record in the file, counted in rows from 1. */
  rowNumbers: number[]
  warnings: string[]
}

type Rows = Pick<SheetTable, 'header' | 'records' | 'rowNumbers' | 'warnings'>

/**
 * Rows under their header, each as long as the header; rows of another length are counted in the warnings. `firstRow` is the place of the
 * header in the file, from 1.
 * @throws FieldbookError import-no-rows
 */
export function shapeTable([header = [], ...rest]: string[][], path: string, firstRow = 1): Rows {
  const filled = rest.flatMap((record, index) => (record.some((cell) => cell !== '') ? [{ record, row: firstRow + 1 + index }] : []))
  if (filled.length === 0) throw new FieldbookError('import-no-rows', { path })
  const width = header.length
  const longer = filled.filter(({ record }) => record.slice(width).some((cell) => cell !== '')).length
  const shorter = filled.filter(({ record }) => record.length < width).length
  return {
    header: uniqueNames(header),
    // Short records are filled up; cells beyond the header belong to no column.
    records: filled.map(({ record }) => Array.from({ length: width }, (_, index) => record[index] ?? '')),
    rowNumbers: filled.map(({ row }) => row),
    warnings: [
      ...(longer === 0 ? [] : [text('import:longer', { count: longer })]),
      ...(shorter === 0 ? [] : [text('import:shorter', { count: shorter })]),
    ],
  }
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
