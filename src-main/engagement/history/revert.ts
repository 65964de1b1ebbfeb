import type { Database, Statement } from 'better-sqlite3'
import { FieldbookError } from '../../contract/errors.ts'
import { text } from '../../language/text.ts'
import { engagementProblem } from '../soundness.ts'
import { type HistoryNames, historyNames } from './names.ts'
import type { Step } from './steps.ts'

interface Entry {
  id: number
  recordTable: string
  recordId: string
  operation: 'insert' | 'update' | 'delete'
  field: string
}

type Revert = Statement<{ id: number; recordId: string }>

/**
 * Takes back each entry of one change, the newest first, so that the rows pass through the states that they had before: a row may have
 * been removed and written anew, or a value may have moved to another row. What it writes is history of its own. Call inside a
 * transaction whose `change` row stands already, and which is rolled back where this fails.
 * @throws FieldbookError undo-refused where the history names what is no field of the schema, or the engagement would be lost.
 */
export function revertChange(connection: Database, { changeId, label }: Omit<Step, 'uid'>): void {
  connection.pragma('defer_foreign_keys = ON')
  const entries = connection
    .prepare<[number], Entry>('SELECT id, recordTable, recordId, operation, field FROM changeField WHERE changeId = ? ORDER BY id DESC')
    .all(changeId)
  const names = historyNames(connection)
  const isNamed = entries.every((entry) => names.has(entry))
  if (isNamed) revertEntries(connection, entries, names)
  const reason = isNamed ? engagementProblem(connection) : text('engagement:revert.history')
  if (reason !== null) throw new FieldbookError('undo-refused', { label, reason })
}

function revertEntries(connection: Database, entries: readonly Entry[], names: HistoryNames): void {
  const reverts = new Map<string, Revert>()
  for (const { id, recordId, ...kind } of entries) {
    const name = `${kind.recordTable} ${kind.operation} ${kind.field}`
    const revert = reverts.get(name) ?? connection.prepare<{ id: number; recordId: string }>(revertSql(names, kind))
    reverts.set(name, revert)
    revert.run({ id, recordId })
  }
}

function revertSql(names: HistoryNames, { recordTable, operation, field }: Omit<Entry, 'id' | 'recordId'>): string {
  if (operation === 'insert') return `DELETE FROM "${recordTable}" WHERE id = $recordId`
  if (operation === 'update')
    return `UPDATE "${recordTable}" SET "${field}" = (SELECT oldValue FROM changeField WHERE id = $id) WHERE id = $recordId`
  const columns = names.columnsOf(recordTable)
  const values = columns.map(({ name, standsFor }) =>
    standsFor === null ? `oldValue ->> '$.${name}'` : `coalesce(oldValue ->> '$.${name}', ${standsFor})`,
  )
  return `INSERT INTO "${recordTable}" (id, ${columns.map(({ name }) => `"${name}"`).join(', ')})
          SELECT recordId, ${values.join(', ')} FROM changeField WHERE id = $id`
}
