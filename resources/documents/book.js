/* Searches the page that it stands in. It asks for nothing and keeps nothing. */
;(() => {
  const search = document.getElementById('search')
  const input = document.getElementById('find')
  const list = document.getElementById('found')
  const count = document.getElementById('found-count')
  const most = 60
  const around = 60
  let places = null
  let shown = []
  let chosen = -1
  let marked = null

  const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

  /* The smallest pieces that a reader would want to be led to, with their words. */
  const pieces = 'h1, h2, h3, h4, h5, p, li, dl > div, tbody tr'
  const collect = () =>
    [...document.querySelectorAll('#content article')].flatMap((article) =>
      [...article.querySelectorAll(pieces)].map((element) => {
        const text =
          [...element.querySelectorAll('th, td, dt, dd')]
            .map((cell) => cell.textContent)
            .filter((words) => words.trim() !== '')
            .join(' · ') || element.textContent
        return {
          element,
          text: text.replace(/\s+/g, ' ').trim(),
          where: article.dataset.chapter,
          words: folded(text.replace(/\s+/g, ' ').trim()),
        }
      }),
    )

  const option = ({ text, where, words }, index, first) => {
    const item = document.createElement('li')
    item.id = `found-${index}`
    item.setAttribute('role', 'option')
    item.setAttribute('aria-selected', 'false')
    const place = document.createElement('span')
    place.className = 'where'
    place.textContent = where
    /* Folding may change lengths: then the mark is left out, and the words stand alone. */
    const at = words.indexOf(first)
    const start = Math.max(0, at - around)
    const mark = document.createElement('mark')
    mark.textContent = text.slice(at, at + first.length)
    item.append(place, start > 0 ? '…' : '', text.slice(start, at), mark, text.slice(at + first.length, at + first.length + around * 2))
    item.addEventListener('mousedown', (event) => {
      event.preventDefault()
      choose(index)
      go()
    })
    return item
  }

  const show = () => {
    places ??= collect()
    const wanted = folded(input.value).split(/\s+/).filter(Boolean)
    const found = wanted.length === 0 ? [] : places.filter(({ words }) => wanted.every((word) => words.includes(word)))
    /* Where the words stand together comes first. */
    const phrase = wanted.join(' ')
    const isWhole = ({ words }) => words.includes(phrase)
    shown = [...found.filter(isWhole), ...found.filter((place) => !isWhole(place))].slice(0, most)
    list.replaceChildren(...shown.map((place, index) => option(place, index, isWhole(place) ? phrase : wanted[0])))
    list.hidden = shown.length === 0
    input.setAttribute('aria-expanded', String(shown.length > 0))
    count.textContent =
      wanted.length === 0 ? '' : found.length === 0 ? count.dataset.none : count.dataset.found.replace('{number}', String(found.length))
    choose(shown.length > 0 ? 0 : -1)
  }

  const choose = (index) => {
    list.children[chosen]?.setAttribute('aria-selected', 'false')
    chosen = index
    const item = list.children[chosen]
    item?.setAttribute('aria-selected', 'true')
    item?.scrollIntoView({ block: 'nearest' })
    if (item) input.setAttribute('aria-activedescendant', item.id)
    else input.removeAttribute('aria-activedescendant')
  }

  const go = () => {
    const place = shown[chosen]
    if (!place) return
    marked?.classList.remove('found-here')
    marked = place.element
    marked.classList.add('found-here')
    marked.tabIndex = -1
    marked.focus({ preventScroll: true })
    marked.scrollIntoView({ block: 'center' })
    /* Chapters that were not drawn yet get their height only now. */
    requestAnimationFrame(() => marked.scrollIntoView({ block: 'center' }))
  }

  const clear = () => {
    input.value = ''
    show()
  }
  const keys = new Map([
    ['ArrowDown', () => choose(Math.min(shown.length - 1, chosen + 1))],
    ['ArrowUp', () => choose(Math.max(0, chosen - 1))],
    ['Enter', go],
    ['Escape', clear],
  ])

  const isTyping = (element) => element.matches('input, textarea, select, [contenteditable]')

  input.addEventListener('input', show)
  input.addEventListener('keydown', (event) => {
    const act = keys.get(event.key)
    if (!act) return
    event.preventDefault()
    act()
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    event.preventDefault()
    input.focus()
    input.select()
  })
  search.hidden = false
})()
