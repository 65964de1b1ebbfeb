/**
 * Keeps the focus in the work. Where the element that has it goes away (a button whose work is done, a dialog, a message, a row), or can
 * no longer hold it, the browser leaves the focus on the page as a whole, where no key does anything. Then the nearest thing beside it gets
 * it, unless the part of the screen that made the change gives the focus to something of its own.
 */

/** Milliseconds in which whoever took the element away may say where the focus goes: menus and dialogs give it back to their button. */
const patience = 200

/** A row gets the focus in the second frame after it was asked for, since it may have to be drawn first. */
const frames = 3

const afterFrames = (count: number, work: () => void): void => {
  if (count === 0) work()
  else requestAnimationFrame(() => afterFrames(count - 1, work))
}

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select:not([disabled]), [tabindex]:not([tabindex="-1"])'

/** Where a search for the nearest thing ends: beyond it is another part of the window. */
const region = '[role="dialog"], aside, main'

const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true })
const canHold = (element: Element) => element.isConnected && isShown(element) && !element.matches(':disabled')
/** A message goes by itself, and would take the focus with it: whoever works is not sent into one. */
const isPassing = (element: Element) => element.closest('.mantine-Notifications-root') !== null

interface Place {
  element: HTMLElement
  /** From its parent up to the region that it is in. */
  around: HTMLElement[]
  /** What stood before it, or around it, when it was taken away. */
  gap: Node | null
}

/** What had the focus, the newest last; after a message is closed, it goes back to what had it before. */
const places: Place[] = []
const remembered = 12

function placeOf(element: HTMLElement): Place {
  const around: HTMLElement[] = []
  for (let above = element.parentElement; above && above !== document.body; above = above.parentElement) {
    around.push(above)
    if (above.matches(region)) break
  }
  return { element, around, gap: null }
}

function remember(element: HTMLElement): void {
  const known = places.findIndex((place) => place.element === element)
  if (known >= 0) places.splice(known, 1)
  places.push(placeOf(element))
  if (places.length > remembered) places.shift()
}

const follows = (node: Node, other: Node) => (node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

/** In the smallest part around the place that still stands: what comes after it, else what comes before it. */
function nearest({ element, around, gap }: Place): HTMLElement | undefined {
  const from = element.isConnected ? element : gap
  for (const part of around) {
    if (!part.isConnected || !isShown(part)) continue
    const found = [...part.querySelectorAll<HTMLElement>(focusable)].filter((each) => canHold(each) && !isPassing(each))
    const next = found.find((each) => from?.isConnected && follows(from, each)) ?? found.at(-1)
    if (next) return next
  }
  return undefined
}

/** Notes where a place was, of what was just taken away. */
function noteGap({ removedNodes, previousSibling, target }: MutationRecord): void {
  for (const place of places) {
    if ([...removedNodes].some((node) => node.contains(place.element))) place.gap = previousSibling ?? target
  }
}

function topDialog(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[role="dialog"]')].filter(isShown).at(-1)
}

/** The newest place that still stands, or what is next to it. */
function refuge(): HTMLElement | undefined {
  const dialog = topDialog()
  const isReachable = (element: HTMLElement) => !dialog || dialog.contains(element)
  for (const place of places.toReversed()) {
    if (canHold(place.element) && isReachable(place.element) && !isPassing(place.element)) return place.element
    const near = nearest(place)
    if (near && isReachable(near)) return near
  }
  const part = dialog ?? document.querySelector<HTMLElement>('main') ?? document.body
  return part.tabIndex === -1 && part.hasAttribute('tabindex') ? part : [...part.querySelectorAll<HTMLElement>(focusable)].find(canHold)
}

const isLost = () => document.activeElement === null || document.activeElement === document.body

/** Milliseconds after a change of the page in which the browser has taken the focus off what can no longer hold it. */
const settling = 40

/** Starts to watch; once for the life of the window. */
export function keepFocus(): void {
  let isWaiting = false
  let lostAt: number | null = null
  const restore = () => {
    const last = places.at(-1)
    // A click beside everything is a person's own doing: what had the focus is still there.
    if (!isLost() || !last || canHold(last.element)) return
    refuge()?.focus({ preventScroll: true })
  }
  const wait = () => {
    if (!isWaiting) setTimeout(look, settling)
    isWaiting = true
  }
  const look = () => {
    isWaiting = false
    if (!isLost()) {
      lostAt = null
      return
    }
    lostAt ??= performance.now()
    if (performance.now() - lostAt < patience) {
      wait()
      return
    }
    lostAt = null
    afterFrames(frames, restore)
  }
  const onChange = (changes: MutationRecord[]) => {
    for (const change of changes) if (change.removedNodes.length > 0) noteGap(change)
    wait()
  }
  document.addEventListener('focusin', ({ target }) => {
    lostAt = null
    if (target instanceof HTMLElement && target !== document.body) remember(target)
  })
  new MutationObserver(onChange).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden', 'style', 'class'],
  })
}
