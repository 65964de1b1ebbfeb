import { colourOf } from './colour.ts'
import { type Fault, faultOf } from './fault.ts'
import type { Box } from './reach.ts'

/** What lies over a part of the window on purpose and goes away by itself. */
const passing = '.mantine-Notification-root, .mantine-Tooltip-tooltip'

/** Looks at the middle and the corners of what is to be seen: what is met there first must be the thing itself, or what it lies in. */
export function coveredAt(element: Element, box: Box, inset: number): Fault[] {
  const across = Math.min(inset, (box.right - box.left) / 4)
  const down = Math.min(inset, (box.bottom - box.top) / 4)
  const points = [
    [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
    [box.left + across, box.top + down],
    [box.right - across, box.top + down],
    [box.left + across, box.bottom - down],
    [box.right - across, box.bottom - down],
  ] as const
  for (const [x, y] of points) {
    const cover = coverOf(element, x, y)
    if (cover) return [faultOf('covered', element, `at ${Math.round(x)}, ${Math.round(y)} by ${faultOf('covered', cover, '').where}`)]
  }
  return []
}

function coverOf(element: Element, x: number, y: number): Element | undefined {
  for (const met of document.elementsFromPoint(x, y)) {
    if (met === element || met.contains(element) || element.contains(met) || areOneControl(met, element)) return undefined
    if (met.closest(passing) || isPaneOverWork(met) || staysInPlace(met, element)) return undefined
    if (paints(met, x, y)) return met
  }
  return undefined
}

/** A box and its tick, a word and the mark beside it, a label and its field. */
const areOneControl = (one: Element, other: Element): boolean => {
  if (other instanceof HTMLInputElement && other.parentElement?.contains(one)) return true
  if (one.parentElement === other.parentElement && getComputedStyle(one).display === 'inline' && one.matches('mark')) return true
  const label = one.closest('label') ?? other.closest('label')
  return (label?.contains(one) ?? false) && (label?.contains(other) ?? false)
}

/** On a narrow window the side panel takes the place of the work. */
function isPaneOverWork(element: Element): boolean {
  const pane = element.closest('aside')
  const work = element.closest('main')
  if (!pane || !work || getComputedStyle(pane).position !== 'absolute') return false
  return pane.getBoundingClientRect().width >= work.getBoundingClientRect().width - 1
}

/** A head or a first column that stays in place, over what was scrolled under it. */
function staysInPlace(cover: Element, element: Element): boolean {
  for (let each: Element | null = cover; each && !each.contains(element); each = each.parentElement) {
    if (getComputedStyle(each).position === 'sticky') {
      const scroller = scrollerOf(each)
      return scroller !== null && (scroller.scrollTop > 0 || scroller.scrollLeft > 0)
    }
  }
  return false
}

function scrollerOf(element: Element): Element | null {
  for (let each = element.parentElement; each; each = each.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(each).overflow)) return each
  }
  return null
}

function paints(element: Element, x: number, y: number): boolean {
  const style = getComputedStyle(element)
  if (Number(style.opacity) === 0) return false
  if (element instanceof SVGSVGElement) return false
  if ((element instanceof SVGElement && style.fill === 'none') || element instanceof SVGLineElement) return false
  if (element instanceof SVGElement) return colourOf(style.fill)[3] * Number(style.fillOpacity) > 0.3
  if (element.matches('img, canvas, video, textarea')) return true
  if (element.matches('input')) return style.backgroundColor !== 'rgba(0, 0, 0, 0)'
  if (colourOf(style.backgroundColor)[3] > 0.3 || /url|gradient/.test(style.backgroundImage)) return !element.matches('[data-more]')
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && hasLettersAt(node, x, y))
}

function hasLettersAt(node: Node, x: number, y: number): boolean {
  if (!node.textContent?.trim()) return false
  const range = document.createRange()
  range.selectNodeContents(node)
  return [...range.getClientRects()].some(
    (rect) => x >= rect.left && x <= rect.right && y >= rect.top + rect.height * 0.2 && y <= rect.bottom - rect.height * 0.1,
  )
}
