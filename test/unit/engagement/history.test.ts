import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { EngagementFile } from '../../../src-main/engagement/file.ts'
import { historyOf, newestChanges } from '../../../src-main/engagement/queries.ts'
import { addSystem, column, EngagementFolder, rows, sql } from './engagement-folder.ts'
import { addRow, type Column, readTables, type Table, untracked } from './valid-rows.ts'

const folder = new EngagementFolder()
afterAll(() => folder.remove())

const schemaFile = folder.createAndOpen('schema.aims')
const tables = readTables(schemaFile)

const entries = (file: EngagementFile, record: string) =>
  rows(file, 'SELECT operation, field, oldValue, newValue FROM changeField WHERE recordId = ? ORDER BY id', record)
const newest = (file: EngagementFile) =>
  rows(
    file,
    `SELECT recordTable, recordId, operation, field, oldValue, newValue, typeof(newValue) AS type, who, label, kind
     FROM changeField JOIN change ON change.id = changeId WHERE changeId = (SELECT max(id) FROM change) ORDER BY changeField.id`,
  )
const lastChange = (file: EngagementFile) => column(file, 'SELECT max(id) FROM change')[0]

/** The file with one row of the table, called "row", and what it holds. */
function fileWithRow(table: Table, name: string) {
  const file = folder.createAndOpen(`${name}-${table.name}.aims`)
  return { file, row: file.write('added', () => addRow(file, tables, table, 'row')) }
}

/** Values for an UPDATE: those of the column, or two rows of the table that it refers to; and none, where that is allowed. */
function valuesFor(file: EngagementFile, { values, nullable, parent }: Column, row: string): (string | number | null)[] {
  const parentTable = tables.find(({ name }) => name === parent)
  if (parentTable) for (const id of [`${row}-p1`, `${row}-p2`]) file.write('parent', () => addRow(file, tables, parentTable, id))
  const given = parentTable ? [`${row}-p1`, `${row}-p2`] : values
  return nullable ? [null, ...given, null] : given
}

it('every table has a history but the history itself and the origin of the file', () => {
  const all = column(schemaFile, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
  const withTriggers = (operation: string) =>
    column(
      schemaFile,
      "SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE ?",
      `%AFTER ${operation} ON%INSERT INTO changeField%`,
    )
  for (const operation of ['INSERT', 'UPDATE', 'DELETE'])
    expect(all.filter((table) => !withTriggers(operation).includes(table)).sort()).toEqual([...untracked].sort())
  expect(tables.length).toBeGreaterThanOrEqual(9)
  expect(tables.flatMap(({ columns }) => columns).length).toBeGreaterThanOrEqual(60)
})

describe.each(tables)('history of $name', (table) => {
  it('has a new row whole, with every column', () => {
    const { file, row } = fileWithRow(table, 'insert')
    const { id: _, ...values } = row
    const [entry, ...more] = entries(file, 'row')
    expect(more).toEqual([])
    expect(entry).toMatchObject({ operation: 'insert', field: '', oldValue: null })
    expect(JSON.parse(String(entry?.newValue))).toEqual(values)
    expect(Object.keys(values)).toEqual(table.columns.map(({ name }) => name))
  })

  let updated: ReturnType<typeof fileWithRow>
  // One file for all columns: making one takes longer than all that is done in it.
  beforeAll(() => {
    updated = fileWithRow(table, 'update')
  })
  afterAll(() => updated.file.close())

  it.each(table.frozen ? [] : table.columns)('has each change of $name, and none where nothing changed', (changed) => {
    const { file, row } = updated
    let before = row[changed.name]
    for (const value of valuesFor(file, changed, `row-${changed.name}`)) {
      const last = lastChange(file)
      const set = () =>
        file.write(`Set ${changed.name}`, () => file.run(sql(`UPDATE "${table.name}" SET "${changed.name}" = ? WHERE id = 'row'`, value)))
      set()
      if (value === before) expect(lastChange(file)).toBe(last)
      else {
        expect(newest(file)).toEqual([
          {
            recordTable: table.name,
            recordId: 'row',
            operation: 'update',
            field: changed.name,
            oldValue: before,
            newValue: value,
            type: rows(file, `SELECT typeof("${changed.name}") AS type FROM "${table.name}" WHERE id = 'row'`)[0]?.type,
            who: 'Consultant',
            label: `Set ${changed.name}`,
            kind: 'edit',
          },
        ])
      }
      const once = lastChange(file)
      set()
      expect(lastChange(file)).toBe(once)
      before = value
    }
  })

  it('has a removed row whole, or the row stays', () => {
    const { file, row } = fileWithRow(table, 'delete')
    const { id: _, ...values } = row
    const remove = () => file.write('removed', () => file.run(sql(`DELETE FROM "${table.name}" WHERE id = 'row'`)))
    if (table.frozen) {
      const last = lastChange(file)
      expect(remove).toThrow(/never changes/)
      const update = sql(`UPDATE "${table.name}" SET "${table.columns.at(-1)?.name}" = '[1]'`)
      expect(() => file.write('changed', () => file.run(update))).toThrow(/never changes/)
      expect(lastChange(file)).toBe(last)
      expect(rows(file, `SELECT * FROM "${table.name}"`)).toEqual([row])
      return
    }
    remove()
    const [entry, ...more] = newest(file)
    expect(more).toEqual([])
    expect(entry).toMatchObject({ recordTable: table.name, recordId: 'row', operation: 'delete', field: '', newValue: null })
    expect(JSON.parse(String(entry?.oldValue))).toEqual(values)
  })
})

it('a change has its moment and its author, asked for at each change', () => {
  folder.create('who.aims')
  let name = 'First consultant'
  const file = EngagementFile.open(folder.at('who.aims'), () => name)
  const start = Date.now()
  file.write('one', () => addSystem(file, 'one'))
  name = 'Second consultant'
  file.write('two', () => addSystem(file, 'two'))
  const changes = z
    .array(z.object({ who: z.string(), at: z.iso.datetime(), uid: z.uuid() }))
    .parse(rows(file, 'SELECT who, at, uid FROM change ORDER BY id').slice(1))
  file.close()
  expect(changes.map(({ who }) => who)).toEqual(['First consultant', 'Second consultant'])
  expect(new Set(changes.map(({ uid }) => uid)).size).toBe(2)
  for (const { at } of changes) {
    expect(Date.parse(at)).toBeGreaterThanOrEqual(start)
    expect(Date.parse(at)).toBeLessThanOrEqual(Date.now())
  }
})

it('the history of one field has its changes alone, newest first, and that of a record has all', () => {
  const file = folder.createAndOpen('field.aims')
  file.write('add', () => [addSystem(file, 'a'), addSystem(file, 'b')])
  const set = (label: string, field: string, value: string, id = 'a') =>
    file.write(label, () => file.run(sql(`UPDATE aiSystem SET "${field}" = ? WHERE id = ?`, value, id)))
  set('first', 'notes', 'one')
  set('other field', 'owner', 'Head of Data')
  set('other record', 'notes', 'b', 'b')
  set('second', 'notes', 'two')
  file.undo()
  expect(file.all(historyOf('a', 'notes'))).toMatchObject([
    { label: 'second', operation: 'update', field: 'notes', oldValue: 'two', newValue: 'one' },
    { label: 'second', operation: 'update', field: 'notes', oldValue: 'one', newValue: 'two' },
    { label: 'first', operation: 'update', field: 'notes', oldValue: '', newValue: 'one' },
  ])
  expect(file.all(historyOf('a', undefined)).map(({ label }) => label)).toEqual(['second', 'second', 'other field', 'first', 'add'])
  expect(file.all(newestChanges(3))).toMatchObject([
    { label: 'second', kind: 'undo', fields: 1, latestStep: null },
    { label: 'second', kind: 'edit', fields: 1, latestStep: 'undo' },
    { label: 'other record', kind: 'edit', fields: 1, latestStep: null },
  ])
})

it('a row that changes several fields in one write has one entry for each', () => {
  const file = folder.createAndOpen('fields.aims')
  file.write('add', () => addSystem(file, 'a'))
  file.write('set', () => file.run(sql("UPDATE aiSystem SET notes = 'n', owner = 'o', name = name, supplier = ''")))
  expect(
    newest(file)
      .map(({ field }) => field)
      .sort(),
  ).toEqual(['notes', 'owner'])
})

it('history cannot be rewritten', () => {
  const file = folder.createAndOpen('rewrite.aims')
  file.write('add', () => addSystem(file, 'a'))
  const before = rows(file, 'SELECT * FROM change, changeField')
  for (const rewriting of [
    "UPDATE change SET who = 'Nobody'",
    'DELETE FROM change WHERE id = 1',
    "UPDATE changeField SET newValue = 'x'",
    'DELETE FROM changeField',
  ])
    expect(() => file.write('rewrite', () => file.run(sql(rewriting)))).toThrow(/append-only/)
  expect(rows(file, 'SELECT * FROM change, changeField')).toEqual(before)
})
