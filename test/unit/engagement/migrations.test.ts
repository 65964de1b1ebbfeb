import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate, schemaVersion } from '../../../src-main/engagement/migrations/index.ts'
import { addSystem, column, EngagementFolder, rows, systems } from './engagement-folder.ts'
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

describe.each(steps.map((_, index) => index))('a file of version %i', (older) => {
  it('is brought to the newest when it is opened, each step once, and works', async () => {
    olderFile(folder, 'a.aims', older)
    olderFile(folder, 'newest.aims', steps.length)
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
    olderFile(folder, 'a.aims', older)
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
