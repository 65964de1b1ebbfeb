import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workbook } from '../unit/inventory/workbooks.ts'
import { Program } from './program.ts'
import { violations } from './violations.ts'

const program = new Program()
beforeAll(async () => {
  const file = await program.engagement('import.aims', { sample: true })
  const rows = [
    ['Register of the group'],
    [],
    ['Nr.', 'KI-System', 'Verantwortlich', 'Phase', 'Budget'],
    ['AI-01', 'Claims triage', 'Head of Claims', 'Betrieb', 7],
    ['AI-20', 'Complaint radar', 'Head of Service', 'purple', 8],
    ['AI-21', '=HYPERLINK("x")', '', 'geplant', null],
  ]
  writeFileSync(
    program.workplace.path('group.xlsx'),
    await workbook({ Cover: [['Cover']], Register: rows, Archive: [['Name'], ['Old one']] }),
  )
  writeFileSync(program.workplace.path('broken.xlsx'), 'PK\u0003\u0004 and no more')
  await program.start(file)
  await program.go('AI systems')
})
afterAll(() => program.stop())

const dialog = () => program.page.getByRole('dialog').filter({ has: program.page.getByRole('button', { name: 'Cancel' }) })
const begin = (name: string) =>
  program.chooseFile(() => program.page.getByRole('button', { name: 'Import a list' }).press('Enter'), program.workplace.path(name))

test('a workbook is shown with its sheets, a proposed mapping and what its words become, each part without a violation', async () => {
  const { page } = program
  await begin('group.xlsx')
  await dialog().getByText('3 rows, 5 columns').waitFor()
  await dialog().getByText('1 row above the header was left out').waitFor()
  await page.locator('[role="tab"]:focus', { hasText: 'Columns' }).waitFor()
  for (const part of ['Source', 'Columns', 'Words', 'There already', 'Rows to check', 'What comes in']) {
    await dialog()
      .getByRole('tab', { name: new RegExp(`^${part}`) })
      .press('Enter')
    await dialog().getByRole('tabpanel').waitFor()
    expect(await violations(page), part).toEqual([])
  }
  await dialog().getByText('Complaint radar').waitFor()
})

test('words and the other columns are mapped by hand, kept as a preset, and shown at once', async () => {
  await dialog().getByRole('tab', { name: 'Words, 1 open' }).press('Enter')
  await dialog().getByLabel('What purple becomes in Stage').selectOption('Design')
  await dialog()
    .getByRole('tab', { name: /^Words \d/ })
    .waitFor()
  await dialog()
    .getByRole('tab', { name: /^Columns/ })
    .press('Enter')
  await dialog().getByLabel('Keep the other column in the notes').press('Space')
  await dialog().getByRole('button', { name: 'Save as preset' }).press('Enter')
  await dialog().getByLabel('Name of the preset').fill('Group list')
  await dialog().getByLabel('Name of the preset').press('Enter')
  await dialog().getByRole('button', { name: 'Remove the preset Group list' }).waitFor()
  await dialog().getByRole('tab', { name: 'What comes in' }).press('Enter')
  await dialog().getByText('Budget: 8').waitFor()
  await dialog().getByText('Design', { exact: true }).waitFor()
})

test('the system that is there is named, and left out; the others come in, and one undo takes them back', async () => {
  const { page } = program
  await dialog()
    .getByRole('tab', { name: /^There already/ })
    .press('Enter')
  await dialog()
    .getByRole('row', { name: /Claims triage/ })
    .getByText('Reference')
    .waitFor()
  await dialog().getByRole('button', { name: 'Import 2 systems' }).press('Enter')
  await page.getByText('2 systems imported. 1 was there already').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByText('10 rows').waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByText('8 rows').waitFor()
})

test('a list with changed values shows what differs, field by field, and changes what is chosen, by keyboard alone', async () => {
  const { page } = program
  writeFileSync(
    program.workplace.path('year.csv'),
    'ID,Name,Owner,Supplier,Personal data,Children\nAI-01,Claims triage,New owner,New supplier,yes,no\nAI-02,Something else,,,x,\n',
  )
  await begin('year.csv')
  await dialog()
    .getByRole('tab', { name: /^There already, 1 to decide/ })
    .press('Enter')
  const row = dialog().getByRole('row', { name: /Claims triage/ })
  await row.getByText('Owner', { exact: false }).first().waitFor()
  await row.getByText('→ New owner').waitFor()
  expect(await violations(page)).toEqual([])
  await dialog().getByRole('radio', { name: 'Leave it out' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await dialog().getByRole('button', { name: 'Import 1, update 1' }).waitFor()
  await dialog().getByRole('button', { name: 'None', exact: true }).press('Enter')
  await dialog().getByRole('button', { name: 'Import 1 system' }).waitFor()
  await dialog()
    .getByRole('checkbox', { name: /^Owner \(1\)/ })
    .press('Space')
  await dialog().getByRole('button', { name: 'Import 1, update 1' }).waitFor()
  await dialog()
    .getByLabel(/^What Something else in row 3 is/)
    .selectOption('The same system')
  await dialog().getByText('2 rows are there already').waitFor()
  expect(await violations(page)).toEqual([])
  await dialog()
    .getByLabel(/^What Something else in row 3 is/)
    .selectOption('Another system')
  await dialog().getByRole('button', { name: 'Import 1, update 1' }).press('Enter')
  await page.getByText('1 system updated from the list').waitFor()
  await page.getByText('9 rows').waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByText('8 rows').waitFor()
})

test('another sheet is chosen by its name, and the first one is left', async () => {
  await begin('group.xlsx')
  await dialog().getByRole('button', { name: 'Change how it is read' }).press('Enter')
  const sheets = dialog().getByRole('combobox', { name: 'Sheets' })
  await sheets.click()
  await program.page.getByRole('option', { name: 'Archive (2 rows)' }).click()
  await dialog().getByText('2 of 3 sheets').waitFor()
  await sheets.click()
  await program.page.getByRole('option', { name: 'Register (5 rows)' }).click()
  await dialog().getByText('1 row, 1 columns').waitFor()
  await dialog().getByRole('button', { name: 'Import 1 system' }).waitFor()
  await program.page.keyboard.press('Escape')
  await program.page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
})

test('a list that says little of itself opens with its choices: header row, encoding, delimiter and single rows, by keyboard', async () => {
  const { page } = program
  writeFileSync(program.workplace.path('odd.csv'), Buffer.from('AI\nWhat#Who\nPrüfer#Ann\nZähler#Bob\n', 'latin1'))
  await begin('odd.csv')
  await dialog().getByRole('region', { name: 'First rows of the file' }).waitFor()
  await page.locator('[role="tab"]:focus', { hasText: 'Source' }).waitFor()
  expect(await violations(page)).toEqual([])
  await dialog().getByRole('button', { name: 'Use row 2 as the header' }).press('Enter')
  await dialog().locator('[aria-pressed="true"]', { hasText: '2' }).waitFor()
  await dialog().getByText('What#Who', { exact: true }).first().waitFor()
  await dialog().getByRole('combobox', { name: 'Encoding' }).selectText()
  await page.keyboard.type('Mac Roman')
  // The first hit is marked by itself: an arrow would go on to the next one.
  await page.locator('[role="option"][data-combobox-selected]', { hasText: /^Mac Roman$/ }).waitFor()
  await page.keyboard.press('Enter')
  await dialog().getByText('Mac Roman.', { exact: false }).first().waitFor()
  await page.keyboard.press('Escape')
})

test('what cannot be read is said in a sentence, and nothing comes in', async () => {
  await begin('broken.xlsx')
  await dialog().getByRole('alert').getByText('damaged or cut short').waitFor()
  expect(
    await dialog()
      .getByRole('button', { name: /^Import/ })
      .isDisabled(),
  ).toBe(true)
  await dialog().getByRole('button', { name: 'Cancel' }).press('Enter')
  await program.page.getByText('8 rows').waitFor()
  await program.page.locator(':focus', { hasText: 'Import a list' }).waitFor()
})

test('the list is exported, and nothing of it is new when it comes back', async () => {
  const { page } = program
  const path = program.workplace.path('out.csv')
  await program.chooseFile(async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).press('Enter')
    await page.getByRole('menuitem', { name: 'All systems as CSV' }).press('Enter')
  }, path)
  await page.getByText('8 systems written to').waitFor()
  expect(readFileSync(path, 'utf8')).toContain('Claims triage')
  await begin('out.csv')
  await dialog().getByText('8 rows are there already').waitFor()
  await dialog().getByRole('button', { name: 'Cancel' }).press('Enter')
  expect(program.faults).toEqual([])
  expect(program.foreignRequests).toEqual([])
})
