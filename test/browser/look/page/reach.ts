export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export type Reach =
  /** Seen now, at least in part; `box` is the part. */
  | { kind: 'seen'; box: Box }
  /** Scrolling brings it in. */
  | { kind: 'scroll' }
  | { kind: 'cut'; by: Element; pixels: number }
  | { kind: 'outside'; pixels: number }

/** Parts of a pixel are rounding. */
const slack = 2.5

/** Follows a box outwards through everything that clips it; what an element holds, unlike its own box, is clipped by itself too. */
export function reachOf(element: Element, rect: Box, of: 'itself' | 'content' = 'itself'): Reach {
  let box: Box = { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom }
  let isAway = false
  for (const around of clippingAround(element, of)) {
    const style = getComputedStyle(around)
    const area = areaOf(around)
    for (const axis of ['x', 'y'] as const) {
      const overflow = axis === 'x' ? style.overflowX : style.overflowY
      if (overflow === 'visible') continue
      const beyond = beyondOf(box, area, axis)
      if (beyond <= slack) continue
      const canScroll = (overflow === 'auto' || overflow === 'scroll') && isInRange(around, box, area, axis)
      if (!canScroll) return { kind: 'cut', by: around, pixels: Math.round(beyond) }
      if (isApart(box, area, axis)) isAway = true
      box = clamped(box, area, axis)
    }
  }
  const outside = Math.max(-box.left, -box.top, box.right - innerWidth, box.bottom - innerHeight)
  if (outside > slack) return { kind: 'outside', pixels: Math.round(outside) }
  return isAway ? { kind: 'scroll' } : { kind: 'seen', box }
}

/** Ancestors that can clip it, from the inside out: a box that is placed by one further out is not clipped by those between. */
function* clippingAround(element: Element, of: 'itself' | 'content'): Generator<Element> {
  if (of === 'content' && clips(element)) yield element
  let position = getComputedStyle(element).position
  for (let each = element.parentElement; each && each !== document.documentElement; each = each.parentElement) {
    if (position === 'fixed' && !isHolding(each)) continue
    const style = getComputedStyle(each)
    if (position === 'absolute' && style.position === 'static' && !isHolding(each)) continue
    if (each !== document.body && clips(each)) yield each
    position = style.position
  }
}

function clips(element: Element): boolean {
  const { overflowX, overflowY, display } = getComputedStyle(element)
  return display !== 'inline' && (overflowX !== 'visible' || overflowY !== 'visible')
}

function isHolding(element: Element): boolean {
  const { transform, contain, containerType, willChange } = getComputedStyle(element)
  return transform !== 'none' || /paint|layout|strict|content/.test(contain) || containerType !== 'normal' || willChange === 'transform'
}

export function areaOf(element: Element): Box {
  const rect = element.getBoundingClientRect()
  const left = rect.left + element.clientLeft
  const top = rect.top + element.clientTop
  return { left, top, right: left + element.clientWidth, bottom: top + element.clientHeight }
}

const beyondOf = (box: Box, area: Box, axis: 'x' | 'y') =>
  axis === 'x' ? Math.max(area.left - box.left, box.right - area.right) : Math.max(area.top - box.top, box.bottom - area.bottom)

function isInRange(around: Element, box: Box, area: Box, axis: 'x' | 'y'): boolean {
  const from = axis === 'x' ? box.left - area.left + around.scrollLeft : box.top - area.top + around.scrollTop
  const to = axis === 'x' ? box.right - area.left + around.scrollLeft : box.bottom - area.top + around.scrollTop
  return from >= -slack && to <= (axis === 'x' ? around.scrollWidth : around.scrollHeight) + slack
}

const isApart = (box: Box, area: Box, axis: 'x' | 'y') =>
  axis === 'x' ? box.right <= area.left || box.left >= area.right : box.bottom <= area.top || box.top >= area.bottom

function clamped(box: Box, area: Box, axis: 'x' | 'y'): Box {
  const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))
  if (axis === 'x') return { ...box, left: within(box.left, area.left, area.right), right: within(box.right, area.left, area.right) }
  return { ...box, top: within(box.top, area.top, area.bottom), bottom: within(box.bottom, area.top, area.bottom) }
}
