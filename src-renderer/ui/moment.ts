import dayjs from 'dayjs'

/** A point in time as every list shows it, in the laptop's own time zone: `2026-11-24 14:05`. Dates elsewhere are written alike, so that they sort and align. */
export const moment = (at: string): string => dayjs(at).format('YYYY-MM-DD HH:mm')

/** A moment as a picker has it: local, without a zone. */
export const toLocal = (at: string): string => dayjs(at).format('YYYY-MM-DD HH:mm:ss')

/** A local date and time as a moment in UTC. */
export const fromLocal = (local: string): string => dayjs(local).toISOString()
