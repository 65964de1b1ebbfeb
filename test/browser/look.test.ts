import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Program } from './program.ts'

const program = new Program()
beforeAll(async () => program.start(await program.engagement('sample.aims', { sample: true })))
afterAll(() => program.stop())

const found = z.array(
  z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string(), failureSummary: z.string() })) }),
)

/** Every rule of axe, best practices included. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(`${axe.source}; undefined`)
  const answer = await page.evaluate('axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations)')
  return found
    .parse(answer)
    .flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}\n${node.html.slice(0, 300)}\n${node.failureSummary}`))
}

/** Width of the page beyond that of the window: there is nothing to scroll sideways but inside a table. */
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const firstRow = (page: Page) => page.locator('tr[data-row]').first()

/** Each screen, and what opens on it. */
const screens: Record<string, (page: Page) => Promise<unknown>> = {
  Overview: (page) => page.getByRole('heading', { name: 'What is missing next' }).waitFor(),
  'Gap by clause': (page) => page.getByRole('option').first().waitFor(),
  Interview: (page) => page.getByRole('option').first().waitFor(),
  'Gap as table': async (page) => {
    await firstRow(page).press('Enter')
    await page.getByRole('complementary').waitFor()
  },
  Results: (page) => page.getByRole('heading', { name: 'Top gaps' }).waitFor(),
  'AI systems': async (page) => {
    await firstRow(page).press('Enter')
    await page.getByRole('complementary').waitFor()
  },
  Risks: async (page) => {
    await firstRow(page).press('Enter')
    await page.getByRole('complementary').getByRole('grid').waitFor()
  },
  SoA: async (page) => {
    await firstRow(page).press('Enter')
    await page.getByRole('complementary').waitFor()
  },
  Trace: (page) => page.getByRole('heading', { name: 'Controls with the most links' }).waitFor(),
  Documents: (page) => page.getByRole('img', { name: 'Page 1', exact: true }).waitFor(),
}

const looks = [
  { name: 'light, 1280x800', look: { colorScheme: 'light' } },
  { name: 'dark, 1280x800', look: { colorScheme: 'dark' } },
  { name: 'light at 200 %', look: { colorScheme: 'light', zoom: 2 } },
  { name: 'dark, 1920x1080', look: { colorScheme: 'dark', width: 1920, height: 1080 } },
] as const

describe.each(looks)('$name', ({ look }) => {
  beforeAll(() => program.look(look))

  test.each(Object.keys(screens))('%s has no violation and fits the window', async (screen) => {
    const { page } = program
    await program.go(screen)
    await screens[screen]?.(page)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
  })

  test('what opens over the risks has no violation', async () => {
    const { page } = program
    await program.go('Risks')
    await firstRow(page).waitFor()
    await page.getByRole('button', { name: 'Add a risk' }).click()
    await page.getByRole('menuitem', { name: 'From the library' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox').first().waitFor()
    expect(await violations(page), 'library').toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Criteria', exact: true }).click()
    for (const tab of ['Acceptance line', 'Likelihood', 'Consequence', 'Note']) {
      await dialog.getByRole('tab', { name: tab }).click()
      await dialog.getByRole('tabpanel').waitFor()
      expect(await violations(page), tab).toEqual([])
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await firstRow(page).focus()
    await page.keyboard.press('Control+a')
    await page.getByRole('button', { name: 'Unselect' }).waitFor()
    expect(await violations(page), 'selected').toEqual([])
    await page.getByRole('button', { name: 'Unselect' }).click()
  })

  test('the links around a control, and the proposals for the SoA, have no violation', async () => {
    const { page } = program
    await program.go('Trace')
    await page.getByRole('link', { name: /^A\.8\.2/ }).click()
    await page.locator('[data-middle="true"]', { hasText: 'A.8.2' }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await program.go('SoA')
    await page.getByRole('button', { name: /proposals? from risks/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Nothing that somebody wrote is taken away').waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  test('what opens over the screens has no violation', async () => {
    const { page } = program
    await program.go('SoA')
    await page.getByRole('button', { name: 'Approve', exact: true }).waitFor()
    const closed = page.getByRole('dialog')
    for (const [button, sign] of [
      ['Approve', 'Approver'],
      ['Not approved yet', 'Approve the SoA to freeze it'],
      ['Add a control', 'Short and unique'],
    ] as const) {
      await page.getByRole('button', { name: button, exact: true }).click()
      await page.getByRole('dialog').getByText(sign).first().waitFor()
      expect(await violations(page), button).toEqual([])
      await page.keyboard.press('Escape')
      await closed.waitFor({ state: 'detached' })
    }
    for (const button of ['Hand over', 'Settings', 'Acme: the file']) {
      await page.getByRole('button', { name: button, exact: true }).click()
      await page.locator('[role="dialog"], [role="menu"]').waitFor()
      expect(await violations(page), button).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('[role="dialog"], [role="menu"]').waitFor({ state: 'detached' })
    }
    await page.keyboard.press('Control+K')
    await page.getByPlaceholder('A clause, a control').fill('risk')
    await page.getByText('AI risk assessment').first().waitFor()
    expect(await violations(page), 'Find').toEqual([])
    await page.keyboard.press('Escape')
  })
})

test('nothing was asked of any other place, and nothing failed in the page', () => {
  expect(program.foreignRequests).toEqual([])
  expect(program.faults).toEqual([])
})
