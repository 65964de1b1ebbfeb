import { addDays } from '../../../src-main/contract/days.ts'

/** Pixels of a day by how near one looks: months, weeks, days. */
export const zooms = [3, 5, 9, 16] as const

export interface Span {
  startOn: string
  endOn: string
}

/** What a person does to a bar: both ends together, or one of them; an end never passes the other. */
export type Handle = 'move' | 'start' | 'end'

export function changed({ startOn, endOn }: Span, handle: Handle, by: number): Span {
  if (handle === 'move') return { startOn: addDays(startOn, by), endOn: addDays(endOn, by) }
  if (handle === 'start') {
    const start = addDays(startOn, by)
    return { startOn: start > endOn ? endOn : start, endOn }
  }
  const end = addDays(endOn, by)
  return { startOn, endOn: end < startOn ? startOn : end }
}

/** The first days of the months that touch a span. */
export function monthsOf({ startOn, endOn }: Span): string[] {
  const months: string[] = []
  for (let month = `${startOn.slice(0, 7)}-01`; month <= endOn; month = `${addDays(month, 32).slice(0, 7)}-01`) months.push(month)
  return months
}
