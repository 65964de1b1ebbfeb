import { addDays, localDay } from '../../contract/days.ts'

/** The day so many days from today, ISO 8601, so that the sample is never stale; null stays null. */
export const inDays = (count: number | null): string | null => (count === null ? null : addDays(localDay(new Date()), count))
