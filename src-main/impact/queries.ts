import { sql } from 'kysely'
import { withNewestVersion, written } from '../engagement/assessments.ts'
import { database } from '../engagement/database.ts'

/** One assessment as JSON, with its standing. */
export const assessmentById = (id: string) => withNewestVersion.select(written.as('written')).where('a.id', '=', id)

const count = (table: string, condition: string) =>
  sql.raw<number>(`(SELECT count(*) FROM ${table} WHERE assessmentId = a.id AND ${condition})`)

/** Every assessment by the name of its system, with what is counted in it. */
export const assessmentRows = withNewestVersion
  .select([
    'a.id',
    'a.title',
    'a.systemId',
    'a.triage',
    'a.decision',
    'a.reviewDate',
    count('impact', "kind = 'harm'").as('harms'),
    count('impact', "kind = 'benefit'").as('benefits'),
    count('impactMeasure', "status <> 'done'").as('openMeasures'),
  ])
  .orderBy(sql`s.name COLLATE NOCASE`)
  .orderBy('a.createdAt')
  .orderBy('a.id')

/** The ratings of every harm of every assessment. */
export const ratingsOfHarms = database
  .selectFrom('impact')
  .select(['assessmentId', 'severity', 'reach', 'reversibility', 'likelihood', 'residualSeverity', 'residualLikelihood'])
  .where('kind', '=', 'harm')

export const assessmentsOfSystem = (systemId: string) =>
  database.selectFrom('impactAssessment').select(['id', 'title']).where('systemId', '=', systemId)

export const assessmentHead = (id: string) =>
  database.selectFrom('impactAssessment').select(['id', 'title', 'triageAnswers']).where('id', '=', id)

export const systemById = (id: string) =>
  database
    .selectFrom('aiSystem as s')
    .leftJoin('classification as c', 'c.systemId', 's.id')
    .selectAll('s')
    .select('c.riskClass')
    .where('s.id', '=', id)

/** An impact, failure mode or measure with the assessment that it belongs to. */
export const partById = (table: 'impact' | 'impactFailureMode' | 'impactMeasure', id: string) =>
  database
    .selectFrom(table)
    .innerJoin('impactAssessment as a', 'a.id', `${table}.assessmentId`)
    .select(['a.id as assessmentId', 'a.title'])
    .where(`${table}.id`, '=', id)

export const versionRows = (assessmentId: string) =>
  database
    .selectFrom('impactVersion')
    .select(['id', 'number', 'approvedOn', 'approver', 'note', 'createdAt'])
    .where('assessmentId', '=', assessmentId)
    .orderBy('number', 'desc')

export const versionByNumber = (assessmentId: string, number: number) =>
  database.selectFrom('impactVersion').select(['content', 'derived']).where('assessmentId', '=', assessmentId).where('number', '=', number)

/** Risks that began with such a harm stay in the register, and name it no more. */
export const forgetOrigins = (column: 'id' | 'assessmentId', value: string) =>
  database
    .updateTable('risk')
    .set({ originId: null })
    .where('origin', '=', 'impact')
    .where('originId', 'in', database.selectFrom('impact').select('id').where(column, '=', value))
