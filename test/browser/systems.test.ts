import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { Program } from './program.ts'

const program = new Program()
let file = ''
beforeAll(async () => {
  file = await program.engagement('systems.aims')
  copyFileSync(join(import.meta.dirname, '../fixtures/us-federal-ai-use-cases-2024.csv'), program.workplace.path('list.csv'))
  await program.start(file)
  await program.go('AI systems')
})
afterAll(() => program.stop())

const rows = () => program.page.getByRole('grid', { name: 'AI systems' }).locator('tr[data-row]')
const count = async () => z.object({ aiSystems: z.number() }).parse(JSON.parse((await info()).stdout)).aiSystems
const info = () => program.workplace.fieldbook(['info', file, '--json'])

test('an empty inventory says what to do, and the list of the client comes in whole', async () => {
  const { page } = program
  await page.getByText('No AI systems yet').waitFor()
  await program.chooseFile(() => page.getByRole('button', { name: 'Import a list' }).click(), program.workplace.path('list.csv'))
  const dialog = page.getByRole('dialog')
  await dialog.getByText('2133 rows, 62 columns. Windows-1252, separated by commas.').waitFor()
  await dialog.getByRole('button', { name: 'Import 2133 systems' }).click()
  await page.getByText('2133 systems imported.').waitFor()
  await page.getByText('2133 rows').waitFor()
})

test('of 2,133 rows only those in sight are drawn, and the last one is one key away', async () => {
  const { page } = program
  expect(await rows().count()).toBeLessThan(80)
  await rows().first().press('End')
  await page.locator('tr[data-row]:focus').waitFor()
  const last = await page.evaluate(() => Number(document.activeElement?.getAttribute('aria-rowindex')))
  expect(last).toBeGreaterThan(2100)
  expect(await rows().count()).toBeLessThan(80)
})

test('scrolling shows every row, and no gap between them', async () => {
  const { page } = program
  await page.locator('tr[data-row]:focus').press('Home')
  const { seen, gaps } = await page.evaluate(async () => {
    const scroller = [...document.querySelectorAll('*')].find((element) => element.scrollHeight > element.clientHeight + 10_000)
    if (!scroller) throw new Error('there is nothing to scroll')
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const seen = new Set<string>()
    let gaps = 0
    for (let before = -1; scroller.scrollTop !== before; scroller.scrollTop += scroller.clientHeight * 0.9) {
      before = scroller.scrollTop
      await frame()
      await frame()
      const { top, bottom } = scroller.getBoundingClientRect()
      const shown = [...scroller.querySelectorAll<HTMLElement>('tr[data-row]')].filter((row) => {
        const place = row.getBoundingClientRect()
        return place.bottom > top && place.top < bottom
      })
      for (const row of shown) seen.add(row.dataset.row ?? '')
      if ((shown.at(-1)?.getBoundingClientRect().bottom ?? 0) < bottom - 1) gaps += 1
    }
    return { seen: seen.size, gaps }
  })
  expect(seen).toBe(2133)
  expect(gaps).toBe(0)
})

test('search narrows the rows, and a row is edited in the panel', async () => {
  const { page } = program
  await page.getByRole('textbox', { name: 'Search in AI systems' }).fill('translation')
  await page.getByText(/^\d+ of 2133 rows$/).waitFor()
  await page.getByRole('textbox', { name: 'Search in AI systems' }).press('Enter')
  await page.locator('tr[data-row]:focus').press('Enter')
  const panel = page.getByRole('complementary')
  await panel.getByLabel('Owner', { exact: true }).fill('Head of Language Services')
  await panel.getByLabel('Owner', { exact: true }).press('Escape')
  await panel.waitFor({ state: 'detached' })
  await program.saved()
  await page.getByText('Head of Language Services').waitFor()
})

test('a new system that the search hides gives the focus to the rows that are there', async () => {
  const { page } = program
  await page.getByRole('button', { name: 'Add a system' }).press('Enter')
  await page.getByText(/^\d+ of 2134 rows$/).waitFor()
  await page.getByRole('complementary').getByLabel('Name', { exact: true }).press('Escape')
  await page.getByRole('complementary').waitFor({ state: 'detached' })
  await page.locator('tr[data-row]:focus').waitFor()
  expect(await page.getByText('New system').count()).toBe(0)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByText(/^\d+ of 2133 rows$/).waitFor()
})

test('the same list again adds nothing, and says so', async () => {
  const { page } = program
  await program.chooseFile(() => page.getByRole('button', { name: 'Import a list' }).click(), program.workplace.path('list.csv'))
  await page.getByText('2133 rows are there already and are left out').waitFor()
  await page.keyboard.press('Escape')
})

test('one undo takes the edit back, the next one the whole import', async () => {
  const { page } = program
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  await undo.click()
  await page.getByText('Head of Language Services').waitFor({ state: 'detached' })
  await undo.click()
  await page.getByText('No AI systems yet').waitFor()
  await page.getByRole('button', { name: 'Redo', exact: true }).click()
  await page.getByRole('grid', { name: 'AI systems' }).waitFor()
  await program.kill()
  expect(await count()).toBe(2133)
  expect(program.faults).toEqual([])
  expect(program.foreignRequests).toEqual([])
})
