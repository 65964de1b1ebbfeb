import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../electron/chromium.ts'
import { Program } from './program.ts'
import { violations } from './violations.ts'

/** A dossier is many documents, each opened again and counted: on a busy machine that takes a while. */

const program = new Program()
beforeAll(async () => {
  await program.start(await program.engagement('dossier.aims', { sample: true }))
  await program.go('Documents')
})
afterAll(() => program.stop())

test('reports are found by words, walked by arrows, and their groups folded by keys', async () => {
  const { page } = program
  const list = page.getByRole('navigation', { name: 'Reports' })
  await list.getByRole('button', { name: /Statement of Applicability/ }).waitFor()
  const find = page.getByRole('textbox', { name: 'Find a report' })
  await find.fill('risk register')
  await expect.poll(() => list.getByRole('button', { name: /Statement of Applicability/ }).count()).toBe(0)
  await find.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const risks = list.getByRole('button', { name: /^AI risk register and treatment plan/ })
  await risks.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await page
    .getByRole('complementary', { name: 'Options', exact: true })
    .getByRole('heading', { name: /^AI risk register and treatment plan/ })
    .waitFor()
  await find.fill('no such report')
  await page.getByText('No report has these words in its name or state.').waitFor()
  await page.getByRole('button', { name: 'Clear the search' }).click()
  const group = list.getByRole('button', { name: /^Prove/ })
  await group.focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => group.getAttribute('aria-expanded')).toBe('false')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => group.getAttribute('aria-expanded')).toBe('true')
})

test('the dossier is exported as one page that opens without a network and is searched by keys', async () => {
  const { page } = program
  await page.getByRole('button', { name: 'Export the audit dossier…' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Audit dossier' })
  await dialog
    .getByText(/clauses? (and|or) controls? unanswered/)
    .first()
    .waitFor()
  expect(await violations(page)).toEqual([])
  await dialog.getByText('One HTML file').click()
  const to = program.workplace.path('dossier.html')
  const target = dialog.getByRole('textbox', { name: 'File', exact: true })
  await expect.poll(() => target.inputValue()).toMatch(/\.html$/)
  await dialog.getByRole('button', { name: 'Choose…' }).click()
  const picker = page.getByRole('dialog', { name: 'Where the dossier goes' })
  const name = picker.getByRole('textbox', { name: 'Name' })
  await name.and(page.locator(':focus')).waitFor()
  await name.fill('dossier')
  await name.press('Enter')
  await expect.poll(() => target.inputValue()).toBe(to)
  await dialog.getByRole('button', { name: 'Export the dossier' }).click()
  await dialog.getByText(/Exported, opened again and counted/).waitFor()
  expect(existsSync(to)).toBe(true)
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  expect(program.faults).toEqual([])
  await readPage(pathToFileURL(to).href)
})

/** What a client does who has nothing but a browser. */
async function readPage(url: string): Promise<void> {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ acceptDownloads: true })
    const [faults, requests]: [string[], string[]] = [[], []]
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => faults.push(message.text()))
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(url)
    await page.keyboard.press('/')
    const find = page.getByRole('combobox', { name: 'Search the whole dossier' })
    await find.and(page.locator(':focus')).waitFor()
    await page.keyboard.type('head of claims')
    const options = page.getByRole('option')
    await expect.poll(() => options.count()).toBeGreaterThan(3)
    await page.keyboard.press('ArrowDown')
    await options.nth(1).and(page.locator('[aria-selected="true"]')).waitFor()
    await page.keyboard.press('Enter')
    const found = page.locator('.found-here').and(page.locator(':focus'))
    await found.waitFor()
    expect((await found.textContent())?.toLowerCase()).toContain('head of claims')
    await page.getByText('Clauses and controls', { exact: true }).click()
    await page.getByRole('link', { name: /^6\.1\.3/ }).click()
    await expect.poll(() => page.locator(':target').getAttribute('id')).toBe('i-clauses-6.1.3')
    await page
      .locator(':target')
      .getByRole('link', { name: /Statement of Applicability$/ })
      .click()
    await expect.poll(() => page.locator('article:target').getAttribute('data-chapter')).toContain('Statement of Applicability')
    expect(faults).toEqual([])
    expect(requests.filter((request) => !request.startsWith('data:')).map((request) => request.split('#')[0])).toEqual([url])
  } finally {
    await browser.close()
  }
}
