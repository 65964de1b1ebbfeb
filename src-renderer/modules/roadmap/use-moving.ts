import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import type { TaskRow } from '../../../src-main/contract/roadmap.ts'
import { onFlush } from '../../app/save-state.ts'
import { changed, type Handle, type Span } from './scale.ts'

interface Moving {
  task: TaskRow
  handle: Handle
  by: number
}

/** Milliseconds after the last key until a move by keys is written: ten steps are one change. */
const pause = 500

/** Moves and resizes bars by the mouse and by keys; `commit` gets the new dates once, at the end. */
export function useMoving(dayWidth: number, commit: (task: TaskRow, span: Span) => Promise<unknown>, open: (task: TaskRow) => void) {
  const [moving, setMoving] = useState<Moving | null>(null)
  const latest = useRef<Moving | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const drag = useRef<{ x: number; handle: Handle } | null>(null)
  const show = (next: Moving | null) => {
    latest.current = next
    setMoving(next)
  }
  const finish = async () => {
    clearTimeout(timer.current)
    const last = latest.current
    show(null)
    if (last && last.by !== 0) await commit(last.task, changed(last.task, last.handle, last.by))
  }
  const end = useRef(finish)
  useEffect(() => {
    end.current = finish
  })
  useEffect(() => () => void end.current(), [])
  // An undo right after a key takes this move back, not the change before it.
  useEffect(() => onFlush(() => end.current()), [])
  const step = (task: TaskRow, handle: Handle, by: number) => {
    const last = latest.current
    if (last && (last.task.id !== task.id || last.handle !== handle)) void finish()
    const now = latest.current
    show({ task, handle, by: (now?.by ?? 0) + by })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void end.current(), pause)
  }
  const keys = (event: KeyboardEvent<HTMLElement>, task: TaskRow): boolean => {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (direction === undefined || event.altKey) return false
    event.preventDefault()
    const resizes = event.shiftKey && task.kind !== 'milestone'
    step(task, resizes ? 'end' : 'move', direction * (event.ctrlKey || event.metaKey ? 7 : 1))
    return true
  }
  const pointer = (task: TaskRow) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      void finish()
      const edge = event.target instanceof HTMLElement ? event.target.dataset.edge : undefined
      drag.current = { x: event.clientX, handle: edge === 'start' || edge === 'end' ? edge : 'move' }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!drag.current) return
      const by = Math.round((event.clientX - drag.current.x) / dayWidth)
      if (by !== (latest.current?.by ?? 0)) show({ task, handle: drag.current.handle, by })
    },
    onPointerUp: () => {
      if (!drag.current) return
      drag.current = null
      if (latest.current && latest.current.by !== 0) void finish()
      else {
        show(null)
        open(task)
      }
    },
    onPointerCancel: () => {
      drag.current = null
      show(null)
    },
    onBlur: () => {
      if (!drag.current) void finish()
    },
  })
  const spanOf = (task: TaskRow): Span => (moving?.task.id === task.id ? changed(task, moving.handle, moving.by) : task)
  return { spanOf, isMoving: (task: TaskRow) => moving?.task.id === task.id, keys, pointer }
}
