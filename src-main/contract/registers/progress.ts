interface Amounts {
  baseline: number | null
  current: number | null
  target: number | null
}

/**
 * How much of the way from the baseline to the target is done, in whole per cent from 0 to 100; a target below the baseline is reached by
 * falling. Null while one of them is not known, or where there is no way to go. Without a baseline the way begins at nothing.
 */
export function progressOf({ baseline, current, target }: Amounts): number | null {
  const start = baseline ?? 0
  if (current === null || target === null || target === start) return null
  const share = (current - start) / (target - start)
  return Math.round(Math.min(1, Math.max(0, share)) * 100)
}

const amount = (value: unknown) => (typeof value === 'number' ? value : null)

/** The same for the fields of an entry, whatever they are. */
export const progressOfFields = (fields: Readonly<Record<string, unknown>>) =>
  progressOf({ baseline: amount(fields.baseline), current: amount(fields.current), target: amount(fields.target) })
