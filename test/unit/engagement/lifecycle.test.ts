import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { text } from '../../../src-main/language/text.ts'
import { addSystem, column, consultant, EngagementFolder, refusal, rows, sql, systems } from './engagement-folder.ts'

let folder: EngagementFolder
beforeEach(() => {
  folder = new EngagementFolder()
})
afterEach(() => folder.remove())

it('a new file is an SQLite database with a mark and a version of its own', () => {
  const header = readFileSync(folder.create('a.aims'))
  expect(header.toString('latin1', 0, 16)).toBe('SQLite format 3\0')
  expect(header.toString('latin1', 68, 72)).toBe('AIMS')
  expect(header.readUInt32BE(60)).toBeGreaterThanOrEqual(1)
  // Read and write version 1: a rollback journal, never a WAL that would stay beside the file.
  expect([...header.subarray(18, 20)]).toEqual([1, 1])
})

it('a new file holds its engagement, as one change with a name and an author', () => {
  const file = folder.createAndOpen('a.aims')
  expect(rows(file, 'SELECT client, title, contentVersion FROM engagement')).toEqual([
    { client: 'Acme', title: 'Certification', contentVersion: '1' },
  ])
  expect(rows(file, 'SELECT who, label, kind, permanent FROM change')).toEqual([
    { who: consultant(), label: text('engagement:created'), kind: 'edit', permanent: 1 },
  ])
  expect(rows(file, 'SELECT origin, parentFileId, parentChange FROM lineage')).toEqual([
    { origin: 'new', parentFileId: null, parentChange: null },
  ])
})

it('there is one file and nothing beside it: after creating, opening, each write, undo, redo, a failed write and closing', () => {
  const alone = () => expect(folder.names()).toEqual(['a.aims'])
  folder.create('a.aims')
  alone()
  const file = folder.open('a.aims')
  alone()
  for (const id of ['1', '2', '3']) {
    file.write(id, () => addSystem(file, id))
    alone()
  }
  file.undo()
  alone()
  file.redo()
  alone()
  expect(() => file.write('twice', () => addSystem(file, '1'))).toThrow(/UNIQUE/)
  alone()
  file.close()
  alone()
})

it('a write is on the disk when it has returned: a copy of the bytes of that moment holds it', async () => {
  const file = folder.createAndOpen('a.aims')
  file.write('one', () => addSystem(file, 'one'))
  // Read once and not opened again: closing it here drops the lock, which the rest of this test does not need.
  writeFileSync(folder.at('b.aims'), readFileSync(folder.at('a.aims')))
  expect(systems(folder.open('b.aims'))).toEqual(['one'])
  expect(await folder.problems('b.aims')).toEqual([])
})

it('opening and closing changes nothing', () => {
  folder.create('a.aims')
  const before = folder.sha256('a.aims')
  const file = folder.open('a.aims')
  expect(systems(file)).toEqual([])
  file.close()
  expect(folder.sha256('a.aims')).toBe(before)
})

it('a file whose other program left a WAL setting is brought back to one file', () => {
  folder.create('a.aims')
  const other = new SQLite(folder.at('a.aims'))
  other.pragma('journal_mode = WAL')
  other.close()
  const file = folder.open('a.aims')
  file.write('one', () => addSystem(file, 'one'))
  expect(folder.names()).toEqual(['a.aims'])
})

it.each([0, 512])('an empty journal of %i bytes, as a killed program leaves it, is gone when the file is open', async (size) => {
  folder.create('a.aims')
  writeFileSync(folder.at('a.aims-journal'), Buffer.alloc(size))
  const file = folder.open('a.aims')
  expect(folder.names()).toEqual(['a.aims'])
  file.close()
  expect(await folder.problems('a.aims')).toEqual([])
})

it('closing twice is harmless, and an opened file can be opened again once it is closed', () => {
  const file = folder.createAndOpen('a.aims')
  file.write('one', () => addSystem(file, 'one'))
  file.close()
  file.close()
  expect(systems(folder.open('a.aims'))).toEqual(['one'])
})

it('create leaves what has the name already, and leaves nothing of its own', () => {
  writeFileSync(folder.at('a.aims'), 'mine')
  mkdirSync(folder.at('b.aims'))
  for (const name of ['a.aims', 'b.aims'])
    expect(refusal(() => folder.create(name))).toMatchObject({ code: 'file-exists', details: { path: folder.at(name) } })
  expect(readFileSync(folder.at('a.aims'), 'utf8')).toBe('mine')
  expect(folder.names()).toEqual(['a.aims', 'b.aims'])
})

it('create leaves a file that appears while it works', () => {
  const meanwhile = () => writeFileSync(folder.at('a.aims'), 'mine')
  expect(refusal(() => folder.create('a.aims', meanwhile)).code).toBe('file-exists')
  expect(readFileSync(folder.at('a.aims'), 'utf8')).toBe('mine')
  expect(folder.names()).toEqual(['a.aims'])
})

it('create that fails half-way leaves nothing', () => {
  const failing = () => {
    throw new Error('no seed')
  }
  expect(refusal(() => folder.create('a.aims', failing)).code).toBe('internal')
  expect(folder.names()).toEqual([])
})

it('create in a folder that is not there names the folder', () => {
  const details = { path: folder.at('none/a.aims'), folder: folder.at('none') }
  expect(refusal(() => folder.create('none/a.aims'))).toMatchObject({ code: 'folder-missing', details })
})

it('one write is one change, whatever it writes', () => {
  const file = folder.createAndOpen('a.aims')
  const result = file.write('Three systems', () => {
    for (const id of ['1', '2', '3']) addSystem(file, id)
    return file.run(sql("UPDATE aiSystem SET owner = 'Head of Data'"))
  })
  expect(result).toBe(3)
  const changes = rows(file, 'SELECT label, count(*) AS entries FROM change JOIN changeField ON changeId = change.id GROUP BY change.id')
  expect(changes.slice(1)).toEqual([{ label: 'Three systems', entries: 6 }])
})

it('a write that throws leaves nothing, not even its name, and the next one is whole', () => {
  const file = folder.createAndOpen('a.aims')
  const failing = () =>
    file.write('failing', () => {
      addSystem(file, '1')
      throw new Error('after one')
    })
  expect(failing).toThrow('after one')
  expect(systems(file)).toEqual([])
  file.write('next', () => addSystem(file, '2'))
  file.close()
  const reopened = folder.open('a.aims')
  expect(systems(reopened)).toEqual(['2'])
  expect(column(reopened, 'SELECT label FROM change ORDER BY id')).toEqual([text('engagement:created'), 'next'])
})

it('a write inside a write is refused, so that the outer one stays one', () => {
  const file = folder.createAndOpen('a.aims')
  const nested = () =>
    file.write('outer', () => {
      addSystem(file, 'outer')
      file.write('inner', () => addSystem(file, 'inner'))
    })
  expect(nested).toThrow('a write inside a write: inner')
  expect(systems(file)).toEqual([])
  file.write('next', () => addSystem(file, 'next'))
  expect(systems(file)).toEqual(['next'])
})

it('nothing is written outside of a write', () => {
  const file = folder.createAndOpen('a.aims')
  expect(() => addSystem(file, '1')).toThrow(/outside of a write/)
  const insert = sql("INSERT INTO aiSystem (id, name, createdAt) VALUES (?, 'x', 'x') RETURNING id", '1')
  expect(() => file.runEach(insert, [['1']])).toThrow(/outside of a write/)
  expect(() => file.all(insert)).toThrow(/not a query/)
  expect(systems(file)).toEqual([])
})
