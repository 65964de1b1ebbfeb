import { writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Program } from './program.ts'
import { violations } from './violations.ts'

const program = new Program()
beforeAll(async () => program.start(await program.engagement('sample.aims', { sample: true })))
afterAll(() => program.stop())

/** Width of the page beyond that of the window: there is nothing to scroll sideways but inside a table. */
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const firstRow = (page: Page) => page.locator('tr[data-row]').first()

/** Each screen, and what opens on it. */
const screens: Record<string, (page: Page) => Promise<unknown>> = {
  Overview: (page) => page.getByRole('heading', { name: 'What is next' }).waitFor(),
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
  'EU AI Act': async (page) => {
    await page.locator('tr[data-row]', { hasText: 'Cancellation forecast' }).press('Enter')
    await page.getByRole('heading', { name: 'Is it only for one of the purposes that the Act leaves out?' }).waitFor()
  },
  Impacts: async (page) => {
    await firstRow(page).press('Enter')
    await page.getByRole('heading', { name: 'Triage', level: 2 }).waitFor()
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
  Registers: async (page) => {
    await firstRow(page).press('Enter')
    await page.getByRole('complementary').waitFor()
  },
  Actions: async (page) => {
    await firstRow(page).press('Enter')
    await page.getByRole('complementary').waitFor()
  },
  Roadmap: (page) => page.locator('[data-task]').first().waitFor(),
  Cost: (page) => page.getByRole('heading', { name: 'Assumptions' }).waitFor(),
  Evidence: async (page) => {
    await firstRow(page).press('Enter')
    await page.getByRole('complementary').waitFor()
  },
  'Laws and frameworks': async (page) => {
    await firstRow(page).press('Enter')
    await page.getByRole('complementary').waitFor()
  },
  Readiness: (page) => firstRow(page).waitFor(),
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

  test('an open question with its reason, and a record that is done, have no violation', async () => {
    const { page } = program
    await program.go('EU AI Act')
    await page.locator('tr[data-row]', { hasText: 'Life and health pricing model' }).press('Enter')
    await page.getByRole('heading', { name: 'Every question that matters is answered' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.locator('[data-question="area"]').click()
    await page.getByRole('textbox', { name: 'Reason' }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
  })

  test.each([
    'Scope and people',
    'Fundamental rights',
    'Benefits and harms',
    'Failure modes',
    'Measures',
    'Results',
    'Decision and approval',
    'Monitoring and review',
  ])('the step of an impact assessment, %s, has no violation and fits the window', async (step) => {
    const { page } = program
    await program.go('Impacts')
    await page.locator('tr[data-row]', { hasText: 'pricing' }).press('Enter')
    await page.getByRole('navigation', { name: 'Steps of the assessment' }).getByRole('button', { name: step }).click()
    await page.getByRole('heading', { name: step, level: 2 }).waitFor()
    if (step === 'Benefits and harms') {
      await firstRow(page).press('Enter')
      await page.getByRole('complementary').waitFor()
    }
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
  })

  test('the burn-down fits the window, and its words can be read', async () => {
    const { page } = program
    await program.go('Roadmap')
    await page.getByRole('radio', { name: 'Burn-down' }).press('Space')
    const picture = page.getByRole('img', { name: 'Open gaps over time' })
    await picture.waitFor()
    const heights = await picture.locator('text').evaluateAll((words) => words.map((word) => word.getBoundingClientRect().height))
    expect(Math.min(...heights)).toBeGreaterThan(9)
    expect(await picture.evaluate((element) => element.getBoundingClientRect().right <= window.innerWidth)).toBe(true)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
  })

  test('each part of an import has no violation and fits the window', async () => {
    const { page } = program
    const list = program.workplace.path('list.csv')
    writeFileSync(list, 'ID,Name,Owner,Stage,Budget\nAI-01,Claims triage,,live,7\nAI-90,Complaint radar,Head of Service,purple,8\n')
    await program.go('AI systems')
    await program.chooseFile(() => page.getByRole('button', { name: 'Import a list' }).click(), list)
    const dialog = page.getByRole('dialog')
    for (const part of ['Columns', 'Words', 'There already', 'What comes in']) {
      await dialog.getByRole('tab', { name: new RegExp(`^${part}`) }).click()
      await dialog.getByRole('tabpanel').waitFor()
      expect(await violations(page), part).toEqual([])
      expect(await overflow(page), part).toBe(0)
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
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

test.each(looks)('what opens over a table has no violation: $name', async ({ look }) => {
  const { page } = program
  await program.look(look)
  await program.go('AI systems')
  await firstRow(page).waitFor()
  const opened = page.locator('[role="dialog"], [role="menu"]')
  const check = async (button: string) => {
    // The toolbar stands before the table, whose columns may have the same name.
    await page.getByRole('button', { name: button, exact: true }).first().click()
    await opened.waitFor()
    expect(await violations(page), button).toEqual([])
    expect(await overflow(page), button).toBe(0)
  }
  const shut = async () => {
    await page.keyboard.press('Escape')
    await opened.waitFor({ state: 'detached' })
  }
  await check('Filter')
  await page
    .getByRole('checkbox', { name: /^Not classified|^High risk/ })
    .first()
    .press('Space')
  await shut()
  await check('1 filter')
  await shut()
  await check('Views')
  await shut()
  await firstRow(page).press('Control+a')
  await check('Stage')
  await shut()
  await check('More fields')
  await shut()
  await page.getByRole('button', { name: 'Unselect' }).click()
  await page.getByRole('button', { name: 'Show everything' }).click()
})

test('nothing was asked of any other place, and nothing failed in the page', () => {
  expect(program.foreignRequests).toEqual([])
  expect(program.faults).toEqual([])
})
