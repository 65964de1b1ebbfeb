import { sql } from 'kysely'
import { assessables } from '../catalog/load.ts'
import type { Coverage } from '../contract/evidence.ts'
import { database, type Query } from './database.ts'
import type { EngagementFile } from './file.ts'

/**
 * Entries of evidence by what they are worth on a day, for each item that has any. `today` is a calendar day, ISO 8601. What was rejected
 * counts for nothing, and what has expired backs nothing any more.
 */
const counted = (today: string): Query<Coverage> => {
  const isCurrent = sql`("validUntil" IS NULL OR "validUntil" >= ${today})`
  const query = sql<Coverage>`
    SELECT "targetKind" AS kind, "targetId" AS id,
           sum(state = 'accepted' AND ${isCurrent}) AS accepted, sum(state = 'received' AND ${isCurrent}) AS received,
           sum(state IN ('accepted', 'received') AND NOT ${isCurrent}) AS expired, sum(state IN ('to-request', 'requested')) AS asked
    FROM "recordLink" JOIN "evidenceRegister" ON "evidenceRegister".id = "recordId"
    WHERE "recordKind" = 'evidence' AND "targetKind" IN ('requirement', 'control')
    GROUP BY "targetKind", "targetId"`
  return { compile: () => query.compile(database) }
}

const excluded = database.selectFrom('soaDecision').select('code').where('applicability', '=', 'excluded')
const ownControls = database.selectFrom('customControl').select('code').orderBy('code')

/** What evidence each requirement has, and each control that is not excluded from the SoA, in the order of the catalog. */
export function evidenceCoverage(file: EngagementFile, today: string): Coverage[] {
  const counts = new Map(file.all(counted(today)).map((row) => [`${row.kind} ${row.id}`, row]))
  const without = new Set(file.all(excluded).map(({ code }) => code))
  const items = [
    ...[...assessables().values()].map(({ kind, id }) => ({ kind, id })),
    ...file.all(ownControls).map(({ code }) => ({ kind: 'control' as const, id: code })),
  ]
  return items
    .filter(({ kind, id }) => kind === 'requirement' || !without.has(id))
    .map((item) => counts.get(`${item.kind} ${item.id}`) ?? { ...item, accepted: 0, received: 0, expired: 0, asked: 0 })
}
