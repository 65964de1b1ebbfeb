import { addDays } from '../contract/days.ts'

/** Days on which nobody in Europe works, whatever the country: 1 January, 25 and 26 December. */
const holidays: ReadonlySet<string> = new Set(['01-01', '12-25', '12-26'])

const isWorkingDay = (day: string): boolean => {
  const weekday = new Date(day).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.has(day.slice(5))
}

/** The day itself, or the next one on which people work; where that would be after `latest`, the last one before it. */
export function workingDay(day: string, latest: string | null = null): string {
  let next = day
  while (!isWorkingDay(next)) next = addDays(next, 1)
  if (latest === null || next <= latest) return next
  let last = latest < day ? latest : day
  while (!isWorkingDay(last)) last = addDays(last, -1)
  return last
}
