import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { historyNames } from '../../../src-main/engagement/history/names.ts'
import { revertChange } from '../../../src-main/engagement/history/revert.ts'
import { migrate } from '../../../src-main/engagement/migrations/index.ts'
import { reportError } from '../../../src-main/language/text.ts'
import { addSystem, EngagementFolder, refusal, rows, sql, systems } from '../engagement/engagement-folder.ts'

let folder: EngagementFolder
beforeEach(() => {
  folder = new EngagementFolder()
})
afterEach(() => folder.remove())

interface Entry {
  table: string
  operation: 'insert' | 'update' | 'delete'
  field?: string
  id?: string
  old?: string | null
}

/** Writes a change into the history that nobody has made. */
function forge(connection: SQLite.Database, entries: readonly Entry[]): void {
  const insert = connection.prepare(
    "INSERT INTO change (uid, at, who, label, kind) VALUES (hex(randomblob(8)), 'x', 'Eve', 'Forged', 'edit')",
  )
  const change = insert.run().lastInsertRowid
  for (const { table, operation, field = '', id = 'x', old = null } of entries) {
    connection
      .prepare('INSERT INTO changeField (changeId, recordTable, recordId, operation, field, oldValue) VALUES (?, ?, ?, ?, ?, ?)')
      .run(change, table, id, operation, field, old)
  }
}

function forgedIn(name: string, entries: (connection: SQLite.Database) => readonly Entry[]): void {
  const connection = new SQLite(folder.at(name))
  forge(connection, entries(connection))
  connection.close()
}

const strangers: [string, Entry][] = [
  ['a table of the history itself', { table: 'change', operation: 'insert' }],
  ['a table of SQLite', { table: 'sqlite_schema', operation: 'insert' }],
  ['a table that is not there', { table: 'extra', operation: 'delete', old: '{}' }],
  ['a table that is SQL', { table: `aiSystem" WHERE 1 --`, operation: 'insert' }],
  ['a column that is SQL', { table: 'aiSystem', operation: 'update', field: `name" = 'Eve', "purpose`, old: 'x' }],
  ['the id', { table: 'aiSystem', operation: 'update', field: 'id', old: 'x' }],
  ['a column of another table', { table: 'aiSystem', operation: 'update', field: 'conformity', old: 'x' }],
  ['a new row with a column', { table: 'aiSystem', operation: 'insert', field: 'name' }],
]

describe('history that names what is no field of the schema', () => {
  it.each(strangers)('%s: is refused when the file is opened', (_what, entry) => {
    folder.create('a.aims', (file) => addSystem(file, '1'))
    forgedIn('a.aims', () => [entry])
    const before = folder.sha256('a.aims')
    const error = refusal(() => folder.open('a.aims'))
    expect(error.code).toBe('damaged-content')
    expect(reportError(error).sentence).toMatch(/history names fields/)
    expect(folder.sha256('a.aims')).toBe(before)
  })

  it.each(strangers)('%s: is refused when it is used, before anything of the step is done', (_what, entry) => {
    const connection = new SQLite(':memory:')
    migrate(connection)
    connection.exec("INSERT INTO change (uid, at, who, label, kind) VALUES ('1', 'x', 'x', 'x', 'edit')")
    connection.exec("INSERT INTO aiSystem (id, name, createdAt) VALUES ('1', 'Chat', 'x')")
    forge(connection, [{ table: 'aiSystem', operation: 'insert', id: '1' }, entry])
    const error = refusal(() => revertChange(connection, { changeId: 2, subject: 2, label: 'Forged' }))
    expect(error).toMatchObject({ code: 'undo-refused', details: { label: 'Forged' } })
    expect(connection.prepare('SELECT name FROM aiSystem').pluck().all()).toEqual(['Chat'])
    connection.close()
  })

  it('the names are those of every tracked table with each of its columns but the id, and no other', () => {
    const connection = new SQLite(':memory:')
    migrate(connection)
    const names = historyNames(connection)
    expect(names.has({ recordTable: 'aiSystem', operation: 'update', field: 'lifeCycleStage' })).toBe(true)
    expect(names.has({ recordTable: 'aiSystem', operation: 'insert', field: '' })).toBe(true)
    expect(names.has({ recordTable: 'attachment', operation: 'insert', field: '' })).toBe(false)
    expect(names.has({ recordTable: 'toString', operation: 'update', field: 'length' })).toBe(false)
    connection.close()
  })
})

describe('a step that would break a rule is refused in a sentence, and nothing is changed', () => {
  const cases: [string, (connection: SQLite.Database) => Entry[]][] = [
    [
      'it takes the engagement away',
      (connection) => [
        { table: 'engagement', operation: 'insert', id: String(connection.prepare('SELECT id FROM engagement').pluck().get()) },
      ],
    ],
    [
      'it takes the client’s name away',
      (connection) => [
        {
          table: 'engagement',
          operation: 'update',
          field: 'client',
          old: '',
          id: String(connection.prepare('SELECT id FROM engagement').pluck().get()),
        },
      ],
    ],
    ['it brings a second engagement', () => [{ table: 'engagement', operation: 'delete', old: '{"client":"Eve"}' }]],
    ['it takes away what something else refers to', () => [{ table: 'aiSystem', operation: 'insert', id: '1' }]],
    [
      'it brings a value that a check forbids',
      () => [{ table: 'classification', operation: 'update', field: 'duties', id: 'c', old: '[' }],
    ],
    ['it brings nothing where something has to be', () => [{ table: 'aiSystem', operation: 'update', field: 'name', id: '1', old: null }]],
    ['it brings back a row that is no JSON', () => [{ table: 'aiSystem', operation: 'delete', id: '2', old: '{' }]],
    [
      'it brings back a row that is there',
      () => [{ table: 'aiSystem', operation: 'delete', id: '1', old: '{"name":"x","createdAt":"x"}' }],
    ],
  ]

  it.each(cases)('%s', (_what, entries) => {
    folder.create('a.aims', (file) => {
      addSystem(file, '1')
      file.run(sql("INSERT INTO classification (id, systemId) VALUES ('c', '1')"))
    })
    forgedIn('a.aims', entries)
    const before = folder.sha256('a.aims')
    const file = folder.open('a.aims')
    const error = refusal(() => file.undo())
    expect(error.code).toBe('undo-refused')
    expect(reportError(error).sentence).toMatch(/“Forged” cannot be undone or redone: .*Nothing was changed\.$/)
    expect(systems(file)).toEqual(['1'])
    file.write('goes on', () => addSystem(file, '2'))
    file.undo()
    file.close()
    folder.open('a.aims').close()
    expect(before).toHaveLength(64)
  })

  it('a refused step leaves the file byte for byte', () => {
    folder.create('a.aims', (file) => addSystem(file, '1'))
    forgedIn('a.aims', () => [
      { table: 'aiSystem', operation: 'update', field: 'purpose', id: '1', old: 'Eve' },
      { table: 'aiSystem', operation: 'update', field: 'name', id: '1', old: null },
    ])
    const before = folder.sha256('a.aims')
    const file = folder.open('a.aims')
    expect(refusal(() => file.undo()).code).toBe('undo-refused')
    expect(rows(file, 'SELECT purpose FROM aiSystem')).toEqual([{ purpose: '' }])
    file.close()
    expect(folder.sha256('a.aims')).toBe(before)
  })
})
