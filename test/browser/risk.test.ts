import { afterAll, beforeAll, expect, test } from 'vitest'
import { Program } from './program.ts'

const program = new Program()
let file = ''
beforeAll(async () => {
  file = await program.engagement('risks.aims')
  await program.start(file)
  await program.go('Risks')
})
afterAll(() => program.stop())

const rows = () => program.page.getByRole('grid', { name: 'Risks', exact: true }).locator('tr[data-row]')
const matrix = (stage = 'Current') => program.page.getByRole('grid', { name: `Risk matrix: ${stage}` })
const panel = () => program.page.getByRole('complementary')
const slider = (row: string) => program.page.getByRole('slider', { name: `${row}: accepted`, exact: true })

test('an empty register says what to do, and risks are added from the library by keyboard in one step', async () => {
  const { page } = program
  await page.getByText('No risks yet').waitFor()
  await page.getByRole('button', { name: 'Add a risk' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'From the library' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Add risks' })
  await dialog.getByRole('checkbox').first().waitFor()
  await dialog.getByLabel('Search in what risks can start from').fill('prompt')
  await dialog.getByRole('checkbox', { name: 'Prompt injection' }).press('Space')
  await dialog.getByLabel('Search in what risks can start from').fill('drifts')
  await dialog.getByRole('checkbox', { name: 'Quality drifts after the release' }).press('Space')
  await dialog.getByRole('button', { name: 'Add 2 risks' }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await rows().nth(1).waitFor()
  expect(await rows().count()).toBe(2)
  await panel().getByRole('heading', { name: 'Prompt injection' }).waitFor()
  await panel().getByText('Nobody owns this risk.').waitFor()
})

test('a risk is rated by keys, on the small matrix and in the lists, and its level is said at once', async () => {
  const { page } = program
  const small = panel().getByRole('grid', { name: 'Rate by the matrix: Current' })
  await small.getByRole('button', { name: 'Set Current to Almost certain, Negligible' }).focus()
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
  await small.getByRole('button', { name: 'Set Current to Likely, Major: High', pressed: true }).waitFor()
  await panel().getByRole('combobox', { name: 'Target likelihood' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: '2 Unlikely' }).waitFor()
  for (const key of ['Home', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
  await panel().getByLabel('Owner', { exact: true }).fill('Head of Customer Service')
  await panel().getByLabel('Owner', { exact: true }).press('Escape')
  await panel().waitFor({ state: 'detached' })
  await program.saved()
  await rows().first().getByText('High 4×4').waitFor()
  await page.locator('tr[data-row]:focus').waitFor()
})

test('a cell of the matrix filters the table with Enter, and Escape shows all again', async () => {
  const { page } = program
  const cell = matrix().getByRole('button', { name: 'Likely, Major: 1 risk, High' })
  await matrix().getByRole('button', { name: 'Almost certain, Negligible: no risk, Medium' }).focus()
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  expect(await cell.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Current: Likely, Major. Show all risks' }).waitFor()
  expect(await rows().count()).toBe(1)
  await page.keyboard.press('Escape')
  await rows().nth(1).waitFor()
  await page.getByRole('button', { name: '1 not rated' }).press('Enter')
  await page.getByText('Quality drifts after the release').waitFor()
  expect(await rows().count()).toBe(1)
  await page.getByRole('button', { name: '1 not rated' }).press('Escape')
  await rows().nth(1).waitFor()
})

test('the acceptance line is drawn by keys, says what it changes, never rises, and is used and undone', async () => {
  const { page } = program
  await page.getByRole('button', { name: 'Criteria', exact: true }).press('Enter')
  await slider('Almost certain').focus()
  await page.keyboard.press('ArrowDown')
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  expect(await slider('Likely').getAttribute('aria-valuetext')).toBe('accepted up to Major')
  // The rows below follow: a less likely risk is accepted at least as far.
  expect(await slider('Rare').getAttribute('aria-valuetext')).toBe('accepted up to Major')
  expect(await slider('Almost certain').getAttribute('aria-valuetext')).toBe('nothing is accepted')
  await page.getByText('1 risk gets a lower level.').waitFor()
  await page.getByRole('button', { name: 'Use these criteria' }).press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await rows().first().getByText('Low 4×4').waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await rows().first().getByText('High 4×4').waitFor()
})

test('the line is dragged with the mouse over the rows', async () => {
  const { page } = program
  await page.getByRole('button', { name: 'Criteria', exact: true }).press('Enter')
  await slider('Rare').waitFor()
  const track = async (row: number) => {
    const box = await page.locator(`[data-track="${row}"]`).boundingBox()
    if (!box) throw new Error('no track')
    return { x: (steps: number) => box.x + (box.width * steps) / 5, y: box.y + box.height / 2 }
  }
  const [lowest, middle, highest] = [await track(0), await track(2), await track(4)]
  await page.mouse.move(lowest.x(3), lowest.y)
  await page.mouse.down()
  await page.mouse.move(lowest.x(5), lowest.y, { steps: 4 })
  await page.mouse.move(middle.x(4), middle.y, { steps: 4 })
  await page.mouse.move(highest.x(2), highest.y, { steps: 4 })
  await page.mouse.up()
  const line = await Promise.all(['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'].map((row) => slider(row).inputValue()))
  expect(line.map(Number).at(-1)).toBe(2)
  expect(Number(line[0])).toBeGreaterThanOrEqual(4)
  expect([...line].sort((a, b) => Number(b) - Number(a))).toEqual(line)
  await page.getByRole('button', { name: 'Use these criteria' }).press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await program.saved()
})

test('a scale gets another word and one step less, and nothing is saved while two steps have the same word', async () => {
  const { page } = program
  await page.getByRole('button', { name: 'Criteria', exact: true }).press('Enter')
  await page.getByRole('tab', { name: 'Likelihood' }).click()
  await page.getByLabel('Word of step 3 of Likelihood').fill('likely')
  await page.getByText('Each step needs a word of its own.').waitFor()
  expect(await page.getByRole('button', { name: 'Use these criteria' }).isDisabled()).toBe(true)
  await page.getByLabel('Word of step 3 of Likelihood').fill('Now and then')
  await page.getByRole('radiogroup').getByText('3', { exact: true }).click()
  await page.getByText('1 risk is rated beyond the shorter scale and moves to its last step.').waitFor()
  await page.getByRole('button', { name: 'Use these criteria' }).press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await matrix()
    .getByRole('button', { name: /^Now and then, Major: 1 risk/ })
    .waitFor()
  await rows().first().getByText('3×4').waitFor()
})

test('selected risks get the same treatment in one change, and are removed and brought back', async () => {
  const { page } = program
  await rows().first().focus()
  await page.keyboard.press('Control+a')
  await page.getByRole('group', { name: '2 rows selected' }).waitFor()
  await page.getByRole('group', { name: '2 rows selected' }).getByRole('button', { name: 'Treatment', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: 'Share' }).press('Enter')
  await rows().nth(1).getByText('Share').waitFor()
  await rows().first().focus()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Remove', exact: true }).press('Enter')
  await page.getByText('No risks yet').waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await rows().nth(1).getByText('Share').waitFor()
  expect(program.faults).toEqual([])
  expect(program.foreignRequests).toEqual([])
  await program.saved()
  await program.kill()
  const { stdout } = await program.workplace.fieldbook(['call', file, 'risk.list'])
  expect(JSON.parse(stdout)).toMatchObject([
    { reference: 'R-001', treatment: 'share', owner: 'Head of Customer Service', current: { likelihood: 3, consequence: 4 } },
    { reference: 'R-002', treatment: 'share' },
  ])
})
