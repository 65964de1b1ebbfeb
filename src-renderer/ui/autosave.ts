import { useEffect, useSyncExternalStore } from 'react'
import { draftOf, type FieldValue } from './draft.ts'

/**
 * Keeps what is typed in a field and saves it after a short pause, when the field is left, and when the window is. `identity` names the
 * record and field: another one is another text.
 */
export function useAutosave(identity: string, value: FieldValue, save: (value: FieldValue) => Promise<unknown>) {
  const draft = draftOf(identity, value)
  const { text, failure } = useSyncExternalStore(draft.subscribe, draft.state)
  useEffect(() => {
    draft.save = save
    draft.receive(value)
  })
  return { draft: text, change: draft.change, flush: draft.flush, restore: draft.restore, failure }
}
