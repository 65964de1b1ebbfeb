import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerIds } from '../../src-main/contract/registers/index.ts'
import { Program } from './program.ts'
import { violations } from './violations.ts'

const program = new Program()
beforeAll(async () => {
  await program.start(await program.engagement('sample.aims', { sample: true }))
  await program.go('Registers')
})
afterAll(() => program.stop())

/** Pages that are no plain list, and the heading or button that says that they stand there. */
const otherPages = ['scope', 'policy', 'risk-process', 'treatment-process', 'impact-process', 'audit-programme', 'raci', 'training']
const registers = registerIds.filter((id) => id !== 'actions' && id !== 'evidence')

const open = (page: Page, id: string) =>
  page.evaluate((wanted) => {
    const start = /^#\/e\/[^/]+/.exec(location.hash)?.[0] ?? ''
    location.hash = `${start}/registers?page=${wanted}`
  }, id)

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

async function expectGood(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBe(0)
}

describe.each([
  { name: 'light, 1280x800', look: { colorScheme: 'light' } },
  { name: 'light at 200 %', look: { colorScheme: 'light', zoom: 2 } },
  { name: 'dark, 1920x1080', look: { colorScheme: 'dark', width: 1920, height: 1080 } },
] as const)('$name', ({ look }) => {
  beforeAll(() => program.look(look))

  test.each(registers)('the register %s, with its first entry open, has no violation and fits the window', async (id) => {
    const { page } = program
    await open(page, id)
    await page.locator(`[data-register="${id}"]`).waitFor()
    await expectGood(page)
    await page.locator(`[data-register="${id}"] tr[data-row]`).first().press('Enter')
    await page.getByRole('complementary').waitFor()
    await expectGood(page)
    await page.getByRole('complementary').getByRole('button', { name: 'Close', exact: true }).click()
    await page.getByRole('complementary').waitFor({ state: 'detached' })
  })

  test.each(otherPages)('the page %s has no violation and fits the window', async (id) => {
    const { page } = program
    await open(page, id)
    await page.locator(`[data-page="${id}"] :is(h1, h2)`).first().waitFor()
    await expectGood(page)
  })
})
