import { useCallback, useState } from 'react'

export type Selection = ReadonlySet<string>

export const noRows: Selection = new Set()

/**
 * The rows that are selected in a table. `unselect(done)` takes away the selection that something was done with, and leaves one that a
 * person has made since, while it was being done.
 */
export function useSelection() {
  const [selected, select] = useState(noRows)
  const unselect = useCallback((done: Selection) => select((now) => (now === done ? noRows : now)), [])
  return { selected, select, unselect }
}
