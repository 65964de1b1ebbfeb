import { sql } from 'kysely'
import { database } from '../../engagement/database.ts'

export const reviewById = (id: string) => database.selectFrom('reviewsRegister').selectAll().where('id', '=', id)

export const reviewDays = database
  .selectFrom('reviewsRegister')
  .select(['id', 'reference', 'title', 'state', 'plannedOn', 'heldOn'])
  .where('state', '<>', 'cancelled')

export const inputsOf = (reviewId: string) => database.selectFrom('reviewInput').selectAll().where('reviewId', '=', reviewId)

export const decisions = database
  .selectFrom('reviewDecision as d')
  .leftJoin('actionsRegister as a', 'a.id', 'd.actionId')
  .select(['d.id', 'd.reviewId', 'd.kind', 'd.decision', 'a.id as actionId', 'a.reference', 'a.title', 'a.state'])
  .orderBy('d.createdAt')
  .orderBy('d.id')

/** Day on which each entry of a register was changed last, from the history. */
export const lastChanges = (table: string) =>
  database
    .selectFrom('changeField as f')
    .innerJoin('change as c', 'c.id', 'f.changeId')
    .select(['f.recordId as id', sql<string>`substr(max(c.at), 1, 10)`.as('on')])
    .where('f.recordTable', '=', table)
    .groupBy('f.recordId')

export const openRisks = database
  .selectFrom('risk')
  .select(['id', 'reference', 'title', 'treatment', 'treatmentStatus', 'treatmentDue', 'acceptedOn', 'currentLikelihood'])
  .where('state', '=', 'open')
  .orderBy('reference')

export const assessments = database
  .selectFrom('impactAssessment as a')
  .innerJoin('aiSystem as s', 's.id', 'a.systemId')
  .select(['a.id', 'a.title', 'a.triage', 'a.reviewDate', 's.name as systemName'])
  .select((of) =>
    of
      .selectFrom('impactVersion as v')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .whereRef('v.assessmentId', '=', 'a.id')
      .as('versions'),
  )
  .orderBy('s.name')

/** The newest reading of each measure. */
export const newestReadings = database
  .selectFrom('measureReading as r')
  .select(['r.measureId', 'r.day', 'r.value'])
  .where('r.day', '=', (of) =>
    of
      .selectFrom('measureReading as n')
      .select(({ fn }) => fn.max('n.day').as('day'))
      .whereRef('n.measureId', '=', 'r.measureId'),
  )

export const findingCounts = database
  .selectFrom('auditItem')
  .select(['auditId'])
  .select(sql<number>`count(*)`.as('items'))
  .select(sql<number>`sum(result <> 'open')`.as('answered'))
  .select(sql<number>`sum(result IN ('minor', 'major'))`.as('findings'))
  .groupBy('auditId')
