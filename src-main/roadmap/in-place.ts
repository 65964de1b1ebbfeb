import { sql } from 'kysely'
import type { TaskInPlace } from '../contract/roadmap.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { rawQuery } from '../engagement/raw.ts'
import { inUse } from '../engagement/systems-in-use.ts'
import { allTasks } from './queries.ts'

const approved = (kind: string) =>
  sql`SELECT min(approvedOn) FROM statementVersion JOIN statement ON statement.id = statementId WHERE kind = ${sql.lit(kind)}`
/** The day on which somebody asks, where it is not known since when. */
const todayIf = (condition: ReturnType<typeof sql>, today: string) => sql`SELECT CASE WHEN ${condition} THEN ${today} END`
const any = (table: string) => sql`EXISTS (SELECT 1 FROM ${sql.table(table)})`
const newestRound = sql`(SELECT id FROM gapRound ORDER BY createdAt DESC, id DESC LIMIT 1)`

/** What shows in the engagement that a task of the content is done: since which day, or null. */
const signs = (today: string): Record<string, ReturnType<typeof sql>> => ({
  'assess-gaps': todayIf(
    sql`NOT EXISTS (SELECT 1 FROM judgement WHERE roundId = ${newestRound} AND (conformity = 'not-assessed' OR origin = 'carried-over'))`,
    today,
  ),
  'list-systems': todayIf(any('aiSystem'), today),
  'classify-systems': todayIf(
    sql`EXISTS (SELECT 1 FROM aiSystem WHERE ${inUse}) AND NOT EXISTS (SELECT 1 FROM aiSystem WHERE ${inUse}
      AND id NOT IN (SELECT systemId FROM classification WHERE riskClass <> 'unclassified'))`,
    today,
  ),
  'scope-approved': approved('scope'),
  'write-policy': approved('policy'),
  'policy-approved': approved('policy'),
  'risk-method': todayIf(sql`${any('risk')} AND ${any('riskCriteria')}`, today),
  'impact-method': sql`SELECT min(approvedOn) FROM impactVersion`,
  'write-soa': sql`SELECT min(approvedOn) FROM soaVersion`,
  'soa-approved': sql`SELECT min(approvedOn) FROM soaVersion`,
})

/** Tasks of the plan that are not finished, although the engagement shows that what they are about is there. `today` is a calendar day, ISO 8601. */
export function readInPlace(file: EngagementFile, today: string): TaskInPlace[] {
  const found = signs(today)
  const columns = sql.join(Object.entries(found).map(([template, since]) => sql`(${since}) AS ${sql.ref(template)}`))
  const since = file.one(rawQuery(sql<Record<string, string | null>>`SELECT ${columns}`), 'plan')
  return file.all(allTasks).flatMap(({ id, title, template, actualEndOn }) => {
    const day = template === null ? null : (since[template] ?? null)
    return actualEndOn !== null || day === null ? [] : [{ id, title, since: day }]
  })
}
