import type { Page } from 'playwright-core'
import type { Look, Program } from '../program.ts'
import { faultsOf } from './faults.ts'
import { isThorough, looks, nameOf } from './looks.ts'

/** Something to look at, and what leads there from the place that it belongs to. */
export interface Sight {
  name: string
  open: (page: Page) => Promise<unknown>
}

/** Goes to a screen, and a page of it, by its address; from elsewhere, so that nothing is selected or open there. */
export async function goTo(page: Page, screen: string, search: Record<string, string> = {}): Promise<void> {
  await show(page, 'cost')
  await show(page, screen, search)
}

async function show(page: Page, screen: string, search: Record<string, string> = {}): Promise<void> {
  const words = new URLSearchParams(search).toString()
  await page.evaluate(
    ([id, rest]) => {
      const start = /^#\/e\/[^/]+/.exec(location.hash)?.[0] ?? ''
      location.hash = `${start}/${id}${rest ? `?${rest}` : ''}`
    },
    [screen, words] as const,
  )
  await page.locator('#work > *').first().waitFor()
  await settled(page)
}

/** Waits until the page has not changed for a moment. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        let timer = setTimeout(end, 150)
        const observer = new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(end, 150)
        })
        observer.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true })
        function end() {
          observer.disconnect()
          done()
        }
      }),
  )

/** What is wrong with what is on the screen, in every window: each fault with the windows that have it. The focus goes last: it opens lists. */
export async function faultsInEachLook(program: Program): Promise<string[]> {
  const found = new Map<string, string[]>()
  const look = async (window: Look, withFocus: boolean) => {
    await program.look(window)
    for (const fault of await faultsOf(program.page, { withFocus })) {
      found.set(fault, [...new Set([...(found.get(fault) ?? []), nameOf(window)])])
    }
  }
  for (const window of looks) await look(window, window === looks.at(-1))
  if (looks[0]) await program.look(looks[0])
  return [...found].map(([fault, where]) => `${fault} [${where.join(', ')}]`)
}

/** Looks at one sight after the other; each begins at the place that `arrive` leads to. */
export async function walk(program: Program, arrive: () => Promise<void>, sights: readonly Sight[]): Promise<string[]> {
  const found: string[] = []
  for (const { name, open } of sights) {
    await program.look(looks[0] ?? {})
    await arrive()
    await open(program.page)
    await settled(program.page)
    found.push(...(await faultsInEachLook(program)).map((fault) => `${name}: ${fault}`))
    if (isThorough) found.push(...(await popups(program)).map((fault) => `${name}, ${fault}`))
    await program.page.keyboard.press('Escape')
  }
  return found
}

/** What opens over the page from each button and field that says that it opens something: one of each name. */
async function popups(program: Program): Promise<string[]> {
  const { page } = program
  const openers = page.locator('#work [aria-haspopup]:visible')
  const found: string[] = []
  const seen = new Set<string>()
  for (let index = 0; index < (await openers.count()); index++) {
    const opener = openers.nth(index)
    const name = ((await opener.getAttribute('aria-label')) ?? (await opener.textContent()) ?? '').replace(/^(History of).*/, '$1')
    if (seen.has(name) || (await opener.isDisabled())) continue
    seen.add(name)
    await opener.click()
    await settled(page)
    found.push(...(await faultsInEachLook(program)).map((fault) => `${name}: ${fault}`))
    await page.keyboard.press('Escape')
    await settled(page)
  }
  return found
}

/** The place as it is, and with its first row open where it has rows. */
export async function usual(page: Page): Promise<Sight[]> {
  const firstRow = page.locator('#work tr[data-row]').first()
  const plain: Sight = { name: 'as it is', open: async () => {} }
  return (await firstRow.count()) > 0 ? [plain, { name: 'first row open', open: () => firstRow.press('Enter') }] : [plain]
}
