import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { callPath } from '../../src-main/contract/host.ts'
import { Program } from './program.ts'

/** Dates as people type them, into every field for a date that the program has. */
const program = new Program()
/** Every day that was handed over to be kept. */
const handedOver: string[] = []
let file = ''
beforeAll(async () => {
  file = await program.engagement('dates.aims', { sample: true })
  await program.start(file)
  program.page.on('request', (request) => {
    if (!request.url().endsWith(callPath)) return
    const { procedure } = z.object({ procedure: z.string() }).parse(request.postDataJSON())
    if (/remember|settings|views/.test(procedure)) return
    handedOver.push(...(request.postData()?.match(/\d{4}-\d\d-\d\d/g) ?? []))
  })
  // The start screen, which has settings too, is left first.
  await program.go('Documents')
  await dayFirst()
})
afterAll(() => program.stop())

const back = (days: number) => new Date(Date.now() - days * 86_400_000 - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
/** What is typed, and the day that it is; null where it is none. No two are alike, so that each is handed over. */
const forms: readonly (readonly [string, string | null])[] = [
  ['2025-09-13', '2025-09-13'],
  ['2025-9-14', '2025-09-14'],
  ['20250915', '2025-09-15'],
  ['16.09.2025', '2025-09-16'],
  ['17.9.25', '2025-09-17'],
  ['5', null],
  ['18/09/2025', '2025-09-18'],
  ['09/19/2025', '2025-09-19'],
  ['20 Sep 2025', '2025-09-20'],
  ['abc', null],
  ['Sep 21, 2025', '2025-09-21'],
  ['22. September 2025', '2025-09-22'],
  ['Tuesday, 23 September 2025', '2025-09-23'],
  ['30.09.', null],
  ['24-Sep-25', '2025-09-24'],
  ['01/02/2025', '2025-02-01'],
  ['01.03.2025', '2025-03-01'],
  ['30.02.2025', null],
  ['25\u00A0Sep 2025', '2025-09-25'],
  ['yesterday', back(1)],
  ['-2w', back(14)],
  ['2025', null],
]

async function setting(words: string) {
  await program.page.getByRole('button', { name: 'Settings' }).click()
  await program.page.getByRole('dialog').getByText(words, { exact: true }).click()
  await program.page.keyboard.press('Escape')
  await program.page.getByRole('dialog').waitFor({ state: 'detached' })
}
const dayFirst = () => setting('3 Apr 2027')

const dateFields = (scope: Locator) => scope.locator('input[placeholder^="YYYY-MM-DD"]:visible:enabled')

/** One field of each name: the rows of a table have the same. */
async function idsOf(scope: Locator): Promise<string[]> {
  await dateFields(scope).first().waitFor()
  const named = await dateFields(scope).evaluateAll((inputs) =>
    inputs.map(
      (input) =>
        [input.getAttribute('aria-label') ?? document.querySelector(`label[for="${input.id}"]`)?.textContent ?? '', input.id] as const,
    ),
  )
  return [...new Map(named.toReversed()).values()].toReversed()
}

const days = forms.flatMap(([, day]) => (day === null ? [] : [day]))

async function typeInto(field: Locator) {
  for (const [typed, day] of forms) {
    await field.fill(typed)
    await field.blur()
    if (day === null) {
      await expect.poll(() => field.getAttribute('aria-invalid'), { interval: 20 }).toBe('true')
      expect(await field.inputValue()).toBe(typed)
    } else await expect.poll(async () => (await field.inputValue()).slice(0, 10), { interval: 20, message: typed }).toBe(day)
  }
  await field.focus()
  await field.press('Escape')
  // Back to what is kept: the last of these days, or an earlier one where another rule has refused the last, as an end before its start.
  await expect.poll(() => field.inputValue()).toMatch(/^\d{4}-\d\d-\d\d/)
  expect(days).toContain((await field.inputValue()).slice(0, 10))
}

/** The days that are meant; a moment is handed over in UTC, which may be the day before. */
const meant = new Set(days.flatMap((day) => [day, new Date(Date.parse(day) - 1).toISOString().slice(0, 10)]))

async function typeIntoAll(scope: Locator): Promise<number> {
  const ids = await idsOf(scope)
  for (const id of ids) {
    handedOver.length = 0
    await typeInto(scope.locator(`[id="${id}"]`))
    expect(handedOver.filter((day) => !meant.has(day))).toEqual([])
  }
  await program.saved().catch(() => {})
  return ids.length
}

const rows = () => program.page.locator('tr[data-row]')
const panel = () => program.page.getByRole('complementary')
const dialog = () => program.page.getByRole('dialog')
const work = () => program.page.locator('#work')
const shut = async (what: Locator) => {
  await what.getByRole('button', { name: 'Close', exact: true }).click()
  await what.waitFor({ state: 'detached' })
}

test('a date is said in words while it is typed, kept when the field is left, and kept red where it is none', async () => {
  const { page } = program
  await program.go('Documents')
  const field = page.getByLabel('Certification planned for', { exact: true })
  await program.saved()
  handedOver.length = 0
  await field.fill('')
  await field.pressSequentially('1.2.27', { delay: 20 })
  await page.getByRole('status').getByText('Mon, 1 Feb 2027').waitFor()
  expect(handedOver, 'nothing is kept while someone types').toEqual([])
  await field.press('Enter')
  await expect.poll(() => field.inputValue()).toBe('2027-02-01')
  await program.saved()
  expect([...new Set(handedOver)]).toEqual(['2027-02-01'])
  await field.fill('03/04/2027')
  await field.press('Tab')
  await page.getByText('Read as Sat, 3 Apr 2027').waitFor()
  expect(await field.inputValue()).toBe('2027-04-03')
  await setting('4 Mar 2027')
  await field.fill('03/04/2027')
  await field.press('Tab')
  await page.getByText('Read as Thu, 4 Mar 2027').waitFor()
  await field.fill('30.09.')
  await field.press('Enter')
  await page.getByText('“30.09.” is not a date.').waitFor()
  expect(await field.inputValue()).toBe('30.09.')
  await page.locator('[data-save-state="failed"]').waitFor()
  await field.press('Escape')
  await expect.poll(() => field.inputValue()).toBe('2027-03-04')
  await field.fill('30.9.2027')
  await field.press('Escape')
  expect(await field.inputValue()).toBe('2027-03-04')
  await field.fill('')
  await field.press('Enter')
  await program.saved()
  await page.keyboard.press('Control+z')
  await expect.poll(() => field.inputValue()).toBe('2027-03-04')
  await field.press('ArrowDown')
  await dialog().getByRole('button', { name: '15 March 2027' }).click()
  await expect.poll(() => field.inputValue()).toBe('2027-03-15')
  await program.saved()
  await dayFirst()
})

test('no field of the work keeps another day than the one that was typed', async () => {
  const { page } = program
  await program.go('Documents')
  expect(await typeIntoAll(work())).toBe(1)
  await program.go('Gap by clause')
  await typeIntoAll(work())
  for (const screen of ['Risks', 'Evidence', 'Actions']) {
    await program.go(screen)
    await rows().first().press('Enter')
    await typeIntoAll(panel())
    await shut(panel())
  }
  await program.go('SoA')
  await rows().first().press('Enter')
  await typeIntoAll(panel())
  await shut(panel())
  await program.go('EU AI Act')
  await rows().first().press('Enter')
  await typeIntoAll(work())
  await program.go('Impacts')
  await page.locator('tr[data-row]', { hasText: 'pricing' }).press('Enter')
  for (const step of ['Measures', 'Monitoring and review']) {
    await page.getByRole('navigation', { name: 'Steps of the assessment' }).getByRole('button', { name: step }).click()
    await page.getByRole('heading', { name: step, level: 2 }).waitFor()
    await typeIntoAll(work())
  }
})

test('nor does any register', async () => {
  const { page } = program
  await program.go('Registers')
  const registers = page.getByRole('navigation', { name: 'Registers by clause' }).getByRole('link')
  await registers.first().waitFor()
  let fields = 0
  for (let at = 0; at < (await registers.count()); at += 1) {
    await registers.nth(at).click()
    await page.waitForTimeout(150)
    const first = rows().first()
    if (!(await first.isVisible())) continue
    await first.press('Enter')
    await panel().waitFor()
    if ((await dateFields(panel()).count()) > 0) fields += await typeIntoAll(panel())
    await shut(panel())
  }
  expect(fields).toBeGreaterThan(25)
})

test('nor does any dialog', async () => {
  const { page } = program
  await program.go('SoA')
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await typeIntoAll(dialog())
  expect(await dialog().getByRole('button', { name: 'Approve', exact: true }).isEnabled()).toBe(true)
  await dialog().getByLabel('Approved on').fill('abc')
  await dialog().getByLabel('Note').focus()
  expect(await dialog().getByRole('button', { name: 'Approve', exact: true }).isDisabled()).toBe(true)
  await shut(dialog())
  await program.go('Evidence')
  await page.getByRole('button', { name: 'Make the request list' }).click()
  await typeIntoAll(dialog())
  await shut(dialog())
  await program.go('Registers')
  await page
    .getByRole('navigation', { name: 'Registers by clause' })
    .getByRole('link', { name: /Training matrix/ })
    .click()
  await rows().first().getByRole('checkbox').check()
  await page.getByRole('button', { name: /^Record for/ }).click()
  await typeIntoAll(dialog())
  await shut(dialog())
  await program.go('Roadmap')
  await page.getByRole('button', { name: 'Make the plan' }).click()
  expect(await typeIntoAll(dialog())).toBe(2)
  await shut(dialog())
  await page.locator('[data-task]').first().press('Enter')
  await typeIntoAll(panel())
  await shut(panel())
  expect(program.faults).toEqual([])
  expect(program.foreignRequests).toEqual([])
})
