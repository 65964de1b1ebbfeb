import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { engagementInfo } from '../../../src-main/contract/engagement.ts'
import { procedures } from '../../../src-main/contract/index.ts'
import { proceduresCommand } from '../../../src-main/hosts/cli/commands/call.ts'
import { Session } from '../../../src-main/hosts/cli/session.ts'
import { Workplace } from './processes.ts'

const workplace = new Workplace()
const fieldbook: Workplace['fieldbook'] = (words, options) => workplace.fieldbook(words, options)

beforeAll(async () => {
  expect(await fieldbook(['new', 'acme.aims', '--client', 'Acme'])).toMatchObject({ code: 0, stderr: '' })
})

afterAll(() => workplace.remove())

/** One line on the standard error and nothing on the standard output. */
function expectFailure(result: { code: number; stdout: string; stderr: string }, code: number, sentence: RegExp): void {
  expect(result).toMatchObject({ code, stdout: '' })
  expect(result.stderr).toMatch(/^fieldbook: [^\n]+\n$/)
  expect(result.stderr).toMatch(sentence)
}

test('info says what a file holds', async () => {
  const { code, stdout } = await fieldbook(['info', 'acme.aims'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^Client +Acme$/m)
  expect(stdout).toMatch(/^AI systems +0$/m)
  const json = await fieldbook(['info', 'acme.aims', '--json'])
  expect(json.stdout).toContain('"aiSystems": 0')
  expect(engagementInfo.parse(JSON.parse(json.stdout))).toMatchObject({ controls: 38, engagement: { client: 'Acme' } })
})

test('new leaves a file that is there as it is', async () => {
  const before = workplace.sha256('acme.aims')
  expectFailure(await fieldbook(['new', 'acme.aims', '--client', 'Other']), 3, /already a file/)
  expect(workplace.sha256('acme.aims')).toBe(before)
})

test('check finds nothing in a whole file, and says what is wrong with a broken one', async () => {
  const whole = await fieldbook(['check', 'acme.aims', '--json'])
  expect(whole.code).toBe(0)
  expect(JSON.parse(whole.stdout)).toMatchObject({ problems: [] })
  await fieldbook(['new', 'broken.aims', '--client', 'Broken'])
  // The last page holds rows or an index; zeros there are a page that cannot be.
  const size = readFileSync(workplace.path('broken.aims')).length
  const file = openSync(workplace.path('broken.aims'), 'r+')
  writeSync(file, Buffer.alloc(4096), 0, 4096, size - 4096)
  closeSync(file)
  const broken = await fieldbook(['check', 'broken.aims'])
  expect([1, 3]).toContain(broken.code)
  expect(broken.code === 1 ? broken.stdout : broken.stderr).not.toBe('')
})

test('lint ends with 1 where an auditor would raise something', async () => {
  const findings = await fieldbook(['lint', 'acme.aims', '--json'])
  expect(findings.code).toBe(1)
  expect(z.array(z.object({ code: z.string() })).parse(JSON.parse(findings.stdout)).length).toBeGreaterThanOrEqual(38)
  const { stdout } = await fieldbook(['lint', 'acme.aims'])
  expect(stdout).toMatch(/^A\.2\.2 .*undecided/m)
})

test('call reaches any procedure, by the same door as every host', async () => {
  const updated = await fieldbook(['call', 'acme.aims', 'engagement.update', '{"scope":"All of it"}'])
  expect(JSON.parse(updated.stdout)).toMatchObject({ scope: 'All of it' })
  const piped = await fieldbook(['call', 'acme.aims', 'engagement.recentChanges', '-'], { input: '{"limit":1}' })
  expect(JSON.parse(piped.stdout)).toHaveLength(1)
  const recent = await fieldbook(['call', '-', 'engagement.recent'])
  expect(JSON.parse(recent.stdout)).toEqual(expect.arrayContaining([expect.objectContaining({ client: 'Acme' })]))
  const job = await fieldbook(['call', 'acme.aims', 'engagement.duplicate', '{"path":"copy.aims"}'])
  expect(JSON.parse(job.stdout)).toMatchObject({ path: expect.stringContaining('copy.aims') })
  expect(existsSync(workplace.path('copy.aims'))).toBe(true)
})

test('procedures lists the whole contract, and describes one', async () => {
  const all = z.array(z.object({ name: z.string() })).parse(JSON.parse((await fieldbook(['procedures', '--json'])).stdout))
  expect(all.map(({ name }) => name)).toEqual([...procedures.keys()])
  const one = JSON.parse((await fieldbook(['procedures', 'engagement.create', '--json'])).stdout)
  expect(one).toMatchObject({ kind: 'mutation', scope: 'application', input: { required: ['path', 'client'] } })
})

test('every procedure of the contract can be described', async () => {
  const session = new Session({ call: () => Promise.reject(new Error('not called')) })
  for (const name of procedures.keys()) {
    const given = { operand: () => name, option: () => undefined, options: () => [], isOn: () => false }
    expect(await proceduresCommand.run(session, given)).toMatchObject({ output: { name, input: { type: 'object' } } })
  }
})

test('misuse ends with 2, says how to use it, and does nothing', async () => {
  const misuses: [string[], RegExp][] = [
    [[], /No command/],
    [['nope'], /no command nope/],
    [['import'], /no command import/],
    [['info'], /FILE is missing\. Use: fieldbook info FILE/],
    [['info', 'acme.aims', 'more'], /one word too many/],
    [['info', 'acme.aims', '--bad'], /--bad/],
    [['new', 'x.aims'], /--client is missing/],
    [['new', 'x.aims', '--client'], /--client/],
    [['new', 'x.aims', '--client', ''], /client/],
    [['new', 'x.aims', '--client', '  '], /client/],
    [['export', 'acme.aims', 'poem', '--to', 'x.pdf'], /gap, systems/],
    [['export', 'acme.aims', 'soa', '--to', 'x.pdf', '--format', 'odt'], /docx, pdf, xlsx/],
    [['call', 'acme.aims', 'no.such'], /no\.such/],
    [['call', 'acme.aims', 'engagement.info', '{bad'], /not JSON/],
    [['call', 'acme.aims', 'engagement.update', '{"client":7}'], /client/],
    [['call', '-', 'engagement.info'], /Give its file as FILE/],
    [['call', 'acme.aims', 'engagement.recent'], /Give - as FILE/],
    [['import', 'systems', 'acme.aims', 'x.csv', '--mapping', '{"colour":1}'], /name, reference, purpose/],
    [['procedures', 'no.such'], /no\.such/],
  ]
  const results = await Promise.all(misuses.map(([words]) => fieldbook(words)))
  for (const [index, [, sentence]] of misuses.entries()) expectFailure(results[index] ?? { code: -1, stdout: '', stderr: '' }, 2, sentence)
  expect(existsSync(workplace.path('x.aims'))).toBe(false)
})

test('a file that cannot be used ends with 3, with a sentence of its own, and stays as it was', async () => {
  writeFileSync(workplace.path('text.aims'), 'This is not a database, whatever its name says.'.repeat(10))
  writeFileSync(workplace.path('short.aims'), readFileSync(workplace.path('acme.aims')))
  truncateSync(workplace.path('short.aims'), 20_000)
  mkdirSync(workplace.path('folder.aims'))
  const sentences: [string, RegExp][] = [
    ['none.aims', /There is no file/],
    ['text.aims', /is a text file, not an engagement/],
    ['short.aims', /cut short/],
    ['folder.aims', /is a folder, not a file/],
  ]
  for (const [name, sentence] of sentences) {
    const isFile = /text|short/.test(name)
    const before = isFile ? workplace.sha256(name) : ''
    for (const command of ['info', 'check', 'lint']) expectFailure(await fieldbook([command, name]), 3, sentence)
    if (isFile) expect(workplace.sha256(name)).toBe(before)
  }
})

test('a write-protected file is read, and a change of it ends with 3', async () => {
  writeFileSync(workplace.path('locked.aims'), readFileSync(workplace.path('acme.aims')), { mode: 0o444 })
  const before = workplace.sha256('locked.aims')
  expect((await fieldbook(['info', 'locked.aims'])).stdout).toMatch(/^Access +read only: the file is write-protected$/m)
  expect(await fieldbook(['check', 'locked.aims'])).toMatchObject({ code: 0 })
  expect(await fieldbook(['export', 'locked.aims', 'soa', '--to', 'locked.html'])).toMatchObject({ code: 0 })
  expectFailure(
    await fieldbook(['call', 'locked.aims', 'engagement.update', '{"title":"x"}']),
    3,
    /open as read-only.*This change was not saved/,
  )
  expect(workplace.sha256('locked.aims')).toBe(before)
})

test('with --json an error is one line of JSON', async () => {
  const { code, stdout, stderr } = await fieldbook(['info', 'none.aims', '--json'])
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(JSON.parse(stderr)).toMatchObject({ code: 'file-missing', sentence: expect.stringContaining('none.aims') })
})

test('help shows every command and how to use it', async () => {
  const overview = await fieldbook(['help'])
  expect(overview.code).toBe(0)
  const names = ['new', 'info', 'import systems', 'lint', 'export', 'pack', 'unpack', 'check', 'call', 'procedures']
  for (const name of names) {
    expect(overview.stdout).toMatch(new RegExp(`^ {2}${name} {2,}\\S`, 'm'))
    const { code, stdout } = await fieldbook(['help', ...name.split(' ')])
    expect({ name, code }).toEqual({ name, code: 0 })
    expect(stdout).toContain(`fieldbook ${name}`)
  }
  expect((await fieldbook(['info', '--help'])).stdout).toContain('fieldbook info FILE')
  expect((await fieldbook(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('paths are those of the folder that the person is in, when npm runs the command', async () => {
  mkdirSync(workplace.path('person'))
  const environment = { npm_lifecycle_event: 'fieldbook', INIT_CWD: workplace.path('person') }
  expect(await fieldbook(['new', 'own.aims', '--client', 'Own'], { environment })).toMatchObject({ code: 0 })
  expect(existsSync(workplace.path('person/own.aims'))).toBe(true)
})
