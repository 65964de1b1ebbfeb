import { type Fault, faultOf } from './fault.ts'
import { areaOf, type Box } from './reach.ts'
import { isShown } from './shown.ts'

/** CSS pixels of height below which a list that scrolls shows nothing to choose from. */
const lowestScroller = 64
/** Room under a box that is more than this is the page's own. */
const widestStrip = 48
/** Share of a table's width that its first column may keep while the rest scrolls. */
const widestStaying = 0.62

/** Boxes that scroll have room, end at an edge, and say that they go on; others never move. */
export function boxFaults(root: Element): Fault[] {
  const boxes = [document.documentElement, document.body, ...root.querySelectorAll('*')].filter((each) => isShown(each))
  return boxes.flatMap((box) => {
    const style = getComputedStyle(box)
    const scrolls = { x: /auto|scroll/.test(style.overflowX), y: /auto|scroll/.test(style.overflowY) }
    if (!scrolls.x && !scrolls.y) return movedFaults(box)
    if (box.matches('textarea, input')) return []
    return [
      ...(scrolls.y && box.scrollHeight > box.clientHeight + 4 ? heightFaults(box) : []),
      ...(scrolls.x && box.scrollWidth > box.clientWidth + 4 ? widthFaults(box) : []),
    ]
  })
}

function movedFaults(box: Element): Fault[] {
  if (box.matches('input, textarea')) return []
  return box.scrollTop !== 0 || box.scrollLeft !== 0 ? [faultOf('moved', box, `by ${box.scrollLeft}, ${box.scrollTop} px`)] : []
}

function heightFaults(box: Element): Fault[] {
  if (box.clientHeight < lowestScroller) return [faultOf('no-size', box, `shows ${box.clientHeight} px of ${box.scrollHeight}`)]
  return stripFaults(box)
}

/** Under the box there is neither an edge nor anything else, and yet its content ends there in the middle of a line. */
function stripFaults(box: Element): Fault[] {
  const area = areaOf(box)
  if (area.bottom >= innerHeight - 3) return []
  const x = (area.left + area.right) / 2
  const below = document.elementFromPoint(x, area.bottom + 2)
  if (!below?.contains(box) || below === box) return []
  for (let each: Element | null = box; each && each !== below; each = each.parentElement) if (hasEdge(each, 'bottom', area)) return []
  const room = (below.getBoundingClientRect().bottom ?? 0) - area.bottom
  if (
    room < 8 ||
    room > widestStrip ||
    (getComputedStyle(below).backgroundColor !== getComputedStyle(box).backgroundColor && hasGround(box))
  )
    return []
  return [faultOf('strip', box, `ends ${Math.round(room)} px above the end of what it stands in, with no edge`)]
}

const hasGround = (element: Element) => getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)'

function hasEdge(element: Element, side: 'bottom', area: Box): boolean {
  const style = getComputedStyle(element)
  const isHere = Math.abs(element.getBoundingClientRect()[side] - area[side]) < 4
  return isHere && (Number.parseFloat(style.borderBottomWidth) > 0 || style.boxShadow !== 'none')
}

function widthFaults(box: Element): Fault[] {
  const signs = [...(box.parentElement?.querySelectorAll('[data-more]') ?? [])]
  const isSaid = signs.some(
    (sign) => sign.checkVisibility({ opacityProperty: true }) && Math.abs(sign.getBoundingClientRect().right - areaOf(box).right) < 20,
  )
  const bars = [...(box.parentElement?.querySelectorAll('[data-orientation="horizontal"]') ?? [])]
  const hasBar = bars.some((bar) => bar.getBoundingClientRect().height > 3)
  const isAtEnd = box.scrollLeft + box.clientWidth >= box.scrollWidth - 2
  const staying = [...(box.querySelector('tr')?.children ?? [])].filter(
    (cell) => getComputedStyle(cell).position === 'sticky' && getComputedStyle(cell).insetInlineStart !== 'auto',
  )
  const kept = staying.reduce((sum, cell) => sum + cell.getBoundingClientRect().width, 0)
  return [
    ...(isSaid || hasBar || isAtEnd ? [] : [faultOf('no-sign', box, `${box.scrollWidth - box.clientWidth} px more to the side`)]),
    ...(kept > box.clientWidth * widestStaying
      ? [faultOf('no-room', box, `${Math.round(kept)} of ${box.clientWidth} px stay in place`)]
      : []),
  ]
}
