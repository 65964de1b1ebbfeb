import { afterAll, beforeAll, expect, test } from 'vitest'
import { Program } from './program.ts'

const program = new Program()
beforeAll(async () => {
  await program.start(await program.engagement('impact.aims', { sample: true }))
  await program.go('Impacts')
})
afterAll(() => program.stop())

/** Presses Tab until the element that the selector names has the focus. */
async function tabTo(selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await program.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await program.page.keyboard.press('Tab')
  }
  throw new Error(`${selector} is not reached with Tab`)
}

const focused = (selector: string) => program.page.locator(`${selector}:focus`).waitFor()
const field = (name: string) => `#impact-assessment-${name}`

async function write(name: string, words: string): Promise<void> {
  await tabTo(field(name))
  await program.page.keyboard.type(words)
}

/** Goes on to the next step with the keys, from any field of the one before. */
async function next(title: string): Promise<void> {
  await program.page.keyboard.press('Control+Enter')
  await program.page.getByRole('heading', { name: title, level: 2 }).and(program.page.locator(':focus')).waitFor()
}

/** Opens the choice that has the focus and takes the option of this name. */
async function choose(option: string): Promise<void> {
  const { page } = program
  await page.keyboard.press('Enter')
  const wanted = page.getByRole('option', { name: option, exact: true })
  await wanted.waitFor()
  for (let presses = 0; presses < 20; presses += 1) {
    if ((await wanted.getAttribute('data-combobox-selected')) === 'true') break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await wanted.waitFor({ state: 'hidden' })
}

test('an assessment is made from the choice of its system to its approval without a mouse', async () => {
  const { page } = program
  const keys = page.keyboard
  await page.locator('tr[data-row]').first().focus()
  await page.getByRole('button', { name: 'Start an assessment' }).focus()
  await keys.press('Enter')
  await page.getByRole('dialog').locator('input:focus').waitFor()
  await keys.type('Claims triage')
  await page.getByRole('option', { name: /^Claims triage/ }).waitFor()
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await page.getByRole('heading', { name: 'Impact assessment of Claims triage', level: 1 }).waitFor()

  await tabTo('[data-question="high-risk"] input')
  for (const [index, key] of [...'nnnynnnnnnnn'].entries()) {
    await keys.press(key)
    if (index === 3) await page.getByText('Proposal: a full assessment, since 1 threshold is met.').waitFor()
  }
  await focused(field('triage'))
  await choose('Full assessment')
  await write('triageReason', 'Claims are settled by it.')
  await next('Scope and people')
  await write('assessors', 'Head of Claims')
  await next('Purpose, use and misuse')
  await write('misuse', 'Used to refuse.')
  for (const title of [
    'Data',
    'Algorithms and models',
    'Deployment environment',
    'Interested parties',
    'Fundamental rights',
    'Benefits and harms',
  ]) {
    await next(title)
  }

  const add = page.getByRole('button', { name: 'Add', exact: true })
  await add.focus()
  await keys.press('Enter')
  await focused('textarea[id^="impact-"][id$="-description"]')
  await keys.type('Some claims wait longer.')
  await tabTo('input[data-rating]')
  await keys.type('433322')
  await program.saved()
  const harm = page.locator('tr[data-row]', { has: page.getByText('Some claims wait longer.') })
  await harm.getByText('High 12').waitFor()
  await harm.getByText('Low 4').waitFor()
  await page.getByRole('group', { name: 'Add' }).locator('input[aria-label="Kind"]').focus()
  await choose('Benefit')
  await add.focus()
  await keys.press('Enter')
  await expect.poll(() => page.locator('tr[data-row]').count()).toBe(2)
  await focused('textarea[id^="impact-"][id$="-description"]')
  await keys.type('Simple claims are settled on the day.')
  await program.saved()

  await harm.focus()
  await keys.press('Enter')
  await page.getByRole('complementary').waitFor()
  await page.getByRole('complementary').getByRole('button', { name: 'Add a measure' }).focus()
  await keys.press('Enter')
  await page.getByRole('heading', { name: 'Measures', level: 2 }).waitFor()
  await focused('textarea[id^="impact-"][id$="-description"]')
  await keys.type('Weekly look at old claims')
  await tabTo('input[id$="-owner"]')
  await keys.type('Head of Claims')
  await tabTo('input[id$="-dueDate"]')
  await keys.type('2091-01-01')
  await keys.press('Tab')
  await next('Results')
  await page.getByRole('table', { name: 'Harms before measures' }).getByText('1', { exact: true }).last().waitFor()
  await write('conclusion', 'Acceptable with the measure.')
  await next('Decision and approval')
  await tabTo(field('decision'))
  await choose('Use it with measures')
  await write('decisionReason', 'The harm is small.')
  await next('Monitoring and review')
  await write('reviewDate', '2091-06-01')
  await tabTo(field('triggers'))
  await keys.press(' ')
  await program.saved()
  await page.getByRole('button', { name: /^What is missing\s*0$/ }).waitFor()

  await page.getByRole('button', { name: 'Approve', exact: true }).focus()
  await keys.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Approve version 1' })
  await dialog.getByLabel('Approver').and(page.locator(':focus')).waitFor()
  await dialog.getByRole('button', { name: 'Approve', exact: true }).focus()
  await keys.press('Enter')
  await page.getByRole('button', { name: 'Version 1', exact: true }).waitFor()
  expect(program.faults).toEqual([])
})

test('a change after the approval is shown between the versions, and undone with its state', async () => {
  const { page } = program
  await page.getByRole('button', { name: /^Measures/ }).click()
  await page.getByLabel('Owner', { exact: true }).fill('Head of Service')
  await program.saved()
  await page.getByText('Changed since').waitFor()
  await page.getByRole('button', { name: 'Version 1', exact: true }).click()
  await page.getByRole('dialog').getByRole('combobox', { name: 'From' }).and(page.locator(':focus')).waitFor()
  const changed = page.getByRole('dialog').getByRole('row', { name: /Weekly look/ })
  await changed.waitFor()
  expect(await changed.textContent()).toContain('Head of Service')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByText('Approved', { exact: true }).waitFor()
})

test('what is missing leads to its place, the list to the work and back, and Print to the document of this assessment', async () => {
  const { page } = program
  await page.getByRole('button', { name: 'All', exact: true }).click()
  await page.locator('tr[data-row]', { hasText: 'Applicant screening' }).press('Enter')
  await page.getByRole('button', { name: /^What is missing/ }).click()
  await page.getByRole('button', { name: /^Nobody owns this measure/ }).click()
  await focused('textarea[id^="impact-"][id$="-description"]')
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/things are missing/).waitFor()
  expect(await dialog.getByRole('button', { name: 'Approve', exact: true }).isDisabled()).toBe(true)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Print' }).click()
  await expect.poll(() => page.getByLabel('Impact assessment', { exact: true }).first().inputValue()).toContain('Applicant screening')
  await page.getByRole('img', { name: 'Page 1', exact: true }).waitFor()
  expect(program.faults).toEqual([])
})
