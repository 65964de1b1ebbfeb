import { afterAll, beforeAll, expect, test } from 'vitest'
import { Program } from './program.ts'

const program = new Program()
beforeAll(async () => {
  await program.start(await program.engagement('rounds.aims', { sample: true }))
  await program.go('Gap by clause')
})
afterAll(() => program.stop())

test('a new round starts from the last, and what changes since is shown as the difference', async () => {
  const { page } = program
  await page.getByRole('option').first().waitFor()
  await page.getByRole('button', { name: 'Rounds', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Start a round' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Before the audit')
  await dialog.getByRole('button', { name: 'Start', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('banner').getByText('Before the audit').waitFor()

  await page.getByRole('button', { name: 'Rounds', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Rename this round' }).click()
  await dialog.getByLabel('Name').fill('The week before')
  await dialog.getByLabel('Name').press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('banner').getByText('The week before').waitFor()

  // 4.1-3 conforms partly in the sample, and has been mended since.
  // What was carried over counts once it was confirmed or judged: by the button, by its key, or by another judgement.
  const firstItem = page.locator('[data-item="4.1-1"]')
  const progress = () =>
    page.getByRole('navigation', { name: 'Clauses and objectives' }).getByRole('progressbar').first().getAttribute('aria-label')
  await firstItem.getByText('Carried over').waitFor()
  expect(await progress()).toBe('0 of 4 judged')
  await firstItem.click()
  await firstItem.press('c')
  await firstItem.getByText('Carried over').waitFor({ state: 'detached' })
  await page.locator('[data-item="4.1-2"]').click()
  await page.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect.poll(progress).toBe('2 of 4 judged')
  await page.locator('[data-item="4.1-2"]:focus').waitFor()

  const item = page.locator('[data-item="4.1-3"]')
  await item.getByText('Partly conforms').waitFor()
  await item.click()
  await item.press('1')
  await item.press('Shift+Digit4')
  await item.getByText('Conforms', { exact: true }).waitFor()
  await program.saved()

  await program.go('Overview')
  await page.getByText('3 of 152 confirmed').waitFor()
  await program.go('Results')
  await page.getByText('Confirmed in this round').waitFor()
  await page.getByRole('combobox', { name: 'Compare with' }).click()
  await page.getByRole('option', { name: 'Baseline' }).click()
  const changed = page.getByRole('table', { name: 'What changed' }).getByRole('row').filter({ hasText: '4.1-3' })
  await changed.waitFor()
  expect(await changed.textContent()).toMatch(/Partly conforms.*Conforms · 4/)
  await page.getByText('1 improved, 0 worse, 151 unchanged').waitFor()
  await changed.getByRole('link', { name: '4.1-3' }).click()
  await page.locator('[data-item="4.1-3"]:focus').waitFor()
})

test('a closed round cannot be changed, and the earlier one is as it was', async () => {
  const { page } = program
  await page.getByRole('button', { name: 'Rounds', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Close this round' }).click()
  await expect.poll(() => page.getByRole('textbox', { name: 'Notes' }).isDisabled()).toBe(true)
  await page.locator('[data-item="4.1-3"]').press('3')
  await page.locator('[data-item="4.1-3"]').getByText('Conforms', { exact: true }).waitFor()
  await page.getByRole('combobox', { name: 'Round shown' }).click()
  await page.getByRole('option', { name: 'Baseline' }).click()
  await page.locator('[data-item="4.1-3"]').getByText('Partly conforms').waitFor()
  expect(program.faults).toEqual([])
})
