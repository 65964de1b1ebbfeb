import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { writeHistoryTriggers } from '../../../src-main/engagement/history/triggers.ts'
import { applicationId } from '../../../src-main/engagement/inspect.ts'
import { addLineage } from '../../../src-main/engagement/lineage.ts'
import { migrate, schemaVersion } from '../../../src-main/engagement/migrations/index.ts'
import { addSystem, column, EngagementFolder, rows, systems } from './engagement-folder.ts'

const place = join(import.meta.dirname, '../../../src-main/engagement/migrations')
const files = readdirSync(place)
  .filter((name) => name !== 'index.ts')
  .sort()
const migration = z.object({ sql: z.string(), tracked: z.array(z.string()) })
const steps = await Promise.all(files.map(async (name) => migration.parse(await import(join(place, name)))))

let folder: EngagementFolder
beforeEach(() => {
  folder = new EngagementFolder()
})
afterEach(() => folder.remove())

/** A file as the first `version` steps left it, made without the code that migrates. */
function olderFile(name: string, version: number): void {
  const connection = new SQLite(folder.at(name))
  connection.pragma(`application_id = ${applicationId}`)
  for (const { sql, tracked } of steps.slice(0, version)) {
    connection.exec(sql)
    for (const table of tracked) writeHistoryTriggers(connection, table)
  }
  connection.pragma(`user_version = ${version}`)
  if (version > 0) addLineage(connection, 'new')
  connection.close()
}

const version = (path: string) => {
  const connection = new SQLite(path, { readonly: true })
  try {
    return connection.pragma('user_version', { simple: true })
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
  expect(files.map((name) => Number(/^(\d{4})-[a-z-]+\.ts$/.exec(name)?.[1]))).toEqual(files.map((_, index) => index + 1))
  expect(schemaVersion).toBe(files.length)
  expect(version(folder.create('a.aims'))).toBe(files.length)
})

it('a new file has what all steps make together', () => {
  folder.create('a.aims')
  olderFile('b.aims', files.length)
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
  olderFile('a.aims', 1)
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

it('a judgement of an older follow-up round is carried over where its history shows no change of it in that round', () => {
  olderFile('a.aims', 3)
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

describe.each(files.map((_, index) => index))('a file of version %i', (older) => {
  it('is brought to the newest when it is opened, each step once, and works', async () => {
    olderFile('a.aims', older)
    olderFile('newest.aims', files.length)
    const file = folder.open('a.aims')
    expect(version(folder.at('a.aims'))).toBe(schemaVersion)
    expect(schemaOf('a.aims')).toEqual(schemaOf('newest.aims'))
    file.write('one', () => addSystem(file, '1'))
    expect(column(file, 'SELECT recordId FROM changeField')).toEqual(['1'])
    file.close()
    const again = folder.open('a.aims')
    expect(systems(again)).toEqual(['1'])
    expect(rows(again, 'SELECT label FROM change')).toEqual([{ label: 'one' }])
    again.close()
    expect(folder.names()).toEqual(['a.aims', 'newest.aims'])
    expect(await folder.problems('a.aims')).toEqual([])
  })

  it('stays as it was where a step fails half-way', () => {
    olderFile('a.aims', older)
    const connection = new SQLite(folder.at('a.aims'))
    // In the way of the last step's last index or table.
    const [, last] = /CREATE (?:TABLE|INDEX) (\w+)(?![\s\S]*CREATE (?:TABLE|INDEX))/.exec(steps.at(-1)?.sql ?? '') ?? []
    connection.exec(`CREATE TABLE "${last}" (id INTEGER)`)
    connection.close()
    const before = folder.sha256('a.aims')
    expect(() => folder.open('a.aims')).toThrow(new RegExp(`${last}`))
    expect(folder.sha256('a.aims')).toBe(before)
    expect(version(folder.at('a.aims'))).toBe(older)
    expect(folder.names()).toEqual(['a.aims'])
  })
})
