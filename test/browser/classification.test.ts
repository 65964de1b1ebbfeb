import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { Program } from './program.ts'

const program = new Program()
let file = ''
beforeAll(async () => {
  file = await program.engagement('classification.aims', { sample: true })
  await program.start(file)
  await program.go('EU AI Act')
})
afterAll(() => program.stop())

const wizard = () => program.page.getByRole('region', { name: 'Cancellation forecast' })
const outcome = () => program.page.getByRole('complementary', { name: 'What follows' })
const question = (text: string) => program.page.getByRole('heading', { name: text }).waitFor()
/** The system in the list, with the class that the list shows. */
const listed = (riskClass: string) => program.page.locator('tr[data-row]', { hasText: 'Cancellation forecast' }).getByText(riskClass)

test('without a system the screen says what to do; the list shows what is not classified alone', async () => {
  const { page } = program
  await page.getByRole('heading', { name: 'Choose a system' }).waitFor()
  await page.getByRole('switch', { name: '1 not classified' }).press('Space')
  await page.getByText('1 row', { exact: true }).waitFor()
  await listed('Not classified').waitFor()
})

test('a system is classified by keys alone, and asks only what still matters', async () => {
  const { page } = program
  const keys = page.keyboard
  await page.locator('tr[data-row]', { hasText: 'Cancellation forecast' }).press('Enter')
  await question('Is it only for one of the purposes that the Act leaves out?')
  await wizard().getByText('3 of 10 answered').waitFor()

  await keys.press('6')
  await keys.press('Enter')
  await question('What is the organization for this system?')
  await page
    .getByRole('checkbox', { name: /^Provider.*From the inventory/ })
    .and(page.locator(':focus'))
    .waitFor()
  await keys.press('Enter')
  await question('Does the system do any of these, or could it be used so?')
  await keys.press('End')
  await keys.press('6')
  await keys.press('Enter')
  await question('Why are emotions read?')
  await keys.press('1')
  await outcome().getByText('Prohibited', { exact: true }).waitFor()
  await outcome().getByText('Stop the prohibited practice').waitFor()
  await wizard().getByText('7 of 7 answered').waitFor()

  await keys.press('Backspace')
  await question('Does the system do any of these, or could it be used so?')
  for (let presses = 0; presses < 5; presses += 1) await keys.press('ArrowDown')
  await page
    .getByRole('checkbox', { name: /^None of these/ })
    .and(page.locator(':focus'))
    .waitFor()
  await keys.press('Space')
  await keys.press('Enter')
  await question('Is the system part of a product, or itself a product')
})

test('keys that are faster than the questions are for the questions that come', async () => {
  const { page } = program
  const keys = page.keyboard
  for (let presses = 0; presses < 20; presses += 1) await keys.press('ArrowDown')
  await keys.press('Space')
  await keys.press('Enter')
  // Areas: none. Transparency: none. General-purpose: none.
  await keys.press('9')
  await keys.press('Enter')
  await keys.press('6')
  await keys.press('Enter')
  await keys.press('1')
  await keys.press('r')
  await page.getByRole('textbox', { name: 'Reason' }).and(page.locator(':focus')).waitFor()
  await keys.type('Survival model of our own')
  await keys.press('Control+Enter')
  await question('Is the system released under a free and open-source licence?')
  await keys.press('2')
  await keys.press('Enter')
  await page.getByRole('heading', { name: 'Every question that matters is answered' }).waitFor()
  await outcome().getByText('Minimal risk', { exact: true }).waitFor()
  await outcome().getByRole('link', { name: 'A.4.6' }).first().waitFor()
  await program.saved()
})

test('it is signed, one undo takes that back, and Escape leads to the list', async () => {
  const { page } = program
  await page.getByRole('button', { name: 'I classified it today' }).click()
  await expect.poll(() => page.getByLabel('Classified by', { exact: true }).inputValue()).toBe('Lead consultant')
  // The work goes on from there: to the next system, or back to the list where none is left.
  await page
    .getByRole('button', { name: /Back to the list$/ })
    .and(page.locator(':focus'))
    .waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(() => page.getByLabel('Classified by', { exact: true }).inputValue()).toBe('')
  await page.getByText('1 row', { exact: true }).waitFor()
  await page.getByRole('switch', { name: '0 not classified' }).press('Space')
  await page.getByText('8 rows', { exact: true }).waitFor()
  await listed('Minimal risk').waitFor()
  await wizard().getByRole('button', { name: 'Areas of Annex III' }).click()
  await page
    .getByRole('checkbox', { name: /^None of these/ })
    .and(page.locator(':focus'))
    .press('Escape')
  await page.locator('tr[data-row]:focus', { hasText: 'Cancellation forecast' }).waitFor()
})

test('a control of a duty leads to its row of the SoA, and the record to its document', async () => {
  const { page } = program
  await outcome().getByRole('link', { name: 'A.4.6' }).first().click()
  await page.getByRole('complementary').getByText('A.4.6').first().waitFor()
  await page.goBack()
  await page.getByRole('button', { name: 'Print this record' }).click()
  await page.locator('button[aria-current="true"]', { hasText: 'EU AI Act classification record' }).waitFor()
  await page.getByRole('img', { name: 'Page 1', exact: true }).waitFor()
  await page.getByText('Cancellation forecast (AI-08)').first().waitFor()
})

test('what was answered is in the file', async () => {
  await program.saved()
  await program.kill()
  const { stdout } = await program.workplace.fieldbook(['call', file, 'inventory.systems', '{}'])
  const systems = z.array(z.object({ id: z.string(), name: z.string(), riskClass: z.string() })).parse(JSON.parse(stdout))
  const system = systems.find(({ name }) => name === 'Cancellation forecast')
  expect(system?.riskClass).toBe('minimal')
  const answer = await program.workplace.fieldbook(['call', file, 'classification.get', JSON.stringify({ systemId: system?.id })])
  const answers = z.object({ answers: z.array(z.object({ question: z.string(), value: z.array(z.string()), reason: z.string() })) })
  const given = new Map(answers.parse(JSON.parse(answer.stdout)).answers.map(({ question, ...rest }) => [question, rest]))
  expect(given.get('role')?.value).toEqual(['provider'])
  expect(given.get('emotions')?.value).toEqual(['other'])
  expect(given.get('general-purpose')).toEqual({ value: ['no'], reason: 'Survival model of our own' })
  expect(program.faults).toEqual([])
  expect(program.foreignRequests).toEqual([])
})
