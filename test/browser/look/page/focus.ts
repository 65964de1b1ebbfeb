import { type Fault, faultOf } from './fault.ts'
import { areaOf } from './reach.ts'
import { controlsIn } from './shown.ts'

const signs = [
  'outlineStyle',
  'outlineWidth',
  'outlineColor',
  'boxShadow',
  'borderTopColor',
  'borderBottomColor',
  'backgroundColor',
  'color',
] as const

/** One control of each kind takes the focus: something must change that can be seen. */
export function focusFaults(root: Element): Fault[] {
  const before = document.activeElement
  const kinds = new Map<string, HTMLElement>()
  for (const control of controlsIn(root)) {
    if (!(control instanceof HTMLElement) || control.matches(':disabled')) continue
    const kind = `${control.tagName} ${control.className} ${control.getAttribute('role') ?? ''} ${control.parentElement?.className ?? ''}`
    if (!kinds.has(kind)) kinds.set(kind, control)
  }
  const faults = [...kinds.values()].flatMap((control) => [...signFaults(control)])
  faults.push(...headFaults(root))
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  return faults
}

function signFaults(control: HTMLElement): Fault[] {
  const drawn = drawnFor(control)
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  const places = scrolledAround(control)
  const quiet = drawn.map(signOf)
  control.focus({ focusVisible: true, preventScroll: true } as FocusOptions)
  if (document.activeElement !== control) return []
  const isSeen = drawn.some((element, index) => signOf(element) !== quiet[index] && hasInk(element))
  control.blur()
  for (const { box, left, top } of places) box.scrollTo(left, top)
  return isSeen ? [] : [faultOf('unseen-focus', control, 'nothing about it changes with the focus')]
}

/** The control, what it holds and what holds it: a ring may be drawn on any of them. */
function drawnFor(control: HTMLElement): Element[] {
  const around: Element[] = []
  for (let each = control.parentElement; each && around.length < 2; each = each.parentElement) around.push(each)
  const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : []
  return [control, ...around, ...labels, ...[...control.querySelectorAll('*')].slice(0, 24), ...(control.parentElement?.children ?? [])]
}

const signOf = (element: Element): string => {
  const style = getComputedStyle(element)
  return signs.map((name) => style[name]).join('|')
}

function hasInk(element: Element): boolean {
  const style = getComputedStyle(element)
  const hasOutline =
    style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1 && !/, 0\)$|transparent/.test(style.outlineColor)
  return (
    hasOutline ||
    style.boxShadow !== 'none' ||
    Number.parseFloat(style.borderTopWidth) > 0 ||
    Number.parseFloat(style.borderBottomWidth) > 0 ||
    style.backgroundColor !== 'rgba(0, 0, 0, 0)'
  )
}

function scrolledAround(element: Element): { box: Element; left: number; top: number }[] {
  const boxes = []
  for (let box = element.parentElement; box; box = box.parentElement) boxes.push({ box, left: box.scrollLeft, top: box.scrollTop })
  return boxes
}

/** A row that comes into view by the focus does not stop under the head that stays in place. */
function headFaults(root: Element): Fault[] {
  return [...root.querySelectorAll('thead')].flatMap((head) => {
    const cell = head.querySelector('th')
    const scroller = scrollerOf(head)
    if (!cell || !scroller || getComputedStyle(cell).position !== 'sticky' || scroller.scrollHeight <= scroller.clientHeight + 40) return []
    const { scrollTop } = scroller
    const row = [...scroller.querySelectorAll<HTMLElement>('tr[tabindex]')].at(2)
    if (!row) return []
    // Half of the row is above the edge: the browser brings it in by as little as it takes.
    scroller.scrollTop += row.getBoundingClientRect().top + row.offsetHeight / 2 - areaOf(scroller).top
    row.focus()
    const hidden = cell.getBoundingClientRect().bottom - row.getBoundingClientRect().top
    scroller.scrollTop = scrollTop
    return hidden > 2 ? [faultOf('covered', row, `${Math.round(hidden)} px of it under the head, with the focus`)] : []
  })
}

function scrollerOf(element: Element): Element | null {
  for (let each = element.parentElement; each; each = each.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(each).overflowY)) return each
  }
  return null
}
