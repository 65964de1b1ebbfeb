import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { text } from '../src-main/language/text.ts'
import { Program } from './browser/program.ts'

/**
 * Takes the pictures of the README and of its tour anew from the real program with its sample, and writes the tour: `node test/pictures.ts`,
 * after a build. Every screen of the rail and every page of the registers is in it.
 */
const folder = join(import.meta.dirname, '../resources/readme')
const program = new Program()

const firstRow = (page: Page) => page.locator('tr[data-row]').first()
const rowOf = (page: Page, words: string) => page.locator('tr[data-row]', { hasText: words }).first()

/** What is opened on a screen before its picture is taken; on the others nothing but the screen itself. */
const steps: Record<string, (page: Page) => Promise<unknown>> = {
  gap: async (page) => {
    await page.locator('[data-item="4.1-1"]').waitFor()
    await page.locator('[data-item="4.1-3"]').click()
  },
  interview: (page) => page.getByRole('option').first().waitFor(),
  results: (page) => page.getByRole('heading', { name: 'Top gaps' }).waitFor(),
  systems: (page) => firstRow(page).press('Enter'),
  classification: async (page) => {
    await rowOf(page, 'Life and health pricing model').press('Enter')
    await page.getByRole('heading', { name: 'Every question that matters is answered' }).waitFor()
  },
  impacts: async (page) => {
    await rowOf(page, 'pricing').press('Enter')
    await page.getByRole('navigation', { name: 'Steps of the assessment' }).getByRole('button', { name: 'Benefits and harms' }).click()
    await firstRow(page).waitFor()
  },
  risks: (page) => firstRow(page).waitFor(),
  soa: (page) => firstRow(page).waitFor(),
  trace: async (page) => {
    await page.getByRole('link', { name: /^A\.6\.2\.4/ }).click()
    await page.getByText('Clauses', { exact: true }).waitFor()
  },
  documents: (page) => page.getByRole('img', { name: 'Page 1', exact: true }).waitFor(),
}

/** Waits until the screen is still: a picture of something that is on its way is none. */
async function atRest(page: Page): Promise<void> {
  await page.mouse.move(700, 30)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(400)
}

interface Picture {
  name: string
  title: string
}

async function take(page: Page, name: string): Promise<void> {
  await atRest(page)
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 82 })
}

/** The screens of the rail, each as it opens or with what `steps` does on it. */
async function takeScreens(page: Page): Promise<Picture[]> {
  await page.locator('nav a[aria-current="page"]').waitFor()
  const links = await page.locator('nav a[href]').evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''))
  const names = links.map((href) => /\/e\/[^/]+\/(\w+)/.exec(href)?.[1] ?? '')
  for (const name of names) {
    await program.go(text(`shell:screens.${name}`))
    await steps[name]?.(page)
    await take(page, name)
  }
  return names.map((name) => ({ name, title: text(`shell:screens.${name}`) }))
}

/** The pages of the registers, each with its first entry open beside it where it is a list. */
async function takeRegisters(page: Page): Promise<Picture[]> {
  await program.go(text('shell:screens.registers'))
  const list = page.getByRole('navigation', { name: text('registers:list') })
  await list.getByRole('link').first().waitFor()
  const links = await list.getByRole('link').evaluateAll((anchors) =>
    anchors.map((anchor) => ({
      title: anchor.querySelector('.mantine-NavLink-label')?.textContent ?? '',
      address: (anchor.getAttribute('href') ?? '').replace(/^[^#]*/, ''),
    })),
  )
  const pictures: Picture[] = []
  for (const { title, address } of links) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, address)
    await atRest(page)
    if (await firstRow(page).isVisible()) await firstRow(page).press('Enter')
    const id = /page=(?:%22|")?([\w-]+)/.exec(address)?.[1] ?? ''
    await take(page, `register-${id}`)
    pictures.push({ name: `register-${id}`, title })
  }
  return pictures
}

const part = (title: string, pictures: readonly Picture[]) =>
  `## ${title}\n\n${pictures.map((picture) => `### ${picture.title}\n\n![${picture.title}](${picture.name}.jpg)\n`).join('\n')}`

function writeTour(screens: readonly Picture[], registers: readonly Picture[]): void {
  const intro =
    'Every screen of AIMS Fieldbook with its sample engagement, an insurer half-way to certification. The pictures are taken from the real\nprogram by `node test/pictures.ts`, which also writes this page.\n'
  writeFileSync(join(folder, 'tour.md'), `# Tour\n\n${intro}\n${part('Screens', screens)}\n${part('Registers by clause', registers)}`)
}

try {
  const page = await program.start(await program.engagement('sample.aims', { sample: true }), { width: 1280, height: 800 })
  writeTour(await takeScreens(page), await takeRegisters(page))
} finally {
  await program.stop()
}
