import { boxFaults } from './boxes.ts'
import { controlFaults } from './controls.ts'
import type { Fault } from './fault.ts'
import { focusFaults } from './focus.ts'
import { groundFaults } from './ground.ts'
import { uppermost } from './shown.ts'
import { textFaults } from './text.ts'

/** Everything of the uppermost layer that is cut, covered, out of reach or cannot be seen. */
export function faults(): Fault[] {
  const root = uppermost()
  return still(() => once([...boxFaults(root), ...textFaults(root), ...controlFaults(root), ...inEachView(root), ...groundFaults(root)]))
}

/** Where the focus cannot be seen. It goes through the controls, so what opens by it may be open afterwards. */
export const focus = (): Fault[] => still(() => once(focusFaults(uppermost())))

const once = (found: Fault[]): Fault[] => [...new Map(found.map((fault) => [`${fault.kind} ${fault.where}`, fault])).values()]

/** What comes into view as each list is scrolled is under nothing either. */
function inEachView(root: Element): Fault[] {
  const scrollers = [...root.querySelectorAll('*')].filter(
    (each) =>
      /auto|scroll/.test(getComputedStyle(each).overflowY) &&
      each.scrollHeight > each.clientHeight + 8 &&
      each.clientHeight > 60 &&
      !each.matches('textarea'),
  )
  return scrollers.flatMap((scroller) => {
    const { scrollTop } = scroller
    const found: Fault[] = []
    const step = scroller.clientHeight * 0.8
    for (let view = 1; view <= 3 && view * step < scroller.scrollHeight; view++) {
      scroller.scrollTop = view * step
      found.push(...[...textFaults(scroller), ...controlFaults(scroller)].filter(({ kind }) => kind === 'covered'))
    }
    scroller.scrollTop = scrollTop
    return found
  })
}

/** Nothing moves while it is looked at, and what lets the pointer through is met like anything else. */
function still<Answer>(look: () => Answer): Answer {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    '*, *::before, *::after { transition: none !important; animation: none !important; pointer-events: auto !important; scroll-behavior: auto !important }',
  )
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  try {
    return look()
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
  }
}
