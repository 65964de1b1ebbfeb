import { sql } from 'kysely'
import { type RegisterId, type RegisterSummary, registers } from '../contract/registers/index.ts'
import { database, type Query } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { tableOf } from '../engagement/registers/read.ts'

/** How many entries registers have, and how many are overdue, in one statement; `day` is today, ISO 8601. */
export function summaries(file: EngagementFile, ids: readonly RegisterId[], day: string): RegisterSummary[] {
  const each = ids.map((register) => {
    const { due, closedStates } = registers[register]
    const isLate =
      due === null
        ? sql`0`
        : 'state' in registers[register].fields.shape
          ? sql`${sql.ref(due)} < ${day} AND state NOT IN (SELECT value FROM json_each(${JSON.stringify(closedStates)}))`
          : sql`${sql.ref(due)} < ${day}`
    return sql`SELECT ${register} AS register, count(*) AS entries, coalesce(sum(${isLate}), 0) AS overdue FROM ${sql.table(tableOf(register))}`
  })
  const all = sql<RegisterSummary>`${sql.join(each, sql` UNION ALL `)}`
  const query: Query<RegisterSummary> = { compile: () => all.compile(database) }
  return file.all(query)
}
