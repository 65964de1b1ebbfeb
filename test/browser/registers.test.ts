import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Program } from './program.ts'
import { violations } from './violations.ts'

const program = new Program()
let page: Page
beforeAll(async () => {
  page = await program.start(await program.engagement('registers.aims', { sample: true }))
  await program.go('Registers')
  await page.locator('tr[data-row]').first().waitFor()
})
afterAll(() => program.stop())

const list = () => page.getByRole('navigation', { name: 'Registers by clause' })
const focused = (selector: string) => page.locator(selector).and(page.locator(':focus'))
const row = (reference: string) => page.locator('tr[data-row]', { hasText: reference })

async function open(register: string, title: string) {
  await list().getByRole('link', { name: register }).press('Enter')
  await page.getByRole('heading', { name: title, level: 2, exact: true }).waitFor()
  await page.locator('tr[data-row]').first().waitFor()
}

describe('the registers', () => {
  it('stand under the chapters of the standard, with what is overdue', async () => {
    const chapters = await list().getByRole('heading').allTextContents()
    expect(chapters.map((chapter) => chapter.split(' ')[0])).toEqual(['4', '5', '6', '7', '8', '9', '10'])
    expect(
      await list()
        .getByRole('link', { name: /Context issues/ })
        .textContent(),
    ).toMatch(/10 entries.*1 overdue/)
  })

  it('an entry is added, named, linked and removed by keyboard; the focus goes where the work goes on', async () => {
    await page.getByRole('button', { name: 'Add issue' }).press('Enter')
    const title = page.getByLabel('Title', { exact: true })
    await title.and(page.locator(':focus')).waitFor()
    await page.keyboard.type('A new office abroad')
    const panel = page.getByRole('complementary', { name: 'A new office abroad' })
    await panel.waitFor()
    await program.saved()
    await panel.getByRole('button', { name: 'Link with…' }).press('Enter')
    const find = panel.getByLabel('Find by reference or word')
    await find.and(page.locator(':focus')).waitFor()
    await page.keyboard.type('4.1-1')
    await page.getByRole('option', { name: /^4\.1-1/ }).waitFor()
    await find.press('Enter')
    await panel.getByRole('link', { name: /^4\.1-1/ }).waitFor()
    expect(await violations(page)).toEqual([])
    await panel.getByRole('button', { name: /^Take the link/ }).press('Enter')
    await panel.getByText('Nothing is linked yet.').waitFor()
    await page.locator('[data-add-link]').and(page.locator(':focus')).waitFor()
    await panel.getByRole('button', { name: 'Remove this entry' }).press('Enter')
    await row('A new office abroad').waitFor({ state: 'detached' })
    await focused('tr[data-row]').waitFor()
  })

  it('show how far an objective is as a number beside the bar', async () => {
    await open('AI objectives', 'AI objectives')
    await row('OB-002').press('Enter')
    const panel = page.getByRole('complementary')
    expect(await panel.getByRole('region', { name: 'Progress' }).textContent()).toMatch(/67 %.*From 6.2 % to 2 %; now 3.4 %/)
    await page.getByLabel('Target', { exact: true }).fill('3')
    await panel.getByText('88 %').waitFor()
    await program.saved()
    await panel.getByRole('button', { name: 'Close', exact: true }).press('Enter')
    await row('OB-002').and(page.locator(':focus')).waitFor()
  })

  it('bring in what is missing of the mandatory list', async () => {
    await open('Documented information', 'Documented information')
    await page.getByRole('button', { name: 'Bring in 1 missing of the mandatory list' }).press('Enter')
    await row('Information the organization finds necessary').waitFor()
    await page.getByRole('button', { name: /of the mandatory list/ }).waitFor({ state: 'detached' })
  })

  it('a jump from the palette shows the entry with the focus on its row', async () => {
    await page.keyboard.press('Control+k')
    await focused('[role="dialog"] input').waitFor()
    await page.keyboard.type('CI-006')
    await page.getByText('CI-006 Customers mistrust automatic refusals').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: 'Customers mistrust automatic refusals' }).waitFor()
    await row('CI-006').and(page.locator(':focus')).waitFor()
  })

  it('at 200 % the list is one field, which leads to the other registers', async () => {
    await page.getByRole('complementary').getByRole('button', { name: 'Close', exact: true }).press('Enter')
    await program.look({ zoom: 2 })
    await page
      .getByRole('combobox', { name: 'Register', exact: true })
      .or(page.getByLabel('Register', { exact: true }))
      .first()
      .click()
    await page.getByRole('option', { name: /6\.3 Planned changes/ }).click()
    await row('CH-001').waitFor()
    await program.look({})
    await list()
      .getByRole('link', { name: /Planned changes/ })
      .and(page.locator('[aria-current="page"]'))
      .waitFor()
  })

  it('lead to their document', async () => {
    await page.getByRole('link', { name: 'Print…' }).press('Enter')
    await page
      .getByRole('button', { name: /Planned changes/ })
      .and(page.locator('[aria-current="true"]'))
      .waitFor()
    expect(program.faults).toEqual([])
  })
})
