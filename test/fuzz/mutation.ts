import SQLite from 'better-sqlite3'
import type { Random } from './random.ts'

export type MutationKind = 'schema' | 'rows' | 'pages' | 'package'

/**
 * refused: the door has to say no. found: it is refused, or `check` finds it. unharmed: it may be too small to be seen, as one letter of a
 * text is, and must do no harm.
 */
export type Expectation = 'refused' | 'found' | 'unharmed'

/** One way in which a file is changed by something else than the program. */
export interface Mutation {
  name: string
  kind: MutationKind
  expects: Expectation
  apply(path: string, random: Random): void | Promise<void>
}

/** Works on a file as any other program would that knows SQLite: nothing is checked, and nothing is forbidden. */
export function withDatabase(path: string, work: (connection: SQLite.Database) => void): void {
  const connection = new SQLite(path)
  try {
    connection.unsafeMode()
    connection.pragma('foreign_keys = OFF')
    connection.pragma('ignore_check_constraints = ON')
    work(connection)
  } finally {
    connection.close()
  }
}

export const tablesOf = (connection: SQLite.Database): string[] =>
  connection
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all()

export interface ColumnInfo {
  name: string
  type: string
  notnull: number
  pk: number
}

export const columnsOf = (connection: SQLite.Database, table: string): ColumnInfo[] =>
  connection.prepare<[string], ColumnInfo>('SELECT name, type, "notnull", pk FROM pragma_table_info(?)').all(table)
