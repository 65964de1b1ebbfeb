import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Line } from './DependencyLines.tsx'

/** Pixels of a line of the chart. */
export const heights = { row: 32, group: 30 }

/** Lines that are drawn beyond each edge, so that scrolling finds them there. */
const reserve = 16

/** The lines of the chart that are in sight, and always the one that Tab leads to: a plan of hundreds of tasks stays light. */
export function useVisible(scroller: RefObject<HTMLElement | null>, lines: readonly Line[], openId: string | null) {
  const [active, setActive] = useState<string | null>(null)
  const indexes = useMemo(
    () => new Map(lines.flatMap((line, index) => (line.kind === 'task' ? [[line.task.id, index] as const] : []))),
    [lines],
  )
  const [first] = indexes.keys()
  const tabStop = [active, openId].find((id) => id !== null && indexes.has(id)) ?? first
  const stopIndex = indexes.get(tabStop ?? '') ?? 0
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'group' ? heights.group : heights.row),
    overscan: reserve,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), stopIndex])].sort((a, b) => a - b),
  })
  const focusTask = (id: string | undefined) => {
    if (id === undefined || !indexes.has(id)) return
    // It may be out of sight and not be drawn yet.
    flushSync(() => setActive(id))
    scroller.current?.querySelector<HTMLElement>(`[data-task="${CSS.escape(id)}"]`)?.focus()
  }
  return { drawn: virtualizer.getVirtualItems().flatMap(({ index }) => lines[index] ?? []), tabStop, focusTask, setActive }
}
