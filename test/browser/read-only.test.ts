import { chmodSync, copyFileSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Program } from './program.ts'

const program = new Program()
let file = ''
beforeAll(async () => {
  file = await program.engagement('protected.aims', { sample: true })
  await program.workplace.fieldbook(['pack', file, '--to', 'sent.aimspack'])
  copyFileSync(program.workplace.path('sent.aimspack'), program.workplace.path('sent.aims'))
  chmodSync(file, 0o444)
  await program.start(file)
})
afterAll(() => program.stop())

test('a file that cannot be written says so on every screen, with the reason and the way out', async () => {
  const { page } = program
  const before = program.workplace.sha256('protected.aims')
  for (const screen of ['Overview', 'Gap by clause', 'SoA', 'Documents']) {
    await program.go(screen)
    const notice = page.getByRole('status').filter({ hasText: 'Read only: the file is write-protected.' })
    await notice.waitFor()
    expect(await notice.getByRole('button', { name: 'Save a copy…' }).isVisible()).toBe(true)
  }
  expect(await page.locator('[data-save-state="read-only"]').textContent()).toContain('Read only')
  expect(await page.getByText('All changes saved').count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true)
  expect(program.workplace.sha256('protected.aims')).toBe(before)
  expect(program.faults).toEqual([])
})

test('texts can be read and copied and not typed in; a choice answers with one sentence and stays as it was', async () => {
  const { page } = program
  await program.go('Gap by clause')
  await page.locator('[data-item="4.1-1"]:focus').waitFor()
  const notes = page.getByRole('textbox', { name: 'Notes' })
  const before = await notes.inputValue()
  await notes.click()
  await page.keyboard.type('lost words')
  expect(await notes.inputValue()).toBe(before)
  await page.locator('[data-item="4.1-1"]').focus()
  await page.keyboard.press('1')
  await page.getByText('This change was not saved; save a copy').first().waitFor()
  expect(program.faults).toEqual([])
})

test('the file can be closed, opened again, and gone on with in a copy at the same place', async () => {
  const { page } = program
  await program.go('SoA')
  const copy = program.workplace.path('mine.aims')
  await program.chooseFile(() => page.getByRole('button', { name: 'Save a copy…' }).click(), copy)
  await page.locator('[data-save-state="saved"]').waitFor()
  await page.locator('nav a[aria-current="page"]', { hasText: 'SoA' }).waitFor()
  expect(await page.getByText('Read only').count()).toBe(0)
  await program.go('Gap by clause')
  await page.locator('[data-item="4.1-1"]:focus').waitFor()
  await page.getByRole('textbox', { name: 'Notes' }).fill('Mine now')
  await program.saved()
  expect(readdirSync(program.workplace.folder).filter((name) => name.startsWith('protected'))).toEqual(['protected.aims'])
})

test('a package that is called an engagement leads to the dialog that unpacks it', async () => {
  const { page } = program
  await page.getByRole('button', { name: /: the file$/ }).click()
  await page.getByRole('menuitem', { name: 'Close, to all engagements' }).click()
  const open = page.getByRole('button', { name: 'Open' })
  await open.waitFor()
  await program.chooseFile(() => open.click(), program.workplace.path('sent.aims'))
  const dialog = page.getByRole('dialog', { name: /sent\.aims/ })
  await dialog.getByText('Acme').waitFor()
  expect(program.faults).toEqual([])
})
