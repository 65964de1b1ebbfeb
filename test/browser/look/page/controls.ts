import { coveredAt } from './covered.ts'
import { type Fault, faultOf } from './fault.ts'
import { reachOf } from './reach.ts'
import { controlsIn } from './shown.ts'
import { saysItselfWhole } from './text.ts'

/** CSS pixels below which nothing can be hit. */
const smallestControl = 6
/** Values of this length, a date or a number, are always shown whole. */
const shortValue = 24

/** Every control has a size, is in reach and under nothing, and what stands in it is whole. */
export function controlFaults(root: Element): Fault[] {
  return controlsIn(root).flatMap((element) => [
    ...placeFaults(element),
    ...(element instanceof HTMLInputElement ? valueFaults(element) : []),
  ])
}

function placeFaults(element: Element): Fault[] {
  const rect = element.getBoundingClientRect()
  if (rect.width < smallestControl || rect.height < smallestControl) {
    return [faultOf('no-size', element, `${Math.round(rect.width)} x ${Math.round(rect.height)} px`)]
  }
  const reach = reachOf(element, rect)
  if (reach.kind === 'outside') return [faultOf('outside', element, `${reach.pixels} px beyond the window`)]
  // What is larger than its box only by a margin is whole: its words are looked at by themselves.
  if (reach.kind === 'cut')
    return reach.pixels > 6
      ? [faultOf('cut', element, `${reach.pixels} px beyond ${faultOf('cut', reach.by, '').where.split(' "')[0]}`)]
      : []
  if (reach.kind !== 'seen' || reach.box.right - reach.box.left < 8 || reach.box.bottom - reach.box.top < 8) return []
  return element.matches('a, tr, svg, [role="option"]') ? [] : coveredAt(element, reach.box, 4)
}

function valueFaults(input: HTMLInputElement): Fault[] {
  if (['checkbox', 'radio', 'range', 'color'].includes(input.type)) return []
  if (input.value === '') return placeholderFaults(input)
  const isCut = input.scrollWidth > input.clientWidth + 1
  const isToBeWhole = input.value.length <= shortValue || input.readOnly
  return isCut && isToBeWhole && !saysItselfWhole(input) ? [faultOf('cut', input, `its value "${input.value.slice(0, 40)}"`)] : []
}

function placeholderFaults(input: HTMLInputElement): Fault[] {
  if (!input.placeholder) return []
  const style = getComputedStyle(input)
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return []
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  const room = input.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
  const beyond = context.measureText(input.placeholder).width - room
  return beyond > 1 ? [faultOf('cut', input, `its placeholder "${input.placeholder}", by ${Math.round(beyond)} px`)] : []
}
