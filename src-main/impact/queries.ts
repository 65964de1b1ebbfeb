import { sql } from 'kysely'
import { assessmentFields, failureModeFields, impactFields, measureFields } from '../contract/impact.ts'
import { database } from '../engagement/database.ts'

/** Columns that hold JSON are put in as JSON and not as its text. */
const jsonColumns = new Set(['triggers', 'triageAnswers'])

function asObject(columns: string[], table: string): string {
  const value = (column: string) => (jsonColumns.has(column) ? `json(${table}."${column}")` : `${table}."${column}"`)
  return `json_object(${columns.map((column) => `'${column}', ${value(column)}`).join(', ')})`
}

/** The rows of a part of an assessment as a JSON list, in the order in which they were added. */
const asList = (table: string, columns: string[]) =>
  `json((SELECT json_group_array(${asObject(['id', 'createdAt', ...columns], 'p')} ORDER BY p.createdAt, p.id) FROM ${table} AS p WHERE p.assessmentId = a.id))`

/**
 * Everything that was written in an assessment as one JSON text, always in the same order: what a version freezes, and what it is compared
 * with, so that hundreds of assessments are compared with their versions inside one query. The assessment's table is `a`.
 */
const written = sql.raw<string>(
  `json_object('fields', ${asObject(['id', 'systemId', 'createdAt', 'triageAnswers', ...Object.keys(assessmentFields.shape)], 'a')},
    'impacts', ${asList('impact', Object.keys(impactFields.shape))},
    'failureModes', ${asList('impactFailureMode', Object.keys(failureModeFields.shape))},
    'measures', ${asList('impactMeasure', Object.keys(measureFields.shape))})`,
)

/** An assessment with what its newest version says beside what stands now. */
const withNewestVersion = database
  .selectFrom('impactAssessment as a')
  .innerJoin('aiSystem as s', 's.id', 'a.systemId')
  .leftJoin('impactVersion as v', (join) =>
    join.onRef('v.assessmentId', '=', 'a.id').on('v.number', '=', (of) =>
      of
        .selectFrom('impactVersion')
        .select(({ fn }) => fn.max('number').as('number'))
        .whereRef('assessmentId', '=', 'a.id'),
    ),
  )
  .select(['s.name as systemName', 'v.number as latestVersion', sql<number | null>`v.content <> ${written}`.as('changedSince')])

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
