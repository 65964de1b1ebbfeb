import { z } from 'zod'
import { plainText } from './typed-day.ts'

/** The sign before the decimals of a number. */
export const decimalSign = z.enum(['point', 'comma'])
export type DecimalSign = z.infer<typeof decimalSign>

export interface TypedNumber {
  /** The number with each decimal sign; the same in both where the sign does not matter, and null where it is none. */
  value: Record<DecimalSign, number | null>
  /** What is written before or behind the number, such as % or ms; empty where nothing is. */
  unit: string
}

/**
 * A number as people and spreadsheets write it: 0.83, 0,83, 1,234.5, 1.234,5, 1 234, 1'234, −3, (3), 95 %, 3 ms, € 12. Which sign is the
 * decimal one is left to whoever knows the list that it is from: 1,234 is a thousand times more in one country than in another.
 */
export function readNumber(typed: string): TypedNumber {
  const plain = plainText(typed)
  const { inside } = /^\((?<inside>[^()+-]+)\)$/.exec(plain)?.groups ?? {}
  const { front = '', sign = '', digits = '', unit = '' } = shape.exec(inside ?? plain)?.groups ?? {}
  // 5k and 3M are other numbers than 5 and 3, and 12a is none.
  const isLarger = magnitudes.has(unit) || /\d ?M$/.test(typed.trim()) || /\d[abcefi-lnopqrt-z]$/.test(plain)
  const isNegative = sign === '-' || inside !== undefined
  const read = (decimal: DecimalSign): number | null => {
    const number = digits === '' || isLarger || (front !== '' && unit !== '') ? null : numberIn(digits, decimal)
    // Zero has no sign.
    return number === null || number === 0 ? number : isNegative ? -number : number
  }
  return { value: { point: read('point'), comma: read('comma') }, unit: (front || unit).trim() }
}

const shape =
  /^(?<front>[$€£¥]|[a-z]{3} )? ?(?<sign>[+-])? ?(?<digits>\d[\d.,' ]*(?<=\d)(?:e[+-]?\d+)?|[.,]\d+) ?(?<unit>[%‰$€£¥]|°?[a-zµμ][a-z0-9µμ/%°·*^ ]*)?$/u

/** Behind a number they make another one of it. */
const magnitudes = new Set([
  'k',
  'tsd',
  'mn',
  'mio',
  'million',
  'millions',
  'millionen',
  'mrd',
  'bn',
  'billion',
  'billions',
  'thousand',
  'tausend',
])

const groupsOf = { ',': /^[1-9]\d{0,2}(?:,\d{3})+$/, '.': /^[1-9]\d{0,2}(?:\.\d{3})+$/ }
/** Blanks and apostrophes part groups in every country that uses them. */
const neutralGroups = /^[1-9]\d{0,2}(?:([' ])\d{3})(?:\1\d{3})*$/

/** Whole groups of three digits, then the decimals; null where the signs stand elsewhere. */
function numberIn(digits: string, decimal: DecimalSign): number | null {
  const [mark, group] = decimal === 'point' ? (['.', ','] as const) : ([',', '.'] as const)
  const [mantissa = '', exponent = '0'] = digits.split('e')
  const [whole = '', decimals = '', ...more] = mantissa.split(mark)
  const isWhole = /^\d*$/.test(whole) || groupsOf[group].test(whole) || neutralGroups.test(whole)
  if (!isWhole || more.length > 0 || !/^\d*$/.test(decimals)) return null
  const number = Number(`${whole.replace(/\D/g, '') || '0'}.${decimals || '0'}e${exponent}`)
  return Number.isFinite(number) ? number : null
}
