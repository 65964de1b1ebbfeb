import dayjs from 'dayjs'
import { localDay } from '../../src-main/contract/days.ts'

/** A point in time as every list shows it, in the laptop's own time zone: `2026-11-24 14:05`. Dates elsewhere are written alike, so that they sort and align. */
export const moment = (at: string): string => dayjs(at).format('YYYY-MM-DD HH:mm')

/** A local date and time as a moment in UTC. */
export const fromLocal = (local: string): string => dayjs(local).toISOString()

/** The laptop's own day. */
export const today = (): string => localDay(new Date())

/** A day spelled out, so that nobody takes its month for its day. */
export const dayWords = (day: string): string => dayjs(day).format('ddd, D MMM YYYY')

/** The same of a moment. */
export const momentWords = (at: string): string => dayjs(at).format('ddd, D MMM YYYY, HH:mm')
