import Papa from 'papaparse'
import { filledCells } from './sheet.ts'

const delimiters = [',', ';', '\t', '|', '^', '~', '¦']
/** Rows from which the delimiter is told, and the characters in which they are looked for. */
const beginning = { rows: 200, characters: 400_000 }
/** Above its header a text table may have a title, within so many rows. */
const rowsOfTitle = 60

/** Blanks behind commas are prose, and so they speak against it where another delimiter is as good. */
const blanksAfter = (content: string, delimiter: string) => {
  if (delimiter !== ',') return 0
  const all = content.split(',').length - 1
  return all > 0 && content.split(/,[ \u00a0]/).length - 1 > all * 0.5 ? 1 : 0
}

/**
 * The first row that has something. Where a spreadsheet with a title was saved as text, the title's rows have one cell filled, and the
 * header under them has several.
 */
function headerRow(rows: string[][]): number {
  const first = rows.slice(0, rowsOfTitle).map(filledCells)
  const filled = rows.findIndex((row) => filledCells(row) > 0)
  const several = first.findIndex((count) => count > 1)
  const hasTitle = several > filled && (first[several] ?? 0) > 2 && first.slice(several + 1).some((count) => count > 1)
  return Math.max(0, hasTitle ? several : filled)
}

/**
 * The delimiter with which the most rows have as many cells as the header; of equals, the one that leaves the fewest quotes open or in the
 * way, is no prose and takes the fewest rows for a title, then the one that makes more columns. Empty where each row is one cell.
 */
export function delimiterOf(content: string): string {
  const start = content.slice(0, beginning.characters)
  const candidates = delimiters.flatMap((delimiter) => {
    if (!start.includes(delimiter)) return []
    const { data, errors } = Papa.parse<string[]>(start, { delimiter, preview: beginning.rows, skipEmptyLines: true })
    const title = headerRow(data)
    const [header = [], ...rows] = data.slice(title)
    const columns = header.length
    if (columns < 2) return []
    const even = rows.length === 0 ? 1 : rows.filter((row) => row.length === columns).length / rows.length
    const faults = errors.filter(({ type }) => type === 'Quotes').length
    return [{ delimiter, columns, even, title, faults, blanks: blanksAfter(start, delimiter) }]
  })
  const [best] = candidates.toSorted(
    (a, b) => b.even - a.even || a.faults - b.faults || a.blanks - b.blanks || a.title - b.title || b.columns - a.columns,
  )
  return best?.delimiter ?? ''
}

/** A one-column table that may have more: a character that no delimiter is known by stands in most rows, or blanks in a row do. */
export function mayHaveColumns(rows: string[][]): boolean {
  const lines = rows.map(([cell = '']) => cell).filter((cell) => cell.trim() !== '')
  return [/[:/#*§]/, / {2,}/, /[,;\t|^~¦]/].some(
    (mark) => lines.length > 1 && lines.filter((line) => mark.test(line)).length > lines.length * 0.6,
  )
}
