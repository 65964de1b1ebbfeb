import { sql } from 'kysely'
import { type AssessmentRow, assessmentFields, failureModeFields, impactFields, measureFields } from '../contract/impact.ts'
import { database } from './database.ts'

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
export const written = sql.raw<string>(
  `json_object('fields', ${asObject(['id', 'systemId', 'createdAt', 'triageAnswers', ...Object.keys(assessmentFields.shape)], 'a')},
    'impacts', ${asList('impact', Object.keys(impactFields.shape))},
    'failureModes', ${asList('impactFailureMode', Object.keys(failureModeFields.shape))},
    'measures', ${asList('impactMeasure', Object.keys(measureFields.shape))})`,
)

/** An assessment with what its newest version says beside what stands now. */
export const withNewestVersion = database
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

interface Standing {
  triage: AssessmentRow['triage']
  latestVersion: number | null
  changedSince: boolean
  reviewDate: string | null
}

/** Where an assessment stands on a day (ISO 8601). A review date that is over outweighs everything else that was decided once. */
export function stateOf({ triage, latestVersion, changedSince, reviewDate }: Standing, today: string): AssessmentRow['state'] {
  const isSettled = latestVersion !== null || triage === 'not-needed'
  if (isSettled && reviewDate !== null && reviewDate < today) return 'overdue'
  if (latestVersion !== null && changedSince) return 'changed'
  if (triage === 'not-needed') return 'not-needed'
  if (latestVersion !== null) return 'approved'
  return triage === 'open' ? 'triage' : 'draft'
}
