import { useLayoutEffect, useRef, useState } from 'react'
import type { TraceLink } from '../../../src-main/contract/trace.ts'
import { keyOf } from './columns.ts'
import styles from './TraceScreen.module.css'

interface Line {
  id: string
  from: string
  to: string
  why: string
  path: string
}

/** The links as curves behind the items, measured from where the items are; they say nothing that the items do not say too. */
export function TraceLines({ links, lit }: { links: TraceLink[]; lit: string | null }) {
  const svg = useRef<SVGSVGElement>(null)
  const [lines, setLines] = useState<Line[]>([])
  useLayoutEffect(() => {
    const place = svg.current?.parentElement
    if (!place) return
    const measure = () => setLines(draw(place, links))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(place)
    return () => observer.disconnect()
  }, [links])
  return (
    <svg ref={svg} className={styles.lines} aria-hidden>
      {lines.map(({ id, from, to, why, path }) => (
        <path key={id} className={styles.line} data-lit={from === lit || to === lit} data-from={from} data-to={to} d={path}>
          <title>{why}</title>
        </path>
      ))}
    </svg>
  )
}

function draw(place: HTMLElement, links: TraceLink[]): Line[] {
  const origin = place.getBoundingClientRect()
  const boxes = new Map(
    [...place.querySelectorAll<HTMLElement>('[data-box]')].map((box) => {
      const { left, right, top, height } = box.getBoundingClientRect()
      return [box.dataset.box ?? '', { left: left - origin.left, right: right - origin.left, y: top - origin.top + height / 2 }]
    }),
  )
  return links.flatMap(({ from: start, to: end, why }) => {
    const [from, to] = [keyOf(start), keyOf(end)]
    const [a, b] = [boxes.get(from), boxes.get(to)]
    if (!a || !b) return []
    return { id: `${from} ${to}`, from, to, why, path: curve(a, b) }
  })
}

interface Box {
  left: number
  right: number
  y: number
}

/** From the right side of one to the left side of the other; within a column, a bow at its right side. */
function curve(a: Box, b: Box): string {
  if (a.left === b.left) {
    // The further apart, the wider the bow, so that bows beside each other are told apart.
    const reach = a.right + Math.min(88, 22 + Math.abs(a.y - b.y) / 12)
    return `M ${a.right} ${a.y} C ${reach} ${a.y}, ${reach} ${b.y}, ${b.right} ${b.y}`
  }
  const [start, end] = a.left < b.left ? [a, b] : [b, a]
  const bend = Math.max(22, (end.left - start.right) / 2)
  return `M ${start.right} ${start.y} C ${start.right + bend} ${start.y}, ${end.left - bend} ${end.y}, ${end.left} ${end.y}`
}
