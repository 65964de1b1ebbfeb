import { dayOf } from '../../contract/days.ts'

const dayLength = 86_400_000

/** A scale from days to points. */
export function timeScale(from: string, to: string, left: number, width: number): (day: string, after?: number) => number {
  const [start, end] = [Date.parse(from), Date.parse(to) + dayLength]
  return (day, after = 0) => left + ((Date.parse(day) + after * dayLength - start) / (end - start)) * width
}

/** The first days of the months within a span, with what to print: the year with its first month, the number of the others. */
export function monthsBetween(from: string, to: string): { day: string; label: string }[] {
  const months: { day: string; label: string }[] = []
  const month = new Date(`${from.slice(0, 7)}-01`)
  for (; dayOf(month) <= to; month.setUTCMonth(month.getUTCMonth() + 1)) {
    const day = dayOf(month)
    if (day < from) continue
    months.push({ day, label: months.length === 0 || day.endsWith('-01-01') ? day.slice(0, 7) : day.slice(5, 7) })
  }
  return months
}
