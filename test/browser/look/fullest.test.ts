import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerIds } from '../../../src-main/contract/registers/index.ts'
import { screens } from '../../../src-renderer/app/screens.ts'
import { Program } from '../program.ts'
import * as engagements from './engagements.ts'
import { goTo, usual, walk } from './walk.ts'

const program = new Program()
beforeAll(async () => {
  await program.start(await engagements[(process.env.X ?? 'fullest') as 'fullest'](program.workplace))
  await program.page.locator('main').waitFor()
})
afterAll(() => program.stop())

const places = [
  ...screens.map(({ id }) => ({ name: id as string, search: {} as Record<string, string> })),
  ...[...registerIds, 'scope', 'policy', 'risk-process', 'treatment-process', 'impact-process', 'audit-programme', 'raci', 'training']
    .filter((id) => id !== 'actions' && id !== 'evidence')
    .map((page) => ({ name: `registers`, search: { page } })),
]
test.each(places)('$name $search.page', async ({ name, search }) => {
  const arrive = () => goTo(program.page, name, search)
  await program.look({})
  await arrive()
  const t = Date.now()
  const found = await walk(program, arrive, await usual(program.page))
  console.log(`## ${name} ${search.page ?? ''} ${Date.now() - t}\n${found.join('\n')}`)
  expect(found.length).toBe(0)
})
