import type { Database } from 'better-sqlite3'
import { columnsOf } from './triggers.ts'

interface Touched {
  recordTable: string
  operation: 'insert' | 'update' | 'delete'
  field: string
}

/**
 * Writes the opposite of one change, with one statement for each table and field, however many rows it touched. What it writes is
 * history of its own. Call inside a transaction whose `change` row stands already.
 */
export function revertChange(connection: Database, changeId: number): void {
  connection.pragma('defer_foreign_keys = ON')
  const touched = connection
    .prepare<[number], Touched>('SELECT DISTINCT recordTable, operation, field FROM changeField WHERE changeId = ?')
    .all(changeId)
  for (const { recordTable } of touched.filter((entry) => entry.operation === 'delete')) putRowsBack(connection, recordTable, changeId)
  for (const { recordTable, field } of touched.filter((entry) => entry.operation === 'update'))
    putFieldBack(connection, recordTable, field, changeId)
  for (const { recordTable } of touched.filter((entry) => entry.operation === 'insert')) takeRowsAway(connection, recordTable, changeId)
}

function putRowsBack(connection: Database, table: string, changeId: number): void {
  const columns = columnsOf(connection, table)
  connection
    .prepare(
      `INSERT INTO "${table}" (id, ${columns.map((column) => `"${column}"`).join(', ')})
       SELECT recordId, ${columns.map((column) => `oldValue ->> '$.${column}'`).join(', ')}
       FROM changeField WHERE changeId = ? AND recordTable = ? AND operation = 'delete' ORDER BY id`,
    )
    .run(changeId, table)
}

function putFieldBack(connection: Database, table: string, field: string, changeId: number): void {
  // The same field may have changed twice in one change: the first old value is the one from before it.
  connection
    .prepare(
      `UPDATE "${table}" SET "${field}" = before.oldValue
       FROM (SELECT recordId, oldValue, min(id) FROM changeField
             WHERE changeId = ? AND recordTable = ? AND operation = 'update' AND field = ? GROUP BY recordId) AS before
       WHERE "${table}".id = before.recordId`,
    )
    .run(changeId, table, field)
}

function takeRowsAway(connection: Database, table: string, changeId: number): void {
  connection
    .prepare(
      `DELETE FROM "${table}" WHERE id IN
         (SELECT recordId FROM changeField WHERE changeId = ? AND recordTable = ? AND operation = 'insert')`,
    )
    .run(changeId, table)
}
