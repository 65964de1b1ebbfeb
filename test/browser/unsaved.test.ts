import { afterAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { Program } from './program.ts'

let program = new Program()
let file = ''
beforeEach(async () => {
  await program.stop()
  program = new Program()
  file = await program.engagement('words.aims')
  await program.start(file)
  await program.go('Gap by clause')
  await program.page.locator('[data-item="4.1-1"]:focus').waitFor()
})
afterAll(() => program.stop())

const notes = () => program.page.getByRole('textbox', { name: 'Notes' })

async function written(itemId: string): Promise<string> {
  const call = async (procedure: string, input: unknown) =>
    JSON.parse((await program.workplace.fieldbook(['call', file, procedure, JSON.stringify(input)])).stdout)
  const [round] = z.array(z.object({ id: z.string() })).parse(await call('gap.rounds', {}))
  const all = z.array(z.object({ itemId: z.string(), notes: z.string() })).parse(await call('gap.judgements', { roundId: round?.id }))
  return all.find((judgement) => judgement.itemId === itemId)?.notes ?? ''
}

test('going on to the next while the last words are not saved yet keeps them with their own item', async () => {
  const { page } = program
  for (const item of ['4.1-1', '4.1-2', '4.1-3', '4.1-4']) {
    await page.keyboard.press('n')
    await page.keyboard.type(`Words about ${item}`)
    await page.keyboard.press('Control+Enter')
  }
  await program.saved()
  await program.kill()
  for (const item of ['4.1-1', '4.1-2', '4.1-3', '4.1-4']) expect(await written(item)).toBe(`Words about ${item}`)
})

test('a window that is closed in the middle of a word has handed the word over', async () => {
  await notes().fill('The last wor')
  await program.page.close()
  await new Promise((resolve) => setTimeout(resolve, 1000))
  await program.kill()
  expect(await written('4.1-1')).toBe('The last wor')
})

test('a bar that was moved by keys right before the window is closed has been handed over', async () => {
  const { page } = program
  await program.go('Roadmap')
  await page.getByRole('button', { name: 'Make the plan' }).click()
  const dialog = page.getByRole('dialog', { name: 'Make the plan' })
  await dialog.getByRole('button', { name: 'Make the plan' }).click()
  const bar = page.locator('[data-task][aria-label*="Inventory of AI systems"]')
  await bar.focus()
  await program.saved()
  const [start = ''] = (await bar.getAttribute('aria-label'))?.match(/\d{4}-\d\d-\d\d/) ?? []
  await page.keyboard.press('Control+ArrowRight')
  await page.close()
  await new Promise((resolve) => setTimeout(resolve, 1000))
  await program.kill()
  const { stdout } = await program.workplace.fieldbook(['call', file, 'roadmap.plan', '{}'])
  const { tasks } = z.object({ tasks: z.array(z.object({ title: z.string(), startOn: z.string() })) }).parse(JSON.parse(stdout))
  const moved = tasks.find(({ title }) => title === 'Inventory of AI systems')?.startOn ?? ''
  expect(Date.parse(moved) - Date.parse(start)).toBe(7 * 86_400_000)
})

test('words that cannot be saved stay on the screen, and the top line says so', async () => {
  const { page } = program
  await notes().fill('Saved')
  await program.saved()
  await program.kill()
  await notes().fill('Typed when nobody listened')
  await page.locator('[data-save-state="failed"]').waitFor()
  await page.locator('[data-item="4.1-2"]').click()
  await page.locator('[data-item="4.1-1"]').click()
  expect(await notes().inputValue()).toBe('Typed when nobody listened')
  await page.locator('[data-save-state="failed"]').waitFor()
})

test('a judgement that cannot be saved is not said to be saved', async () => {
  const { page } = program
  await program.kill()
  await page.locator('[data-item="4.1-1"]').press('3')
  await page.locator('[data-save-state="failed"]').waitFor()
  await page.locator('[data-item="4.1-1"]').press('Shift+2')
  await page.locator('[data-item="4.1-2"]').click()
  await page.locator('[data-save-state="failed"]').waitFor()
})

test('undo by key takes back the last change, redo brings it again', async () => {
  const { page } = program
  const item = page.locator('[data-item="4.1-1"]')
  await item.press('3')
  await item.getByText('Does not conform').waitFor()
  await program.saved()
  await item.press('Control+z')
  await item.getByText('Not assessed').waitFor()
  await item.press('Control+Shift+z')
  await item.getByText('Does not conform').waitFor()
})
