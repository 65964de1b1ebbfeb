import { notifications } from '@mantine/notifications'
import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { CallError, showError, useChange } from './calls.ts'
import { flushAll, markSaved, markUnsaved } from './save-state.ts'

/** A field that has unsaved typing undoes that first, by itself. */
const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('input, textarea') !== null

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
      if (kind === null || isTyping(event.target)) return
      event.preventDefault()
      void step(kind)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [step])
  return step
}
