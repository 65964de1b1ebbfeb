import { useSyncExternalStore } from 'react'

/** What the top line says: typed or under way and not on the disk yet, not saved for a reason, or all saved. */
export type SaveState = { kind: 'saved' } | { kind: 'saving' } | { kind: 'failed'; reason: string }

const unsaved = new Set<symbol>()
const failures = new Map<symbol, string>()
const listeners = new Set<() => void>()
const flushers = new Set<() => Promise<void>>()
let state: SaveState = { kind: 'saved' }

function publish(): void {
  const [reason] = failures.values()
  const next: SaveState = reason !== undefined ? { kind: 'failed', reason } : unsaved.size > 0 ? { kind: 'saving' } : { kind: 'saved' }
  if (next.kind === state.kind && (next.kind !== 'failed' || (state.kind === 'failed' && state.reason === next.reason))) return
  state = next
  for (const listener of listeners) listener()
}

/** Something is not on the disk yet, from the first keystroke on; "saved" is shown only when nothing of this kind is left. */
export function markUnsaved(key: symbol): void {
  unsaved.add(key)
  publish()
}

export function markSaved(key: symbol): void {
  unsaved.delete(key)
  failures.delete(key)
  publish()
}

export function markFailed(key: symbol, reason: string): void {
  failures.set(key, reason)
  publish()
}

/** Fields that keep text for a moment are told to hand it over: before an undo, when the window is left. Returns what ends it. */
export function onFlush(flush: () => Promise<void>): () => void {
  flushers.add(flush)
  return () => flushers.delete(flush)
}

/** Hands over everything that was typed; resolves when it is on the disk. */
export async function flushAll(): Promise<void> {
  await Promise.all([...flushers].map((flush) => flush()))
}

export const isAllSaved = (): boolean => state.kind === 'saved'

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSaveState = (): SaveState => useSyncExternalStore(subscribe, () => state)

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void flushAll()
})
window.addEventListener('beforeunload', (event) => {
  if (state.kind === 'saved') return
  void flushAll()
  event.preventDefault()
})
