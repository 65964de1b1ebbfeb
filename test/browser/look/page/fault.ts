/**
 * no-size: too small to be seen or hit. cut: ends where its box, or one around it, ends. covered: something lies over it. outside: beyond the
 * window, and no scrolling leads there. moved: a box that cannot be scrolled by hand was. strip: half a line before an empty strip.
 * no-sign: goes on to the side, and nothing says so. no-room: what stays in place leaves nothing for the rest. tight: lines that touch.
 * broken: a short word on several lines. small: type too small to read. faint: cannot be told from its ground. unseen-focus: has the focus, and nothing shows it.
 */
export type FaultKind =
  | 'no-size'
  | 'cut'
  | 'covered'
  | 'outside'
  | 'moved'
  | 'strip'
  | 'no-sign'
  | 'no-room'
  | 'tight'
  | 'broken'
  | 'small'
  | 'faint'
  | 'unseen-focus'

export interface Fault {
  kind: FaultKind
  /** The element and where it stands, as a person would look for it. */
  where: string
  detail: string
}

export const faultOf = (kind: FaultKind, element: Element, detail: string): Fault => ({ kind, where: placeOf(element), detail })

function placeOf(element: Element): string {
  const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60)
  return `${pathOf(element)} "${words}"`
}

function pathOf(element: Element): string {
  const steps: string[] = []
  for (let each: Element | null = element; each && each !== document.body && steps.length < 3; each = each.parentElement)
    steps.unshift(nameOf(each))
  return steps.join(' > ')
}

/** The classes that a person wrote or that name a part of the library; made-up ones say nothing. */
function nameOf(element: Element): string {
  const classes = [...element.classList]
    .filter((name) => !/^(m_|mantine-active|mantine-focus|mantine-UnstyledButton)/.test(name))
    .map((name) => name.replace(/^_(.*?)_\w+_\d+$/, '$1').replace(/^mantine-/, ''))
    .slice(0, 2)
  return [element.tagName.toLowerCase(), ...classes].join('.')
}
