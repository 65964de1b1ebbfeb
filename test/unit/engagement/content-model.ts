import fc from 'fast-check'
import type { EngagementFile } from '../../../src-main/engagement/file.ts'
import { type AnyRow, rows, sql } from './engagement-folder.ts'

/** The tables that the model knows, with the columns that its operations write. */
const modelled = ['aiSystem', 'customControl', 'gapRound', 'judgement'] as const
type Modelled = (typeof modelled)[number]

/** What a file holds, table by table and row by row, as plain data. */
export type Content = Record<Modelled, Record<string, AnyRow>>
export const emptyContent = (): Content => ({ aiSystem: {}, customControl: {}, gapRound: {}, judgement: {} })

export type Operation =
  | { kind: 'insert'; table: Modelled; row: AnyRow & { id: string } }
  | { kind: 'update'; table: Modelled; id: string; field: string; value: string | number | null }
  | { kind: 'delete'; table: Modelled; id: string }

const id = fc.constantFrom('1', '2', '3')
const words = fc.constantFrom('', 'a', 'A', 'ü "\\\n', '1')
const number = fc.constantFrom(null, 0, 0.5, 2, 0.1 + 0.2)

/** Few names and codes on purpose, so that rows meet: the same id again, a code that is taken, a round that is gone. */
const rowOf = {
  aiSystem: fc.record({ id, name: words, createdAt: words, owner: words, role: fc.option(words) }),
  customControl: fc.record({ id, code: fc.constantFrom('X.1', 'X.2'), title: words, description: words }),
  gapRound: fc.record({ id, name: words, kind: fc.constant('baseline'), startedOn: words, closedOn: fc.option(words), createdAt: words }),
  judgement: fc.record({ id, roundId: id, itemId: fc.constantFrom('4.1', '5.2'), notes: words, effortDays: number }),
}

const insert = fc.constantFrom(...modelled).chain((table) => rowOf[table].map((row): Operation => ({ kind: 'insert', table, row })))
const update = fc
  .constantFrom(...modelled)
  .chain((table) =>
    fc.tuple(
      fc.constant(table),
      id,
      rowOf[table].chain((row) => fc.constantFrom(...Object.entries(row).slice(1))),
    ),
  )
  .map(([table, of, [field, value]]): Operation => ({ kind: 'update', table, id: of, field, value }))
const remove = fc.tuple(fc.constantFrom(...modelled), id).map(([table, of]): Operation => ({ kind: 'delete', table, id: of }))

export const operations = fc.array(fc.oneof({ weight: 3, arbitrary: insert }, { weight: 3, arbitrary: update }, remove), {
  minLength: 1,
  maxLength: 5,
})

/** Does an operation in the model. Says whether it changed anything, or undefined where the schema must refuse it. */
export function applyToModel(content: Content, operation: Operation): boolean | undefined {
  const table = content[operation.table]
  if (operation.kind === 'insert') {
    if (table[operation.row.id]) return undefined
    table[operation.row.id] = { ...operation.row }
    return isValid(content) ? true : undefined
  }
  const row = table[operation.id]
  if (!row) return false
  if (operation.kind === 'delete') delete table[operation.id]
  else if (row[operation.field] === operation.value) return false
  else row[operation.field] = operation.value
  return isValid(content) ? true : undefined
}

function isValid({ customControl, gapRound, judgement }: Content): boolean {
  const codes = Object.values(customControl).map(({ code }) => code)
  const places = Object.values(judgement).map(({ roundId, itemId }) => `${roundId} ${itemId}`)
  return (
    new Set(codes).size === codes.length &&
    new Set(places).size === places.length &&
    Object.values(judgement).every(({ roundId }) => gapRound[String(roundId)])
  )
}

export function applyToFile(file: EngagementFile, operation: Operation): void {
  const { kind, table } = operation
  if (kind === 'delete') file.run(sql(`DELETE FROM "${table}" WHERE id = ?`, operation.id))
  else if (kind === 'update') file.run(sql(`UPDATE "${table}" SET "${operation.field}" = ? WHERE id = ?`, operation.value, operation.id))
  else {
    const names = Object.keys(operation.row)
    const marks = names.map(() => '?').join(', ')
    file.run(sql(`INSERT INTO "${table}" (${names.join(', ')}) VALUES (${marks})`, ...Object.values(operation.row)))
  }
}

const columns = {
  aiSystem: 'id, name, createdAt, owner, role',
  customControl: 'id, code, title, description',
  gapRound: 'id, name, kind, startedOn, closedOn, createdAt',
  judgement: 'id, roundId, itemId, notes, effortDays',
}

export function readJson(file: EngagementFile): Content {
  const content = emptyContent()
  for (const table of modelled)
    for (const row of rows(file, `SELECT ${columns[table]} FROM "${table}"`)) content[table][String(row.id)] = row
  return content
}
