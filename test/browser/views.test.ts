import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { addToScale } from '../bench/scale.ts'
import { Program } from './program.ts'

const program = new Program()
let file = ''
beforeAll(async () => {
  file = await program.engagement('views.aims')
  addToScale(file, { systems: 400, risks: 30, assessments: 10 })
  await program.start(file)
  await program.go('AI systems')
})
afterAll(() => program.stop())

const rows = () => program.page.getByRole('grid', { name: 'AI systems' }).locator('tr[data-row]')
const focused = () => program.page.locator(':focus')
const press = (...keys: string[]) => keys.reduce((before, key) => before.then(() => program.page.keyboard.press(key)), Promise.resolve())

/** Goes on with Tab until the button or field of this name has the focus. */
async function tabTo(name: string | RegExp, key = 'Tab'): Promise<void> {
  const wanted = typeof name === 'string' ? new RegExp(`^${name}`) : name
  for (let presses = 0; presses < 60; presses += 1) {
    await press(key)
    const element = focused()
    const said = await element.evaluate((node) =>
      [
        node.getAttribute('aria-label'),
        node.textContent,
        'labels' in node && node.labels instanceof NodeList ? node.labels[0]?.textContent : '',
      ]
        .filter(Boolean)
        .join('\n'),
    )
    if (said.split('\n').some((words) => wanted.test(words.trim()))) return
  }
  throw new Error(`${name} is not reached with ${key}`)
}

/** Goes down an open list to an option and takes it. */
async function choose(name: string): Promise<void> {
  const option = program.page.getByRole('option', { name, exact: true })
  await option.waitFor()
  for (let presses = 0; presses < 20 && (await option.getAttribute('data-combobox-selected')) === null; presses += 1)
    await press('ArrowDown')
  await press('Enter')
}

const systems = z.array(
  z.object({ id: z.string(), role: z.string().nullable(), reach: z.string().nullable(), riskClass: z.string(), owner: z.string() }),
)
/** Asks the file itself, after the program was ended. */
const onDisk = async () => systems.parse(JSON.parse((await program.workplace.fieldbook(['call', file, 'inventory.systems', '{}'])).stdout))

test('rows are filtered by the values of a column and grouped by another, with keys alone', async () => {
  const { page } = program
  await page.getByText('400 rows').waitFor()
  await press('/')
  await tabTo('Filter')
  await press('Enter')
  await page.getByRole('tab', { name: 'EU AI Act', selected: true }).waitFor()
  await tabTo('High risk')
  await press('Space')
  await page.getByText(/^28 of 400 rows$/).waitFor()
  await press('Escape')
  await expect.poll(() => focused().textContent()).toBe('1 filter')
  await tabTo('Group by')
  await press('Enter')
  await choose('Business unit')
  await page
    .getByRole('grid')
    .getByText(/^Actuarial \d+$/)
    .waitFor()
  const shown = await page.locator('tr[data-row] td:nth-child(3)').allInnerTexts()
  expect(new Set(shown)).toEqual(new Set(['High risk']))
})

test('the view is kept under a name, and comes back after everything was shown and the program was ended', async () => {
  const { page } = program
  // The list of views is there before what else the change has made stale: the menu is closed all the same.
  await program.slow('engagement.undoState', 500)
  await tabTo('Views')
  await press('Enter')
  await page.getByLabel('Keep this view as').waitFor()
  await expect.poll(() => focused().getAttribute('data-autofocus')).not.toBeNull()
  await page.keyboard.type('High risk by unit')
  await press('Enter')
  await page.getByLabel('Keep this view as').waitFor({ state: 'detached' })
  await expect.poll(() => focused().textContent()).toContain('High risk by unit')
  await program.saved()
  await page.unrouteAll({ behavior: 'wait' })
  await tabTo('EU AI Act: High risk, remove this filter')
  await tabTo('Show everything')
  await press('Enter')
  await page.getByText('400 rows', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Views', exact: true }).waitFor()

  await program.go('Overview')
  await page.reload()
  await program.go('AI systems')
  await page.getByText('400 rows', { exact: true }).waitFor()
  await press('/')
  await tabTo('Views')
  await press('Enter')
  await page.getByRole('button', { name: 'High risk by unit', exact: true }).first().waitFor()
  await tabTo('High risk by unit')
  await press('Enter')
  await page.getByText(/^28 of 400 rows$/).waitFor()
  await page
    .getByRole('grid')
    .getByText(/^Actuarial \d+$/)
    .waitFor()
  await expect.poll(() => focused().textContent()).toContain('High risk by unit')
})

test('the table is as it was left when the person comes back', async () => {
  const { page } = program
  await program.go('SoA')
  await rowOf('A.2.2').waitFor()
  await program.go('AI systems')
  await page.getByText(/^28 of 400 rows$/).waitFor()
})
const rowOf = (id: string) => program.page.locator(`tr[data-row="${id}"]`)

test('all that is shown gets the same values in one change, and one undo takes it back', async () => {
  const { page } = program
  await rows().first().focus()
  await press('Control+a')
  await page.getByText('28 rows selected').waitFor()
  await page.getByRole('textbox', { name: 'Search in AI systems' }).fill('claims')
  await page.getByText(/selected rows are not shown/).waitFor()
  await page.getByRole('textbox', { name: 'Search in AI systems' }).fill('')
  await page.getByText(/selected rows are not shown/).waitFor({ state: 'detached' })
  await tabTo('More fields')
  await press('Enter')
  await page.getByRole('button', { name: 'Give to all selected' }).waitFor()
  await expect.poll(() => focused().evaluate((node) => node.tagName)).toBe('INPUT')
  await page.keyboard.type('Head of Risk')
  await tabTo('Reach')
  await press('Enter')
  await choose('Customers and partners')
  await tabTo('Give to all selected')
  await press('Enter')
  // The rows stay selected: a second field can be given to the same ones. The message offers to take the change back.
  await page.getByText('28 AI systems changed').waitFor()
  await page.getByText('28 rows selected').waitFor()
  await expect.poll(() => focused().textContent()).toBe('More fields')
  await page.getByText('Head of Risk').first().waitFor()
  await program.saved()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByText('Head of Risk').first().waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Redo', exact: true }).click()
  await page.getByText('Head of Risk').first().waitFor()
  await page.getByRole('button', { name: 'Unselect' }).click()
  await expect.poll(() => focused().getAttribute('data-row')).not.toBeNull()
})

test('a row that is removed goes, and the focus comes back to the rows', async () => {
  const { page } = program
  await rows().first().focus()
  const id = await focused().getAttribute('data-row')
  await press('Space')
  await page.getByText('1 row selected').waitFor()
  await tabTo('Remove 1', 'Shift+Tab')
  await press('Enter')
  await rowOf(id ?? '').waitFor({ state: 'detached' })
  await page.getByText(/^27 of 399 rows$/).waitFor()
  await expect.poll(() => focused().getAttribute('data-row')).not.toBeNull()
})

test('the panel leads to the class, to the risks and around, and comes back to its row', async () => {
  const { page } = program
  await rows().nth(2).press('Enter')
  const panel = page.getByRole('complementary')
  await panel.getByText('High risk', { exact: true }).waitFor()
  await panel.getByLabel('Links', { exact: true }).fill('https://models.example/card and javascript:alert(1)')
  await panel.getByRole('link', { name: 'https://models.example/card' }).waitFor()
  expect(
    await panel.getByRole('link').evaluateAll((links) => links.filter((link) => link.getAttribute('href')?.startsWith('javascript'))),
  ).toEqual([])
  const hrefs = await panel.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  for (const part of ['/classification?system=', '/impacts?', '/trace?kind=system']) expect(hrefs.join('\n')).toContain(part)
  await panel.getByLabel('Links', { exact: true }).press('Escape')
  await panel.waitFor({ state: 'detached' })
  await expect
    .poll(() =>
      rows()
        .nth(2)
        .evaluate((row) => row === document.activeElement),
    )
    .toBe(true)
})

test('a jump filters the table, whatever it was like before', async () => {
  const { page } = program
  await program.go('Overview')
  const filter = encodeURIComponent(JSON.stringify({ lifeCycleStage: ['retired', 'idea'] }))
  await page.evaluate((search) => {
    window.location.hash = `${window.location.hash.split('/').slice(0, 3).join('/')}/systems?filter=${search}`
  }, filter)
  await page
    .getByRole('button', { name: 'Stage: Idea or Retired, remove this filter' })
    .or(page.getByRole('button', { name: 'Stage: Retired or Idea, remove this filter' }))
    .waitFor()
  const stages = await page.locator('tr[data-row] td:nth-child(6)').allInnerTexts()
  expect(new Set(stages)).toEqual(new Set(['Idea', 'Retired']))
})

test('everything is on the disk, and nothing failed in the page', async () => {
  await program.saved()
  expect(program.faults).toEqual([])
  expect(program.foreignRequests).toEqual([])
  await program.kill()
  const given = (await onDisk()).filter(({ owner }) => owner === 'Head of Risk')
  expect(given).toHaveLength(27)
  for (const system of given) expect(system).toMatchObject({ riskClass: 'high-risk', reach: 'customers' })
})
