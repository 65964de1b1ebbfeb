import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, localDay } from '../../src-main/contract/days.ts'
import { Program } from './program.ts'
import { violations } from './violations.ts'

const program = new Program()
beforeAll(async () => {
  await program.start(await program.engagement('incidents.aims', { sample: true }))
  await program.go('Registers')
})
afterAll(() => program.stop())

const daysAgo = (count: number) => addDays(localDay(new Date()), -count)
const panel = () => program.page.getByRole('complementary')
const register = async (name: string) => {
  await program.page.getByRole('navigation', { name: 'Registers by clause' }).getByRole('link', { name }).press('Enter')
  await program.page.getByRole('grid', { name }).locator('tr[data-row]').first().waitFor()
}
const open = async (title: string) => {
  await program.page.locator('tr[data-row]', { hasText: title }).press('Enter')
  await panel().getByRole('heading', { name: title, level: 2 }).waitFor()
}

test('clocks of incidents run above the table and lead to the incident, whose report is noted as sent', async () => {
  const { page } = program
  await register('Incidents and concerns')
  const clocks = page.getByRole('region', { name: 'Running clocks' })
  await clocks.getByRole('link', { name: /IN-003 Report the personal data breach/ }).press('Enter')
  await panel().getByRole('heading', { name: 'Medical report filed with another policyholder' }).waitFor()
  const duty = panel().getByRole('group', { name: 'Report the personal data breach within 72 hours' })
  await duty.getByLabel('Sent to').fill('Data protection authority')
  await duty.getByLabel('Sent to').press('Tab')
  await program.saved()
  // A moment is typed, or its day chosen: the calendar opens with the arrow and is closed by the day.
  const sentAt = duty.getByLabel('Sent at', { exact: true })
  await sentAt.fill('14.11.2026 9.30 Uhr')
  await sentAt.press('Enter')
  await expect.poll(() => sentAt.inputValue()).toBe('2026-11-14 09:30')
  await panel().getByText('Sent 2026-11-14 09:30').waitFor()
  await program.saved()
  await sentAt.press('ArrowDown')
  await page.getByRole('button', { name: '15 November 2026' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '15 November 2026' }).press('Enter')
  await expect.poll(() => sentAt.inputValue()).toBe('2026-11-15 09:30')
  await panel()
    .getByText(/^Sent \d{4}-\d\d-\d\d \d\d:\d\d$/)
    .waitFor()
  await clocks.getByRole('link', { name: /IN-003/ }).waitFor({ state: 'detached' })
  await program.saved()
})

test('a step is added to the timeline, and a nonconformity is started that is linked with the incident', async () => {
  await panel().getByRole('button', { name: 'Add a step' }).press('Enter')
  const steps = panel().getByRole('list', { name: 'Timeline' }).getByRole('listitem')
  await steps.nth(4).waitFor()
  await steps.nth(4).getByLabel('What happened').fill('Authority told.')
  await steps.nth(4).getByLabel('What happened').press('Tab')
  await program.saved()
  await panel().getByRole('button', { name: 'Start a nonconformity' }).press('Enter')
  await panel()
    .getByRole('link', { name: /^NC-\d+ Medical report/ })
    .waitFor()
  await panel().getByRole('button', { name: 'Close', exact: true }).press('Enter')
  await panel().waitFor({ state: 'detached' })
})

test('a measure shows why it is in alert; a list is pasted, and the line that is not understood stays', async () => {
  const { page } = program
  await register('Measures')
  await page.getByRole('region', { name: 'Measures in alert' }).getByText('3 of the last 3 readings below 0.8.').waitFor()
  await open('Agreement of claims triage with handlers')
  await panel().getByRole('button', { name: 'Paste a list' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Paste readings' })
  await dialog.getByLabel('List with date and value').fill(`${daysAgo(2)}\t0,91\n${daysAgo(1)}\t0.92\nMarch\t0.93\n`)
  await dialog.getByText('1 line is not understood and stays in the box:').waitFor()
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Add 2 readings' }).press('Enter')
  await expect.poll(() => dialog.getByLabel('List with date and value').inputValue()).toBe('March\t0.93')
  await dialog.getByLabel('List with date and value').fill(`${daysAgo(0)}\t0.93`)
  await dialog.getByRole('button', { name: 'Add 1 reading' }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await panel().getByText('0.93 meets the target of 0.85.').waitFor()
  await page.getByText('No measure is in alert.').waitFor()
  await panel()
    .getByRole('button', { name: `Remove the reading of ${daysAgo(0)}` })
    .waitFor()
  await panel().getByRole('button', { name: 'Close', exact: true }).press('Enter')
  await panel().waitFor({ state: 'detached' })
})

test('suppliers of the inventory are added, and a clause that is settled is missing no more', async () => {
  const { page } = program
  await register('Suppliers')
  await page.getByText('2 suppliers are named in the inventory and have no entry').waitFor()
  await page.getByRole('button', { name: 'Add them, linked with their systems' }).press('Enter')
  await page.locator('tr[data-row]', { hasText: 'Development tool vendor' }).waitFor()
  await open('HR software vendor')
  await panel().getByText('8 contract clauses are missing.').waitFor()
  await panel().getByRole('checkbox', { name: 'Right to audit' }).press('Space')
  await panel().getByText('7 contract clauses are missing.').waitFor()
  const question = panel().getByRole('group', { name: /^Have you thought through/ })
  await question.getByLabel('What was seen').fill('Two other vendors were looked at.')
  await question.getByLabel('What was seen').press('Tab')
  await program.saved()
  expect(await violations(page)).toEqual([])
  expect(program.faults).toEqual([])
})
