import { dayOf } from '../../contract/days.ts'

const dayLength = 86_400_000

/** A scale from days to points. */
export function timeScale(from: string, to: string, left: number, width: number): (day: string, after?: number) => number {
  const [start, end] = [Date.parse(from), Date.parse(to) + dayLength]
  return (day, after = 0) => left + ((Date.parse(day) + after * dayLength - start) / (end - start)) * width
}

/** The first days of the months within a span, with what to print: the year with its first month, the number of the others. */
function monthsBetween(from: string, to: string): { day: string; label: string }[] {
  const months: { day: string; label: string }[] = []
  const month = new Date(`${from.slice(0, 7)}-01`)
  for (; dayOf(month) <= to; month.setUTCMonth(month.getUTCMonth() + 1)) {
    const day = dayOf(month)
    if (day < from) continue
    months.push({ day, label: months.length === 0 || day.endsWith('-01-01') ? day.slice(0, 7) : day.slice(5, 7) })
  }
  return months
}

/** Points that the label of a year with its month takes, and that of a month. */
const labelRoom = { year: 36, month: 13 }

/** The months whose labels stand clear of each other: all of them, or in a long span the first of every so many years. */
export function labelledMonths(from: string, to: string, at: (day: string) => number): { day: string; label: string }[] {
  const months = monthsBetween(from, to)
  let free = Number.NEGATIVE_INFINITY
  const [first, second] = months
  const isDense = first !== undefined && second !== undefined && at(second.day) - at(first.day) < labelRoom.month
  return months.filter(({ day, label }) => {
    const isYear = label.length > 2
    const room = isYear ? labelRoom.year : labelRoom.month
    if (at(day) < free || at(day) + room > at(to) + labelRoom.month || (isDense && !isYear)) return false
    free = at(day) + (isYear ? labelRoom.year : 0)
    return true
  })
}
