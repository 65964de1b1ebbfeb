import { z } from 'zod'
import { addDays, dayOf } from './days.ts'

/** Which number of a date such as 03/04/2027 is the day. A date with dots has the day first in every country that writes it so. */
export const dayOrder = z.enum(['day-first', 'month-first'])
export type DayOrder = z.infer<typeof dayOrder>

/** The day that a text means in each order; the same in both where the order does not matter, and null where it means none. */
export type TypedDay = Record<DayOrder, string | null>

export interface DayContext {
  order: DayOrder
  /** What "tomorrow" and "+14d" are counted from. */
  today: string
}

export interface DayRead {
  day: string
  /** The other order would make another day of it. */
  isByOrder: boolean
}

/** What people type for a day, from 2027-09-30 to "Thu, 30 Sep 2027", "30.9.27" and "+14d". Null where it is no day, or an impossible one. */
export function readDay(typed: string, { order, today }: DayContext): DayRead | null {
  const plain = plainText(typed)
  const relative = relativeDay(plain, today)
  if (relative !== null) return { day: relative, isByOrder: false }
  const days = daysOf(plain)
  const day = days[order] ?? days['day-first'] ?? days['month-first']
  if (day === null) return null
  return { day, isByOrder: days['day-first'] !== null && days['month-first'] !== null && days['day-first'] !== days['month-first'] }
}

/** What a written date means in each order, for lists that have to be read in one. */
export const readWrittenDay = (typed: string): TypedDay => daysOf(plainText(typed))

/** The last day of a month or quarter, such as Jan-26, 2026-01, January 2026 or Q1 2026; null where it is neither. */
export function readPeriodEnd(typed: string): string | null {
  const plain = plainText(typed)
  for (const [pattern, partsOf] of periods) {
    const found = pattern.exec(plain)
    if (!found) continue
    const { year = '', month = null } = partsOf(found.groups ?? {})
    if (month !== null) return written(yearOf(year), month, lastOfMonth(yearOf(year), month))
  }
  return null
}

/** The day that a spreadsheet stores as a number, such as 46022 for 2025-12-31. Only days of this century so far: other numbers are numbers. */
export function readSerialDay(typed: string): string | null {
  const serial = /^\d{5}$/.test(typed.trim()) ? Number(typed) : 0
  if (serial < firstSerial || serial > lastSerial) return null
  return addDays('1970-01-01', serial - serialOf1970)
}

const serialOf1970 = 25_569
/** 2000-01-01 and 2099-12-31. */
const firstSerial = 36_526
const lastSerial = 73_050
const firstYear = 1900

/** One kind of blank, dash and slash; nothing that cannot be seen, as Windows puts around dates; no accents, since März is also Maerz and Mrz. */
export const plainText = (typed: string): string =>
  typed
    .normalize('NFKD')
    .replace(/[\p{M}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2044\u2215]/g, '/')
    .replace(/[\u2018\u2019\u02BC`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

const names = {
  months: [
    ['january', 'januar', 'janner', 'jaenner'],
    ['february', 'februar', 'feber'],
    ['march', 'marz', 'maerz', 'mrz'],
    ['april'],
    ['may', 'mai'],
    ['june', 'juni'],
    ['july', 'juli'],
    ['august'],
    ['september'],
    ['october', 'oktober'],
    ['november'],
    ['december', 'dezember'],
  ],
  weekdays: [
    ['sunday', 'sonntag'],
    ['monday', 'montag'],
    ['tuesday', 'dienstag'],
    ['wednesday', 'mittwoch'],
    ['thursday', 'donnerstag'],
    ['friday', 'freitag'],
    ['saturday', 'samstag', 'sonnabend'],
  ],
}

/** Place of a name in its list, English or German, written out or cut; -1 where it is none. */
const placeOf = (word: string, list: readonly string[][], shortest: number): number =>
  word.length < shortest ? -1 : list.findIndex((same) => same.some((name) => name.startsWith(word)))

const monthOf = (word = ''): number | null => {
  const place = placeOf(word, names.months, 3)
  return place < 0 ? null : place + 1
}

const yearOf = (year: string): number => Number(year) + (year.length === 2 ? 2000 : 0)
const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

function written(year: number, month: number, day: number): string | null {
  if (year < firstYear) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? dayOf(date) : null
}

const same = (day: string | null): TypedDay => ({ 'day-first': day, 'month-first': day })

const separator = '(?<sep> ?[-/] ?| )'
const dot = ' ?\\. ?'
const number = (name: string) => `(?<${name}>\\d{1,2})`
const ordinal = `${number('day')}(?:\\.|st|nd|rd|th)?`
const name = '(?<name>[a-z]{3,})\\.?'
const anyYear = "'?(?<year>\\d{4}|\\d{2})"
const fullYear = '(?<year>\\d{4})'

type Parts = Record<string, string | undefined>
const numbers = ({ year = '', first = '', second = '' }: Parts) => [yearOf(year), Number(first), Number(second)] as const
const named = ({ year = '', name, day = '' }: Parts): TypedDay => {
  const month = monthOf(name)
  return same(month === null ? null : written(yearOf(year), month, Number(day)))
}
const yearFirst = (parts: Parts): TypedDay => same(written(...numbers(parts)))
const inEitherOrder = (parts: Parts): TypedDay => {
  const [year, first, second] = numbers(parts)
  return { 'day-first': written(year, second, first), 'month-first': written(year, first, second) }
}
const dayFirst = (parts: Parts): TypedDay => same(inEitherOrder(parts)['day-first'])

/**
 * The forms of a date. A year of two digits behind dashes or blanks is not read: 27-09-30 is the 27th here and the year 2027 there.
 */
const forms: readonly (readonly [RegExp, (parts: Parts) => TypedDay])[] = [
  [/^(?<year>\d{4})(?<first>\d{2})(?<second>\d{2})$/, yearFirst],
  [new RegExp(`^${fullYear}${separator}${number('first')}\\k<sep>${number('second')}$`), yearFirst],
  [new RegExp(`^${fullYear}${dot}${number('first')}${dot}${number('second')}\\.?$`), yearFirst],
  [new RegExp(`^${number('first')}${dot}${number('second')}${dot}${anyYear}$`), dayFirst],
  [new RegExp(`^${number('first')}${separator}${number('second')}\\k<sep>${fullYear}$`), inEitherOrder],
  [new RegExp(`^${number('first')} ?/ ?${number('second')} ?/ ?${anyYear}$`), inEitherOrder],
  [new RegExp(`^${ordinal}[ -/]*(?:of )?${name}[ ,\\-/]*${anyYear}$`), named],
  [new RegExp(`^${name} ?${ordinal}(?: ?, ?| )${anyYear}$`), named],
  [new RegExp(`^${name}(?<sep>[-/])${number('day')}\\k<sep>${anyYear}$`), named],
  [new RegExp(`^${fullYear}[ ,\\-/]*${name}[ \\-/]*${ordinal}$`), named],
]

const periods: readonly (readonly [RegExp, (parts: Parts) => { year: string | undefined; month: number | null }])[] = [
  [new RegExp(`^${name}(?: ?[-/] ?| ?')(?<year>\\d{4}|\\d{2})$`), ({ year, name }) => ({ year, month: monthOf(name) })],
  [new RegExp(`^${name} ${fullYear}$`), ({ year, name }) => ({ year, month: monthOf(name) })],
  [new RegExp(`^${fullYear}[ -]?${name}$`), ({ year, name }) => ({ year, month: monthOf(name) })],
  [new RegExp(`^${fullYear}(?:[-/.]|-?m)${number('month')}$`), ({ year, month }) => ({ year, month: realMonth(month) })],
  [new RegExp(`^${number('month')}[-/.]${fullYear}$`), ({ year, month }) => ({ year, month: realMonth(month) })],
  [/^q(?<quarter>[1-4])[ -/']*(?<year>\d{4}|\d{2})$/, ({ year, quarter }) => ({ year, month: 3 * Number(quarter) })],
  [/^(?<year>\d{4})[ -/]*q(?<quarter>[1-4])$/, ({ year, quarter }) => ({ year, month: 3 * Number(quarter) })],
  [/^(?<quarter>[1-4])q[ -/']*(?<year>\d{4}|\d{2})$/, ({ year, quarter }) => ({ year, month: 3 * Number(quarter) })],
]

const realMonth = (month = ''): number | null => (Number(month) >= 1 && Number(month) <= 12 ? Number(month) : null)

const timeOfDay = /(?:t|,? )\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?| uhr)?(?: ?z| ?[+-]\d{2}:?\d{2})?$/

/** A time behind the date does not change the day, and a weekday in front has to be the one of the day. */
function daysOf(plain: string): TypedDay {
  const withoutTime = plain.replace(timeOfDay, '')
  const weekday = /^([a-z]{2,})\.?,? +(?=.*\d)/.exec(withoutTime)
  const place = placeOf(weekday?.[1] ?? '', names.weekdays, 2)
  const date = place < 0 ? withoutTime : withoutTime.slice(weekday?.[0].length)
  const isOn = (day: string | null) => (day !== null && place >= 0 && new Date(day).getUTCDay() !== place ? null : day)
  for (const [form, read] of forms) {
    const parts = form.exec(date)?.groups
    if (!parts) continue
    const days = read(parts)
    return { 'day-first': isOn(days['day-first']), 'month-first': isOn(days['month-first']) }
  }
  return same(null)
}

const daysAway: Record<string, number> = {
  today: 0,
  heute: 0,
  tomorrow: 1,
  morgen: 1,
  yesterday: -1,
  gestern: -1,
  ubermorgen: 2,
  uebermorgen: 2,
}
const away =
  /^(?:(?<sign>[+-]) ?|in )(?<count>\d{1,4}) ?(?<unit>d|days?|t|tage?n?|w|weeks?|wochen?|m|months?|monate?n?|y|years?|j|jahre?n?)$/

function relativeDay(plain: string, today: string): string | null {
  const near = daysAway[plain]
  if (near !== undefined) return addDays(today, near)
  const { sign, count = '', unit = '' } = away.exec(plain)?.groups ?? {}
  if (count === '') return null
  const by = Number(count) * (sign === '-' ? -1 : 1)
  const kind = unit.charAt(0)
  if (kind === 'd' || kind === 't') return addDays(today, by)
  if (kind === 'w') return addDays(today, 7 * by)
  return monthsLater(today, kind === 'm' ? by : 12 * by)
}

/** The same day of a later month, or the last of that month where it is shorter. */
function monthsLater(from: string, by: number): string | null {
  const date = new Date(from)
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + by
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  return written(year, month, Math.min(date.getUTCDate(), lastOfMonth(year, month)))
}
