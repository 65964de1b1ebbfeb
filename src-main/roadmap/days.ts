const dayLength = 86_400_000

/** Days between two calendar days; negative where the second is the earlier one. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayLength)

export const addDays = (day: string, count: number): string => new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10)

export const later = (a: string, b: string): string => (a > b ? a : b)
export const earlier = (a: string, b: string): string => (a < b ? a : b)

/** The first and the last of some days; null where there are none. */
export const firstOf = (days: readonly string[]): string | null =>
  days.reduce<string | null>((a, b) => (a === null ? b : earlier(a, b)), null)
export const lastOf = (days: readonly string[]): string | null => days.reduce<string | null>((a, b) => (a === null ? b : later(a, b)), null)
