import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { callPath } from '../../src-main/contract/host.ts'
import type { ProcedureName } from '../../src-main/contract/index.ts'
import { Program } from './program.ts'

const program = new Program()
let file = ''
const added = z.object({ id: z.string() })
const onDisk = async (procedure: ProcedureName, input: object): Promise<unknown> => {
  const { code, stdout, stderr } = await program.workplace.fieldbook(['call', file, procedure, JSON.stringify(input)])
  if (code !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
const add = async (procedure: ProcedureName, input: object) => added.parse(await onDisk(procedure, input)).id

/** An issue and a piece of evidence, each linked with a risk and a system. */
beforeAll(async () => {
  file = await program.engagement('links.aims')
  const links = [
    { kind: 'risk', id: await add('risk.add', { title: 'Answers are wrong' }) },
    { kind: 'system', id: await add('inventory.add', { name: 'Claims helper' }) },
  ]
  await add('registers.add', { register: 'issues', fields: { title: 'New office' }, links })
  await add('registers.add', { register: 'evidence', fields: { title: 'Test report' }, links })
  await program.start(file)
})
afterAll(() => program.stop())

const panel = () => program.page.getByRole('complementary')
const row = (words: string) => program.page.locator('tr[data-row]', { hasText: words })
const link = (words: string) => panel().getByRole('link', { name: words })
const field = (label: string) => panel().getByLabel(label, { exact: true })
const focused = (label: string) => field(label).and(program.page.locator(':focus'))

async function open(screen: string, words: string) {
  await program.go(screen)
  await row(words).press('Enter')
  await panel().waitFor()
}

async function rename(screen: string, from: string, label: string, to: string) {
  await open(screen, from)
  await field(label).fill(to)
  await program.saved()
}

/** Both entries name what they are linked with so, and nothing else of these kinds. */
async function named(...names: string[]) {
  for (const [screen, words] of [
    ['Registers', 'New office'],
    ['Evidence', 'Test report'],
  ] as const) {
    await open(screen, words)
    for (const name of names) await link(name).waitFor()
    const links = panel().getByRole('region', { name: 'Linked with' }).getByRole('link')
    await expect.poll(() => links.count()).toBe(names.length)
  }
}

describe('an entry that was seen before', () => {
  it('names what it is linked with as it is called now, once that was renamed on another screen', async () => {
    await named('Answers are wrong', 'Claims helper')
    await rename('Risks', 'Answers are wrong', 'Risk', 'Answers are made up')
    await named('Answers are made up', 'Claims helper')
    await rename('AI systems', 'Claims helper', 'Name', 'Claims guide')
    await named('Answers are made up', 'Claims guide')
  })

  it('has no link any more with what was removed, and has it again after undo', async () => {
    const { page } = program
    await open('Risks', 'Answers are made up')
    await panel().getByRole('button', { name: 'Remove this risk' }).press('Enter')
    await row('Answers are made up').waitFor({ state: 'detached' })
    await named('Claims guide')
    // The entry stays open beside the table while the change is taken back and done again.
    await page.keyboard.press('Control+z')
    await link('Answers are made up').waitFor()
    await page.keyboard.press('Control+Shift+z')
    await link('Answers are made up').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await named('Answers are made up', 'Claims guide')
    await page.keyboard.press('Control+z')
    await named('Answers are made up', 'Claims helper')
  })
})

// Calls in Electron are not slowed down.
describe.skipIf(process.env.FIELDBOOK_TEST_HOST === 'electron')('an answer that comes late', () => {
  const asks = (procedure: ProcedureName) =>
    program.page.waitForRequest(
      (request) =>
        request.url().endsWith(callPath) && z.object({ procedure: z.string() }).parse(request.postDataJSON()).procedure === procedure,
    )
  beforeEach(async () => {
    await program.page.unrouteAll({ behavior: 'wait' })
    await open('Registers', 'New office')
  })

  it('replaces no words that were typed meanwhile, and takes no focus', async () => {
    const { page } = program
    await program.slow('registers.get', 1500)
    const first = asks('registers.get')
    await field('Title').focus()
    await page.keyboard.press('End')
    await page.keyboard.type(' in Lyon')
    await first
    await page.keyboard.type(', from May')
    const second = asks('registers.get')
    await second
    await page.keyboard.press('Tab')
    await field('Description').focus()
    await page.keyboard.type('Rented for two years')
    await asks('registers.get')
    await page.keyboard.type(', then ours')
    await program.saved()
    await focused('Description').waitFor()
    expect(await field('Title').inputValue()).toBe('New office in Lyon, from May')
    expect(await field('Description').inputValue()).toBe('Rented for two years, then ours')
  })

  it('on what to link with gives what the words ask for, though Enter was pressed before', async () => {
    const { page } = program
    await program.slow('registers.targets', 600)
    await panel().getByRole('button', { name: 'Link with…' }).press('Enter')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.type('9.2.2-1')
    await page.keyboard.press('Enter')
    await link('9.2.2-1').waitFor()
    const links = panel().getByRole('region', { name: 'Linked with' }).getByRole('link')
    expect(await links.count()).toBe(3)
    await focused('Find by reference or word').waitFor()
  })

  it('after a link was taken away does not take the focus from where someone types', async () => {
    const { page } = program
    await program.slow('registers.unlink', 1000)
    await panel()
      .getByRole('button', { name: /^Take the link.*9\.2\.2-1/ })
      .press('Enter')
    await field('Title').focus()
    await page.keyboard.press('End')
    await page.keyboard.type('!')
    await link('9.2.2-1').waitFor({ state: 'detached' })
    await program.saved()
    await focused('Title').waitFor()
    expect(await field('Title').inputValue()).toBe('New office in Lyon, from May!')
  })

  it('does not take back who has gone to another screen', async () => {
    const { page } = program
    await panel().getByRole('button', { name: 'Close', exact: true }).press('Enter')
    await program.slow('registers.add', 1000)
    await page.getByRole('button', { name: 'Add issue' }).press('Enter')
    await program.go('Risks')
    await program.saved()
    await row('Answers are made up').waitFor()
    expect(await page.locator('nav a[aria-current="page"]', { hasText: 'Risks' }).count()).toBe(1)
    expect(program.faults).toEqual([])
  })

  it('has lost nothing of what was typed', async () => {
    await program.kill()
    const entries = z.array(z.object({ fields: z.object({ title: z.string(), description: z.string() }) }))
    expect(entries.parse(await onDisk('registers.list', { register: 'issues' }))[0]?.fields).toMatchObject({
      title: 'New office in Lyon, from May!',
      description: 'Rented for two years, then ours',
    })
  })
})
