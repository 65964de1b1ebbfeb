import { useCallback, useEffect, useRef, useState } from 'react'
import { markFailed, markSaved, markUnsaved, onFlush } from '../app/save-state.ts'

const pause = 300
const retryAfter = 3000

/**
 * Keeps what is typed in a field and saves it after a short pause, when the field is left, and when the window is. A late answer never
 * overwrites newer typing; a save that fails keeps the text and tries again. `identity` names the record and field: another one is
 * another text.
 */
export function useAutosave<Value>(identity: string, value: Value, save: (value: Value) => Promise<unknown>) {
  const [draft, setDraft] = useState(value)
  const [failure, setFailure] = useState<string | null>(null)
  const latest = useRef({ identity, value, draft: value, dirty: false, save, saving: Promise.resolve() })
  const key = useRef(Symbol('field'))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current)
    const field = latest.current
    if (!field.dirty) return field.saving
    field.dirty = false
    const text = field.draft
    const saving = field.save(text).then(
      () => {
        if (!field.dirty) markSaved(key.current)
        setFailure(null)
      },
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        field.dirty = true
        markFailed(key.current, reason)
        setFailure(reason)
        timer.current = setTimeout(() => void flush(), retryAfter)
      },
    )
    field.saving = saving
    return saving
  }, [])

  if (latest.current.identity !== identity) {
    // The panel shows another record: the text of the one before is handed over with its own save.
    void flush()
    latest.current = { identity, value, draft: value, dirty: false, save, saving: Promise.resolve() }
    key.current = Symbol('field')
    setDraft(value)
  }
  latest.current.save = save

  useEffect(() => {
    const field = latest.current
    if (field.value === value) return
    field.value = value
    if (field.dirty) return
    field.draft = value
    setDraft(value)
  }, [value])

  useEffect(() => {
    const end = onFlush(flush)
    return () => {
      end()
      void flush()
    }
  }, [flush])

  const change = useCallback(
    (next: Value, options: { now?: boolean } = {}) => {
      const field = latest.current
      field.draft = next
      field.dirty = true
      markUnsaved(key.current)
      setDraft(next)
      clearTimeout(timer.current)
      if (options.now) void flush()
      else timer.current = setTimeout(() => void flush(), pause)
    },
    [flush],
  )
  return { draft, change, flush, failure }
}
