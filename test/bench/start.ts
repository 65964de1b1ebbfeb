import type { Page } from 'playwright-core'
import { z } from 'zod'
import { text } from '../../src-main/language/text.ts'
import { compare, type Measure, measureOf, type Size } from './measure.ts'
import { engagementOf } from './prepared.ts'
import { browserHost, ended, firstLine, memoryOf, startBare, startNode } from './processes.ts'

const address = z.object({ url: z.url() })
const against = 'a bare Node process and an empty page in Chromium'

/** Loaded here alone: every other measure would wait for it and count its memory. */
const browserDriver = () => import('../electron/chromium.ts')

/** From the start of the process to the first screen that takes a click, in a browser that is started as well. */
function startUntil(size: Size, words: string[], isUsable: (page: Page) => Promise<void>): () => Promise<number> {
  return async () => {
    const { launchChromium } = await browserDriver()
    const began = performance.now()
    const host = startNode(size, [browserHost, '--no-open', '--json', ...words])
    const { url } = address.parse(JSON.parse(await firstLine(host)))
    const browser = await launchChromium()
    try {
      const page = await browser.newPage()
      await page.goto(url)
      await isUsable(page)
      return performance.now() - began
    } finally {
      await browser.close()
      host.kill('SIGTERM')
      await ended(host)
    }
  }
}

function startNothing(size: Size): () => Promise<number> {
  return async () => {
    const { launchChromium } = await browserDriver()
    const began = performance.now()
    const program = startBare(size, ['-e', 'console.log("ready")'])
    await firstLine(program)
    const browser = await launchChromium()
    try {
      const page = await browser.newPage()
      await page.evaluate(() => document.readyState)
      return performance.now() - began
    } finally {
      await browser.close()
      await ended(program)
    }
  }
}

async function compareStarts(what: string, size: Size, ours: () => Promise<number>): Promise<Measure[]> {
  const compared = await compare({ ours, bare: startNothing(size), repetitions: size.isShort ? 1 : 5, warmUp: size.isShort ? 0 : 1 })
  // The memory of the host's process; that of the browser is not the program's.
  return [measureOf(what, against, { ...compared, memory: memoryOf(size) })]
}

/** A trial click waits until the button stands still and nothing covers it. */
export const startScreen = (size: Size) =>
  compareStarts(
    'start until the start screen is usable',
    size,
    startUntil(size, [], async (page) => {
      for (const button of ['new', 'open', 'sample']) {
        await page
          .getByRole('button', { name: text(`shell:start.${button}`) })
          .first()
          .click({ trial: true })
      }
    }),
  )

/** The overview shows nothing until all of its numbers are there. */
export const startWithEngagement = (size: Size) =>
  compareStarts(
    'start until the overview of an engagement is usable',
    size,
    startUntil(size, [engagementOf(size)], (page) =>
      page.getByRole('heading', { name: text('shell:overview.next') }).click({ trial: true }),
    ),
  )
