import { colourOf, contrast, groundOf, on } from './colour.ts'
import { type Fault, faultOf } from './fault.ts'
import { isShown, linesIn } from './shown.ts'

/** Contrast that words in a picture need; those of the page are looked at by axe. */
const readable = 4.5
/** Contrast below which a filled box and its ground are one. */
const one = 1.04

/** A tag that has the colour of its row is gone, as are words in a picture that are nearly as light as the paper. */
export function groundFaults(root: Element): Fault[] {
  return [...boxFaults(root), ...pictureFaults(root)]
}

function boxFaults(root: Element): Fault[] {
  return [...root.querySelectorAll('[class*="Badge-root"], [class*="Pill-root"], [class*="chip"]')].filter(isShown).flatMap((box) => {
    const style = getComputedStyle(box)
    const fill = colourOf(style.backgroundColor)
    const hasEdge = Number.parseFloat(style.borderTopWidth) > 0 && colourOf(style.borderTopColor)[3] > 0.2
    if (fill[3] < 0.02 || hasEdge || !box.textContent?.trim()) return []
    const ground = groundOf(box)
    const ratio = contrast(on(style.backgroundColor, ground), ground)
    return ratio < one ? [faultOf('faint', box, `${ratio.toFixed(2)} to 1 against its ground`)] : []
  })
}

function pictureFaults(root: Element): Fault[] {
  return linesIn(root).flatMap(({ element, rect }) => {
    if (!(element instanceof SVGElement)) return []
    const shape = document
      .elementsFromPoint((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2)
      .find((each) => each instanceof SVGGeometryElement && !['none', 'rgba(0, 0, 0, 0)'].includes(getComputedStyle(each).fill))
    const svg = element.closest('svg')
    if (!svg) return []
    const paper = on(getComputedStyle(svg).backgroundColor, groundOf(svg))
    const style = shape && getComputedStyle(shape)
    const isSolid = style && Number(style.fillOpacity) * Number(style.opacity) > 0.9
    const ratio = contrast(on(getComputedStyle(element).fill, paper), isSolid ? on(style.fill, paper) : paper)
    return ratio < readable - 0.05 ? [faultOf('faint', element, `${ratio.toFixed(2)} to 1`)] : []
  })
}
