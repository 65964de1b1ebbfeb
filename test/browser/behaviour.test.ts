import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Program } from './program.ts'

const program = new Program()
const rows = () => program.page.locator('tr[data-row]')
const toast = () => program.page.getByRole('alert')
beforeAll(async () => {
  const file = await program.engagement('behaviour.aims')
  const lines = Array.from({ length: 30 }, (_, index) => `System ${String(index + 1).padStart(2, '0')},Operation,Sales`)
  writeFileSync(program.workplace.path('list.csv'), `Name,Stage,Department\n${lines.join('\n')}\n`)
  const { code, stderr } = await program.workplace.fieldbook(['import', 'systems', file, 'list.csv'])
  expect(stderr).toBe('')
  expect(code).toBe(0)
  await program.start(file)
})
afterAll(() => program.stop())

test('a fresh engagement is not shouted at', async () => {
  const { page } = program
  await page.getByText('not started').first().waitFor()
  expect(await page.getByText(/\d+ blockers/).count()).toBe(0)
  expect(await page.getByText(/errors in the SoA/).count()).toBe(0)
})

test('a few rows are removed at once, and the message brings them back', async () => {
  const { page } = program
  await program.go('AI systems')
  await rows().first().press('Space')
  await page.getByRole('button', { name: 'Remove 1', exact: true }).click()
  await page.getByText('29 rows', { exact: true }).waitFor()
  await toast().getByText('1 AI system removed').waitFor()
  await page.getByRole('button', { name: 'Undo: 1 AI system removed' }).click()
  await page.getByText('30 rows', { exact: true }).waitFor()
  // The message had the focus and is gone: it goes back into the work.
  await page.locator('main :focus').waitFor()
})

test('many rows are removed only after a question that says how many and what goes with them', async () => {
  const { page } = program
  await rows().first().focus()
  await page.keyboard.press('Control+a')
  await page.getByText('30 rows selected').waitFor()
  const remove = () => page.getByRole('button', { name: 'Remove 30', exact: true })
  await remove().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Remove 30 AI systems?').waitFor()
  await dialog.getByText(/impact assessments and their links/).waitFor()
  // Enter alone removes nothing.
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await remove().and(page.locator(':focus')).waitFor()
  expect(await page.getByText('30 rows', { exact: true }).count()).toBe(1)

  await remove().click()
  await dialog.getByRole('button', { name: 'Remove 30' }).click()
  await page.getByText('No AI systems yet').waitFor()
  await page.getByRole('button', { name: 'Undo: 30 AI systems removed' }).click()
  await page.getByText('30 rows', { exact: true }).waitFor()
})

test('the offer goes with the next step, so that a late press takes back nothing else', async () => {
  const { page } = program
  await rows().first().press('Space')
  await page.getByRole('button', { name: 'Remove 1', exact: true }).click()
  await page.getByText('29 rows', { exact: true }).waitFor()
  const offer = page.getByRole('button', { name: 'Undo: 1 AI system removed' })
  await offer.waitFor()
  await page.keyboard.press('Control+z')
  await page.getByText('30 rows', { exact: true }).waitFor()
  await offer.waitFor({ state: 'detached' })
})

test('the same values are given with a message that takes them back, and the rows stay selected', async () => {
  const { page } = program
  await rows().first().press('Space')
  await page.getByRole('group', { name: '1 row selected' }).getByRole('button', { name: 'Stage' }).click()
  await page.getByRole('menuitem', { name: 'Retired' }).click()
  await toast().getByText('1 AI system changed').waitFor()
  await page.getByText('1 row selected').waitFor()
  await page.getByRole('button', { name: 'Unselect' }).click()
})

test('the classification says that a system is retired, and does not ask for its class', async () => {
  const { page } = program
  await program.go('EU AI Act')
  await page.getByRole('switch', { name: '29 not classified' }).waitFor()
  await rows().first().click()
  await page.getByText(/^This system is retired\./).waitFor()
})

test('what is found is marked, in the title and in the words around it', async () => {
  const { page } = program
  await page.keyboard.press('Control+k')
  await page.keyboard.type('policy')
  await page
    .locator('mark', { hasText: /policy/i })
    .nth(1)
    .waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Find' }).waitFor({ state: 'detached' })
})

test('the plan is laid on working days, shows what is in place, and opens a task by its name', async () => {
  const { page } = program
  await program.go('Roadmap')
  await page.getByRole('button', { name: 'Make the plan' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/working days: Monday to Friday/).waitFor()
  await dialog.getByRole('button', { name: 'Make the plan' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '1 task looks done' }).click()
  await page.getByRole('button', { name: 'Mark as done' }).click()
  await toast().getByText('1 task marked as done').waitFor()
  await page.getByRole('button', { name: 'Undo: 1 task marked as done' }).click()
  await page.getByRole('button', { name: '1 task looks done' }).waitFor()
  await page.getByTitle('Kick-off with top management', { exact: true }).click()
  await page.getByRole('complementary', { name: 'Kick-off with top management' }).waitFor()
  await page.locator('[data-task]:focus').waitFor()
})

test('a judgement that contradicts itself gets a hint and is kept', async () => {
  const { page } = program
  await program.go('Gap by clause')
  const item = page.locator('[data-item="4.1-1"]')
  await item.press('3')
  await item.press('Shift+Digit4')
  await page.getByText(/^Check again: does not conform/).waitFor()
  await item.press('1')
  await page.getByText(/^Check again/).waitFor({ state: 'detached' })
  await program.saved()
})

test('a dialog for saving says what there is, and two files of one client are told apart', async () => {
  const { page } = program
  await program.chooseFile(async () => {
    await page.getByRole('button', { name: 'Acme: the file' }).click()
    await page.getByRole('menuitem', { name: 'Duplicate…' }).click()
  }, program.workplace.path('second.aims'))
  await page.getByText('A second file was made').waitFor()
  await page.getByRole('button', { name: 'Acme: the file' }).click()
  await page.getByRole('menuitem', { name: 'Close, to all engagements' }).click()
  await page.getByRole('heading', { name: 'Engagements' }).waitFor()
  await program.chooseFile(() => page.getByRole('button', { name: 'Open', exact: true }).click(), program.workplace.path('second.aims'))
  await page.getByRole('heading', { name: 'Acme' }).waitFor()
  await page.getByRole('button', { name: 'Acme: the file' }).click()
  await page.getByRole('menuitem', { name: 'Close, to all engagements' }).click()
  await page.getByRole('list', { name: 'Engagements' }).getByText('· second.aims').waitFor()
  await page.getByRole('list', { name: 'Engagements' }).getByText('· behaviour.aims').waitFor()
})

test('nothing failed in the page, and the focus was never lost', () => {
  expect(program.faults).toEqual([])
})
