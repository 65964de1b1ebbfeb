import SQLite from 'better-sqlite3'
import { text } from '../../language/text.ts'
import type { Progress } from '../../task/task.ts'
import { databaseError } from '../file.ts'
import { checkAttachments } from './attachment.ts'

declare module '../../task/task.ts' {
  interface TaskTypes {
    'engagement.check': typeof checkFile
  }
}

export interface CheckResult {
  problems: string[]
  tables: number
  rows: number
}

/** Reads a whole file and says what is wrong with it: its structure, its references, attachments that changed, and history that belongs to nothing. */
export async function checkFile(input: { path: string }, progress: Progress): Promise<CheckResult> {
  const connection = new SQLite(input.path, { readonly: true, timeout: 5000 })
  try {
    progress.report(0.1, text('engagement:checkingStructure'))
    const structure = connection.prepare<[], string>('PRAGMA integrity_check').pluck().all()
    progress.report(0.4, text('engagement:checkingReferences'))
    const references = connection.prepare<[], { table: string; rowid: number; parent: string }>('PRAGMA foreign_key_check').all()
    const tables = connection
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all()
    const counts = tables.map((table) => `SELECT count(*) AS rows FROM "${table}"`).join(' UNION ALL ')
    const attachments = checkAttachments(
      connection,
      (share) => progress.report(0.5 + share / 2, text('engagement:checkingAttachments')),
      progress.signal,
    )
    const rows = connection.prepare<[], number>(`SELECT sum(rows) FROM (${counts})`).pluck().get() ?? 0
    return {
      problems: [
        ...structure.filter((line) => line !== 'ok'),
        ...references.map(({ table, parent, rowid }) => text('engagement:brokenReference', { table, parent, row: rowid })),
        ...checkHistory(connection),
        ...attachments.map(({ problem, names, sha256 }) => text(`engagement:attachment.${problem}`, { name: names || sha256 })),
      ],
      tables: tables.length,
      rows,
    }
  } catch (error) {
    throw databaseError(input.path, error)
  } finally {
    connection.close()
  }
}

/** Each history entry belongs to a change. */
function checkHistory(connection: SQLite.Database): string[] {
  const orphans =
    connection.prepare<[], number>('SELECT count(*) FROM changeField WHERE changeId NOT IN (SELECT id FROM change)').pluck().get() ?? 0
  return orphans === 0 ? [] : [text('engagement:orphanedHistory', { count: orphans })]
}
