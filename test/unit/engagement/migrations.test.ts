import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate, schemaVersion } from '../../../src-main/engagement/migrations/index.ts'
import { schemaDifference } from '../../../src-main/engagement/schema/difference.ts'
import { digestOf, schemaDigests } from '../../../src-main/engagement/schema/digests.ts'
import { expectedSchema } from '../../../src-main/engagement/schema/expected.ts'
import type { SchemaObject } from '../../../src-main/engagement/schema/schema-object.ts'
import { checkFile } from '../../../src-main/engagement/tasks/check.ts'
import { addSystem, column, EngagementFolder, quietly, refusal, rows, systems } from './engagement-folder.ts'
import { migrationFiles, olderFile, steps } from './older-file.ts'

let folder: EngagementFolder
beforeEach(() => {
  folder = new EngagementFolder()
})
afterEach(() => folder.remove())

const version = (path: string) => {
  const connection = new SQLite(path, { readonly: true })
  try {
    return connection.pragma('user_version', { simple: true })
  } finally {
    connection.close()
  }
}

const objectsOf = (name: string) => {
  const connection = new SQLite(folder.at(name), { readonly: true })
  try {
    return connection.prepare<[], SchemaObject>('SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema').all()
  } finally {
    connection.close()
  }
}

const schemaOf = (name: string) => {
  const connection = new SQLite(folder.at(name), { readonly: true })
  try {
    return connection.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all()
  } finally {
    connection.close()
  }
}

it('the steps are numbered from one without a gap, and the newest is the version of a new file', () => {
  expect(migrationFiles.map((name) => Number(/^(\d{4})-[a-z-]+\.ts$/.exec(name)?.[1]))).toEqual(steps.map((_, index) => index + 1))
  expect(schemaVersion).toBe(steps.length)
  expect(version(folder.create('a.aims'))).toBe(steps.length)
})

it('a new file has what all steps make together', () => {
  folder.create('a.aims')
  olderFile(folder, 'b.aims', steps.length)
  expect(schemaOf('a.aims')).toEqual(schemaOf('b.aims'))
  expect(schemaOf('a.aims').length).toBeGreaterThan(20)
})

it('a file that has every step already is not touched', () => {
  folder.create('a.aims')
  const before = folder.sha256('a.aims')
  const connection = new SQLite(folder.at('a.aims'))
  migrate(connection)
  migrate(connection)
  connection.close()
  expect(folder.sha256('a.aims')).toBe(before)
})

it('a row that was removed before its table got more columns comes back whole, with what older rows got in them', () => {
  olderFile(folder, 'a.aims', 1)
  const connection = new SQLite(folder.at('a.aims'))
  const change = connection.prepare("INSERT INTO change (uid, at, who, label, kind) VALUES (?, '', '', ?, 'edit')")
  change.run('1', 'added')
  connection.exec("INSERT INTO aiSystem (id, name, createdAt) VALUES ('1', 'Chat', '')")
  change.run('2', 'removed')
  connection.exec("DELETE FROM aiSystem WHERE id = '1'")
  connection.close()
  const file = folder.open('a.aims')
  expect(file.undo()).toBe('removed')
  expect(rows(file, 'SELECT name, intendedUse, dataCategories, kind FROM aiSystem')).toEqual([
    { name: 'Chat', intendedUse: '', dataCategories: '[]', kind: null },
  ])
})

it('a file of our mark without any version holds no engagement, and stays as it was', () => {
  olderFile(folder, 'a.aims', 0)
  const before = folder.sha256('a.aims')
  expect(refusal(() => folder.open('a.aims')).code).toBe('damaged')
  expect(folder.sha256('a.aims')).toBe(before)
})

it('the digest of each version is that of what its steps make', () => {
  expect(schemaDigests).toEqual(migrationFiles.map((_, index) => digestOf(expectedSchema(index + 1))))
  for (const [index] of migrationFiles.entries()) {
    olderFile(folder, `${index}.aims`, index + 1)
    expect(schemaDifference(objectsOf(`${index}.aims`), index + 1)).toBeNull()
  }
})

it('a judgement of an older follow-up round is carried over where its history shows no change of it in that round', () => {
  olderFile(folder, 'a.aims', 3)
  const connection = new SQLite(folder.at('a.aims'))
  const change = connection.prepare("INSERT INTO change (uid, at, who, label, kind) VALUES (?, '', '', '', 'edit')")
  change.run('1')
  connection.exec(`
    INSERT INTO gapRound (id, name, kind, startedOn, createdAt) VALUES ('r1', 'Baseline', 'baseline', '2026-01-01', '1');
    INSERT INTO gapRound (id, name, kind, startedOn, basedOn, createdAt) VALUES ('r2', 'Next', 'follow-up', '2026-06-01', 'r1', '2');
    INSERT INTO judgement (id, roundId, itemId, conformity) VALUES
      ('old', 'r1', '4.1-1', 'conforms'), ('same', 'r2', '4.1-1', 'conforms'), ('again', 'r2', '4.1-2', 'partly'),
      ('planned', 'r2', '4.1-3', 'partly'), ('open', 'r2', '4.1-4', 'not-assessed');`)
  change.run('2')
  connection.exec("UPDATE judgement SET notes = 'seen' WHERE id = 'again'; UPDATE judgement SET owner = 'Sales' WHERE id = 'planned'")
  const entries = connection.prepare('SELECT count(*) FROM changeField').pluck().get()
  connection.close()
  const file = folder.open('a.aims')
  expect(rows(file, 'SELECT id, origin FROM judgement ORDER BY id')).toEqual([
    { id: 'again', origin: 'round' },
    { id: 'old', origin: 'round' },
    { id: 'open', origin: 'round' },
    { id: 'planned', origin: 'carried-over' },
    { id: 'same', origin: 'carried-over' },
  ])
  expect(column(file, 'SELECT count(*) AS entries FROM changeField')).toEqual([entries])
})

describe.each(migrationFiles.slice(1).map((_, index) => index + 1))('a file of version %i', (older) => {
  it('is brought to the newest when it is opened, each step once, and works', async () => {
    olderFile(folder, 'a.aims', older)
    olderFile(folder, 'newest.aims', steps.length)
    const file = folder.open('a.aims')
    expect(version(folder.at('a.aims'))).toBe(schemaVersion)
    expect(schemaOf('a.aims')).toEqual(schemaOf('newest.aims'))
    file.write('one', () => addSystem(file, '1'))
    expect(column(file, "SELECT recordId FROM changeField WHERE recordTable <> 'engagement'")).toEqual(['1'])
    file.close()
    const again = folder.open('a.aims')
    expect(systems(again)).toEqual(['1'])
    expect(rows(again, 'SELECT label FROM change')).toEqual([{ label: 'created' }, { label: 'one' }])
    again.close()
    expect(folder.names()).toEqual(['a.aims', 'newest.aims'])
    expect(await folder.problems('a.aims')).toEqual([])
  })

  it('keeps what it holds, and the check of the whole file finds nothing', async () => {
    olderFile(folder, 'a.aims', older)
    const connection = new SQLite(folder.at('a.aims'))
    connection.exec(`
      INSERT INTO change (uid, at, who, label, kind) VALUES ('019aa000-0000-7000-8000-000000000001', '2026-11-24T10:00:00.000Z', 'A', 'work', 'edit');
      INSERT INTO aiSystem (id, name, role, createdAt) VALUES ('019aa000-0000-7000-8000-000000000002', 'Chat', 'deployer', '2026-11-24T10:00:00.000Z');
      INSERT INTO gapRound VALUES ('019aa000-0000-7000-8000-000000000003', 'First', 'baseline', '2026-11-24', NULL, NULL, '2026-11-24T10:00:00.000Z');
      INSERT INTO judgement (id, roundId, itemId, maturity, dueDate)
        VALUES ('019aa000-0000-7000-8000-000000000004', '019aa000-0000-7000-8000-000000000003', '4.1', 3, '2027-01-31');`)
    connection.close()
    const untouched = folder.sha256('a.aims')
    expect(await checkFile({ path: folder.at('a.aims') }, quietly)).toMatchObject({ damage: [], values: [] })
    expect(folder.sha256('a.aims')).toBe(untouched)
    const file = folder.open('a.aims')
    expect(rows(file, 'SELECT name, role FROM aiSystem')).toEqual([{ name: 'Chat', role: 'deployer' }])
    expect(rows(file, 'SELECT maturity, dueDate FROM judgement')).toEqual([{ maturity: 3, dueDate: '2027-01-31' }])
    file.close()
    expect(await checkFile({ path: folder.at('a.aims') }, quietly)).toMatchObject({ damage: [], values: [] })
    expect(folder.open('a.aims').undo()).toBe('work')
  })

  it('whose schema is in the way of the next step is refused before that step, and stays as it was', () => {
    olderFile(folder, 'a.aims', older)
    const connection = new SQLite(folder.at('a.aims'))
    // In the way of the last step's last index or table.
    const [, last] = /CREATE (?:TABLE|INDEX) (\w+)(?![\s\S]*CREATE (?:TABLE|INDEX))/.exec(steps.at(-1)?.sql ?? '') ?? []
    connection.exec(`CREATE TABLE "${last}" (id INTEGER)`)
    connection.close()
    const before = folder.sha256('a.aims')
    const error = refusal(() => folder.open('a.aims'))
    expect(error.code).toBe('altered')
    expect(error.details.difference).toContain(last)
    expect(folder.sha256('a.aims')).toBe(before)
    expect(version(folder.at('a.aims'))).toBe(older)
    expect(folder.names()).toEqual(['a.aims'])
  })

  it('stays as it was where a step fails half-way', () => {
    olderFile(folder, 'a.aims', older)
    const connection = new SQLite(folder.at('a.aims'))
    // In the way of what the last step makes last.
    const [, last] = /CREATE (?:TABLE|INDEX) (\w+)(?![\s\S]*CREATE (?:TABLE|INDEX))/.exec(steps.at(-1)?.sql ?? '') ?? []
    connection.exec(`CREATE TABLE "${last}" (id INTEGER)`)
    connection.close()
    const before = folder.sha256('a.aims')
    const again = new SQLite(folder.at('a.aims'))
    expect(() => again.transaction(() => migrate(again))()).toThrow(String(last))
    again.close()
    expect(folder.sha256('a.aims')).toBe(before)
    expect(version(folder.at('a.aims'))).toBe(older)
  })
})
