import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Program } from '../program.ts'
import { dialogs } from './dialogs.ts'
import { fullest, fullItems } from './engagements.ts'
import { faultsOf } from './faults.ts'
import { places, registerPages } from './places.ts'
import { goTo, usual, walk } from './walk.ts'

const program = new Program()
beforeAll(async () => {
  await program.start(await fullest(program.workplace))
  await program.page.locator('#work > *').first().waitFor()
})
afterAll(() => program.stop())

test('the three conformity buttons show their words whole, and work by mouse and by key, on a small laptop with evidence and links', async () => {
  const { page } = program
  await program.look({ width: 1280, height: 720 })
  await goTo(page, 'gap', { item: fullItems[0] })
  const control = page.getByRole('radiogroup', { name: 'Conformity' })
  const words = ['Conforms', 'Partly conforms', 'Does not conform']
  for (const [index, word] of words.entries()) {
    const button = control.locator('label', { hasText: `${index + 1}  ${word}` })
    const { height, inner } = await button.evaluate((label) => ({ height: label.clientHeight, inner: label.scrollHeight }))
    expect(height, word).toBeGreaterThan(20)
    expect(inner, word).toBeLessThanOrEqual(height)
    await button.click()
    await control.getByRole('radio', { name: word, exact: false, checked: true }).waitFor({ state: 'attached' })
    await page.getByRole('option', { selected: true }).focus()
    await page.keyboard.press(String(((index + 1) % 3) + 1))
    await control.getByRole('radio', { name: words[(index + 1) % 3] ?? '', exact: false, checked: true }).waitFor({ state: 'attached' })
  }
  expect(await faultsOf(page)).toEqual([])
})

test('every page of the registers is looked at', async () => {
  const { page } = program
  await program.look({ width: 1920, height: 1080 })
  await goTo(page, 'registers')
  const shown = await page.locator('#work nav [data-page]').evaluateAll((links) => links.map((link) => link.getAttribute('data-page')))
  expect(shown.filter((id) => id !== 'actions' && id !== 'evidence').toSorted()).toEqual(registerPages.toSorted())
})

describe('with the fullest record nothing is cut, covered or out of sight', () => {
  test.each(places)('$name', async ({ screen, search }) => {
    const arrive = () => goTo(program.page, screen, search)
    await program.look({})
    await arrive()
    expect(await walk(program, arrive, await usual(program.page))).toEqual([])
  })

  test.each(dialogs)('$name', async ({ screen, search, ...sight }) => {
    expect(await walk(program, () => goTo(program.page, screen, search), [sight])).toEqual([])
  })
})

test('nothing failed in the page', () => expect(program.faults).toEqual([]))
