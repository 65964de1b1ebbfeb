import { afterAll, beforeAll, expect, test } from 'vitest'
import { Program } from './program.ts'
import { violations } from './violations.ts'

const program = new Program()
beforeAll(async () => {
  await program.start(await program.engagement('sample.aims', { sample: true }))
  await program.go('Registers')
})
afterAll(() => program.stop())

const focused = (selector: string) => program.page.locator(selector).and(program.page.locator(':focus')).waitFor()

/** Opens a page of the registers by its link. */
async function open(name: RegExp): Promise<void> {
  const link = program.page.getByRole('navigation', { name: 'Registers by clause' }).getByRole('link', { name })
  await link.focus()
  await program.page.keyboard.press('Enter')
  await program.page.locator('a[data-active="true"]', { hasText: name }).waitFor()
}

test('a statement is written by keys: gaps are found, filled and approved, and the change since is shown', async () => {
  const { page } = program
  const keys = page.keyboard
  await open(/Audit programme/)
  await page.getByRole('heading', { name: 'Internal audit programme', level: 1 }).waitFor()
  const missing = page.getByRole('button', { name: /^What is missing\s*3$/ })
  await missing.focus()
  await keys.press('Enter')
  await page.getByRole('button', { name: /Auditors and impartiality has 2 gaps/ }).focus()
  await keys.press('Enter')
  await focused('#statement-section-auditors')
  await page.getByRole('complementary', { name: 'Guidance' }).getByRole('heading', { name: 'Auditors and impartiality' }).waitFor()
  await keys.press('Control+a')
  await keys.type('Auditors are independent of what they audit.')
  await keys.press('Control+Enter')
  await focused('#statement-section-reporting')
  await keys.press('Control+a')
  await keys.type('Reports go to the management review.')
  await program.saved()
  await page.locator('#statement-field-reviewDate').focus()
  await keys.type('2091-01-01')
  await keys.press('Tab')
  await program.saved()
  await page.getByRole('button', { name: /^What is missing\s*0$/ }).waitFor()
  await page.getByRole('button', { name: 'Approve', exact: true }).focus()
  await keys.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Approve version 1' })
  await dialog.getByLabel('Approver').and(page.locator(':focus')).waitFor()
  await dialog.getByRole('button', { name: 'Approve', exact: true }).focus()
  await keys.press('Enter')
  await page.getByText(/^Version 1 approved/).waitFor()
  await page.locator('#statement-section-reporting').focus()
  await keys.press('Control+End')
  await keys.type(' And to the board.')
  await program.saved()
  await page.getByText('Changed since version 1', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Version 1', exact: true }).focus()
  await keys.press('Enter')
  const difference = page.getByRole('dialog').getByRole('row', { name: /Reporting and follow-up/ })
  await difference.waitFor()
  expect(await difference.textContent()).toContain('And to the board.')
  expect(await violations(page)).toEqual([])
  await keys.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}, 120_000)

test('a starting text goes into an empty section, and the scope is the one of the engagement', async () => {
  const { page } = program
  await open(/4\.3\s+Scope/)
  await page.locator('#statement-section-exclusions').fill('')
  await program.saved()
  await page.locator('#statement-section-exclusions').focus()
  await page.getByRole('button', { name: 'Take this text over' }).focus()
  await page.keyboard.press('Enter')
  await focused('#statement-section-exclusions')
  await expect.poll(() => page.locator('#statement-section-exclusions').inputValue()).toContain('Not in scope:')
  await page.locator('#statement-section-statement').fill('Claims and pricing with AI')
  await program.saved()
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Print' }).click()
  await expect
    .poll(() => page.getByLabel('Scope of the AI management system', { exact: true }).inputValue())
    .toBe('Claims and pricing with AI')
  await page
    .getByRole('combobox', { name: 'Version' })
    .or(page.getByLabel('Version', { exact: true }))
    .first()
    .waitFor()
  await program.go('Registers')
})

test('the RACI matrix is filled by keys, says what is missing, and activities are added, moved and undone', async () => {
  const { page } = program
  const keys = page.keyboard
  await open(/RACI matrix/)
  const grid = page.getByRole('grid', { name: 'RACI matrix' })
  const cell = (activity: string, role: string) => grid.getByRole('button', { name: new RegExp(`^${activity}, ${role}:`) })
  await page.getByRole('button', { name: /^What is missing\s*3$/ }).focus()
  await keys.press('Enter')
  await page.getByRole('button', { name: /^Handle incidents.*Nobody is accountable/ }).focus()
  await keys.press('Enter')
  await cell('Handle incidents and notify authorities', 'Chief Executive Officer').and(page.locator(':focus')).waitFor()
  await keys.press('ArrowRight')
  await cell('Handle incidents and notify authorities', 'Chief Risk Officer').and(page.locator(':focus')).waitFor()
  await keys.press('a')
  await page.getByRole('button', { name: /^What is missing\s*2$/ }).waitFor()
  await keys.press('Alt+ArrowUp')
  await program.saved()
  await expect.poll(() => grid.getByRole('rowheader').nth(18).textContent()).toContain('Handle incidents')
  await cell('Handle incidents and notify authorities', 'Chief Risk Officer').and(page.locator(':focus')).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Add activities…' }).focus()
  await keys.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Activities to start from' })
  await dialog.getByLabel('Add one of your own').and(page.locator(':focus')).waitFor()
  await keys.type('Answer requests for explanations')
  await keys.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await grid.getByRole('rowheader', { name: /Answer requests for explanations/ }).waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await grid.getByRole('rowheader', { name: /Answer requests for explanations/ }).waitFor({ state: 'detached' })
}, 120_000)

test('training is recorded for many at once, and for one person in the panel', async () => {
  const { page } = program
  const keys = page.keyboard
  await open(/Training matrix/)
  const row = (name: string) => page.locator('tr[data-row]', { hasText: name })
  await row('Recruiting team').getByText('Overdue').first().waitFor()
  for (const name of ['Recruiting team', 'Sales agents']) await row(name).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Record for 2 people' }).focus()
  await keys.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Training of 2 people' })
  await dialog
    .getByRole('textbox', { name: 'Courses' })
    .or(dialog.getByRole('combobox', { name: 'Courses' }))
    .first()
    .focus()
  await keys.type('AI basics')
  await page.getByRole('option', { name: /AI basics for everyone/ }).waitFor()
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await dialog.getByText('TR-001 AI basics for everyone').first().waitFor()
  await keys.press('Escape')
  await dialog.getByLabel('Result or proof').fill('Test passed')
  await dialog.getByRole('button', { name: 'Record', exact: true }).focus()
  await keys.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => row('Recruiting team').getByText('Attended', { exact: true }).count()).toBe(2)
  await row('Recruiting team').focus()
  await keys.press('Enter')
  const panel = page.getByRole('complementary', { name: 'Recruiting team (6)' })
  await expect
    .poll(() =>
      panel.getByRole('region', { name: 'AI basics for everyone' }).getByRole('textbox', { name: 'Result or proof' }).inputValue(),
    )
    .toBe('Test passed')
  expect(await violations(page)).toEqual([])
  expect(program.faults).toEqual([])
}, 120_000)

test('roles, people and courses lead to their matrix, and a course shows who is due', async () => {
  const { page } = program
  await open(/Training and awareness/)
  await page.locator('tr[data-row]', { hasText: 'Human oversight' }).press('Enter')
  await page.getByRole('region', { name: 'Who needs this course' }).getByText('PE-010 Recruiting team (6)').waitFor()
  await page.getByRole('link', { name: 'Open the training matrix' }).click()
  await page.getByRole('heading', { name: 'Training matrix', level: 1 }).waitFor()
  await open(/5\.3\s+Roles/)
  await page.getByRole('link', { name: 'Open the RACI matrix' }).click()
  await page.getByRole('grid', { name: 'RACI matrix' }).waitFor()
  expect(program.faults).toEqual([])
})
