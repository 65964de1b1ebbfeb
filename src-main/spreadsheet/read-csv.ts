import Papa from 'papaparse'
import { text } from '../language/text.ts'
import { delimiterOf, mayHaveColumns } from './delimiter.ts'
import { readTextTable } from './read-text-table.ts'
import { type Book, mostRows, plainSheet } from './sheet.ts'
import { UnreadableList } from './unreadable.ts'

/** Above its header a text table may have a title. */
const rowsOfTitle = 1000

interface Parsed {
  rows: string[][]
  delimiter: string
  warnings: string[]
}

/**
 * Reads a text table. Its delimiter is recognised, or named by its first line as Excel understands it, or chosen by a person; line breaks
 * inside quotes are kept.
 * @throws UnreadableList
 */
export function readCsv(decoded: string, encoding: string, chosen?: string): Book {
  const [, named] = /^"?sep=(.)"?[,;]*\r?\n/i.exec(decoded) ?? []
  // The line that names the delimiter stays as an empty one, so that rows keep their numbers.
  const content = evenLines(named === undefined ? decoded : decoded.replace(/^[^\r\n]*/, ''))
  const { rows, delimiter, warnings } = readTextTable(content, chosen ?? named) ?? parse(unwrapped(content), chosen ?? named)
  if (rows.length > mostRows + rowsOfTitle) throw new UnreadableList('tooManyRows', { limit: mostRows })
  return { encoding, isText: true, delimiter, sheets: [plainSheet('', rows)], warnings }
}

/** Two exports that were put together may end their lines in different ways; line breaks inside of quotes are text. */
function evenLines(content: string): string {
  const outside = content.replace(/"[^"]*"/g, '')
  const isMixed = /\r\n/.test(outside) && (/[^\r]\n/.test(outside) || /\r[^\n]/.test(outside))
  return isMixed ? content.replace(/("(?:[^"]*(?:""[^"]*)*)")|\r\n?/g, (_, quoted?: string) => quoted ?? '\n') : content
}

/** Whole rows in quotes, as a text table becomes that was opened as one column and saved again, are rows. */
function unwrapped(content: string): string {
  if (!/^\s*"/.test(content) || delimiterOf(content) !== '') return content
  const { data } = Papa.parse<string[]>(content, { delimiter: ',' })
  if (data.some((row) => row.length > 1)) return content
  const rows = data.map(([row = '']) => row).join('\n')
  return delimiterOf(rows) === '' ? content : rows
}

function parse(content: string, chosen: string | undefined): Parsed {
  const delimiter = chosen ?? delimiterOf(content)
  if (delimiter === '') {
    const { rows } = parseWith(content, '\u001f')
    return { rows, delimiter, warnings: chosen === undefined && mayHaveColumns(rows) ? [text('import:oneColumn')] : [] }
  }
  const { rows, fault } = parseWith(withoutBlanksAtQuotes(content, delimiter), delimiter)
  const warnings = fault === null ? [] : [text('import:quotes', { row: fault })]
  return { rows: hasBlanks(rows) ? rows.map((row) => row.map((cell) => cell.trimStart())) : rows, delimiter, warnings }
}

function parseWith(content: string, delimiter: string): { rows: string[][]; fault: number | null } {
  const { data, errors } = Papa.parse<string[]>(content, { delimiter, preview: mostRows + rowsOfTitle + 1 })
  const fault = errors.find(({ type }) => type === 'Quotes')
  return { rows: data, fault: fault ? (fault.row ?? 0) + 1 : null }
}

const escaped = (delimiter: string) => delimiter.replace(/[.*+?^${}()|[\]\\]/, '\\$&')

/** A quotation mark behind a blank begins a cell all the same. */
function withoutBlanksAtQuotes(content: string, delimiter: string): string {
  const mark = escaped(delimiter)
  if (!new RegExp(`${mark}[ \\u00a0]+"`).test(content)) return content
  const quoted = new RegExp(`(^|${mark}|[\\r\\n])[ \\u00a0]*("[^"]*(?:""[^"]*)*")[ \\u00a0]*(?=${mark}|[\\r\\n]|$)`, 'g')
  return content.replace(quoted, '$1$2')
}

/** Every column after the first has a blank before its name: it belongs to the delimiter. */
function hasBlanks(rows: string[][]): boolean {
  const [, ...others] = rows.find((row) => row.length > 1) ?? []
  return others.some((cell) => cell !== '') && others.every((cell) => cell === '' || cell.startsWith(' '))
}
