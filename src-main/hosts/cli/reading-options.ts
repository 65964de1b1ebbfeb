import { encodings, hiddenRows, type ListReading } from '../../contract/list-reading.ts'
import { text } from '../../language/text.ts'
import { oneOf } from './choice.ts'
import { type Given, Misuse, type Option } from './command.ts'

/** Options of every command that reads a list: what a person may choose about how it is read. */
export const readingOptions: Readonly<Record<string, Option>> = {
  sheet: { value: 'SHEET', isRepeatable: true },
  'header-row': { value: 'N|none' },
  encoding: { value: 'NAME' },
  delimiter: { value: 'X' },
  'hidden-rows': { value: 'MODE' },
  'take-row': { value: 'N', isRepeatable: true },
  'leave-row': { value: 'N', isRepeatable: true },
}

/** Delimiters that a shell makes hard to type. */
const delimiters = new Map([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['\\t', '\t'],
  ['pipe', '|'],
  ['caret', '^'],
  ['none', ''],
])

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')

function encodingOf(given: string) {
  // Windows calls its code pages by their numbers.
  const wanted = plain(given).replace(/^cp(?=125\d$|874$)/, 'windows')
  const found = encodings.find((name) => plain(name) === wanted)
  if (!found) throw new Misuse(text('cli:notOneOf', { name: '--encoding', given, choices: encodings.join(', ') }))
  return found
}

function rowOf(name: string, given: string): number {
  const row = Number(given)
  if (!Number.isSafeInteger(row) || row < 1) throw new Misuse(text('cli:notRow', { name, given }))
  return row
}

function delimiterOf(given: string): string {
  const delimiter = delimiters.get(given) ?? given
  if (delimiter.length > 1) throw new Misuse(text('cli:notDelimiter', { given, choices: [...delimiters.keys()].join(', ') }))
  return delimiter
}

/** Reads what was said about rows; a row of a sheet that is not the first is named as SHEET!N. */
function rowsOf(given: Given, name: string, take: boolean): NonNullable<ListReading['rows']> {
  return given.options(name).map((place) => {
    const at = place.lastIndexOf('!')
    const [sheet] = given.options('sheet')
    return { sheet: at < 0 ? (sheet ?? null) : place.slice(0, at), row: rowOf(`--${name}`, place.slice(at + 1)), take }
  })
}

/** How the command line wants a list read. @throws Misuse */
export function readingOf(given: Given): ListReading {
  const sheets = given.options('sheet')
  const headerRow = given.option('header-row')
  const encoding = given.option('encoding')
  const delimiter = given.option('delimiter')
  const hidden = given.option('hidden-rows')
  const rows = [...rowsOf(given, 'take-row', true), ...rowsOf(given, 'leave-row', false)]
  return {
    ...(sheets.length === 0 ? {} : { sheets }),
    ...(headerRow === undefined ? {} : { headerRow: headerRow === 'none' ? 'none' : rowOf('--header-row', headerRow) }),
    ...(encoding === undefined ? {} : { encoding: encodingOf(encoding) }),
    ...(delimiter === undefined ? {} : { delimiter: delimiterOf(delimiter) }),
    ...(hidden === undefined ? {} : { hiddenRows: oneOf(hiddenRows, '--hidden-rows', hidden) }),
    ...(rows.length === 0 ? {} : { rows }),
  }
}
