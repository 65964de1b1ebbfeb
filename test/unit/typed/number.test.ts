import { expect, it } from 'vitest'
import { readNumber } from '../../../src-main/contract/typed-number.ts'

it.each([
  ['0.83', 0.83, null],
  ['0,83', null, 0.83],
  ['1,234', 1234, 1.234],
  ['1.234', 1.234, 1234],
  ['0.123', 0.123, null],
  ['1234.567', 1234.567, null],
  ['1,234.5', 1234.5, null],
  ['1.234,5', null, 1234.5],
  ['1.234.567', null, 1_234_567],
  ["1'234.5", 1234.5, null],
  ['1’234', 1234, 1234],
  ['1\u00A0234', 1234, 1234],
  ['1\u202F234,5', null, 1234.5],
  ['−3', -3, -3],
  ['(1,234)', -1234, -1.234],
  ['-0', 0, 0],
  ['.5', 0.5, null],
  ['1e5', 100_000, 100_000],
])('“%s” is %s with a point and %s with a comma', (typed, point, comma) => {
  expect(readNumber(typed).value).toEqual({ point, comma })
})

it.each([
  ['95 %', 95, '%'],
  ['95%', 95, '%'],
  ['3 ms', 3, 'ms'],
  ['3 µs', 3, 'μs'],
  ['€ 12', 12, '€'],
  ['12 EUR', 12, 'eur'],
  ['20 °C', 20, '°c'],
  ['5 km/h', 5, 'km/h'],
])('“%s” is %s, in %s', (typed, value, unit) => {
  expect(readNumber(typed)).toEqual({ value: { point: value, comma: value }, unit })
})

it.each(['', 'n/a', '<5', '1,23,456', '1..2', '12:30', '1/2', '5k', '3M', '2 Mio', '--5', '-(3)', '1234 567', '5-'])(
  '“%s” is no number',
  (typed) => {
    expect(readNumber(typed).value).toEqual({ point: null, comma: null })
  },
)
