import { existsSync, statSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Program } from './program.ts'

/** A document is written, opened again and counted in a thread of its own: on a busy machine that takes a while. */

const program = new Program()
beforeAll(async () => {
  await program.start(await program.engagement('documents.aims', { sample: true }))
  await program.go('Documents')
})
afterAll(() => program.stop())

test('the preview shows every page as it will be', async () => {
  const { page } = program
  const first = page.getByRole('img', { name: 'Page 1', exact: true })
  await first.waitFor()
  await expect
    .poll(() =>
      first.evaluate((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) return 0
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
        return new Set(pixels).size
      }),
    )
    .toBeGreaterThan(20)
})

test.each(['DOCX', 'PDF', 'XLSX'])('the SoA is exported as %s, and counted', async (format) => {
  const { page } = program
  await page.getByRole('navigation', { name: 'Reports' }).getByText('Statement of Applicability').click()
  await page.getByText(format, { exact: true }).click()
  const to = program.workplace.path(`soa.${format.toLowerCase()}`)
  await program.chooseFile(() => page.getByRole('button', { name: 'Export', exact: true }).click(), to)
  await page.getByText('Exported, opened again and counted: 79 rows').waitFor()
  await expect.poll(() => existsSync(to) && statSync(to).size).toBeGreaterThan(10_000)
})

test('names typed beside the report stand on every document', async () => {
  const { page } = program
  await page.getByRole('textbox', { name: 'Approver' }).fill('Chief Executive of Acme')
  await program.saved()
  const to = program.workplace.path('approver.pdf')
  await page.getByText('PDF', { exact: true }).click()
  await program.chooseFile(() => page.getByRole('button', { name: 'Export', exact: true }).click(), to)
  await expect.poll(() => existsSync(to)).toBe(true)
  expect(program.faults).toEqual([])
})

test('the pages of another report never stand under the name of the one that is chosen', async () => {
  const { page } = program
  await page.getByRole('img', { name: 'Page 1', exact: true }).waitFor()
  await program.slow('documents.preview', 1500)
  await page.getByRole('navigation', { name: 'Reports' }).getByText('Gap assessment').first().click()
  await page.getByRole('complementary').getByRole('heading', { name: 'Gap assessment' }).waitFor()
  await page.getByRole('status', { name: 'Making the preview' }).waitFor()
  expect(await page.getByRole('img', { name: 'Page 1', exact: true }).count()).toBe(0)
  await page.getByRole('img', { name: 'Page 1', exact: true }).waitFor()
})
