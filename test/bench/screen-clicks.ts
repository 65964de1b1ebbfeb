import type { Page } from 'playwright-core'

/** Names of every screen, as the rail has them. */
export const railOf = (page: Page): Promise<string[]> => page.locator('nav a').allInnerTexts()

/**
 * Clicks on the rail and says after how many milliseconds the first content of the screen was painted: its first row where the screen
 * has rows in the end, and else its first words. It waits until nothing changes any more, so that the next click finds the page at rest.
 */
export async function firstContent(page: Page, screen: string): Promise<number> {
  const link = page.getByRole('navigation').getByRole('link', { name: screen, exact: true })
  const clicked = await link.elementHandle()
  if (!clicked) throw new Error(`the rail has no ${screen}`)
  return page.evaluate(async (target) => {
    const rest = 400
    const rows = '[data-row], [role="option"], [role="treeitem"]'
    const work = document.querySelector('#work')
    if (!work || !(target instanceof HTMLElement)) throw new Error('there is no screen')
    for (const old of work.querySelectorAll('*')) old.setAttribute('data-before', '')
    const isNew = (selector: string) =>
      [...work.querySelectorAll<HTMLElement>(selector)].some(
        (element) => !element.hasAttribute('data-before') && element.textContent.trim() !== '',
      )
    let changed = performance.now()
    const watcher = new MutationObserver(() => {
      changed = performance.now()
    })
    watcher.observe(work, { childList: true, subtree: true, characterData: true })
    const painted = () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => resolve(performance.now())
          channel.port2.postMessage(null)
        }),
      )
    const began = performance.now()
    target.click()
    let words: number | null = null
    let row: number | null = null
    for (;;) {
      const now = await painted()
      words ??= isNew('*') ? now - began : null
      row ??= isNew(rows) ? now - began : null
      if (words !== null && now - changed > rest) break
      if (now - began > 20_000) throw new Error('the screen shows nothing')
    }
    watcher.disconnect()
    return row ?? words
  }, clicked)
}
