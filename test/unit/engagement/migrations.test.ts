import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { v7 as uuid } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { writeHistoryTriggers } from '../../../src-main/engagement/history/triggers.ts'
import { applicationId } from '../../../src-main/engagement/inspect.ts'
import { addLineage } from '../../../src-main/engagement/lineage.ts'
import { migrate, schemaVersion } from '../../../src-main/engagement/migrations/index.ts'
import { schemaDifference } from '../../../src-main/engagement/schema/difference.ts'
import { digestOf, schemaDigests } from '../../../src-main/engagement/schema/digests.ts'
import { expectedSchema } from '../../../src-main/engagement/schema/expected.ts'
import type { SchemaObject } from '../../../src-main/engagement/schema/schema-object.ts'
import { addSystem, column, EngagementFolder, refusal, rows, systems } from './engagement-folder.ts'

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
  if (version > 0) {
    addLineage(connection, 'new')
    // The first entry stands outside of what the tests count: it belongs to a change that is there before them.
    connection.exec("INSERT INTO change (uid, at, who, label, kind, permanent) VALUES ('0', '', '', 'created', 'edit', 1)")
    connection
      .prepare("INSERT INTO engagement VALUES (?, 'Acme', 'Certification', '', '', '', 'Confidential', NULL, '1', ?)")
      .run(uuid(), '2026-11-24T10:00:00.000Z')
  }
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

it('a file of our mark without any version holds no engagement, and stays as it was', () => {
  olderFile('a.aims', 0)
  const before = folder.sha256('a.aims')
  expect(refusal(() => folder.open('a.aims')).code).toBe('damaged')
  expect(folder.sha256('a.aims')).toBe(before)
})

it('the digest of each version is that of what its steps make', () => {
  expect(schemaDigests).toEqual(files.map((_, index) => digestOf(expectedSchema(index + 1))))
  for (const [index] of files.entries()) {
    olderFile(`${index}.aims`, index + 1)
    expect(schemaDifference(objectsOf(`${index}.aims`), index + 1)).toBeNull()
  }
})

describe.each(files.slice(1).map((_, index) => index + 1))('a file of version %i', (older) => {
  it('is brought to the newest when it is opened, each step once, and works', async () => {
    olderFile('a.aims', older)
    olderFile('newest.aims', files.length)
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

  it('whose schema is in the way of the next step is refused before that step, and stays as it was', () => {
    olderFile('a.aims', older)
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
    olderFile('a.aims', older)
    const connection = new SQLite(folder.at('a.aims'))
    connection.exec('CREATE TABLE crosswalkNote (id INTEGER)')
    connection.close()
    const before = folder.sha256('a.aims')
    const again = new SQLite(folder.at('a.aims'))
    expect(() => again.transaction(() => migrate(again))()).toThrow(/crosswalkNote/)
    again.close()
    expect(folder.sha256('a.aims')).toBe(before)
    expect(version(folder.at('a.aims'))).toBe(older)
  })
})
