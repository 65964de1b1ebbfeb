import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ErrorCode, FieldbookError } from '../../../src-main/contract/errors.ts'
import { databaseError } from '../../../src-main/engagement/file.ts'
import { applicationId } from '../../../src-main/engagement/inspect.ts'
import { schemaVersion } from '../../../src-main/engagement/migrations/index.ts'
import { reportError } from '../../../src-main/language/text.ts'
import { addSystem, EngagementFolder, refusal, systems } from './engagement-folder.ts'

let folder: EngagementFolder
beforeEach(() => {
  folder = new EngagementFolder()
  folder.create('good.aims')
})
afterEach(() => folder.remove())

/** Writes a number into the header of a copy of a good file (sqlite.org/fileformat2). */
function withHeader(name: string, offset: number, value: number): void {
  const bytes = readFileSync(folder.at('good.aims'))
  bytes.writeUInt32BE(value, offset)
  writeFileSync(folder.at(name), bytes)
}

function otherProgram(name: string, id: number): void {
  const other = new SQLite(folder.at(name))
  other.pragma(`application_id = ${id}`)
  other.exec('CREATE TABLE moz_places (id INTEGER)')
  other.close()
}

const cut = (name: string, length: number) => {
  copyFileSync(folder.at('good.aims'), folder.at(name))
  truncateSync(folder.at(name), length)
}

function damaged(name: string, offset: number, length: number): void {
  const bytes = readFileSync(folder.at('good.aims'))
  writeFileSync(folder.at(name), bytes.fill(0xff, offset, offset + length))
}

const cases: [string, ErrorCode, (name: string) => void][] = [
  ['a text', 'other-kind', (name) => writeFileSync(folder.at(name), 'Dear client,\n'.repeat(100))],
  ['a short text', 'other-kind', (name) => writeFileSync(folder.at(name), 'Dear client')],
  ['an empty file', 'other-kind', (name) => writeFileSync(folder.at(name), '')],
  ['a ZIP', 'other-kind', (name) => writeFileSync(folder.at(name), `PK\x03\x04${'x'.repeat(500)}`)],
  ['a PDF', 'other-kind', (name) => writeFileSync(folder.at(name), '%PDF-1.7\n')],
  ['bytes of no kind', 'not-a-database', (name) => writeFileSync(folder.at(name), Buffer.alloc(500, 0x9d))],
  [
    'a package',
    'is-package',
    (name) => writeFileSync(folder.at(name), `PK\x03\x04${'x'.repeat(26)}manifest.json{}PK\x03\x04engagement.aims`),
  ],
  ['an encrypted package', 'is-package', (name) => writeFileSync(folder.at(name), 'age-encryption.org/v1\n-> scrypt x 18\n')],
  ['a database of another program', 'other-database', (name) => otherProgram(name, 0x12345678)],
  ['a database without a mark', 'other-database', (name) => otherProgram(name, 0)],
  ['a newer version', 'newer-version', (name) => withHeader(name, 60, schemaVersion + 1)],
  ['a much newer version', 'newer-version', (name) => withHeader(name, 60, 2 ** 31)],
  ['a damaged page size', 'damaged', (name) => withHeader(name, 20, 0xffffffff)],
  ['a damaged schema page', 'damaged', (name) => damaged(name, 100, 8)],
]

describe('a file that cannot be opened has a sentence of its own and stays as it was', () => {
  it.each(cases)('%s: %s', (_what, code, make) => {
    make('bad.aims')
    const before = folder.sha256('bad.aims')
    const error = refusal(() => folder.open('bad.aims'))
    expect(error).toMatchObject({ code, details: { path: folder.at('bad.aims') } })
    expect(reportError(error).sentence).toContain(folder.at('bad.aims'))
    expect(folder.sha256('bad.aims')).toBe(before)
    expect(folder.names()).toEqual(['bad.aims', 'good.aims'])
  })

  it('a file cut short, at any page and inside of any page', () => {
    const whole = readFileSync(folder.at('good.aims'))
    const pageSize = whole.readUInt16BE(16)
    const pages = whole.length / pageSize
    const lengths = [
      1,
      15,
      16,
      68,
      99,
      100,
      101,
      whole.length - 1,
      ...Array.from({ length: pages - 1 }, (_, page) => (page + 1) * pageSize),
    ]
    expect(pages).toBeGreaterThan(10)
    for (const length of [...lengths, pageSize / 2, whole.length - pageSize / 2]) {
      cut('bad.aims', length)
      const before = folder.sha256('bad.aims')
      expect(refusal(() => folder.open('bad.aims')).code, `${length} bytes`).toBe('truncated')
      expect(folder.sha256('bad.aims')).toBe(before)
      expect(folder.names()).toEqual(['bad.aims', 'good.aims'])
    }
  })

  it('a missing file, one under a file, and a dangling link are not made', () => {
    symlinkSync(folder.at('gone.aims'), folder.at('link.aims'))
    for (const name of ['none.aims', 'good.aims/none.aims', 'link.aims'])
      expect(refusal(() => folder.open(name))).toMatchObject({ code: 'file-missing', details: { path: folder.at(name) } })
    const details = { path: folder.at('none/none.aims'), folder: folder.at('none') }
    expect(refusal(() => folder.open('none/none.aims'))).toMatchObject({ code: 'folder-missing', details })
    expect(folder.names()).toEqual(['good.aims', 'link.aims'])
  })

  it('a folder is no engagement file', () => {
    mkdirSync(folder.at('folder.aims'))
    expect(refusal(() => folder.open('folder.aims')).code).toBe('is-folder')
    expect(readdirSync(folder.at('folder.aims'))).toEqual([])
  })

  it('each kind of failure has another sentence, and none of them has a gap', () => {
    const codes: ErrorCode[] = [
      ...new Set(cases.map(([, code]) => code)),
      'truncated',
      'file-missing',
      'open-elsewhere',
      'no-access',
      'file-held',
    ]
    const sentences = codes.map((code) => reportError(new FieldbookError(code, { path: 'X.aims' })).sentence)
    expect(new Set(sentences).size).toBe(codes.length)
    for (const sentence of sentences) expect(sentence).toMatch(/^[^{}]*X\.aims[^{}]*\.$/)
  })

  it('the file that all of these were made from opens, so that they prove something', () => {
    expect(readFileSync(folder.at('good.aims')).readUInt32BE(68)).toBe(applicationId)
    expect(systems(folder.open('good.aims'))).toEqual([])
  })
})

it.runIf(existsSync('/proc/self/fd'))('a refused file is let go of at once', () => {
  for (const [what, , make] of cases) {
    make(`${what}.aims`)
    refusal(() => folder.open(`${what}.aims`))
  }
  const held = readdirSync('/proc/self/fd').flatMap((descriptor) => {
    const link = join('/proc/self/fd', descriptor)
    return existsSync(link) ? [readlinkSync(link)] : []
  })
  expect(held.filter((path) => path.startsWith(folder.folder))).toEqual([])
})

it.skipIf(process.getuid?.() === 0)('a protected folder or file says that this account may not', () => {
  const refusedIn = (path: string, mode: number, usual: number, work: () => unknown) => {
    chmodSync(path, mode)
    try {
      return refusal(work).code
    } finally {
      chmodSync(path, usual)
    }
  }
  const before = folder.sha256('good.aims')
  expect(refusedIn(folder.folder, 0o555, 0o755, () => folder.create('new.aims'))).toBe('no-access')
  expect(refusedIn(folder.folder, 0o000, 0o755, () => folder.open('good.aims'))).toBe('no-access')
  expect(refusedIn(folder.folder, 0o000, 0o755, () => folder.create('new.aims'))).toBe('no-access')
  expect(refusedIn(folder.at('good.aims'), 0o000, 0o644, () => folder.open('good.aims'))).toBe('no-access')
  expect(folder.sha256('good.aims')).toBe(before)
  expect(folder.names()).toEqual(['good.aims'])
})

describe('a file that is open elsewhere', () => {
  it('in another program of ours: is refused, byte for byte as it was, and opens when that one has ended', async () => {
    const { child, ended } = await folder.start('keep-open.ts', folder.at('good.aims'))
    const before = folder.sha256('good.aims')
    const start = Date.now()
    expect(refusal(() => folder.open('good.aims'))).toMatchObject({ code: 'open-elsewhere', details: { path: folder.at('good.aims') } })
    expect(Date.now() - start).toBeLessThan(2000)
    expect(folder.sha256('good.aims')).toBe(before)
    expect(folder.names()).toEqual(['good.aims'])
    child.stdin?.end()
    await ended
    const file = folder.open('good.aims')
    file.write('mine now', () => addSystem(file, '1'))
  })

  it('in this program: the second is refused, and the first goes on', () => {
    const first = folder.open('good.aims')
    expect(refusal(() => folder.open('good.aims')).code).toBe('open-elsewhere')
    first.write('goes on', () => addSystem(first, '1'))
    expect(refusal(() => folder.open('good.aims')).code).toBe('open-elsewhere')
    first.close()
    expect(systems(folder.open('good.aims'))).toEqual(['1'])
  })

  it('by an owner that lets go for an instant after each write: no instant is enough, and the owner goes on', async () => {
    const { child, said, ended } = await folder.start('write-many.ts', folder.at('good.aims'))
    for (let attempt = 0; attempt < 150; attempt += 1) expect(refusal(() => folder.open('good.aims')).code).toBe('open-elsewhere')
    await expect.poll(() => said.length).toBeGreaterThan(10)
    expect(child.exitCode).toBeNull()
    child.kill('SIGKILL')
    await ended
    expect(systems(folder.open('good.aims')).length).toBeGreaterThanOrEqual(said.length)
  })

  it.each(['BEGIN IMMEDIATE', 'BEGIN EXCLUSIVE'])('in another program, by %s', async (begin) => {
    const { ended } = await folder.start('hold-lock.ts', folder.at('good.aims'), begin, '1500')
    expect(refusal(() => folder.open('good.aims')).code).toBe('open-elsewhere')
    await ended
    expect(systems(folder.open('good.aims'))).toEqual([])
  })

  it('is refused to a second program as long as the first is open, between its writes as well', async () => {
    const file = folder.open('good.aims')
    file.write('one', () => addSystem(file, '1'))
    file.undo()
    file.redo()
    expect(() => file.write('twice', () => addSystem(file, '1'))).toThrow(/UNIQUE/)
    file.write('nothing', () => {})
    const { said } = await folder.start('hold-lock.ts', folder.at('good.aims'), 'BEGIN IMMEDIATE')
    expect(said).toEqual(['SqliteError: database is locked'])
  })
})

it.each<[string, ErrorCode]>([
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY_DIRECTORY', 'read-only'],
  ['SQLITE_READONLY_DBMOVED', 'file-missing'],
  ['SQLITE_CORRUPT_INDEX', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_BUSY_SNAPSHOT', 'file-held'],
  ['SQLITE_IOERR_WRITE', 'file-held'],
  ['SQLITE_CANTOPEN', 'file-held'],
])('what SQLite calls %s is %s', (code, expected) => {
  expect(databaseError('X.aims', new SQLite.SqliteError('words', code))).toMatchObject({ code: expected, details: { path: 'X.aims' } })
})
