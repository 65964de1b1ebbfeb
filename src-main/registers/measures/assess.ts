import { addDays, dayOf } from '../../contract/days.ts'
import type { MeasureStanding, ReadingFields, Trend } from '../../contract/measures.ts'
import type { EntryOf } from '../../contract/registers/definition.ts'
import type { measures } from '../../contract/registers/evaluation.ts'
import { text } from '../../language/text.ts'

export type Measure = EntryOf<typeof measures>
type Lines = Pick<Measure, 'unit' | 'better' | 'target' | 'alertBelow' | 'alertAbove'>

/** So many of the newest readings decide on an alert, so that one that recovered by chance is not forgotten at once. */
const recent = 3
/** So many of the newest readings show where it goes. */
const trendOver = 6
/** So many values make the small line. */
const sparkline = 14
/** A drift of less than this share of the spread of the readings is none. */
const steady = 0.5

/** A number as the readings have it: no more digits than it needs. */
export const amount = (value: number, unit: string): string => {
  const plain = String(Number(value.toFixed(4)))
  return unit === '' ? plain : unit === '%' ? `${plain} %` : `${plain} ${unit}`
}

const isBelow = ({ alertBelow }: Lines, { value }: ReadingFields) => alertBelow !== null && value < alertBelow
const isAbove = ({ alertAbove }: Lines, { value }: ReadingFields) => alertAbove !== null && value > alertAbove

/** An alert in words; null where the recent readings give none: the newest is beyond a line, or two of the last three are. */
function alertOf(lines: Lines, readings: readonly ReadingFields[]): string | null {
  const newest = readings.slice(-recent)
  const sentences = [
    { key: 'below', line: lines.alertBelow, beyond: newest.filter((reading) => isBelow(lines, reading)) },
    { key: 'above', line: lines.alertAbove, beyond: newest.filter((reading) => isAbove(lines, reading)) },
  ].flatMap(({ key, line, beyond }) => {
    const last = newest.at(-1)
    if (line === null || beyond.length === 0 || (beyond.length < 2 && beyond[0] !== last)) return []
    const values = { beyond: beyond.length, of: newest.length, line: amount(line, lines.unit) }
    return [text(`measures:alert.${key}${beyond.length === 1 ? 'Last' : ''}`, values)]
  })
  return sentences.length === 0 ? null : sentences.join(' ')
}

/** Where the newest readings go: the drift of the straight line that fits them best, against their spread. */
export function trendOf(better: Lines['better'], values: readonly number[]): Trend {
  const shown = values.slice(-trendOver)
  if (shown.length < 3) return 'unknown'
  const middle = (shown.length - 1) / 2
  const mean = shown.reduce((sum, value) => sum + value, 0) / shown.length
  const slope =
    shown.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0) /
    shown.reduce((sum, _, index) => sum + (index - middle) ** 2, 0)
  const spread = Math.max(...shown) - Math.min(...shown)
  const drift = slope * (shown.length - 1)
  if (spread === 0 || Math.abs(drift) < steady * spread) return 'steady'
  return drift > 0 === (better === 'higher') ? 'improving' : 'worsening'
}

function missesTarget({ better, target }: Lines, value: number): boolean {
  if (target === null) return false
  return better === 'higher' ? value < target : value > target
}

/** Where a measure stands by its readings, oldest first (clause 9.1). */
export function standingOf(measure: Lines, readings: readonly ReadingFields[]): MeasureStanding {
  const last = readings.at(-1) ?? null
  const values = readings.map(({ value }) => value)
  const shared = { trend: trendOf(measure.better, values), last, values: values.slice(-sparkline) }
  if (last === null) return { ...shared, level: 'none', sentence: text('measures:standing.none') }
  const alert = alertOf(measure, readings)
  if (alert !== null) return { ...shared, level: 'alert', sentence: alert }
  const { target, unit } = measure
  if (target === null) return { ...shared, level: 'on-target', sentence: text('measures:standing.noTarget') }
  const level = missesTarget(measure, last.value) ? 'off-target' : 'on-target'
  return {
    ...shared,
    level,
    sentence: text(`measures:standing.${level}`, { value: amount(last.value, unit), target: amount(target, unit) }),
  }
}

const monthsOf = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 }

/** The day by which the next reading is due after one of this day; the last day of a shorter month where it has no such day. */
export function nextAfter(day: string, frequency: NonNullable<Measure['frequency']>): string {
  if (frequency === 'daily' || frequency === 'weekly') return addDays(day, frequency === 'daily' ? 1 : 7)
  const date = new Date(day)
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsOf[frequency], 1))
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date.getUTCDate(), lastDay))
  return dayOf(first)
}
