import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Program } from './program.ts'

const program = new Program()
beforeAll(async () => {
  await program.start(await program.engagement('acme.aims', { sample: true }))
})
afterAll(() => program.stop())

const closeFile = async () => {
  await program.page.getByRole('button', { name: 'Acme: the file' }).click()
  await program.page.getByRole('menuitem', { name: 'Close, to all engagements' }).click()
  await program.page.getByRole('heading', { name: 'Engagements' }).waitFor()
}
let packed = ''

test('two clicks make a package for an email, and show its size', async () => {
  const { page } = program
  await page.getByRole('button', { name: 'Hand over' }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill('four words on paper')
  await page.getByRole('button', { name: 'Make the package' }).click()
  await page.getByText(/The package is ready: 0\.\d+ MB/).waitFor()
  packed = (await page.getByText(/\.aimspack$/).textContent()) ?? ''
  expect(existsSync(packed)).toBe(true)
  expect(readFileSync(packed, 'latin1').startsWith('age-encryption.org/v1')).toBe(true)
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
})

test('a file is duplicated, checked and closed; nothing is left beside it', async () => {
  const { page } = program
  await page.getByRole('button', { name: 'Acme: the file' }).click()
  await page.getByRole('menuitem', { name: 'Check the file' }).click()
  await page.getByText(/The file is sound: \d+ rows checked/).waitFor()
  const copy = program.workplace.path('second.aims')
  await page.getByRole('button', { name: 'Acme: the file' }).click()
  await program.chooseFile(() => page.getByRole('menuitem', { name: 'Duplicate…' }).click(), copy)
  await page.getByText('A second file was made').waitFor()
  await closeFile()
  for (const path of [copy, program.workplace.path('acme.aims')])
    for (const ending of ['-wal', '-shm', '-journal']) expect(existsSync(path + ending)).toBe(false)
  // Closed means closed: another program gets it at once.
  expect((await program.workplace.fieldbook(['check', 'acme.aims'])).code).toBe(0)
})

test('a colleague opens the package with the passphrase, and goes on working', async () => {
  const { page } = program
  await program.chooseFile(() => page.getByRole('button', { name: 'Open', exact: true }).click(), packed)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Passphrase', { exact: true }).fill('five words on paper')
  await dialog.getByRole('button', { name: 'Unlock' }).click()
  await dialog.getByRole('alert').waitFor()
  await dialog.getByLabel('Passphrase', { exact: true }).fill('four words on paper')
  await dialog.getByRole('button', { name: 'Unlock' }).click()
  await dialog.getByText('The package was checked and is whole.').waitFor()
  // What went wrong before is not said beside what went right.
  expect(await dialog.getByRole('alert').count()).toBe(0)
  await program.chooseFile(
    () => dialog.getByRole('button', { name: 'Save as an engagement and open' }).click(),
    program.workplace.path('received.aims'),
  )
  await page.getByRole('heading', { name: 'Acme' }).waitFor()
  await page.getByText('39 / 39').waitFor()
  await closeFile()
})

test('a file that cannot be used is named with a sentence, and stays as it is', async () => {
  const { page } = program
  const path = program.workplace.path('letter.aims')
  writeFileSync(path, 'Dear client,')
  await program.chooseFile(() => page.getByRole('button', { name: 'Open', exact: true }).click(), path)
  await page.getByRole('alert').getByText('letter.aims').waitFor()
  expect(readFileSync(path, 'utf8')).toBe('Dear client,')
})

test('the start screen has each engagement with how far it is, and opens it where it was left', async () => {
  const { page } = program
  const entry = page.getByRole('listitem').filter({ hasText: 'received.aims' })
  await entry.getByText('100 % judged').waitFor()
  await entry.getByRole('button').first().click()
  await page.getByRole('heading', { name: 'Acme' }).waitFor()
  await program.go('Results')
  // The place is remembered a moment after the screen is shown.
  await page.waitForResponse((response) => /engagement\.remember.*results/.test(response.request().postData() ?? ''))
  // The list is still the one from before when it is clicked.
  await program.slow('engagement.recent', 500)
  await closeFile()
  await page.getByRole('listitem').filter({ hasText: 'received.aims' }).getByRole('button').first().click()
  await page.getByRole('heading', { name: 'Top gaps' }).waitFor()
  await page.unrouteAll({ behavior: 'wait' })
  expect(program.foreignRequests).toEqual([])
})
