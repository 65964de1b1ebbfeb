import { isPlaceholder } from './row-words.ts'
import { isFilled } from './sheet.ts'

/** What the cells of a column have in common. */
interface Look {
  column: number
  filled: number
  distinct: number
  /** Letters of a cell, on average. */
  letters: number
  /** Most cells have one outline with a number in it, such as AI-12. */
  isNumbered: boolean
}

const outline = (cell: string) => cell.replace(/\p{L}+/gu, 'a').replace(/\d+/g, '9')

function looksOf(records: string[][]): Look[] {
  const width = records.reduce((most, { length }) => Math.max(most, length), 0)
  return Array.from({ length: width }, (_, column) => {
    const cells = records.map((record) => (record[column] ?? '').trim()).filter((cell) => isFilled(cell) && !isPlaceholder(cell))
    const outlines = Map.groupBy(cells.map(outline), (one) => one)
    const common = Math.max(0, ...[...outlines.values()].map(({ length }) => length))
    const [frequent] = [...outlines].toSorted(([, a], [, b]) => b.length - a.length).map(([one]) => one)
    const count = Math.max(1, cells.length)
    return {
      column,
      filled: cells.length / Math.max(1, records.length),
      distinct: new Set(cells).size / count,
      letters: cells.reduce((sum, cell) => sum + cell.replace(/[^\p{L}]/gu, '').length, 0) / count,
      isNumbered: common > count * 0.8 && /9/.test(frequent ?? '') && (frequent ?? '').length <= 8,
    }
  })
}

/** Columns that may hold the names of records, where no header says: those whose texts all differ and are no numbers. */
export const likelyNames = (records: string[][]): number[] =>
  looksOf(records)
    .filter(({ filled, distinct, letters, isNumbered }) => filled > 0.8 && distinct > 0.9 && letters > 1 && !isNumbered)
    .map(({ column }) => column)

/** Columns that may hold identifiers, where no header says: numbers with letters, each once. */
export const likelyIdentifiers = (records: string[][]): number[] =>
  looksOf(records)
    .filter(({ filled, distinct, letters, isNumbered }) => filled > 0.8 && distinct === 1 && isNumbered && letters >= 1)
    .map(({ column }) => column)
