/** One object of a database's schema: a table, an index, a trigger or a view. */
export interface SchemaObject {
  type: string
  name: string
  /** The table that it belongs to. */
  table: string
  /** Null for the indexes that SQLite makes by itself. */
  sql: string | null
}
