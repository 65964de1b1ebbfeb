import type { Page } from 'playwright-core'

export interface Scrolled {
  /** Milliseconds of each frame. */
  frames: number[]
  /** Pixels without a row where rows belong, in each frame. */
  missing: number[]
}

/** Moves the table by so many pixels in each frame, down and up again, and looks at what is painted: rows from the header to the bottom. */
export const scrollTable = (page: Page, step: number, count: number): Promise<Scrolled> =>
  page.evaluate(
    async ({ step, count }) => {
      const scroller = document.querySelector('[role="grid"]')?.parentElement
      const header = scroller?.querySelector('th')
      if (!scroller || !header) throw new Error('there is no table')
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
      /** What is in sight now is what this frame paints: the next scroll event comes with the next frame. */
      const missingNow = () => {
        const top = header.getBoundingClientRect().bottom
        const { bottom } = scroller.getBoundingClientRect()
        const seen = [...scroller.querySelectorAll('tr[data-index]')].map((row) => row.getBoundingClientRect())
        const covered = seen.reduce((sum, row) => sum + Math.max(0, Math.min(bottom, row.bottom) - Math.max(top, row.top)), 0)
        return Math.max(0, Math.round(bottom - top - covered))
      }
      const frames: number[] = []
      const missing: number[] = []
      scroller.scrollTop = 0
      await frame()
      let before = await frame()
      for (let index = 0; index < count; index += 1) {
        scroller.scrollTop += index < count / 2 ? step : -step
        missing.push(missingNow())
        const now = await frame()
        frames.push(now - before)
        before = now
      }
      return { frames, missing }
    },
    { step, count },
  )

/** Types into the field that has the focus and says for each key how many milliseconds later what it did was painted. */
export async function typeKeys(page: Page, words: string): Promise<number[]> {
  await page.evaluate(() => {
    const delays: number[] = []
    Object.assign(window, { keyDelays: delays })
    document.activeElement?.addEventListener('keydown', ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => delays.push(performance.now() - timeStamp)
        channel.port2.postMessage(null)
      })
    })
  })
  // About as fast as a fast typist, so that saves fall between the keys.
  await page.keyboard.type(words, { delay: 60 })
  await page.waitForTimeout(200)
  return page.evaluate(() => ('keyDelays' in window && Array.isArray(window.keyDelays) ? window.keyDelays.map(Number) : []))
}
