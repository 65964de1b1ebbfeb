import { coveredAt } from './covered.ts'
import { type Fault, faultOf } from './fault.ts'
import { reachOf } from './reach.ts'
import { type Line, linesIn } from './shown.ts'

/** CSS pixels below which type is not read at arm's length. */
const smallestType = 11
/** Distance of two lines, in heights of the type, below which they touch. */
const tightestLines = 1.15

/** Letters of a word that is never broken. */
const shortWord = 10

/** Every line of text is whole, in reach, under nothing, and large enough. */
export function textFaults(root: Element): Fault[] {
  const lines = linesIn(root)
  return [...lines.flatMap(placeFaults), ...typeFaults(lines), ...spacingFaults(lines), ...brokenFaults(lines)]
}

function placeFaults({ element, rect }: Line): Fault[] {
  // The end of a line has no width; a text without any has a box of nothing.
  if (rect.width === 0 || rect.height === 0) {
    const box = element.getBoundingClientRect()
    return box.width === 0 || box.height === 0 ? [faultOf('no-size', element, 'text without a size')] : []
  }
  const reach = reachOf(element, rect, 'content')
  if (reach.kind === 'outside') return [faultOf('outside', element, `${reach.pixels} px beyond the window`)]
  if (reach.kind === 'cut' && !isShortened(reach.by))
    return [faultOf('cut', element, `${reach.pixels} px beyond ${faultOf('cut', reach.by, '').where.split(' "')[0]}`)]
  if (reach.kind !== 'seen' || reach.box.right - reach.box.left < 3 || reach.box.bottom - reach.box.top < 8) return []
  return coveredAt(element, reach.box, 3)
}

/** Cut on purpose, with an ellipsis, and the whole words come up where the pointer rests. */
function isShortened(box: Element): boolean {
  const style = getComputedStyle(box)
  const hasEllipsis = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
  return hasEllipsis && saysItselfWhole(box)
}

/** As a pointer over it would find it. */
export function saysItselfWhole(element: Element): boolean {
  element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
  return element.closest('[title]:not([title=""])') !== null
}

function typeFaults(lines: Line[]): Fault[] {
  const elements = new Set(lines.map(({ element }) => element))
  return [...elements].flatMap((element) => {
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * scaleOf(element)
    return size < smallestType - 0.05 ? [faultOf('small', element, `${size.toFixed(1)} px`)] : []
  })
}

/** A picture that is drawn smaller than it was made has smaller letters. */
function scaleOf(element: Element): number {
  if (!(element instanceof SVGGraphicsElement)) return 1
  const matrix = element.getScreenCTM()
  return matrix ? Math.hypot(matrix.a, matrix.b) : 1
}

function spacingFaults(lines: Line[]): Fault[] {
  const tops = new Map<Element, number[]>()
  for (const { element, rect } of lines) tops.set(element, [...(tops.get(element) ?? []), rect.top])
  return [...tops].flatMap(([element, all]) => {
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    const steps = all.slice(1).map((top, index) => top - (all[index] ?? 0))
    const tightest = Math.min(...steps.filter((step) => step > size * 0.5))
    return tightest < size * tightestLines ? [faultOf('tight', element, `lines of ${size} px are ${tightest.toFixed(1)} px apart`)] : []
  })
}

/** A word of a few letters that takes several lines has no room at all. */
function brokenFaults(lines: Line[]): Fault[] {
  const counts = new Map<Element, number>()
  for (const { element } of lines) counts.set(element, (counts.get(element) ?? 0) + 1)
  return [...counts].flatMap(([element, count]) => {
    const words = element.childElementCount === 0 ? (element.textContent?.trim() ?? '') : ''
    const isBroken = count > 1 && words.length > 0 && words.length <= shortWord && !/\s/.test(words)
    const tops = new Set(lines.flatMap((line) => (line.element === element ? [Math.round(line.rect.top)] : [])))
    return isBroken && tops.size > 1 ? [faultOf('broken', element, `${words.length} letters on ${tops.size} lines`)] : []
  })
}
