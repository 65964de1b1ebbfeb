/** Steps outwards from what the pointer is over to the box that cuts it. */
const reach = 3

/** Titles that were given here, and not by a screen. */
const given = new WeakSet<Element>()

/** What an ellipsis cuts says itself whole where the pointer rests on it, on every screen. */
export function sayCutWordsWhole(): void {
  document.addEventListener('pointerover', ({ target }) => {
    let each = target instanceof Element ? target : null
    for (let step = 0; each && step < reach; step++, each = each.parentElement) {
      const isOwn = given.has(each)
      if (!isOwn && each.hasAttribute('title')) return
      const words = hasEllipsis(each) && isCut(each) ? wordsOf(each) : ''
      if (words !== '') {
        given.add(each)
        each.setAttribute('title', words)
        return
      }
      if (isOwn) each.removeAttribute('title')
    }
  })
}

const isCut = (element: Element) => element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1

function hasEllipsis(element: Element): boolean {
  const { textOverflow, webkitLineClamp } = getComputedStyle(element)
  return textOverflow === 'ellipsis' || webkitLineClamp !== 'none'
}

const wordsOf = (element: Element) => (element instanceof HTMLInputElement ? element.value : (element.textContent ?? '').trim())
