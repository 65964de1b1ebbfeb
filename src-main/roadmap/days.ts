export const later = (a: string, b: string): string => (a > b ? a : b)
export const earlier = (a: string, b: string): string => (a < b ? a : b)

/** The first and the last of some days; null where there are none. */
export const firstOf = (days: readonly string[]): string | null =>
  days.reduce<string | null>((a, b) => (a === null ? b : earlier(a, b)), null)
export const lastOf = (days: readonly string[]): string | null => days.reduce<string | null>((a, b) => (a === null ? b : later(a, b)), null)
