import type { Database, Statement } from 'better-sqlite3'

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
 * transaction whose `change` row stands already.
 */
export function revertChange(connection: Database, changeId: number): void {
  connection.pragma('defer_foreign_keys = ON')
  const entries = connection
    .prepare<[number], Entry>('SELECT id, recordTable, recordId, operation, field FROM changeField WHERE changeId = ? ORDER BY id DESC')
    .all(changeId)
  const reverts = new Map<string, Revert>()
  for (const { id, recordId, ...kind } of entries) {
    const name = `${kind.recordTable} ${kind.operation} ${kind.field}`
    const revert = reverts.get(name) ?? connection.prepare<{ id: number; recordId: string }>(revertSql(connection, kind))
    reverts.set(name, revert)
    revert.run({ id, recordId })
  }
}

function revertSql(connection: Database, { recordTable, operation, field }: Omit<Entry, 'id' | 'recordId'>): string {
  if (operation === 'insert') return `DELETE FROM "${recordTable}" WHERE id = $recordId`
  if (operation === 'update')
    return `UPDATE "${recordTable}" SET "${field}" = (SELECT oldValue FROM changeField WHERE id = $id) WHERE id = $recordId`
  const columns = connection
    .prepare<[string], { name: string; standsFor: string | null }>(
      // A row that was removed before a column was added has no value for it: then its default is what every older row got.
      `SELECT name, CASE WHEN "notnull" THEN dflt_value END AS standsFor FROM pragma_table_info(?) WHERE name <> 'id' ORDER BY cid`,
    )
    .all(recordTable)
  const values = columns.map(({ name, standsFor }) =>
    standsFor === null ? `oldValue ->> '$.${name}'` : `coalesce(oldValue ->> '$.${name}', ${standsFor})`,
  )
  return `INSERT INTO "${recordTable}" (id, ${columns.map(({ name }) => `"${name}"`).join(', ')})
          SELECT recordId, ${values.join(', ')} FROM changeField WHERE id = $id`
}
