import { describe, expect, it, test } from 'vitest'
import { type DayOrder, readDay, readPeriodEnd, readSerialDay } from '../../../src-main/contract/typed-day.ts'

const today = '2026-11-28'
const read = (typed: string, order: DayOrder = 'day-first') => readDay(typed, { order, today })?.day ?? null
const orders = ['day-first', 'month-first'] as const

describe.each(orders)('whatever the setting, here %s', (order) => {
  it.each([
    '2027-09-30',
    '2027-9-30',
    '20270930',
    '2027/09/30',
    '2027.09.30',
    '2027-09-30T00:00:00Z',
    '30.09.2027',
    '30.9.27',
    '30. 9. 2027',
    '30.09.2027 00:00:00',
    '30/09/2027',
    '09/30/2027',
    '9/30/27',
    '30-09-2027',
    '30 Sep 2027',
    '30 Sept. 2027',
    '30SEP2027',
    '30-Sep-27',
    "30 Sep '27",
    'Sep 30, 2027',
    'September 30th 2027',
    '30th of September, 2027',
    '30. September 2027',
    '30.September 2027',
    'Thu, 30 Sep 2027',
    'Thursday 30/09/2027',
    'Do 30.09.2027',
    'Donnerstag, 30. September 2027',
    '2027 Sep 30',
    '  30.09.2027\t',
    '30\u00A0Sep\u202F2027',
    '\u200E30/09/2027\u200F',
    '30‑09‑2027',
    '３０.０９.２０２７',
  ])('“%s” is 30 September 2027', (typed) => {
    expect(readDay(typed, { order, today })).toEqual({ day: '2027-09-30', isByOrder: false })
  })

  it.each([
    '5',
    'abc',
    '30.09.',
    '30.09',
    '2027',
    '30 Sep',
    'Sep 2027',
    '09/2027',
    '2027-09',
    '',
    ' ',
    '30.02.2027',
    '29.02.2027',
    '31/02/2027',
    '13/13/2027',
    '12.31.2027',
    '0027-09-30',
    '30.09.0202',
    '30.09.20277',
    '27-09-30',
    '30-09-27',
    '30 09 27',
    '30.09/2027',
    '30 Foo 2027',
    'Mon, 30 Sep 2027',
    '46022',
    '+14',
    '14d',
    'next week',
    '1,5',
  ])('“%s” is no day', (typed) => {
    expect(read(typed, order)).toBeNull()
  })

  it.each([
    ['today', '2026-11-28'],
    ['Heute', '2026-11-28'],
    ['tomorrow', '2026-11-29'],
    ['übermorgen', '2026-11-30'],
    ['yesterday', '2026-11-27'],
    ['+14d', '2026-12-12'],
    ['+ 2 w', '2026-12-12'],
    ['in 2 Wochen', '2026-12-12'],
    ['+3m', '2027-02-28'],
    ['-1m', '2026-10-28'],
    ['+1y', '2027-11-28'],
    ['-3 days', '2026-11-25'],
  ])('“%s” is counted from today: %s', (typed, day) => {
    expect(read(typed, order)).toBe(day)
  })
})

it.each([
  ['01/02/2027', '2027-02-01', '2027-01-02'],
  ['1/2/27', '2027-02-01', '2027-01-02'],
  ['01-02-2027', '2027-02-01', '2027-01-02'],
  ['1 2 2027', '2027-02-01', '2027-01-02'],
])('“%s” is read by the setting, and says so', (typed, dayFirst, monthFirst) => {
  expect(readDay(typed, { order: 'day-first', today })).toEqual({ day: dayFirst, isByOrder: true })
  expect(readDay(typed, { order: 'month-first', today })).toEqual({ day: monthFirst, isByOrder: true })
})

it('a date with dots has the day first in every setting, and the same day and month need none', () => {
  for (const order of orders) {
    expect(readDay('01.02.2027', { order, today })).toEqual({ day: '2027-02-01', isByOrder: false })
    expect(readDay('02/02/2027', { order, today })).toEqual({ day: '2027-02-02', isByOrder: false })
  }
})

it('a weekday decides which of the two days it is', () => {
  expect(readDay('Mon 1/2/2027', { order: 'month-first', today })).toEqual({ day: '2027-02-01', isByOrder: false })
})

test('every day of four years comes back from each way of writing it', () => {
  const months = {
    en: new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }),
    de: new Intl.DateTimeFormat('de', { month: 'long', timeZone: 'UTC' }),
  }
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2030, 0, 1); at += 86_400_000) {
    const date = new Date(at)
    const day = date.toISOString().slice(0, 10)
    const [year, month, number] = day.split('-')
    const ways = [
      `${number}.${month}.${year}`,
      `${Number(number)}.${Number(month)}.${year?.slice(2)}`,
      `${Number(number)} ${months.en.format(date)} ${year}`,
      `${months.en.format(date).slice(0, 3)} ${Number(number)}, ${year}`,
      `${Number(number)}. ${months.de.format(date)} ${year}`,
    ]
    for (const way of ways) expect(read(way, 'month-first'), way).toBe(day)
    expect(read(`${number}/${month}/${year}`, 'day-first')).toBe(day)
    expect(read(`${month}/${number}/${year}`, 'month-first')).toBe(day)
  }
})

it.each([
  ['Jan-26', '2026-01-31'],
  ['Feb 2028', '2028-02-29'],
  ['Mär-26', '2026-03-31'],
  ['2026-02', '2026-02-28'],
  ['02/2026', '2026-02-28'],
  ['Q1 2026', '2026-03-31'],
  ['2026-Q4', '2026-12-31'],
  ['3Q26', '2026-09-30'],
])('the period “%s” ends on %s', (typed, day) => {
  expect(readPeriodEnd(typed)).toBe(day)
})

it.each(['Jan 26', '2026', 'Q5 2026', '13/2026', '5', 'abc', '2026-01-15'])('“%s” is no period', (typed) => {
  expect(readPeriodEnd(typed)).toBeNull()
})

it('a number of a spreadsheet is a day of this century, or none', () => {
  expect(readSerialDay('46022')).toBe('2025-12-31')
  for (const typed of ['4602', '95', '460221', '99999', '46022.5']) expect(readSerialDay(typed)).toBeNull()
})
