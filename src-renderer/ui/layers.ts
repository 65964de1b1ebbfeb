import { useEffect, useRef } from 'react'

/** Dialogs lie over panels, whichever was opened first. */
const heights = { work: 0, dialog: 1 }

interface Layer {
  height: number
  close: () => void
}

/** What is open over the work, the newest last. */
const layers: Layer[] = []

/** What the library closes by itself: lists of choices, menus, popovers and the palette. */
const ofLibrary = '[data-mantine-stop-propagation="true"], [data-position], .mantine-Spotlight-root'
const handled = new WeakSet<Event>()

/** Escape that closes a list, a menu or a popover, and is nobody else's. Known before the list is gone. */
export const isForOpenList = (event: Event): boolean => handled.has(event)

window.addEventListener(
  'keydown',
  (event) => {
    if (event.key === 'Escape' && event.target instanceof Element && event.target.closest(ofLibrary)) handled.add(event)
  },
  { capture: true },
)

// Last of all: a field that has something to give back, and a list that is open, come first.
window.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || isForOpenList(event)) return
  const top = layers.reduce<Layer | undefined>((highest, layer) => (layer.height >= (highest?.height ?? 0) ? layer : highest), undefined)
  if (!top) return
  event.preventDefault()
  top.close()
})

/** Escape closes what lies on top, and no more than that: a dialog over a dialog, a panel, a selection, each for as long as it is there. */
export function useEscape(close: () => void, { height, isOpen = true }: { height: keyof typeof heights; isOpen?: boolean }): void {
  const latest = useRef(close)
  useEffect(() => {
    latest.current = close
  })
  useEffect(() => {
    if (!isOpen) return
    const layer: Layer = { height: heights[height], close: () => latest.current() }
    layers.push(layer)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
    }
  }, [isOpen, height])
}
