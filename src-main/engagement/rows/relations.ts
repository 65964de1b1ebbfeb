import type { Database } from 'better-sqlite3'
import { text } from '../../language/text.ts'
import { shortVisible } from '../../language/visible.ts'

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
  for (const { taskId } of circularDependencies(connection))
    yield text('records:circle', { name: shortVisible(titles.get(taskId) ?? taskId) })
}

interface Dependency {
  id: string
  taskId: string
  afterId: string
}

/** Dependencies that are part of a circle, or lead from one: what is left when tasks that wait for nothing are taken away again and again. */
export function circularDependencies(connection: Database): Dependency[] {
  const all = connection.prepare<[], Dependency>('SELECT id, taskId, afterId FROM roadmapDependency').all()
  const waiting = Map.groupBy(all, ({ afterId }) => afterId)
  const left = new Map([...Map.groupBy(all, ({ taskId }) => taskId)].map(([taskId, ofTask]) => [taskId, ofTask.length]))
  const free = [...waiting.keys()].filter((id) => !left.has(id))
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    for (const { taskId } of waiting.get(id) ?? []) {
      const fewer = (left.get(taskId) ?? 0) - 1
      left.set(taskId, fewer)
      if (fewer === 0) free.push(taskId)
    }
  }
  return all.filter(({ taskId, afterId }) => (left.get(taskId) ?? 0) > 0 && (left.get(afterId) ?? 0) > 0)
}
