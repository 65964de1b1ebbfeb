import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openedEngagement } from '../../src-main/contract/engagement.ts'
import { callAnswer } from '../../src-main/contract/host.ts'
import { jobStarted, jobState } from '../../src-main/contract/jobs.ts'
import { buildWhereNeeded, projectFolder } from '../../src-main/hosts/build.ts'
import { patience } from '../patience.ts'
import { type ArchivedFile, readAsar } from './asar.ts'

const folder = mkdtempSync(join(tmpdir(), 'fieldbook-package-'))
const unpacked = join(folder, 'dist', 'linux-unpacked')
let files: ArchivedFile[]

/** Where Electron keeps its fuses in its program: this mark, a version, how many there are, and one sign for each. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuses = 9

/** What stands for Electron's own files, so that the package is made without fetching them. */
function writePlaceholder(): string {
  const placeholder = join(folder, 'electron')
  mkdirSync(join(placeholder, 'locales'), { recursive: true })
  for (const language of ['en-US', 'de', 'fr']) writeFileSync(join(placeholder, 'locales', `${language}.pak`), '')
  writeFileSync(
    join(placeholder, 'electron'),
    Buffer.concat([Buffer.from(fuseMark), Buffer.from([1, fuses]), Buffer.from('0'.repeat(fuses))]),
  )
  return placeholder
}

beforeAll(async () => {
  await buildWhereNeeded()
  const builder = join(dirname(createRequire(import.meta.url).resolve('electron-builder/package.json')), 'cli.js')
  const settings = [`-c.electronDist=${writePlaceholder()}`, `-c.directories.output=${join(folder, 'dist')}`]
  await promisify(execFile)(process.execPath, [builder, '--linux', '--dir', ...settings], { cwd: projectFolder() })
  files = readAsar(join(unpacked, 'resources', 'app.asar'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pathsOf = (test: (path: string) => boolean) => files.map(({ path }) => path).filter(test)

test('the archive holds the built program and its resources', () => {
  const expected = [
    'package.json',
    'out/main/index.js',
    'out/main/application.js',
    'out/main/worker.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'resources/content/pack.json',
    'resources/content/clauses.json',
    'resources/languages/en/errors.json',
    'resources/icons/icon.png',
  ]
  expect(pathsOf(() => true)).toEqual(expect.arrayContaining(expected))
})

test('the archive holds nothing that only its makers need', () => {
  expect(pathsOf((path) => /^(src-|test\/|\.)/.test(path))).toEqual([])
  expect(pathsOf((path) => /^node_modules\/(electron|vite|vitest|typescript|playwright-core|react|@mantine)\//.test(path))).toEqual([])
  expect(pathsOf((path) => /\.(map|ts)$|\.aims(pack)?$|us-federal/.test(path))).toEqual([])
})

test('machine code is for this platform alone and lies beside the archive', () => {
  const binaries = files.filter(({ path }) => path.endsWith('.node'))
  expect(binaries.map(({ path }) => path).sort()).toEqual([
    expect.stringMatching(new RegExp(`^node_modules/@napi-rs/canvas-linux-${process.arch}-\\w+/`)),
    `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`,
  ])
  for (const { path, isUnpacked } of binaries) {
    expect(isUnpacked, path).toBe(true)
    expect(existsSync(join(unpacked, 'resources', 'app.asar.unpacked', path)), path).toBe(true)
  }
})

test('what is packed is small enough to be mailed around an office', () => {
  expect(statSync(join(unpacked, 'resources', 'app.asar')).size).toBeLessThan(60 * 1024 * 1024)
})

test("the window's code is minified", () => {
  const scripts = files.filter(({ path }) => /^out\/renderer\/assets\/[^/]+\.js$/.test(path))
  const lines = scripts.flatMap(({ content }) => content().toString('utf8').trimEnd().split('\n'))
  const letters = lines.reduce((sum, line) => sum + line.length, 0)
  expect(scripts.length).toBeGreaterThan(20)
  // Code as it is written has some 40 letters on a line.
  expect(letters / lines.length).toBeGreaterThan(400)
})

test('the program takes no orders from the environment, and no code from outside its archive', () => {
  const program = readFileSync(join(unpacked, 'aims-fieldbook'), 'latin1')
  const set = program.slice(fuseMark.length + 2)
  // In Electron's order: run as Node, cookie encryption, NODE_OPTIONS, inspect arguments, ASAR integrity, ASAR only, …, file: privileges.
  expect(set.slice(0, 6)).toBe('010011')
  expect(set[7]).toBe('0')
})

/** Lays the archive out as plain files, since plain Node reads no ASAR. */
function layOut(installed: string): void {
  for (const { path, isUnpacked, content } of files) {
    mkdirSync(dirname(join(installed, path)), { recursive: true })
    if (isUnpacked) cpSync(join(unpacked, 'resources', 'app.asar.unpacked', path), join(installed, path))
    else writeFileSync(join(installed, path), content())
  }
}

/** One call at a time to the application's thread; a job is waited for. */
function callerOf(thread: Worker) {
  return async function call(procedure: string, input: unknown, handle?: string): Promise<unknown> {
    thread.postMessage({ kind: 'call', id: 1, envelope: { procedure, input, handle } })
    const [message] = await once(thread, 'message')
    const { answer } = z.object({ answer: callAnswer }).parse(message)
    if (!answer.ok) throw new Error(answer.error.sentence)
    const started = jobStarted.strict().safeParse(answer.output)
    if (!started.success) return answer.output
    const ended = await vi.waitUntil(async () => endedJob.safeParse(await call('jobs.get', started.data)).data, {
      timeout: patience.wait,
      interval: 50,
    })
    if (ended.error) throw new Error(ended.error.sentence)
    return ended.output
  }
}

const endedJob = jobState.refine(({ state }) => state !== 'running')

test('the packed application works: everything that it needs at run time is in the archive', async () => {
  const installed = join(folder, 'installed')
  layOut(installed)
  const environment = { ...process.env, FIELDBOOK_HOME: join(folder, 'state'), FIELDBOOK_DOCUMENTS: join(folder, 'documents') }
  const thread = new Worker(join(installed, 'out/main/application.js'), { workerData: { host: 'electron' }, env: environment })
  const call = callerOf(thread)
  const file = join(folder, 'packed.aims')
  const { handle } = openedEngagement.parse(await call('engagement.create', { path: file, client: 'Acme', sample: true }))
  expect(await call('engagement.check', {}, handle)).toMatchObject({ problems: [] })
  for (const format of ['docx', 'pdf', 'xlsx']) {
    const to = join(folder, `soa.${format}`)
    expect(await call('documents.export', { report: 'soa', to }, handle)).toMatchObject({ path: to, format })
  }
  const pack = join(folder, 'packed.aimspack')
  expect(await call('transfer.pack', { to: pack, passphrase: 'correct horse' }, handle)).toMatchObject({ encrypted: true })
  expect(await call('transfer.inspect', { path: pack, passphrase: 'correct horse' })).toMatchObject({ client: expect.any(String) })
  thread.postMessage({ kind: 'close' })
  await once(thread, 'exit')
})
