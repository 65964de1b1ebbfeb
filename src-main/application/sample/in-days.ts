/** The day so many days from today, ISO 8601, so that the sample is never stale; null stays null. */
export function inDays(count: number | null): string | null {
  if (count === null) return null
  const date = new Date()
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}
