/** What may lie over the work: while one is open, it is what a person looks at. */
const overlays = '.mantine-Modal-content, .mantine-Spotlight-content, [class*="mantine-"][class*="-dropdown"]'

/** The window's uppermost layer: the menu, popover or dialog that is open, or everything. */
export function uppermost(): Element {
  const open = [...document.querySelectorAll(overlays)].filter((each) => isShown(each) && each.getBoundingClientRect().height > 0)
  return open.sort((one, other) => depthOf(one) - depthOf(other)).at(-1) ?? document.body
}

function depthOf(element: Element): number {
  for (let each: Element | null = element; each; each = each.parentElement) {
    const depth = Number(getComputedStyle(each).zIndex)
    if (!Number.isNaN(depth) && depth > 0) return depth
  }
  return 0
}

/** It is meant to be seen: neither hidden, nor there for a screen reader alone. */
export function isShown(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
  for (let each: Element | null = element; each; each = each.parentElement) if (isForReadersAlone(each)) return false
  return true
}

function isForReadersAlone(element: Element): boolean {
  const style = getComputedStyle(element)
  if (style.clipPath === 'inset(50%)' || style.clip === 'rect(0px, 0px, 0px, 0px)' || style.clip === 'rect(1px, 1px, 1px, 1px)') return true
  const { width, height, bottom } = element.getBoundingClientRect()
  // Where a chart measures its words.
  if (bottom < -10_000) return true
  return width <= 1 && height <= 1 && style.overflow === 'hidden' && style.position === 'absolute'
}

const controls =
  'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"]), [role="option"], [role="tab"], [role="menuitem"], [role="checkbox"], [role="radio"], [role="switch"]'

/** What can be pressed, chosen or written in. A box that is drawn by its label is looked at there. */
export const controlsIn = (root: Element): Element[] =>
  [...root.querySelectorAll(controls)].filter(
    (each) => isShown(each) && !isDrawnByLabel(each) && !each.matches('main, [role="presentation"]'),
  )

/** The radio of a segmented control, the field of a switch, the file field behind a button: the library lays a label over them. */
function isDrawnByLabel(element: Element): boolean {
  if (!(element instanceof HTMLInputElement)) return false
  if (element.type === 'file' || element.type === 'hidden') return true
  if (element.type !== 'radio' && element.type !== 'checkbox') return false
  const { width, height } = element.getBoundingClientRect()
  return (width <= 1 || height <= 1) && (element.labels?.length ?? 0) > 0
}

export interface Line {
  element: Element
  rect: DOMRect
}

/** Each line of text, with the box of its letters: what a font keeps above and below them is air. */
export function linesIn(root: Element): Line[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const lines: Line[] = []
  const seen = new Map<Element, boolean>()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!element || !node.textContent?.trim() || element.closest('style, script, noscript, title, option, textarea')) continue
    const isToBeSeen = seen.get(element) ?? isShown(element)
    seen.set(element, isToBeSeen)
    if (!isToBeSeen) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const rect of range.getClientRects()) lines.push({ element, rect: lettersOf(rect) })
  }
  return lines
}

export function lettersOf(rect: DOMRect): DOMRect {
  return new DOMRect(rect.x, rect.y + rect.height * 0.21, rect.width, rect.height * 0.73)
}
