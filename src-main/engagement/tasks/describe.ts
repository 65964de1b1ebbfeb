import SQLite from 'better-sqlite3'
import { databaseError } from '../file.ts'

export interface FileDescription {
  engagement: { id: string; client: string; title: string; contentVersion: string }
  fileId: string
  change: string | null
  schemaVersion: number
  /** Rows of each table that holds a consultant's work. */
  counts: Record<string, number>
}

/** Reads what a package says of the engagement in it. The file may be open elsewhere in this process. */
export function describeFile(path: string): FileDescription {
  const connection = new SQLite(path, { readonly: true, timeout: 5000 })
  try {
    const engagement = connection
      .prepare<[], FileDescription['engagement']>('SELECT id, client, title, contentVersion FROM engagement')
      .get()
    if (!engagement) throw new Error('the file holds no engagement')
    const tables = connection
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'lineage' ORDER BY name",
      )
      .pluck()
      .all()
    const counts = connection
      .prepare<[], { name: string; rows: number }>(
        tables.map((table) => `SELECT '${table}' AS name, count(*) AS rows FROM "${table}"`).join(' UNION ALL '),
      )
      .all()
    return {
      engagement,
      fileId: connection.prepare<[], string>('SELECT fileId FROM lineage ORDER BY rowid DESC LIMIT 1').pluck().get() ?? '',
      change: connection.prepare<[], string>('SELECT uid FROM change ORDER BY id DESC LIMIT 1').pluck().get() ?? null,
      schemaVersion: Number(connection.pragma('user_version', { simple: true })),
      counts: Object.fromEntries(counts.map(({ name, rows }) => [name, rows])),
    }
  } catch (error) {
    throw databaseError(path, error)
  } finally {
    connection.close()
  }
}
