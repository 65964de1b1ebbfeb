import { afterAll, beforeAll, expect, test } from 'vitest'
import { Program } from './program.ts'

const program = new Program()
beforeAll(async () => {
  await program.start(await program.engagement('soa.aims', { sample: true }))
  await program.go('SoA')
})
afterAll(() => program.stop())

const row = (code: string) => program.page.locator(`tr[data-row="${code}"]`)
const lint = () => program.page.getByRole('button', { name: 'What an auditor would raise' })

test('a cell is edited in place, and what an auditor would raise leads to the cell that mends it', async () => {
  const { page } = program
  await row('A.2.2').getByLabel('Responsible', { exact: true }).fill('')
  await program.saved()
  await lint().click()
  await page.getByRole('button', { name: 'Nobody is responsible for A.2.2.' }).click()
  const field = page.getByRole('complementary').getByLabel('Responsible', { exact: true })
  await field.and(page.locator(':focus')).waitFor()
  await field.fill('Head of AI')
  await program.saved()
  // The same field in the table and in the panel is one text.
  expect(await row('A.2.2').getByLabel('Responsible', { exact: true }).inputValue()).toBe('Head of AI')
  await page.keyboard.press('Escape')
  await page.getByRole('complementary').waitFor({ state: 'detached' })
})

test('the history of a field says who changed it, from what to what', async () => {
  const { page } = program
  await row('A.2.2').press('Enter')
  await page.getByRole('complementary').getByRole('button', { name: 'History of Responsible' }).click()
  await page.getByRole('dialog').getByText('Head of AI').first().waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
})

test('selected rows are decided together, and undone together', async () => {
  const { page } = program
  const responsible = () => Promise.all(['A.3.2', 'A.3.3'].map((code) => row(code).getByLabel('Responsible', { exact: true }).inputValue()))
  const before = await responsible()
  await row('A.3.2').press(' ')
  await row('A.3.3').press(' ')
  await page.getByText('2 rows selected').waitFor()
  await page.getByRole('button', { name: 'More fields' }).click()
  await page.getByRole('dialog').getByLabel('Responsible', { exact: true }).fill('Management board')
  await page.getByRole('button', { name: 'Give to all selected' }).click()
  await expect.poll(responsible).toEqual(['Management board', 'Management board'])
  await program.saved()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(responsible).toEqual(before)
  await page.getByText('2 rows selected').waitFor()
  await page.getByRole('button', { name: 'Unselect' }).click()
})

test('a control of the client is added, and takes part like the others', async () => {
  const { page } = program
  await page.getByRole('button', { name: 'Add a control' }).click()
  await page.getByRole('dialog').getByLabel('Code').fill('ACME.1')
  await page.getByRole('dialog').getByLabel('Title').fill('Model cards for customers')
  await page.getByRole('dialog').getByRole('button', { name: 'Add a control' }).click()
  await page.getByRole('complementary', { name: 'Model cards for customers' }).waitFor()
  await page.getByText('39 of 40 decided').waitFor()
  await page.getByRole('complementary').getByLabel('Decision', { exact: true }).click()
  await page.getByRole('option', { name: 'Applicable', exact: true }).click()
  await page.getByText('40 of 40 decided').waitFor()
  await page.keyboard.press('Escape')
})

test('an approved version stays as it is, and the difference to it is shown', async () => {
  const { page } = program
  const approve = async (number: number) => {
    await page.getByRole('button', { name: 'Approve', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(`Approve version ${number}`).waitFor()
    await dialog.getByText('Undo will not go back beyond this approval').waitFor()
    await dialog.getByLabel('Approver').fill('Chief Executive')
    await dialog.getByRole('button', { name: 'Approve', exact: true }).click()
    await page.getByRole('button', { name: `Version ${number}`, exact: true }).waitFor()
  }
  await approve(1)
  // Approved as it is, it is no other version.
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await page.getByRole('dialog').getByText('Nothing has changed since version 1 was approved').waitFor()
  expect(await page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).isDisabled()).toBe(true)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('textbox', { name: 'Search in Statement of Applicability' }).fill('A.2.3')
  await row('A.2.3').getByLabel('Responsible', { exact: true }).fill('Legal counsel')
  await program.saved()
  await lint().click()
  await page.getByText('changed since').first().waitFor()
  await page.keyboard.press('Escape')
  await approve(2)
  await page.getByRole('button', { name: 'Version 2', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Nothing changed.').waitFor()
  await dialog.getByLabel('From').click()
  await page.getByRole('option', { name: /^Version 1/ }).click()
  const changed = dialog.getByRole('row', { name: /A\.2\.3/ })
  await changed.waitFor()
  expect(await changed.textContent()).toContain('Legal counsel')
  await page.keyboard.press('Escape')
  expect(program.faults).toEqual([])
})
