import { afterAll, beforeAll, expect, test } from 'vitest'
import { Program } from './program.ts'
import { violations } from './violations.ts'

const program = new Program()
let file = ''
beforeAll(async () => {
  file = await program.engagement('actions.aims', { sample: true })
  await program.start(file)
})
afterAll(() => program.stop())

const rows = () => program.page.locator('tr[data-row]')
const panel = () => program.page.getByRole('complementary')
const focused = () => program.page.locator(':focus')
const register = async (name: RegExp) => {
  await program.go('Registers')
  await program.page.getByRole('navigation', { name: 'Registers by clause' }).getByRole('link', { name }).press('Enter')
}

test('the action list shows every source, and its figures filter it', async () => {
  const { page } = program
  await program.go('Actions')
  await rows().first().waitFor()
  await rows().filter({ hasText: 'NC-002' }).waitFor()
  const overdue = page.getByRole('list', { name: 'Where the actions stand' }).getByRole('button', { name: /Overdue/ })
  await overdue.press('Enter')
  await page.locator('[aria-pressed="true"]', { hasText: 'Overdue' }).waitFor()
  const shown = Number((await overdue.textContent())?.match(/\d+/)?.[0])
  expect(await rows().count()).toBe(shown)
  await overdue.press('Enter')
  await page.locator('[aria-pressed="false"]', { hasText: 'Overdue' }).waitFor()
  expect(await violations(page)).toEqual([])
})

test('owner and state are changed where they stand, and written to where the action comes from', async () => {
  const { page } = program
  const row = rows().filter({ hasText: 'AC-007' })
  await row.getByRole('button', { name: /^Owner/ }).press('Enter')
  await page.getByRole('textbox', { name: 'Owner' }).and(focused()).fill('Head of IT')
  await page.getByRole('textbox', { name: 'Owner' }).press('Enter')
  await row.getByText('Head of IT').waitFor()
  await row.getByRole('button', { name: /^State/ }).press('Enter')
  await page.getByRole('combobox', { name: 'State' }).and(focused()).press('ArrowDown')
  await page.getByRole('option', { name: 'Done' }).click()
  await row.getByText('Done').waitFor()
  await program.saved()
})

test('an action of another module has a panel with the way to its source', async () => {
  const { page } = program
  await rows().filter({ hasText: 'NC-002' }).press('Enter')
  await panel().getByText('State and words follow from the source').waitFor()
  expect(await violations(page)).toEqual([])
  await panel().getByRole('link', { name: 'Open where it comes from' }).press('Enter')
  await panel().getByRole('heading', { name: 'Residual risks are accepted by nobody' }).waitFor()
  await panel().getByText('Nobody has looked whether it exists elsewhere.').waitFor()
})

test('a nonconformity is not brought on while something is missing', async () => {
  const { page } = program
  await panel().getByRole('button', { name: 'Bring to “Correcting”' }).press('Enter')
  await page.getByText(/NC-002 cannot be “Correcting” yet/).waitFor()
  await panel().getByRole('textbox', { name: 'Does it exist elsewhere, or could it?' }).fill('No.')
  await panel().getByRole('textbox', { name: 'Corrective action against the cause' }).fill('Write it into the role.')
  await panel().getByRole('textbox', { name: 'Verified by' }).focus()
  await program.saved()
  await panel().getByRole('button', { name: 'Bring to “Correcting”' }).press('Enter')
  await panel().getByRole('button', { name: 'Bring to “Verifying the effect”' }).waitFor()
  expect(await violations(page)).toEqual([])
})

test('a checklist is made from the catalog and walked by keys; a finding becomes a nonconformity with one', async () => {
  const { page } = program
  await register(/Audits/)
  await rows().filter({ hasText: 'AU-003' }).press('Enter')
  await panel().getByRole('link', { name: 'Make the checklist' }).press('Enter')
  await page.getByText('The checklist is empty').waitFor()
  await page.getByRole('button', { name: 'Clauses and objectives' }).press('Enter')
  await page.getByRole('checkbox', { name: 'A.10 Third-party and customer relationships' }).press('Space')
  await page.getByRole('option').first().waitFor()
  await page.getByRole('checkbox', { name: 'A.10 Third-party and customer relationships' }).press('Escape')
  const first = page.getByRole('option', { name: /A\.10\.2/ })
  await first.press('1')
  await first.getByText('Conforms').waitFor()
  await first.press('Enter')
  const second = page.getByRole('option', { name: /A\.10\.3/ }).and(focused())
  await second.press('3')
  await second.getByText('Minor').waitFor()
  await second.press('n')
  await page.getByRole('textbox', { name: 'What was seen' }).and(focused()).fill('No assessment on file.')
  await page.getByRole('textbox', { name: 'What was seen' }).press('Escape')
  await program.saved()
  await second.press('r')
  await page.getByRole('link', { name: /NC-008: Open/ }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: /NC-008: Open/ }).press('Enter')
  await panel()
    .getByRole('heading', { name: /^A\.10\.3/ })
    .waitFor()
  await panel()
    .getByRole('link', { name: /^AU-003/ })
    .first()
    .waitFor()
})

test('a review is held: its inputs are kept, and a decision becomes an action', async () => {
  const { page } = program
  await register(/Management reviews/)
  await rows().filter({ hasText: 'MR-002' }).press('Enter')
  await panel().getByRole('link', { name: 'Open inputs and decisions' }).press('Enter')
  await page.getByText(/Inputs as they stand today/).waitFor()
  await page.getByRole('button', { name: 'Hold the review now' }).press('Enter')
  await page.getByText(/Inputs as they were on/).waitFor()
  await page.getByRole('button', { name: 'Add a decision' }).press('Enter')
  await page.getByRole('textbox', { name: 'Decision' }).fill('Buy the tool.')
  await program.saved()
  await page.getByRole('button', { name: 'Make an action' }).press('Enter')
  const action = page.getByRole('link', { name: 'AC-011: Open' })
  await action.waitFor()
  expect(await violations(page)).toEqual([])
  await action.press('Enter')
  await panel().getByRole('heading', { name: 'Buy the tool.' }).waitFor()
  expect(program.faults).toEqual([])
  expect(program.foreignRequests).toEqual([])
  await program.saved()
  await program.kill()
  const { stdout } = await program.workplace.fieldbook(['call', file, 'actions.list'])
  expect(JSON.parse(stdout)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ reference: 'AC-007', owner: 'Head of IT', state: 'done' }),
      expect.objectContaining({ reference: 'AC-011', origin: 'Decided in MR-002' }),
    ]),
  )
})
