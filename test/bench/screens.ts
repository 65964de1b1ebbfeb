import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'
import { text } from '../../src-main/language/text.ts'
import { type Measure, measureOf, type Size } from './measure.ts'
import { engagementOf } from './prepared.ts'
import { browserHost, ended, firstLine, memoryOf, type Program, startNode } from './processes.ts'
import { addToScale, largest, type Scale } from './scale.ts'
import { firstContent, railOf } from './screen-clicks.ts'
import { scrollTable, typeKeys } from './screen-frames.ts'

const address = z.object({ url: z.url() })
const small: Scale = { systems: 100, risks: 60, assessments: 10 }
const medium: Scale = { systems: 1000, risks: 600, assessments: 100 }

interface Times {
  /** By the name of what was done, milliseconds each time. */
  taken: Map<string, number[]>
}

/** An engagement of some size, open in a window. */
interface Opened {
  page: Page
  host: Program
  size: Size
  times: Times
}

async function open(browser: Browser, size: Size, name: string, scale: Scale): Promise<Opened> {
  const own = { ...size, folder: join(size.folder, name) }
  mkdirSync(own.folder)
  const file = join(own.folder, 'scale.aims')
  copyFileSync(engagementOf(size), file)
  addToScale(file, scale)
  const host = startNode(own, [browserHost, '--no-open', '--json', file])
  const { url } = address.parse(JSON.parse(await firstLine(host)))
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(url)
  return { page, host, size: own, times: { taken: new Map() } }
}

const note = ({ times }: Opened, what: string, milliseconds: number[]) =>
  times.taken.set(what, [...(times.taken.get(what) ?? []), ...milliseconds])

/** Share of frames that may miss rows: none does but where the machine itself stops for a moment between the scrolling and the painting. */
const mostLate = 0.01

/** As long as a person looks at what has opened before they click. */
const look = 1500

/** Every screen of the rail, from a window that was just opened: nothing but what the program fetched by itself is there yet. */
async function clickThrough(opened: Opened): Promise<void> {
  const { page } = opened
  const overview = page.getByRole('heading', { name: text('shell:overview.next') })
  await page
    .getByRole('navigation')
    .getByRole('link', { name: text('shell:screens.overview'), exact: true })
    .click()
  await page.reload()
  await overview.waitFor()
  await page.waitForTimeout(look)
  const [first = '', ...others] = await railOf(page)
  // The window shows the first one already: it is clicked last.
  for (const screen of [...others, first]) note(opened, `click until ${screen} shows content`, [await firstContent(page, screen)])
}

async function workInTable(opened: Opened): Promise<void> {
  const { page, size } = opened
  const list = text('shell:screens.systems')
  await page.getByRole('navigation').getByRole('link', { name: list, exact: true }).click()
  const rows = page.locator('tr[data-row]')
  await rows.first().waitFor()
  const { frames, missing } = await scrollTable(page, 500, size.isShort ? 20 : 240)
  const gaps = missing.flatMap((pixels, frame) => (pixels > 0 ? [`${pixels} pixels in frame ${frame}`] : []))
  if (gaps.length > frames.length * mostLate) throw new Error(`rows are missing: ${gaps.join(', ')} of ${frames.length}`)
  note(opened, 'frame while scrolling through the systems, 95th percentile', frames)
  await page.getByRole('textbox', { name: text('ui:searchIn', { list }) }).focus()
  note(opened, 'key until painted, in the search, 95th percentile', await typeKeys(page, 'claims triage'))
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await rows.first().press('Enter')
  const field = page.getByRole('complementary').getByLabel(text('inventory:fields.notes'), { exact: true })
  await field.focus()
  const sentence = 'What was said in the interview, as it was typed. '
  note(opened, 'key until painted, in the panel, 95th percentile', await typeKeys(page, sentence.repeat(size.isShort ? 1 : 4)))
  await page.locator('[data-save-state="saved"]').waitFor()
}

async function close({ page, host }: Opened): Promise<void> {
  await page.close()
  host.kill('SIGTERM')
  await ended(host)
}

/** The screens of the largest engagement, held against the same ones of a small engagement in the same run. */
export async function screensAtScale(size: Size): Promise<Measure[]> {
  const { launchChromium } = await import('../electron/chromium.ts')
  const browser = await launchChromium()
  try {
    const scale = size.isShort ? medium : largest
    const ours = await open(browser, size, 'screens-large', scale)
    const bare = await open(browser, size, 'screens-small', small)
    for (let repetition = 0; repetition < (size.isShort ? 1 : 3); repetition += 1) {
      await clickThrough(ours)
      await clickThrough(bare)
    }
    await workInTable(ours)
    await workInTable(bare)
    await close(ours)
    await close(bare)
    const against = `the same with ${small.systems} systems`
    const memory = memoryOf(ours.size)
    return [...ours.times.taken].map(([what, taken]) =>
      measureOf(
        `${what} (${scale.systems} systems)`,
        against,
        { ours: taken, bare: bare.times.taken.get(what) ?? [], memory },
        what.includes('percentile') ? 0.95 : 0.5,
      ),
    )
  } finally {
    await browser.close()
  }
}
