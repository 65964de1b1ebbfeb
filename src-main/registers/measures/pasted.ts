import { dayOf as written } from '../../contract/days.ts'
import type { PastedReadings, ReadingFields } from '../../contract/measures.ts'
import { text } from '../../language/text.ts'

/** Which of the first two numbers of a date such as 03/04/2026 is the day. */
type Order = 'day-first' | 'month-first'

const realDay = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? written(date) : null
}

const lastOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const parts = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/

/** A day as spreadsheets write it: 2026-03-31, 2026-03 (its last day), 31.03.2026, 31/03/2026 or 03/31/2026. */
function dayOf(cell: string, order: Order): string | null {
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ].*)?$/.exec(cell)
  if (iso) {
    const [year, month] = [Number(iso[1]), Number(iso[2])]
    return realDay(year, month, iso[3] === undefined ? lastOfMonth(year, month) : Number(iso[3]))
  }
  const other = parts.exec(cell)
  if (!other) return null
  const [first, second, year] = [Number(other[1]), Number(other[2]), Number(other[3])]
  return order === 'day-first' ? realDay(year, second, first) : realDay(year, first, second)
}

/** A number as spreadsheets write it: 0.83, 0,83, 83 %, 1,234.5 or 1.234,5. */
export function numberOf(cell: string): number | null {
  const plain = cell.replace(/[\s%'\u00A0\u202F]/g, '')
  if (!/^[+-]?[\d.,]*\d(e[+-]?\d+)?$/i.test(plain)) return null
  const [comma, point] = [plain.lastIndexOf(','), plain.lastIndexOf('.')]
  const isCommaDecimal = comma > point && (point >= 0 || plain.indexOf(',') === comma)
  const value = Number(isCommaDecimal ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', ''))
  return Number.isFinite(value) ? value : null
}

/** The cells of a line: by tabs, else by semicolons, else the date and what follows it. */
function cellsOf(line: string): string[] {
  const separator = line.includes('\t') ? '\t' : line.includes(';') ? ';' : undefined
  if (separator) return line.split(separator).map((cell) => cell.trim())
  const found = /^(\S+?)(?:\s*,\s*|\s+)(\S+)(?:[\s,]+(.*))?$/.exec(line.trim())
  return found ? [found[1] ?? '', found[2] ?? '', found[3] ?? ''] : [line.trim()]
}

/** Day first, unless some date has a second number that can be no month. */
function orderOf(lines: readonly string[][]): { order: Order; isAmbiguous: boolean } {
  const dates = lines.map(([cell = '']) => parts.exec(cell))
  const isMonthFirst = dates.some((date) => Number(date?.[2] ?? 0) > 12)
  const isDayFirst = dates.some((date) => Number(date?.[1] ?? 0) > 12)
  const withSlash = lines.some(([cell = '']) => parts.test(cell) && cell.includes('/'))
  return { order: isMonthFirst && !isDayFirst ? 'month-first' : 'day-first', isAmbiguous: withSlash && isMonthFirst === isDayFirst }
}

/**
 * Reads readings from a list that was copied out of a spreadsheet: date, value and, where there is one, a note. Every line that is no
 * reading comes back as it was, with the reason; a first line without a digit is the heading.
 */
export function readPasted(pasted: string, known: ReadonlyMap<string, number>, today: string): PastedReadings {
  const lines = pasted.split(/\r\n|\r|\n/).map((line, index) => ({ number: index + 1, line, cells: cellsOf(line) }))
  const filled = lines.filter(({ line, number }) => line.trim() !== '' && !(number === 1 && !/\d/.test(line)))
  const { order, isAmbiguous } = orderOf(filled.map(({ cells }) => cells))
  const readings = new Map<string, ReadingFields>()
  const notUnderstood: PastedReadings['notUnderstood'] = []
  for (const { number, line, cells } of filled) {
    const [day, value] = [dayOf(cells[0] ?? '', order), numberOf(cells[1] ?? '')]
    const reason = day === null ? 'day' : day > today ? 'future' : value === null ? 'value' : readings.has(day) ? 'twice' : null
    if (reason !== null) notUnderstood.push({ line: number, text: line, reason: text(`measures:paste.reason.${reason}`) })
    else if (day !== null && value !== null) readings.set(day, { day, value, note: cells.slice(2).join(' ').trim().slice(0, 500) })
  }
  const found = [...readings.values()].sort((a, b) => a.day.localeCompare(b.day))
  return { readings: found, replaces: found.filter(({ day }) => known.has(day)).length, notUnderstood, isAmbiguous }
}
