import { type RefObject, useEffect, useState } from 'react'
import styles from './SideEdge.module.css'

/** At the end of a box that scrolls to the side: a shadow for as long as there is more. It stands beside the box, in what both are placed in. */
export function SideEdge({ of }: { of: RefObject<HTMLElement | null> }) {
  const [hasMore, setHasMore] = useState(false)
  useEffect(() => {
    const box = of.current
    if (!box) return
    const look = () => setHasMore(box.scrollLeft + box.clientWidth < box.scrollWidth - 2)
    const observer = new ResizeObserver(look)
    for (const each of [box, ...box.children]) observer.observe(each)
    box.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      observer.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [of])
  return hasMore ? <div className={styles.edge} data-more aria-hidden /> : null
}
