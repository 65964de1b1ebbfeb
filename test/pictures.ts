import { join } from 'node:path'
import { Program } from './browser/program.ts'

/** Takes the README's pictures anew from the real program with its sample: `node test/pictures.ts`, after a build. */
const folder = join(import.meta.dirname, '../resources/readme')
const program = new Program()
try {
  const page = await program.start(await program.engagement('sample.aims', { sample: true }), { width: 1280, height: 760 })
  await program.go('Gap by clause')
  await page.locator('[data-item="4.1-1"]').waitFor()
  await page.locator('[data-item="4.1-3"]').click()
  await page.mouse.move(700, 30)
  await page.screenshot({ path: join(folder, 'gap.png') })
  await program.go('Results')
  await page.getByRole('heading', { name: 'Top gaps' }).waitFor()
  await page.mouse.move(700, 30)
  await page.screenshot({ path: join(folder, 'results.png') })
  await program.go('SoA')
  await page.locator('tr[data-row]').first().waitFor()
  await page.mouse.move(700, 30)
  await page.screenshot({ path: join(folder, 'soa.png') })
} finally {
  await program.stop()
}
