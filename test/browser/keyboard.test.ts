import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { Program } from './program.ts'

const program = new Program()
beforeAll(() => program.start())
afterAll(() => program.stop())

const judgements = z.array(
  z.object({ itemId: z.string(), conformity: z.string(), maturity: z.number().nullable(), notes: z.string(), finding: z.string() }),
)
const states = ['conforms', 'partly', 'does-not-conform']

test('an engagement is made, and every requirement and control judged, without a mouse', async () => {
  const { page } = program
  const keys = page.keyboard
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 40; presses += 1) {
      await keys.press('Tab')
      if (await page.evaluate((wanted) => document.activeElement?.textContent?.includes(wanted) ?? false, name)) return
    }
    throw new Error(`${name} is not reached with Tab`)
  }
  await page.getByText('No engagements yet').waitFor()
  await tabTo('New engagement')
  await keys.press('Enter')
  await page.getByLabel('Client').waitFor()
  await keys.type('Acme')
  await keys.press('Enter')
  await page.getByRole('heading', { name: 'Acme' }).waitFor()

  await keys.press('Control+K')
  await page.getByPlaceholder('A clause, a control').waitFor()
  await keys.type('Gap by clause')
  await page.getByRole('button', { name: 'Gap by clause' }).waitFor()
  await keys.press('Enter')
  await page
    .getByRole('option', { name: /^4\.1-1/ })
    .and(page.locator(':focus'))
    .waitFor()

  const seen: string[] = []
  for (let index = 0; index < 152; index += 1) {
    const item = await page.evaluate(() => document.activeElement?.getAttribute('data-item') ?? '')
    expect(seen, `item ${index} after ${seen.at(-1)}`).not.toContain(item)
    seen.push(item)
    await keys.press(String((index % 3) + 1))
    await keys.press(`Shift+Digit${index % 6}`)
    if (index % 19 === 0) {
      await keys.press('n')
      await keys.type(`Note on ${item}`)
      await keys.press('Escape')
      await keys.press('f')
      await keys.type(`Finding on ${item}`)
      await keys.press('Control+Enter')
    } else await keys.press('Enter')
  }
  await program.saved()

  const [file = ''] = program.workplace.files('.aims')
  await program.kill()
  const { stdout } = await program.workplace.fieldbook(['call', file, 'gap.rounds', '{}'])
  const [round] = z.array(z.object({ id: z.string() })).parse(JSON.parse(stdout))
  const answer = await program.workplace.fieldbook(['call', file, 'gap.judgements', JSON.stringify({ roundId: round?.id })])
  const written = new Map(judgements.parse(JSON.parse(answer.stdout)).map((judgement) => [judgement.itemId, judgement]))
  expect(seen).toHaveLength(152)
  expect(written.size).toBe(152)
  for (const [index, item] of seen.entries()) {
    const noted = index % 19 === 0
    expect(written.get(item), item).toMatchObject({
      conformity: states[index % 3],
      maturity: index % 6,
      notes: noted ? `Note on ${item}` : '',
      finding: noted ? `Finding on ${item}` : '',
    })
  }
  expect(program.faults).toEqual([])
  expect(program.foreignRequests).toEqual([])
})
