import { afterAll, beforeAll, expect, test } from 'vitest'
import { Program } from './program.ts'

const program = new Program()
beforeAll(async () => {
  await program.start(await program.engagement('trace.aims', { sample: true }))
  await program.go('SoA')
})
afterAll(() => program.stop())

/** As long as the page's own waiting: other tests may have the machine. */

const row = (code: string) => program.page.locator(`tr[data-row="${code}"]`)
const middle = () => program.page.locator('[data-middle="true"] a[data-node]')
const focused = () => program.page.evaluate(() => document.activeElement?.getAttribute('data-node') ?? '')
/** What stands in the middle has the focus, so that the next key goes on from it. */
const inTheMiddle = async (kind: string) => {
  await program.page.locator(`[data-middle="true"] a[data-node^="${kind} "]:focus`).waitFor()
  return focused()
}

test('from a control one walks to a risk, to its system and back, by keyboard alone', async () => {
  const { page } = program
  await row('A.5.4').press('Enter')
  const panel = page.getByRole('complementary')
  await panel.getByRole('link', { name: 'Trace', exact: true }).press('Enter')
  const control = await inTheMiddle('control')
  expect(control).toBe('control A.5.4')
  expect(await page.locator('svg path[data-to="control A.5.4"]').count()).toBeGreaterThan(1)

  await page.keyboard.press('ArrowLeft')
  const risk = await focused()
  expect(risk).toMatch(/^risk /)
  await page.keyboard.press('Enter')
  expect(await inTheMiddle('risk')).toBe(risk)
  await page.keyboard.press('ArrowLeft')
  const system = await focused()
  expect(system).toMatch(/^(system|assessment) /)
  await page.keyboard.press('Enter')
  expect(await inTheMiddle(system.split(' ')[0] ?? '')).toBe(system)

  await page.goBack()
  expect(await inTheMiddle('risk')).toBe(risk)
  await page.goBack()
  expect(await inTheMiddle('control')).toBe(control)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  expect(await focused()).toBe(risk)
  await page.keyboard.press('o')
  await page.locator('nav a[aria-current="page"]', { hasText: 'Risks' }).waitFor()
  expect(page.url()).toContain(`risk=${risk.split(' ')[1]}`)
})

test('a duty is opened in the classification of a system that it binds for', async () => {
  const { page } = program
  await program.go('SoA')
  await row('A.5.4').press('Enter')
  await page.getByRole('complementary').getByRole('link', { name: 'Trace', exact: true }).press('Enter')
  await inTheMiddle('control')
  await page.locator('a[data-node^="duty "]').first().press('o')
  await page.locator('nav a[aria-current="page"]', { hasText: 'EU AI Act' }).waitFor()
  expect(page.url()).toMatch(/classification\?system=/)
})

test('any item is found by its words and put in the middle; one that is gone says so', async () => {
  const { page } = program
  await program.go('Trace')
  await page.getByRole('heading', { name: 'Controls with the most links' }).waitFor()
  await page.getByRole('combobox', { name: 'Start from' }).fill('applicant screening')
  await page.getByRole('option', { name: 'AI system · Applicant screening' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await middle().filter({ hasText: 'Applicant screening' }).waitFor()
  await page.evaluate(() => {
    location.hash = location.hash.replace(/\?.*/, '?kind=control&id=A.99')
  })
  await page.getByText('This item is not there any more').waitFor()
})

test('proposals are accepted one by one and together, and one undo takes each back', async () => {
  const { page } = program
  await program.go('SoA')
  const bar = page.getByRole('button', { name: /proposals? from risks, impacts and law/ })
  const waiting = async () => Number.parseInt((await bar.textContent()) ?? '', 10)
  await bar.waitFor()
  const before = await waiting()
  expect(before).toBeGreaterThan(2)
  await bar.press('Enter')
  const dialog = page.getByRole('dialog')
  const first = dialog.getByRole('button', { name: /^Accept [A-Z]/ }).first()
  await first.focus()
  await page.keyboard.press('Enter')
  await expect.poll(waiting).toBe(before - 1)
  // The focus went on to the next proposal.
  await dialog.locator('button[data-accept]:focus').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await program.saved()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(waiting).toBe(before)

  await bar.press('Enter')
  const excluded = dialog.getByRole('checkbox', { name: /^A\.10\.4/ })
  if (await excluded.isVisible()) expect(await excluded.isChecked()).toBe(false)
  await dialog.getByRole('button', { name: /^Accept \d+$/ }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(async () => ((await bar.isVisible()) ? waiting() : 0)).toBeLessThan(3)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(waiting).toBe(before)
})

test('the panel shows the proposal of its row, and what calls for the control leads there', async () => {
  const { page } = program
  await row('A.3.3').press('Enter')
  const panel = page.getByRole('complementary')
  await panel.getByRole('button', { name: 'Accept', exact: true }).press('Enter')
  await panel.getByLabel('Decision', { exact: true }).and(page.locator(':focus')).waitFor()
  await expect.poll(() => panel.getByRole('button', { name: 'Accept', exact: true }).count()).toBe(0)
  const link = panel.getByRole('region', { name: 'Called for by' }).getByRole('link', { name: /^R-/ }).first()
  await link.press('Enter')
  await page.locator('nav a[aria-current="page"]', { hasText: 'Risks' }).waitFor()
  expect(page.url()).toMatch(/risk=/)
})

test('what is typed takes the place of the name that a new risk begins with, and its panel leads to its trace', async () => {
  const { page } = program
  await program.go('Risks')
  await page.getByRole('button', { name: 'Add a risk' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Empty risk' }).press('Enter')
  const panel = page.getByRole('complementary')
  await panel.getByRole('textbox', { name: 'Risk', exact: true }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('Model is stolen')
  await program.saved()
  await panel.getByRole('heading', { name: 'Model is stolen', exact: true }).waitFor()
  await panel.getByRole('link', { name: 'Show everything around it' }).press('Enter')
  await middle().filter({ hasText: 'Model is stolen' }).waitFor()
})

test('risks, impact assessments and duties are found from anywhere', async () => {
  const { page } = program
  await page.keyboard.press('Control+K')
  await page.getByPlaceholder('A clause, a control').fill('R-001')
  await page.getByRole('button', { name: /^R-001/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('nav a[aria-current="page"]', { hasText: 'Risks' }).waitFor()
  for (const screen of ['SoA', 'Overview']) {
    await program.go(screen)
    await page.keyboard.press('Control+K')
    // Letters come as soon as the keys are let go, and Enter before the hits do, as with a person who types fast.
    await page.keyboard.type('R-002')
    await page.keyboard.press('Enter')
    await page.locator('nav a[aria-current="page"]', { hasText: 'Risks' }).waitFor()
    await page.getByRole('complementary').getByText('R-002', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
  }
  expect(program.faults).toEqual([])
  expect(program.foreignRequests).toEqual([])
})
