import { sql } from 'kysely'
import { database, type Query } from '../../engagement/database.ts'
import { listed } from '../../engagement/lists.ts'

export const eventsOf = (ids: readonly string[]) =>
  database.selectFrom('incidentEvent').selectAll().where('incidentId', 'in', listed(ids)).orderBy('at').orderBy('createdAt').orderBy('id')

export const notificationsOf = (ids: readonly string[]) =>
  database.selectFrom('incidentNotification').selectAll().where('incidentId', 'in', listed(ids))

interface LinkedSystem {
  incidentId: string
  id: string
  name: string
  reference: string
  role: string | null
  riskClass: string | null
  /** JSON list of duties of the AI Act. */
  duties: string | null
}

/** The AI systems that incidents are linked with, with their role and class. */
export function systemsOf(ids: readonly string[]): Query<LinkedSystem> {
  const rows = sql<LinkedSystem>`
    SELECT "recordLink"."recordId" AS "incidentId", "aiSystem".id, name, reference, role, "riskClass", duties
    FROM "recordLink" JOIN "aiSystem" ON "aiSystem".id = "recordLink"."targetId"
    LEFT JOIN classification ON classification."systemId" = "aiSystem".id
    WHERE "recordLink"."recordId" IN ${listed(ids)} AND "targetKind" = 'system' ORDER BY reference, "aiSystem".id`
  return { compile: () => rows.compile(database) }
}

export const answersOfSystems = (ids: readonly string[]) =>
  database.selectFrom('classificationAnswer').select(['systemId', 'question', 'value']).where('systemId', 'in', listed(ids))
