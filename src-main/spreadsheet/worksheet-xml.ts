import { mostRows, titleRows } from './sheet-table.ts'

/** Columns up to the last that is filled, at most: a few filled cells at the far corners would fill the memory. */
const mostColumns = 2000

const columnNumber = (letters: string) => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

/** Why a sheet is no list, or null: its filled cells span more rows or columns than any list has. */
export function faultOfExtent(xml: string): 'tooManyRows' | 'tooManyColumns' | null {
  let rows = 0
  let columns = 0
  for (const [, letters = '', row] of xml.matchAll(/<c\s(?:[^>]*?\s)?r="([A-Z]{1,3})(\d{1,7})"(?:>|[^>]*[^/]>)/g)) {
    rows = Math.max(rows, Number(row ?? 0))
    columns = Math.max(columns, columnNumber(letters))
  }
  if (rows > mostRows + titleRows) return 'tooManyRows'
  return columns > mostColumns ? 'tooManyColumns' : null
}

const formula = /<c((?:\s[^>]*)?)>\s*<f(?:\s[^>]*)?>([^<]*)<\/f>\s*(<v\s*\/>|<v>\s*<\/v>)?\s*<\/c>/g

/** A formula that was never reckoned, as programs write it that are no spreadsheet, is kept as its text: the reader would drop it. */
export function withFormulas(part: Uint8Array, xml: string): Uint8Array {
  if (!xml.includes('<f')) return part
  const written = xml.replace(formula, (cell, attributes: string, content: string, value: string | undefined) => {
    // A formula of text that came to nothing is an empty cell.
    if (value !== undefined && /\st="str"/.test(attributes)) return cell
    return `<c${attributes.replace(/\st="[^"]*"/, '')} t="str"><v>=${content}</v></c>`
  })
  return Buffer.from(written, 'utf8')
}
