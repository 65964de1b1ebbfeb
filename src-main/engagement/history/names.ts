import type { Database } from 'better-sqlite3'
import { trackedTables } from '../migrations/index.ts'

interface EntryName {
  recordTable: string
  operation: string
  field: string
}

/** The names that history may hold: those of the schema's own tables and columns. What is put into SQL has passed here. */
export interface HistoryNames {
  has(entry: EntryName): boolean
  /** The columns of a tracked table but its id, in their order, each with what stands for it where an older row has no value. */
  columnsOf(table: string): readonly HistoryColumn[]
}

export interface HistoryColumn {
  name: string
  standsFor: string | null
}

/** Reads the names from a schema that was verified. */
export function historyNames(connection: Database): HistoryNames {
  const columns = connection
    .prepare<[], HistoryColumn & { recordTable: string }>(
      // A row that was removed before a column was added has no value for it: then its default is what every older row got.
      `SELECT s.name AS recordTable, c.name, CASE WHEN c."notnull" THEN c.dflt_value END AS standsFor
       FROM sqlite_schema AS s JOIN pragma_table_info(s.name) AS c WHERE s.type = 'table' AND c.name <> 'id' ORDER BY s.name, c.cid`,
    )
    .all()
  const byTable = Map.groupBy(
    columns.filter(({ recordTable }) => trackedTables.has(recordTable)),
    ({ recordTable }) => recordTable,
  )
  const fields = new Map([...byTable].map(([table, ofTable]) => [table, new Set(ofTable.map(({ name }) => name))]))
  return {
    has({ recordTable, operation, field }) {
      if (operation === 'update') return fields.get(recordTable)?.has(field) === true
      return (operation === 'insert' || operation === 'delete') && fields.has(recordTable) && field === ''
    },
    columnsOf: (table) => byTable.get(table) ?? [],
  }
}
