import type { Page } from 'playwright-core'
import type { Sight } from './walk.ts'

interface Dialog extends Sight {
  screen: string
  search?: Record<string, string>
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name, exact: true }).first().click()

/** Opens a menu and presses one of its items. */
const choose = (menu: string, item: string) => async (page: Page) => {
  await press(menu)(page)
  await page.getByRole('menuitem', { name: item }).click()
}

const tabOf = (open: (page: Page) => Promise<unknown>, tab: string) => async (page: Page) => {
  await open(page)
  await page.getByRole('dialog').getByRole('tab', { name: tab }).click()
}

/** Selects every row, and presses what stands above them then. */
const ofAllRows = (button: string) => async (page: Page) => {
  await page.locator('tr[data-row]').first().press('Control+a')
  await press(button)(page)
}

/** What opens over a screen, and what is pressed so that it does. A new dialog, menu or popover takes one line here. */
export const dialogs: readonly Dialog[] = [
  { name: 'settings', screen: 'overview', open: press('Settings') },
  { name: 'hand over', screen: 'overview', open: press('Hand over') },
  { name: 'file menu', screen: 'overview', open: press(/: the file$/) },
  {
    name: 'find',
    screen: 'overview',
    open: async (page) => {
      await page.keyboard.press('Control+K')
      await page.getByPlaceholder('A clause, a control').fill('claims')
      await page.getByText('Aaa claims').first().waitFor()
    },
  },
  { name: 'rounds', screen: 'gap', open: press('Rounds') },
  { name: 'start a round', screen: 'gap', open: choose('Rounds', 'Start a round') },
  { name: 'rename the round', screen: 'gap', open: choose('Rounds', 'Rename this round') },
  { name: 'filter', screen: 'systems', open: press('Filter') },
  { name: 'views', screen: 'systems', open: press('Views') },
  { name: 'a field of all rows', screen: 'systems', open: ofAllRows('Stage') },
  { name: 'more fields of all rows', screen: 'systems', open: ofAllRows('More fields') },
  { name: 'choose a file', screen: 'systems', open: press('Import a list') },
  { name: 'start an assessment', screen: 'impacts', open: press('Start an assessment') },
  { name: 'add a risk', screen: 'risks', open: press('Add a risk') },
  { name: 'risks to start from', screen: 'risks', open: choose('Add a risk', 'From the library') },
  ...['Acceptance line', 'Likelihood', 'Consequence', 'Note'].map((tab) => ({
    name: `criteria, ${tab}`,
    screen: 'risks',
    open: tabOf(press('Criteria'), tab),
  })),
  { name: 'approve the SoA', screen: 'soa', open: press('Approve') },
  { name: 'versions of the SoA', screen: 'soa', open: press(/^(Not approved yet|Version \d)/) },
  { name: 'add a control', screen: 'soa', open: press('Add a control') },
  { name: 'proposals for the SoA', screen: 'soa', open: press(/proposals? from risks/) },
  { name: 'add a task', screen: 'roadmap', open: press('Add') },
  { name: 'make the plan', screen: 'roadmap', open: press('Make the plan') },
  { name: 'activities to start from', screen: 'registers', search: { page: 'raci' }, open: press(/activities/i) },
]
