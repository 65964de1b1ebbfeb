import type { Page } from 'playwright-core'

/** Longer than anything that gives the focus back needs, on a slow machine too: both wait in the same page. */
const patience = 2500

/**
 * Tells of each time that the focus stays on the page as a whole although something on it had it before: then no key does anything any
 * more. A click beside everything is a person's own doing.
 */
export async function tellLostFocus(page: Page, tell: (fault: string) => void): Promise<void> {
  await page.exposeFunction('tellLostFocus', (held: string) => tell(`the focus was lost after: ${held}`))
  await page.addInitScript((milliseconds) => {
    let held: string | null = null
    let since: number | null = null
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()} “${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 60) ?? ''}” at ${location.hash}`
    document.addEventListener('focusin', ({ target }) => {
      held = target instanceof Element && target !== document.body ? nameOf(target) : null
      since = null
    })
    document.addEventListener('mousedown', ({ target }) => {
      if (target instanceof Element && target.closest('a, button, input, textarea, select, [tabindex], label') === null) held = null
    })
    setInterval(() => {
      if (held === null || (document.activeElement !== null && document.activeElement !== document.body)) {
        since = null
        return
      }
      since ??= performance.now()
      if (performance.now() - since < milliseconds) return
      const tellIt: unknown = Reflect.get(window, 'tellLostFocus')
      if (typeof tellIt === 'function') tellIt(held)
      held = null
    }, 100)
  }, patience)
}
