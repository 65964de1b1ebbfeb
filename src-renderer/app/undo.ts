import { notifications } from '@mantine/notifications'
import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { CallError, showError, useChange } from './calls.ts'
import { flushAll, markSaved, markUnsaved } from './save-state.ts'

type TextField = HTMLInputElement | HTMLTextAreaElement

const textFieldOf = (target: EventTarget | null): TextField | null =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type))
    ? target
    : null

/** The text that a field had when the focus came, which its own undo leads back to. */
const textAtFocus = new WeakMap<TextField, string>()
document.addEventListener('focusin', ({ target }) => {
  const field = textFieldOf(target)
  if (field) textAtFocus.set(field, field.value)
})

/**
 * Says whether the key is the field's own. What is saved as it is typed is history of the program, which takes it back step by step; a
 * field that saves nothing yet, or was refused, takes back its typing by itself, and a dialog never undoes what lies under it.
 */
function isOfField(target: EventTarget | null): boolean {
  const field = textFieldOf(target)
  if (field === null || field.readOnly) return false
  if (field.closest('[aria-modal="true"], [data-position]') !== null) return true
  const isSavedAsTyped = field.dataset.autosaved !== undefined && field.getAttribute('aria-invalid') !== 'true'
  return !isSavedAsTyped && textAtFocus.get(field) !== field.value
}

/** Undo and redo over the history of the engagement, by keys and from menus. */
export function useUndo() {
  const { t } = useTranslation('shell')
  const { mutateAsync: undo } = useChange('engagement.undo', { quiet: true })
  const { mutateAsync: redo } = useChange('engagement.redo', { quiet: true })
  const step = useCallback(
    async (kind: 'undo' | 'redo') => {
      // From the key on: what waits is handed over first, and until then nothing tells that the step is still to come.
      const key = Symbol(kind)
      markUnsaved(key)
      try {
        await flushAll()
        const { label } = await (kind === 'undo' ? undo : redo)({})
        notifications.show({ message: t(kind === 'undo' ? 'undone' : 'redone', { label }), autoClose: 2500 })
      } catch (error) {
        if (error instanceof CallError && error.report.code.startsWith('nothing-to'))
          notifications.show({ message: error.message, autoClose: 6000 })
        else showError(error)
      } finally {
        markSaved(key)
      }
    },
    [t, undo, redo],
  )
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      const kind = key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' ? 'redo' : null
      if (kind === null || event.defaultPrevented || isOfField(event.target)) return
      event.preventDefault()
      void step(kind)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [step])
  return step
}
