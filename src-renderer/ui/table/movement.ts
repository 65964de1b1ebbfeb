import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Line } from './lines.ts'

/** Pixels, before a line was measured. */
const groupHeight = 34
const headerHeight = 34
/** Pixels of rows that are drawn beyond each edge: more than a screen, so that scrolling finds them there even where a frame comes late. */
const reserve = 1100

export interface Movement {
  virtualizer: Virtualizer<HTMLDivElement, Element>
  /** Line that Tab leads to. */
  tabStop: number
  /** Says that a row has the focus. */
  activate: (id: string) => void
  indexOf: (id: string) => number
  focusIndex: (index: number) => void
  /** The line that a key leads to from another; undefined for keys that do not move. */
  target: (key: string, from: number) => number | undefined
}

/** Where a person is in the table. The row that has the focus is always drawn, however far the others are scrolled: its keys go on working. */
export function useMovement<Row>(
  lines: Line<Row>[],
  rowId: (row: Row) => string,
  scroller: RefObject<HTMLDivElement | null>,
  rowHeight: number,
): Movement {
  const [active, setActive] = useState<string | null>(null)
  const isSettled = useSettled()
  const places = useMemo(() => new Map(lines.map((line, index) => [keyOf(line, rowId), index])), [lines, rowId])
  const indexOf = (id: string) => places.get(id) ?? -1
  // The virtualizer works out the places of all lines anew whenever it is given another function here.
  const getItemKey = useCallback((index: number) => keyOf(lines[index], rowId), [lines, rowId])
  const activeIndex = active === null ? -1 : indexOf(active)
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'group' ? groupHeight : rowHeight),
    overscan: isSettled ? Math.ceil(reserve / rowHeight) : 1,
    scrollPaddingEnd: headerHeight,
    getItemKey,
    rangeExtractor: (range) => withLine(range, activeIndex),
  })
  const firstRow = useMemo(() => lines.findIndex((line) => line.kind === 'row'), [lines])
  const tabStop = activeIndex >= 0 ? activeIndex : firstRow
  const focusIndex = (index: number) => {
    const line = lines[index]
    if (line?.kind !== 'row') return
    setActive(rowId(line.row))
    virtualizer.scrollToIndex(index, { align: 'auto' })
    // The row may be drawn only after the table has moved to it.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(rowId(line.row))}"]`)?.focus()),
    )
  }
  const step = (from: number, by: number): number => {
    const direction = Math.sign(by) || 1
    let index = Math.min(lines.length - 1, Math.max(0, from + by))
    while (lines[index] !== undefined && lines[index]?.kind !== 'row') index += direction
    return lines[index]?.kind === 'row' ? index : from
  }
  const target = (key: string, from: number): number | undefined => {
    if (key === 'Home') return step(-1, 1)
    if (key === 'End') return step(lines.length, -1)
    const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {}
    const page = Math.max(1, endIndex - startIndex - 1)
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }
    const by = moves[key]
    return by === undefined ? undefined : step(from, by)
  }
  useFocusStays(scroller, activeIndex, (index) => focusIndex(step(index + 1, -1)))
  return { virtualizer, tabStop, activate: setActive, indexOf, focusIndex, target }
}

/** The first thing that is painted are the rows in sight; those beyond are drawn when that is done. */
function useSettled(): boolean {
  const [isSettled, setIsSettled] = useState(false)
  useEffect(() => startTransition(() => setIsSettled(true)), [])
  return isSettled
}

function withLine(range: Range, index: number): number[] {
  const drawn = defaultRangeExtractor(range)
  return index < 0 || index >= range.count || drawn.includes(index) ? drawn : [...drawn, index].sort((a, b) => a - b)
}

function keyOf<Row>(line: Line<Row> | undefined, rowId: (row: Row) => string): string {
  if (!line) return ''
  return line.kind === 'group' ? `group ${line.title}` : rowId(line.row)
}

/** Where the row that has the focus is gone (removed, filtered out), the one in its place gets it. */
function useFocusStays(scroller: RefObject<HTMLDivElement | null>, activeIndex: number, focusNear: (index: number) => void): void {
  const last = useRef({ index: -1, hadFocus: false })
  useEffect(() => {
    const { index, hadFocus } = last.current
    const focused = document.activeElement
    if (activeIndex < 0 && index >= 0 && hadFocus && (focused === null || focused === document.body)) focusNear(index)
    const isInside = focused instanceof HTMLElement && (scroller.current?.contains(focused) ?? false)
    last.current = { index: activeIndex, hadFocus: isInside }
  })
}

/** Milliseconds in which a menu that closes gives the focus back to its button. */
const menusClose = 150

/** What is done with selected rows stands above them only while there are some: when it goes with the focus inside, the rows get it back. */
export function useFocusAfterSelection(count: number, focusRows: () => void): void {
  const before = useRef(count)
  const focus = useRef(focusRows)
  useEffect(() => {
    focus.current = focusRows
  })
  useEffect(() => {
    const isOver = before.current > 0 && count === 0
    before.current = count
    if (!isOver) return
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) focus.current()
    }, menusClose)
    return () => clearTimeout(timer)
  }, [count])
}
