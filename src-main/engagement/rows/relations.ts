import type { Database } from 'better-sqlite3'
import { text } from '../../language/text.ts'
import { shortVisible } from '../../language/visible.ts'
import { circularAmong } from '../circles.ts'

/** What is wrong between rows of which each is right by itself. */
export function* relationProblems(connection: Database, tables: ReadonlySet<string>): Generator<string> {
  yield* numbersOfHistory(connection)
  if (tables.has('roadmapDependency')) yield* circles(connection)
}

/** Changes are numbered from one without a gap, and a step back or forth is one of an edit before it. */
function* numbersOfHistory(connection: Database): Generator<string> {
  const isInSequence = connection
    .prepare<[], number>('SELECT count(*) = 0 OR (min(id) = 1 AND max(id) = count(*)) FROM change')
    .pluck()
    .get()
  if (isInSequence !== 1) yield text('records:historyGap')
  const strays = connection.prepare<[], string>(
    `SELECT label FROM change AS step WHERE (kind IN ('undo', 'redo')) <> (subject IS NOT NULL)
       OR (subject IS NOT NULL AND NOT EXISTS (SELECT 1 FROM change AS edit WHERE edit.id = step.subject AND edit.kind = 'edit' AND edit.id < step.id))`,
  )
  for (const label of strays.pluck().iterate()) yield text('records:historyStep', { label: shortVisible(label) })
}

/** Tasks of the roadmap that wait for themselves. */
function* circles(connection: Database): Generator<string> {
  const titles = connection.prepare<[string], string>('SELECT title FROM roadmapTask WHERE id = ?').pluck()
  const all = connection.prepare<[], { taskId: string; afterId: string }>('SELECT taskId, afterId FROM roadmapDependency').all()
  for (const { taskId } of circularAmong(all)) yield text('records:circle', { name: shortVisible(titles.get(taskId) ?? taskId) })
}
