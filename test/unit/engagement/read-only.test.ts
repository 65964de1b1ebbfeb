import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EngagementFile } from '../../../src-main/engagement/file.ts'
import { schemaVersion } from '../../../src-main/engagement/migrations/index.ts'
import { smallDisk } from '../small-disk.ts'
import { addSystem, column, consultant, EngagementFolder, refusal, sql, systems } from './engagement-folder.ts'
import { olderFile, steps } from './older-file.ts'

let folder: EngagementFolder
beforeEach(() => {
  folder = new EngagementFolder()
  folder.create('a.aims', (file) => addSystem(file, '1'))
})
afterEach(() => folder.remove())

/** Opens a file with a folder of its own for copies, and proves that whatever is done leaves it and its folder as they were. */
function reading(name: string, work: (file: EngagementFile) => void): void {
  const copies = folder.at('copies')
  const before = [folder.names().filter((each) => each !== 'copies'), folder.sha256(name)]
  const file = EngagementFile.open(folder.at(name), consultant, copies)
  try {
    work(file)
    expect(folder.names().filter((each) => each !== 'copies')).toEqual(before[0])
  } finally {
    file.close()
  }
  expect([folder.names().filter((each) => each !== 'copies'), folder.sha256(name)]).toEqual(before)
  if (existsSync(copies)) expect(readdirSync(copies)).toEqual([])
}

const asProtected = (name: string) => chmodSync(folder.at(name), 0o444)

it('a write-protected file is read, and refuses every kind of write with one sentence', () => {
  asProtected('a.aims')
  reading('a.aims', (file) => {
    expect(file.readOnly).toBe('file')
    expect(systems(file)).toEqual(['1'])
    const writes: (() => unknown)[] = [
      () => file.write('more', () => addSystem(file, '2')),
      () => file.writeContent(() => addSystem(file, '2')),
      () => file.compact(),
    ]
    for (const write of writes) expect(refusal(write)).toMatchObject({ code: 'read-only', details: { path: file.path } })
    file.note('exported', () => void addSystem(file, '2'))
    expect(systems(file)).toEqual(['1'])
  })
})

it('two programs may read it at once, and one that writes to a file that is protected only for others goes on', () => {
  const owner = folder.open('a.aims')
  const other = folder.at('link.aims')
  copyFileSync(owner.path, other)
  chmodSync(other, 0o444)
  const first = folder.open('link.aims')
  const second = folder.open('link.aims')
  expect([systems(first), systems(second)]).toEqual([['1'], ['1']])
  owner.write('more', () => addSystem(owner, '2'))
  expect(systems(owner)).toEqual(['1', '2'])
})

describe.each(steps.slice(1).map((_, index) => index + 1))('a protected file of version %i', (older) => {
  it('is brought to the newest in a copy that goes when it is closed', () => {
    olderFile(folder, 'old.aims', older)
    asProtected('old.aims')
    reading('old.aims', (file) => {
      expect(file.path).toBe(folder.at('old.aims'))
      expect(file.contentPath.startsWith(folder.at('copies'))).toBe(true)
      expect(column(file, 'SELECT count(*) FROM engagement')).toHaveLength(1)
      expect(refusal(() => file.write('more', () => addSystem(file, '2'))).details).toEqual({ path: folder.at('old.aims') })
    })
    const connection = new SQLite(folder.at('old.aims'), { readonly: true })
    expect(connection.pragma('user_version', { simple: true })).toBe(older)
    connection.close()
    expect(older).toBeLessThan(schemaVersion)
  })
})

it('a protected file whose last write was cut off shows what was saved before it, and keeps its journal', async () => {
  const { ended } = await folder.start('die-in-write.ts', folder.at('a.aims'))
  await ended
  expect(folder.names()).toEqual(['a.aims', 'a.aims-journal'])
  chmodSync(folder.at('a.aims'), 0o444)
  reading('a.aims', (file) => expect(column(file, 'SELECT purpose FROM aiSystem')).toEqual(['']))
})

it('a protected file with a log beside it is read in a copy', () => {
  const connection = new SQLite(folder.at('a.aims'))
  connection.pragma('journal_mode = WAL')
  connection.close()
  asProtected('a.aims')
  reading('a.aims', (file) => expect(systems(file)).toEqual(['1']))
})

it('a file that is protected while it is open says so, and not that another program has it', ({ skip }) => {
  const disk = folder.at('disk')
  if (!smallDisk(disk, 8)) return skip()
  try {
    copyFileSync(folder.at('a.aims'), join(disk, 'a.aims'))
    const file = folder.open('disk/a.aims')
    spawnSync('mount', ['-o', 'remount,ro', disk])
    // Linux refuses to protect a disk on which a file is open to be written; then there is nothing to see.
    if (writes(disk)) return skip()
    expect(refusal(() => file.write('more', () => addSystem(file, '2'))).code).toBe('read-only')
    file.close()
  } finally {
    spawnSync('umount', [disk])
  }
})

function writes(place: string): boolean {
  try {
    writeFileSync(join(place, 'probe'), '')
    return true
  } catch {
    return false
  }
}

it('on a disk that is write-protected a file is read, and nothing is made there', ({ skip }) => {
  const disk = folder.at('disk')
  if (!smallDisk(disk, 8)) return skip()
  try {
    copyFileSync(folder.at('a.aims'), join(disk, 'a.aims'))
    olderFile(folder, 'disk/old.aims', 1)
    spawnSync('mount', ['-o', 'remount,ro', disk])
    for (const name of ['a.aims', 'old.aims']) {
      const file = folder.open(`disk/${name}`)
      expect(file.readOnly).toBe('disk')
      expect(column(file, 'SELECT count(*) FROM aiSystem')).toHaveLength(1)
      expect(refusal(() => file.undo()).code).toMatch(/read-only|nothing-to-undo/)
      file.close()
    }
    expect(readdirSync(disk).sort()).toEqual(['a.aims', 'old.aims'])
    expect(refusal(() => folder.create('disk/new.aims')).code).toMatch(/^(disk-read-only|no-access)$/)
  } finally {
    spawnSync('umount', [disk])
  }
})

/** As another account, since nothing is protected from root. */
const asNobody = process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).status === 0

it.runIf(asNobody)('a file in a folder that this account may not write to is read', () => {
  mkdirSync(folder.at('protected'))
  copyFileSync(folder.at('a.aims'), folder.at('protected/a.aims'))
  chmodSync(folder.folder, 0o755)
  chmodSync(folder.at('protected/a.aims'), 0o666)
  chmodSync(folder.at('protected'), 0o555)
  const program = `
    import { EngagementFile } from ${JSON.stringify(join(import.meta.dirname, '../../../src-main/engagement/file.ts'))}
    const file = EngagementFile.open(process.argv[1], () => '')
    process.stdout.write(JSON.stringify([file.readOnly, file.size]))
    file.close()`
  const words = [
    '--reuid=65534',
    '--regid=65534',
    '--clear-groups',
    process.execPath,
    '--input-type=module',
    '-e',
    program,
    folder.at('protected/a.aims'),
  ]
  const { stdout, stderr } = spawnSync('setpriv', words, { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual(['folder', readFileSync(folder.at('protected/a.aims')).length])
  expect(readdirSync(folder.at('protected'))).toEqual(['a.aims'])
})

it('a protected file of an earlier version that is damaged is named by its own path', () => {
  olderFile(folder, 'old.aims', 1)
  const bytes = readFileSync(folder.at('old.aims'))
  writeFileSync(folder.at('bad.aims'), bytes.fill(0xff, 100, 108))
  asProtected('bad.aims')
  expect(refusal(() => folder.open('bad.aims'))).toMatchObject({ code: 'damaged', details: { path: folder.at('bad.aims') } })
})

it('a damaged file that is protected is called damaged', () => {
  const bytes = readFileSync(folder.at('a.aims'))
  writeFileSync(folder.at('bad.aims'), bytes.fill(0xff, 100, 108))
  asProtected('bad.aims')
  expect(refusal(() => folder.open('bad.aims')).code).toBe('damaged')
  expect(folder.names()).toEqual(['a.aims', 'bad.aims'])
})

it('what a query is, is told by SQLite: a write that is called a query is refused', () => {
  asProtected('a.aims')
  reading('a.aims', (file) => expect(() => file.all(sql('DELETE FROM aiSystem'))).toThrow('not a query'))
})
