import Papa from 'papaparse'
import { readPeriodEnd, readSerialDay, readWrittenDay, type TypedDay } from '../../contract/typed-day.ts'
import { readNumber, type TypedNumber } from '../../contract/typed-number.ts'

/** A line of a pasted list, in each way in which it can be read. */
export interface PastedLine {
  number: number
  text: string
  /** The cell that the date is in, as it was pasted. */
  dateCell: string
  valueCell: string
  day: TypedDay
  /** A month or quarter, whose last day was taken. */
  isPeriod: boolean
  value: TypedNumber
  note: string
}

const sameDay = (day: string | null): TypedDay => ({ 'day-first': day, 'month-first': day })
const isDay = (day: TypedDay): boolean => day['day-first'] !== null || day['month-first'] !== null

/** A date, else the end of a month or quarter, else a day as a spreadsheet counts it. */
function dateOf(cell: string): { day: TypedDay; isPeriod: boolean } {
  const written = readWrittenDay(cell)
  if (isDay(written)) return { day: written, isPeriod: false }
  const end = readPeriodEnd(cell)
  return { day: sameDay(end ?? readSerialDay(cell)), isPeriod: end !== null }
}

export function readLine(text: string, number: number): PastedLine {
  const [dateCell = '', valueCell = '', ...rest] = cellsOf(text)
  const note = rest.filter(Boolean).join(' ').slice(0, 500)
  return { number, text, dateCell, valueCell, ...dateOf(dateCell), value: readNumber(valueCell), note }
}

/** The cells of a line: by tabs, else by semicolons, else by commas behind a date, else the date and the words behind it. */
function cellsOf(line: string): string[] {
  const delimiter = line.includes('\t') ? '\t' : line.includes(';') ? ';' : null
  if (delimiter !== null) return split(line, delimiter)
  return byCommas(line) ?? byBlanks(line) ?? [line.trim()]
}

const split = (line: string, delimiter: string): string[] =>
  (Papa.parse<string[]>(line, { delimiter }).data[0] ?? []).map((cell) => cell.trim())

/**
 * Date, value and note between commas. 2025-12-31,95,5 may be the value 95 or 95,5: such a value is left as it is, so that it is no number
 * and is named. Behind a comma and a blank, a comma without one belongs to the number.
 */
function byCommas(line: string): string[] | null {
  const [date = '', ...rest] = split(line, ',')
  if (rest.length === 0 || !isDay(dateOf(date).day)) return null
  const behind = line.slice(line.indexOf(',') + 1)
  if (/^\s/.test(behind) && !behind.includes('"')) return [date, ...behind.split(/,\s+/).map((cell) => cell.trim())]
  const isCut = /^\d+$/.test(rest[1] ?? '') && !line.includes('"')
  return isCut ? [date, rest.join(',,')] : [date, ...rest]
}

const valueInFront = /^(?<value>\S+(?: \d{3}(?=[.,\s]|$)(?:[.,]\d+)?)*(?: ?[%‰€$£])?),?(?:\s+(?<note>.*))?$/

/** The longest beginning that is a date, where a number follows it. */
function byBlanks(line: string): string[] | null {
  const words = line.trim().split(/\s+/)
  for (let count = Math.min(words.length - 1, longestDate); count > 0; count -= 1) {
    const date = words.slice(0, count).join(' ').replace(/,$/, '')
    const { value, note = '' } = valueInFront.exec(words.slice(count).join(' '))?.groups ?? {}
    if (value === undefined || !isDay(dateOf(date).day)) continue
    const { point, comma } = readNumber(value).value
    if (point !== null || comma !== null) return [date, value, note]
  }
  const [date = '', value = '', ...note] = words
  return words.length > 1 ? [date, value, note.join(' ')] : null
}
/** Words of a date such as Thursday, 30 September 2027 00:00:00. */
const longestDate = 6
