import type { Database } from 'better-sqlite3'
import { engagementRecord } from '../contract/engagement.ts'
import { FieldbookError } from '../contract/errors.ts'
import { text } from '../language/text.ts'
import { historyNames } from './history/names.ts'

/**
 * What has to hold of the rows before an engagement can be worked with: it says what it is about, once; its history names nothing but its
 * own tables and columns; and there are numbers left to write more of it. Reads alone.
 * @throws FieldbookError damaged-content
 */
export function requireSound(connection: Database, path: string): void {
  const problem = engagementProblem(connection) ?? historyProblem(connection)
  if (problem !== null) throw new FieldbookError('damaged-content', { path, problem })
}

/** What is wrong with the one row that says what the engagement is about; null where it is as it should be. */
export function engagementProblem(connection: Database): string | null {
  const records = connection.prepare('SELECT * FROM engagement LIMIT 2').all()
  if (records.length !== 1) return text(records.length === 0 ? 'engagement:unsound.noEngagement' : 'engagement:unsound.manyEngagements')
  const parsed = engagementRecord.safeParse(records[0])
  return parsed.success ? null : text('engagement:unsound.record', { field: String(parsed.error.issues[0]?.path[0] ?? '') })
}

/** What is wrong with the names and the numbers of the history; null where they are as they should be. */
export function historyProblem(connection: Database): string | null {
  const newest = connection
    .prepare<[], number>(
      `SELECT max(coalesce((SELECT max(id) FROM change), 0), coalesce((SELECT max(id) FROM changeField), 0),
         coalesce((SELECT max(seq) FROM sqlite_sequence), 0))`,
    )
    .pluck()
    .get()
  // Half of the numbers that JavaScript can count by: no history comes near it, and what lies above leaves no room for the next change.
  if (typeof newest !== 'number' || !(newest <= Number.MAX_SAFE_INTEGER / 2)) return text('engagement:unsound.numbers')
  const names = historyNames(connection)
  const stranger = connection
    .prepare<[], { recordTable: string; operation: string; field: string }>(
      'SELECT DISTINCT recordTable, operation, field FROM changeField',
    )
    .all()
    .find((name) => !names.has(name))
  return stranger ? text('engagement:unsound.history') : null
}
