import SQLite from 'better-sqlite3'
import { migrate } from '../migrations/index.ts'
import type { SchemaObject } from './schema-object.ts'

const known = new Map<number, SchemaObject[]>()

/** What the program itself makes for a version: its own migrations are run in memory. Takes some 40 ms, once. */
export function expectedSchema(version: number): readonly SchemaObject[] {
  const made = known.get(version) ?? makeSchema(version)
  known.set(version, made)
  return made
}

function makeSchema(version: number): SchemaObject[] {
  const connection = new SQLite(':memory:')
  try {
    migrate(connection, version)
    return connection.prepare<[], SchemaObject>('SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema').all()
  } finally {
    connection.close()
  }
}
