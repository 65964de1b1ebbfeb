import { expect, it } from 'vitest'
import { readMoment } from '../../../src-main/contract/typed-moment.ts'

const context = { order: 'day-first', today: '2026-11-28', now: '09:15', time: '00:00' } as const

it.each([
  ['2027-09-30 14:05', '14:05'],
  ['2027-09-30T14:05', '14:05'],
  ['30.09.2027 14:05', '14:05'],
  ['30.9.27, 14.05 Uhr', '14:05'],
  ['30.09.2027 um 9 Uhr', '09:00'],
  ['30/09/2027 2:05 pm', '14:05'],
  ['30 Sep 2027 12 am', '00:00'],
  ['30 Sep 2027, 12:30 p.m.', '12:30'],
  ['Sep 30, 2027 at 14h05', '14:05'],
  ['30.09.2027', '00:00'],
])('“%s” is 30 September 2027, %s', (typed, time) => {
  expect(readMoment(typed, context)).toEqual({ day: '2027-09-30', time, isByOrder: false })
})

it('a day alone keeps the time that is there, and now is now', () => {
  expect(readMoment('30.09.2027', { ...context, time: '16:40' })?.time).toBe('16:40')
  expect(readMoment('now', context)).toEqual({ day: '2026-11-28', time: '09:15', isByOrder: false })
  expect(readMoment('tomorrow 8:00', context)).toEqual({ day: '2026-11-29', time: '08:00', isByOrder: false })
})

it.each([
  '14:05',
  '30.09. 14:05',
  '2027-09-30 25:00',
  '2027-09-30 14:60',
  '2027-09-30 13 pm',
  '2027-09-30T14:05:00Z',
  '5',
  'abc',
  '2027-09-30 1',
])('“%s” is no moment', (typed) => {
  expect(readMoment(typed, context)).toBeNull()
})
