const dayLength = 86_400_000

const twoDigits = (number: number) => String(number).padStart(2, '0')

/** The calendar day of a moment where this machine is, ISO 8601: what a person there calls today. */
export const localDay = (moment: Date): string =>
  `${String(moment.getFullYear()).padStart(4, '0')}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`

/**
 * The day of a date that stands for a calendar day by its midnight in UTC, as arithmetic with days makes it. Never for a moment: what is
 * today here may be yesterday or tomorrow in UTC.
 */
export const dayOf = (midnight: Date): string => midnight.toISOString().slice(0, 10)

/** The day so many days after another, both ISO 8601. */
export const addDays = (day: string, count: number): string => dayOf(new Date(Date.parse(day) + count * dayLength))

/** Days between two calendar days; negative where the second is the earlier one. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayLength)
