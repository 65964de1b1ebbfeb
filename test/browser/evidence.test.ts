import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Program } from './program.ts'
import { violations } from './violations.ts'

const program = new Program()
let file = ''
beforeAll(async () => {
  file = await program.engagement('evidence.aims')
  await program.start(file)
})
afterAll(() => program.stop())

const rows = () => program.page.getByRole('grid', { name: 'Evidence', exact: true }).locator('tr[data-row]')
const panel = () => program.page.getByRole('complementary')

/** Hands files to the page as a system does that drops or pastes them. */
const give = (how: 'drop' | 'paste', name: string, type: string, words: string) =>
  program.page.evaluate(
    ([kind, called, media, content]) => {
      const data = new DataTransfer()
      data.items.add(new File([content ?? ''], called ?? '', { type: media ?? '' }))
      const place = document.querySelector('aside [data-evidence-drop]')
      if (kind === 'drop') place?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
      else document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    },
    [how, name, type, words],
  )

test('the request list is made by keyboard from what has no evidence', async () => {
  const { page } = program
  await program.go('Evidence')
  await page.getByText('No evidence yet').waitFor()
  await page.getByRole('button', { name: 'Make the request list' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'What to ask the client for' })
  await dialog.getByRole('checkbox').first().waitFor()
  expect(await violations(page)).toEqual([])
  await dialog.getByLabel('Search in what to ask for').fill('A.2.2')
  await dialog.getByRole('checkbox', { name: /^A\.2\.2 / }).press('Space')
  await dialog.getByLabel('Search in what to ask for').fill('5.2-1')
  await dialog.getByRole('checkbox', { name: /^5\.2-1 / }).press('Space')
  await dialog.getByRole('button', { name: 'Add 2 requests' }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await rows().nth(1).waitFor()
  await panel().getByText('To request').first().waitFor()
})

test('a file that is dropped on a request is received, and is looked at beside', async () => {
  const { page } = program
  await panel().getByText('No file yet.').waitFor()
  await give('drop', 'AI policy.txt', 'text/plain', 'We answer for what our systems decide.')
  await panel().getByRole('region', { name: 'Preview of AI policy.txt' }).getByText('We answer for what our systems decide.').waitFor()
  await panel().getByText('Received', { exact: true }).first().waitFor()
  expect(await violations(page)).toEqual([])
  await panel().getByRole('button', { name: 'Close', exact: true }).press('Escape')
  await panel().waitFor({ state: 'detached' })
})

test('a screenshot is pasted where a requirement is judged, and the same one makes no second copy', async () => {
  const { page } = program
  await program.go('Gap by clause')
  await page.locator('[data-item="4.1-1"]').click()
  const field = page.getByRole('region', { name: 'Evidence', exact: true })
  await field.getByRole('button', { name: 'Attach files' }).waitFor()
  await give('paste', 'image.png', 'image/png', 'no real picture')
  await field.getByText('1 file attached.').waitFor()
  await field.getByRole('link', { name: /^EV-003 Screenshot \d{4}-/ }).waitFor()
  await give('paste', 'image.png', 'image/png', 'no real picture')
  await field.getByText('1 file was kept here already; no second copy was made.').waitFor()
  expect(await violations(page)).toEqual([])
})

test('the picker takes several at once, and one undo takes them back', async () => {
  const { page } = program
  await program.go('Evidence')
  await rows().nth(2).waitFor()
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles([
      { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b') },
      { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<script>document.title="run"</script>') },
    ])
  await page.getByText('2 files attached.').waitFor()
  await rows().nth(4).waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await rows().nth(3).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Redo', exact: true }).click()
  await rows().nth(4).waitFor()
})

test('a page of a client is shown as text, is only saved, and never runs', async () => {
  const { page } = program
  await rows().filter({ hasText: 'page.html' }).press('Enter')
  await panel().getByRole('region', { name: 'Preview of page.html' }).getByText('<script>').waitFor()
  await panel().getByText('It is only saved, never opened from here.').waitFor()
  expect(await panel().getByRole('button', { name: 'Open', exact: true }).count()).toBe(0)
  expect(await page.title()).not.toBe('run')
  const to = program.workplace.path('saved.html')
  await program.chooseFile(() => panel().getByRole('button', { name: 'Save as…' }).press('Enter'), to)
  await panel().getByText('Saved to').waitFor()
  expect(readFileSync(to, 'utf8')).toBe('<script>document.title="run"</script>')
})

test('what was removed is freed for good, after it was said what that means', async () => {
  const { page } = program
  await panel().getByRole('button', { name: 'Remove this entry' }).press('Enter')
  await rows().nth(4).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'More', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: 'Free unused space' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Free unused space' })
  await dialog.getByText('1 file that no entry has any more').waitFor()
  await dialog.getByText('undo will stop here').waitFor()
  await dialog.getByRole('button', { name: 'Drop them for good' }).press('Enter')
  await dialog.getByText('1 file dropped').waitFor()
  await dialog.getByRole('button', { name: 'Close' }).last().press('Enter')
  await dialog.waitFor({ state: 'detached' })
  expect(program.faults.filter((fault) => !fault.includes('Failed to load resource'))).toEqual([])
  expect(program.foreignRequests).toEqual([])
  await program.saved()
})
