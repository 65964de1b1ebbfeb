import { afterAll, beforeAll, expect, test } from 'vitest'
import { Program } from './program.ts'
import { violations } from './violations.ts'

const program = new Program()
beforeAll(async () => {
  await program.start(await program.engagement('readiness.aims', { sample: true }))
})
afterAll(() => program.stop())

const focused = (name: string | RegExp) => program.page.getByRole('link', { name }).and(program.page.locator(':focus'))

test('the dashboard says where it stands, and a step is followed by the keyboard', async () => {
  const { page } = program
  await program.go('Overview')
  await page.getByRole('heading', { name: 'What is next' }).waitFor()
  await page.getByRole('link', { name: /Stage 1 ready/ }).waitFor()
  await page.getByText(/Certification target: .* days left/).waitFor()
  await page.getByRole('heading', { name: 'What is overdue' }).waitFor()
  expect(await violations(page)).toEqual([])
  const step = page.getByRole('region', { name: 'What is next' }).getByRole('link').first()
  await step.focus()
  await focused(/gaps have no finding written/).press('Enter')
  await page.locator('[data-item]').first().waitFor()
  expect(page.url()).toContain('/gap?item=')
})

test('reviews that are late are named one by one, and each is reached by keys, at 200 % as well', async () => {
  const { page } = program
  await program.look({ zoom: 2 })
  await program.go('Overview')
  const chip = page.getByRole('button', { name: /^\d+ reviews$/ })
  await chip.focus()
  await page.keyboard.press('Enter')
  const items = page.getByRole('menuitem')
  await items.first().waitFor()
  expect(await items.count()).toBe(Number((await chip.textContent())?.match(/\d+/)?.[0]))
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('End')
  const last = items.last().and(page.locator(':focus'))
  await last.waitFor()
  expect(await last.evaluate((element) => element.getBoundingClientRect().bottom <= window.innerHeight)).toBe(true)
  await page.keyboard.press('Escape')
  await chip.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await items.first().and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('complementary').waitFor()
  await program.look({})
})

test('a blocker leads to where it is mended, and the percentage is explained', async () => {
  const { page } = program
  await program.go('Readiness')
  await page.getByText('no promise of certification').waitFor()
  await page.getByRole('button', { name: 'How this is counted' }).first().click()
  const sum = page.getByRole('region', { name: 'The sum of Stage 1' })
  await sum.getByRole('row', { name: /^Total/ }).waitFor()
  await page.getByRole('button', { name: 'Hide the sum' }).click()
  await sum.waitFor({ state: 'detached' })
  const row = page.locator('tr[data-row]', { hasText: 'Every open risk is rated' })
  await row.press('Enter')
  const panel = page.getByRole('complementary', { name: 'Every open risk is rated' })
  await panel.getByText('Without it the stage cannot be passed.').waitFor()
  expect(await violations(page)).toEqual([])
  await panel.getByRole('link', { name: /^Go there/ }).focus()
  await focused(/^Go there/).press('Enter')
  await page.locator('tr[data-row]', { hasText: 'R-001' }).waitFor()
  expect(page.url()).toContain('/risks')
})

test('29 of an older guide leads to Art. 26, where a note is kept', async () => {
  const { page } = program
  await program.go('Laws and frameworks')
  await page.locator('tr[data-row]', { hasText: 'Prohibited practices' }).waitFor()
  await page.getByRole('textbox', { name: 'Article number of a draft or older guide' }).fill('29')
  await page.getByText('Art. 29 in the proposal of 2021').waitFor()
  await page.getByRole('button', { name: 'Go to Art. 26' }).press('Enter')
  const panel = page.getByRole('complementary', { name: 'Art. 26 Duties of deployers' })
  await panel.getByRole('textbox', { name: 'Note' }).fill('Underwriting gets its oversight plan in March.')
  await program.saved()
  expect(await violations(page)).toEqual([])
  await panel.getByRole('textbox', { name: 'Note' }).press('Escape')
  await panel.waitFor({ state: 'detached' })
  await page.locator('tr[data-row]', { hasText: 'Duties of deployers' }).and(page.locator(':focus')).press('Enter')
  expect(await panel.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Underwriting gets its oversight plan in March.')
  await panel.getByRole('link', { name: /A\.9\.2/ }).press('Enter')
  await page.getByRole('complementary', { name: /Processes for responsible use/ }).waitFor()
})

test('what an ISMS covers is said by whether there is one', async () => {
  const { page } = program
  await program.go('Laws and frameworks')
  await page.getByText('ISO/IEC 27001:2022', { exact: true }).click()
  await page.getByText(/^The ISMS covers 8 of 70 parts fully/).waitFor()
  await page.getByRole('radio', { name: 'Certified' }).press('ArrowLeft')
  await page.getByText(/^An ISMS is under way: it will cover 8 of 70/).waitFor()
  await program.saved()
  await page.getByText('NIST AI RMF 1.0', { exact: true }).click()
  await page.getByText('72 rows').waitFor()
  expect(await violations(page)).toEqual([])
  expect(program.faults).toEqual([])
})
