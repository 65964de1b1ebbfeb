import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { Program } from './program.ts'

/** Enter, Escape and Ctrl+Z, where each of them belongs. */
const program = new Program()
let sample = ''
let fresh = ''
beforeAll(async () => {
  sample = await program.engagement('keys.aims', { sample: true })
  fresh = await program.engagement('fresh.aims')
  await program.workplace.fieldbook(['call', fresh, 'inventory.add', JSON.stringify({ name: 'Router' })])
  await program.start(sample)
})
afterAll(() => program.stop())

const panel = () => program.page.getByRole('complementary')
const dialogs = () => program.page.locator('[role="dialog"][aria-modal="true"]')
const rows = () => program.page.locator('tr[data-row]')
const press = async (...keys: string[]) => {
  for (const key of keys) await program.page.keyboard.press(key)
}

test('Escape closes a detail panel from its row, then takes away the selection, and a search is emptied before', async () => {
  const { page } = program
  await program.go('AI systems')
  await rows().first().press('Space')
  await page.getByText('1 row selected').waitFor()
  await page.locator('tr[data-row]:focus').press('Enter')
  await panel().waitFor()
  await rows().first().focus()
  await press('Escape')
  await panel().waitFor({ state: 'detached' })
  await page.getByText('1 row selected').waitFor()
  await press('Escape')
  await page.getByText('1 row selected').waitFor({ state: 'detached' })
  const search = page.getByRole('textbox', { name: 'Search in AI systems' })
  await search.fill('zzz')
  await search.press('Escape')
  expect(await search.inputValue()).toBe('')
})

test('a list of choices over a panel is closed by the first Escape, the panel by the second', async () => {
  const { page } = program
  await program.go('AI systems')
  await rows().first().press('Enter')
  await panel().getByRole('combobox').first().focus()
  await press('ArrowDown')
  await page.getByRole('option').first().waitFor()
  await press('Escape')
  await page.getByRole('option').first().waitFor({ state: 'detached' })
  expect(await panel().count()).toBe(1)
  await panel()
    .getByRole('button', { name: /^History of/ })
    .first()
    .press('Enter')
  await page.getByRole('region', { name: /^History of/ }).waitFor()
  await press('Escape')
  await page.getByRole('region', { name: /^History of/ }).waitFor({ state: 'detached' })
  expect(await panel().count()).toBe(1)
  await panel()
    .getByRole('button', { name: /^History of/ })
    .first()
    .press('Escape')
  await panel().waitFor({ state: 'detached' })
})

test('a field in a row gives the focus to its row before Escape closes anything', async () => {
  const { page } = program
  await program.go('SoA')
  await rows().first().press('Enter')
  await panel().waitFor()
  await page.locator('tr[data-row="A.2.3"]').getByLabel('Responsible', { exact: true }).focus()
  await press('Escape')
  await page.locator('tr[data-row="A.2.3"]:focus').waitFor()
  expect(await panel().count()).toBe(1)
  await press('Escape')
  await panel().waitFor({ state: 'detached' })
})

test('in the assessment Escape leads back to the list from a history button too', async () => {
  const { page } = program
  await program.go('Gap by clause')
  await page
    .getByRole('button', { name: /^History of/ })
    .first()
    .press('Escape')
  await page.locator('[data-item]:focus').waitFor()
})

test('the keys that a judgement shows work from its row, and the panel goes along', async () => {
  const { page } = program
  await program.go('Gap as table')
  const row = page.locator('tr[data-row="4.1-1"]')
  await row.press('Enter')
  const shown = (id: string) => panel().getByText(id, { exact: true }).first().waitFor()
  await shown('4.1-1')
  await row.press('3')
  await row.getByText('Does not conform').waitFor()
  await row.press('Shift+2')
  await expect.poll(() => row.locator('td').nth(3).textContent()).toBe('2')
  await row.press('ArrowDown')
  await shown('4.1-2')
  const next = page.locator('tr[data-row="4.1-2"]')
  await next.press('1')
  await next.getByText('Conforms').waitFor()
  await row.getByText('Does not conform').waitFor()
  await next.press('n')
  await page.locator('#judgement-notes:focus').waitFor()
  await press('Escape')
  await panel().waitFor({ state: 'detached' })
  await program.saved()
})

test('Undo in a field takes back what was saved of it, then the step before, and a new record at once', async () => {
  const { page } = program
  await program.go('AI systems')
  const before = await page.getByText(/^\d+ rows$/).textContent()
  await page.getByRole('button', { name: 'Add a system' }).press('Enter')
  const name = panel().getByLabel('Name', { exact: true })
  await name.and(page.locator(':focus')).waitFor()
  await program.saved()
  await press('Control+z')
  await page.getByText(before ?? '', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Add a system' }).press('Enter')
  await name.and(page.locator(':focus')).waitFor()
  await page.keyboard.type('Radar')
  await expect.poll(() => name.inputValue()).toBe('Radar')
  await program.saved()
  await press('Control+z')
  await expect.poll(() => name.inputValue()).toBe('New system')
  await press('Control+z')
  await page.getByText(before ?? '', { exact: true }).waitFor()
})

test('Undo in a dialog takes back typing there, and nothing under it', async () => {
  const { page } = program
  await program.go('SoA')
  // What an earlier step said is gone first.
  await expect.poll(() => page.getByText(/^Undone: /).count()).toBe(0)
  await page.getByRole('button', { name: 'Add a control' }).click()
  await dialogs().getByLabel('Code').pressSequentially('ACME.1')
  await press('Control+z')
  await press('Control+z')
  await press('Control+z')
  expect(await page.getByText(/^Undone: /).count()).toBe(0)
  expect(await dialogs().getByLabel('Code').inputValue()).toBe('')
  await press('Escape')
  await dialogs().waitFor({ state: 'detached' })
})

test('Enter takes the first of a list that is searched', async () => {
  const { page } = program
  await program.go('Impacts')
  await page.getByRole('button', { name: 'Start an assessment' }).click()
  const find = page.getByRole('combobox', { name: 'AI system' })
  await find.pressSequentially('Cancellation')
  await page.getByRole('option', { name: /Cancellation forecast/ }).waitFor()
  await find.press('Enter')
  await page
    .getByRole('heading', { name: /Cancellation forecast/ })
    .first()
    .waitFor()
})

test('Escape closes one dialog of two, and what was typed in the other stays', async () => {
  const { page } = program
  await page.getByRole('button', { name: 'Acme: the file' }).click()
  await page.getByRole('menuitem', { name: /Close/ }).click()
  await page.getByRole('button', { name: 'New engagement' }).click()
  await page.getByLabel('Client').fill('Nordhafen Logistik')
  await page.getByRole('button', { name: /where/i }).click()
  await expect.poll(() => dialogs().count()).toBe(2)
  await press('Escape')
  await expect.poll(() => dialogs().count()).toBe(1)
  expect(await page.getByLabel('Client').inputValue()).toBe('Nordhafen Logistik')
  await press('Escape')
  await expect.poll(() => dialogs().count()).toBe(0)
})

test('two hundred times Enter, and nothing else, answers no question of the AI Act', async () => {
  const { page } = program
  await program.chooseFile(() => page.getByRole('button', { name: 'Open' }).first().click(), fresh)
  await program.go('EU AI Act')
  await rows().first().focus()
  for (let times = 0; times < 200; times += 1) await press('Enter')
  await page.getByRole('alert').getByText('Choose an answer.').waitFor()
  await program.saved()
  expect(await page.locator('[data-option][aria-checked="true"]').count()).toBe(0)
  await program.kill()
  const systems = z
    .array(z.object({ id: z.string() }))
    .parse(JSON.parse((await program.workplace.fieldbook(['call', fresh, 'inventory.systems', '{}'])).stdout))
  expect(systems).toHaveLength(1)
  const answers = await program.workplace.fieldbook(['call', fresh, 'classification.get', JSON.stringify({ systemId: systems[0]?.id })])
  expect(z.object({ answers: z.array(z.unknown()) }).parse(JSON.parse(answers.stdout)).answers).toEqual([])
  expect(program.faults).toEqual([])
})
