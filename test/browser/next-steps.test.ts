import { afterAll, beforeAll, expect, test } from 'vitest'
import { Program } from './program.ts'

const program = new Program()
beforeAll(async () => {
  await program.start(await program.engagement('next.aims'))
})
afterAll(() => program.stop())

test('a control that is not applicable without a reason is asked for, and a click goes there', async () => {
  const { page } = program
  await program.go('Gap by clause')
  await page.getByText('Policies related to AI').click()
  await page.getByRole('heading', { name: 'AI policy' }).waitFor()
  await page.keyboard.press('4')
  await program.saved()
  await program.go('Overview')
  await page.getByText('1 control is not applicable without a reason').click()
  await page.getByRole('heading', { name: 'AI policy' }).waitFor()
  await page.getByRole('textbox', { name: 'Why it does not apply' }).fill('The client has no such thing.')
  await program.saved()
  await program.go('Overview')
  await page.getByText('151 requirements and controls are not judged yet').waitFor()
  await page.getByText('without a reason').waitFor({ state: 'detached' })
  expect(program.faults).toEqual([])
})
