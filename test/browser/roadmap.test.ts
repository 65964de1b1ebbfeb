import { afterAll, beforeAll, expect, test } from 'vitest'
import { Program } from './program.ts'
import { violations } from './violations.ts'

const program = new Program()
beforeAll(async () => {
  await program.start(await program.engagement('roadmap.aims'))
  await program.go('Roadmap')
})
afterAll(() => program.stop())

const bar = (title: string) => program.page.locator(`[data-task][aria-label*="${title}"]`)
const panel = () => program.page.getByRole('complementary')
const status = () => program.page.getByRole('main').getByRole('status')
/** The days that a bar's name says, as days since 1970. */
async function daysOf(title: string): Promise<[number, number]> {
  const name = (await bar(title).getAttribute('aria-label')) ?? ''
  const [from = '', to = from] = name.match(/\d{4}-\d\d-\d\d/g) ?? []
  return [Date.parse(from) / 86_400_000, Date.parse(to) / 86_400_000]
}
const focused = (title: string) => bar(title).and(program.page.locator(':focus')).waitFor()

test('an empty roadmap says what to do; the plan is made by keyboard, after it has said what it would add', async () => {
  const { page } = program
  await page.getByText('No plan yet').waitFor()
  await page.getByRole('button', { name: 'Make the plan' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Make the plan' })
  await dialog.getByText('12 months, until', { exact: false }).waitFor()
  // No calendar lies over what the plan would add.
  expect(await page.getByRole('button', { name: 'Next month' }).count()).toBe(0)
  await dialog.getByText(/Adds \d+ steps of the phases/).waitFor()
  await dialog.getByRole('button', { name: 'Make the plan' }).focus()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await bar('Inventory of AI systems').waitFor()
  expect(await page.locator('[data-task]').count()).toBeGreaterThan(30)
  expect(await violations(page)).toEqual([])
})

test('a bar is moved and resized by keys as one change, what waits for it moves along, and undo takes it back', async () => {
  const { page } = program
  await page.getByRole('button', { name: 'Set baseline' }).press('Enter')
  await status().getByText('are the baseline now', { exact: false }).waitFor()
  const [from, to] = await daysOf('Inventory of AI systems')
  const [classified] = await daysOf('Roles and classes under the EU AI Act')
  await bar('Inventory of AI systems').focus()
  await focused('Inventory of AI systems')
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('ArrowRight')
  await status()
    .getByText(/Inventory of AI systems: .* moved along\./)
    .waitFor()
  expect(await daysOf('Inventory of AI systems')).toEqual([from + 15, to + 15])
  expect((await daysOf('Roles and classes under the EU AI Act'))[0]).toBe(Math.max(classified, to + 16))
  await focused('Inventory of AI systems')
  await page.keyboard.press('Shift+ArrowRight')
  await status()
    .getByText(new Date((to + 16) * 86_400_000).toISOString().slice(0, 10), { exact: false })
    .waitFor()
  await program.saved()
  expect(await daysOf('Inventory of AI systems')).toEqual([from + 15, to + 16])
  await page.keyboard.press('Control+z')
  await expect.poll(() => daysOf('Inventory of AI systems')).toEqual([from + 15, to + 15])
  await page.keyboard.press('Control+z')
  await expect.poll(() => daysOf('Inventory of AI systems')).toEqual([from, to])
})

test('undo right after a key takes back that very move, and End and Home reach tasks out of sight', async () => {
  const { page } = program
  const before = await daysOf('Inventory of AI systems')
  await bar('Inventory of AI systems').focus()
  await focused('Inventory of AI systems')
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Control+z')
  await page
    .getByText(/^Undone: /)
    .last()
    .waitFor()
  await expect.poll(() => daysOf('Inventory of AI systems')).toEqual(before)
  await program.saved()
  await page.keyboard.press('End')
  const last = page.locator('[data-task]').last().and(page.locator(':focus'))
  await last.waitFor()
  expect(await last.evaluate((element) => element.getBoundingClientRect().bottom <= window.innerHeight)).toBe(true)
  await page.keyboard.press('Home')
  await page.locator('[data-task]').first().and(page.locator(':focus')).waitFor()
})

test('a bar is dragged by the mouse', async () => {
  const { page } = program
  const [from, to] = await daysOf('Gap assessment of every')
  // At first the whole plan fits the window; one step nearer a day has three pixels.
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await bar('Gap assessment of every').scrollIntoViewIfNeeded()
  const box = await bar('Gap assessment of every').boundingBox()
  if (!box) throw new Error('not drawn')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 9, y)
  await page.mouse.move(x + 30, y)
  await page.mouse.up()
  await expect.poll(() => daysOf('Gap assessment of every')).toEqual([from + 10, to + 10])
  await program.saved()
})

test('Enter opens a task; its progress, finish and dates are changed there; Escape gives the bar back', async () => {
  const { page } = program
  await bar('Kick-off').focus()
  await focused('Kick-off')
  await page.keyboard.press('ArrowDown')
  await page.locator('[data-task]:focus').waitFor()
  await bar('Issues, interested parties').focus()
  await page.keyboard.press('Enter')
  await panel().getByRole('heading', { name: 'Issues, interested parties and scope' }).waitFor()
  await panel().getByRole('textbox', { name: 'Progress in %' }).fill('100')
  await panel().getByText('Done', { exact: true }).waitFor()
  await program.saved()
  await panel().getByRole('textbox', { name: 'Progress in %' }).focus()
  await page.keyboard.press('Escape')
  await panel().waitFor({ state: 'detached' })
  await focused('Issues, interested parties')
})

test('the table and the burn-down show the same plan, and the keys zoom', async () => {
  const { page } = program
  const width = async () => (await bar('Inventory of AI systems').boundingBox())?.width ?? 0
  const before = await width()
  await bar('Inventory of AI systems').focus()
  await page.keyboard.press('+')
  await expect.poll(width).toBeGreaterThan(before * 1.4)
  await page.getByRole('radio', { name: 'Table' }).press('Space')
  await page.locator('tr[data-row]', { hasText: 'Kick-off' }).waitFor()
  await page.getByRole('radio', { name: 'Burn-down' }).press('Space')
  await page.getByText('Nothing to burn down yet').waitFor()
  expect(program.faults).toEqual([])
})

test('the estimate follows its assumptions, and each goes back to what is proposed', async () => {
  const { page } = program
  await program.go('Cost')
  await page.getByRole('heading', { name: 'Assumptions' }).waitFor()
  const total = () => page.getByRole('row', { name: /^Year 1 in total/ }).textContent()
  const before = await total()
  await page.getByLabel('AI systems in scope').fill('20')
  await page.getByText('for 20 AI systems', { exact: false }).first().waitFor()
  expect(await total()).not.toBe(before)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Set AI systems in scope back to 8' }).press('Enter')
  await expect.poll(total).toBe(before)
  expect(program.faults).toEqual([])
})
