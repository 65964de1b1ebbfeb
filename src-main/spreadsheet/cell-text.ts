/** Digits that a spreadsheet keeps, and shows: beyond them is the noise of its arithmetic. */
const numbers = new Intl.NumberFormat('en', { useGrouping: false, maximumSignificantDigits: 15 })

/** A cell of a workbook as a person would write it: a day as 2026-11-24, with its time where it has one; a number without noise. */
export function cellText(value: unknown): string {
  if (value instanceof Date) return momentText(value)
  if (typeof value === 'number') return numbers.format(value)
  if (typeof value === 'boolean') return String(value).toUpperCase()
  return typeof value === 'string' ? value : ''
}

function momentText(moment: Date): string {
  if (Number.isNaN(moment.getTime())) return ''
  // Spreadsheets count in days: a time of 14:30 is kept as a hair less or more.
  const iso = new Date(Math.round(moment.getTime() / 1000) * 1000).toISOString()
  const [day = '', time = ''] = iso.slice(0, 19).split('T')
  const clock = time.endsWith(':00') ? time.slice(0, 5) : time
  if (day < '1900-01-01') return clock
  return time === '00:00:00' ? day : `${day} ${clock}`
}
