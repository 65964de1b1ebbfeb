import { afterEach, beforeEach, expect, it } from 'vitest'
import type { EngagementFile } from '../../../src-main/engagement/file.ts'
import { addSystem, column, EngagementFolder, refusal, rows, sql, systems } from './engagement-folder.ts'
import { addRow, readTables } from './valid-rows.ts'

let folder: EngagementFolder
let file: EngagementFile
beforeEach(() => {
  folder = new EngagementFolder()
  file = folder.createAndOpen('a.aims')
})
afterEach(() => folder.remove())

const add = (id: string, options = {}) => file.write(`add ${id}`, () => addSystem(file, id), options)
const set = (field: string, value: string | number | null) =>
  file.write(`set ${field}`, () => file.run(sql(`UPDATE aiSystem SET "${field}" = ?`, value)))
const control = (id: string, code: string) => file.run(sql("INSERT INTO customControl VALUES (?, ?, 'title', '')", id, code))
const controls = () => rows(file, 'SELECT id, code FROM customControl ORDER BY id')

it('the creation of the engagement is not undone', () => {
  expect(file.undoStep()).toBeUndefined()
  expect(refusal(() => file.undo()).code).toBe('nothing-to-undo')
  expect(refusal(() => file.redo()).code).toBe('nothing-to-redo')
  expect(rows(file, 'SELECT client FROM engagement')).toHaveLength(1)
})

it('undo and redo go back and forth through several changes, each under its own name', () => {
  for (const id of ['1', '2', '3']) add(id)
  expect([file.undo(), file.undo(), file.undo()]).toEqual(['add 3', 'add 2', 'add 1'])
  expect(systems(file)).toEqual([])
  expect([file.redo(), file.redo()]).toEqual(['add 1', 'add 2'])
  expect(file.undo()).toBe('add 2')
  expect([file.redo(), file.redo()]).toEqual(['add 2', 'add 3'])
  expect(systems(file)).toEqual(['1', '2', '3'])
  expect(refusal(() => file.redo()).code).toBe('nothing-to-redo')
})

it('a new edit after undo drops the redo, and an edit that changed nothing does not', () => {
  add('1')
  set('notes', 'x')
  file.undo()
  set('notes', '')
  expect(file.redoStep()?.label).toBe('set notes')
  add('2')
  expect(file.redoStep()).toBeUndefined()
  expect(refusal(() => file.redo()).code).toBe('nothing-to-redo')
  expect([file.undo(), file.undo()]).toEqual(['add 2', 'add 1'])
})

it('undo stops at a permanent change, and what was done before it stays', () => {
  add('1')
  add('approved', { permanent: true })
  expect(refusal(() => file.undo()).code).toBe('nothing-to-undo')
  add('2')
  expect(file.undo()).toBe('add 2')
  expect(refusal(() => file.undo()).code).toBe('nothing-to-undo')
  expect(systems(file)).toEqual(['1', 'approved'])
})

it('a permanent change drops the redo', () => {
  add('1')
  file.undo()
  add('approved', { permanent: true })
  expect(refusal(() => file.redo()).code).toBe('nothing-to-redo')
})

it('undo passes over a note, and a note keeps the redo', () => {
  add('1')
  const exported = () =>
    file.write('exported', () => file.run(sql("INSERT INTO documentExport VALUES ('e', 'soa', 'pdf', 'x', 'now')")), { note: true })
  exported()
  expect(file.undo()).toBe('add 1')
  expect(column(file, 'SELECT id FROM documentExport')).toEqual(['e'])
  file.write('packed', () => file.run(sql("UPDATE documentExport SET fileName = 'y'")), { note: true })
  expect(file.redo()).toBe('add 1')
  expect(systems(file)).toEqual(['1'])
  expect(column(file, 'SELECT kind FROM change ORDER BY id')).toEqual(['edit', 'edit', 'note', 'undo', 'note', 'redo'])
})

it('undo and redo are history themselves, and name the edit that they stand for', () => {
  add('1')
  file.undo()
  file.redo()
  expect(rows(file, 'SELECT id, label, kind, subject FROM change ORDER BY id').slice(1)).toEqual([
    { id: 2, label: 'add 1', kind: 'edit', subject: null },
    { id: 3, label: 'add 1', kind: 'undo', subject: 2 },
    { id: 4, label: 'add 1', kind: 'redo', subject: 2 },
  ])
})

it('undo of an edit that went there and back in one change is a step like any other', () => {
  add('1')
  file.write('there and back', () => {
    file.run(sql("UPDATE aiSystem SET name = 'b'"))
    file.run(sql("UPDATE aiSystem SET name = '1'"))
  })
  expect([file.undo(), file.undo()]).toEqual(['there and back', 'add 1'])
  expect([file.redo(), file.redo()]).toEqual(['add 1', 'there and back'])
  expect(rows(file, 'SELECT id, name FROM aiSystem')).toEqual([{ id: '1', name: '1' }])
})

it('a code that moved to another row in one change moves back', () => {
  file.write('add', () => control('1', 'X'))
  file.write('replace', () => {
    file.run(sql('DELETE FROM customControl'))
    control('2', 'X')
    control('1', 'Y')
  })
  file.undo()
  expect(controls()).toEqual([{ id: '1', code: 'X' }])
  file.redo()
  expect(controls()).toEqual([
    { id: '1', code: 'Y' },
    { id: '2', code: 'X' },
  ])
})

it('two codes that changed places in one change change back', () => {
  file.write('add', () => [control('1', 'X'), control('2', 'Y')])
  file.write('swap', () => {
    for (const [id, code] of [
      ['1', 'Z'],
      ['2', 'X'],
      ['1', 'Y'],
    ])
      file.run(sql('UPDATE customControl SET code = ? WHERE id = ?', code, id))
  })
  file.undo()
  expect(controls()).toEqual([
    { id: '1', code: 'X' },
    { id: '2', code: 'Y' },
  ])
})

it('undo of a removed row brings every table’s values back as they were, in value and type', () => {
  // A second engagement in one file would not come back, nor should it: see attacks.
  const tables = readTables(file).filter(({ name, frozen }) => !frozen && name !== 'engagement')
  for (const table of tables) {
    const all = () =>
      rows(file, `SELECT *, ${table.columns.map(({ name }) => `typeof("${name}") AS "type of ${name}"`).join(', ')} FROM "${table.name}"`)
    file.write('add', () => addRow(file, tables, table, table.name))
    const before = all()
    file.write('remove', () => file.run(sql(`DELETE FROM "${table.name}" WHERE id = ?`, table.name)))
    expect(all()).toHaveLength(before.length - 1)
    file.undo()
    expect(all(), table.name).toEqual(before)
  }
})

it('undo of a round takes its judgements with it, whatever refers to what', () => {
  file.write('round', () => {
    file.run(sql("INSERT INTO gapRound VALUES ('r', 'r', 'baseline', 'x', NULL, NULL, 'x')"))
    file.run(sql("INSERT INTO judgement (id, roundId, itemId) VALUES ('j', 'r', '4.1')"))
  })
  file.undo()
  expect(column(file, 'SELECT id FROM gapRound UNION ALL SELECT id FROM judgement')).toEqual([])
  file.redo()
  expect(column(file, 'SELECT id FROM gapRound UNION ALL SELECT id FROM judgement')).toEqual(['r', 'j'])
})

it('undo is there after closing and opening again', () => {
  add('1')
  add('2')
  file.undo()
  file.close()
  file = folder.open('a.aims')
  expect([file.undoStep()?.label, file.redoStep()?.label]).toEqual(['add 1', 'add 2'])
  expect(file.redo()).toBe('add 2')
  expect(systems(file)).toEqual(['1', '2'])
})
