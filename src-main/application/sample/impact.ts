import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { localDay } from '../../contract/days.ts'
import { assessmentFields, failureModeFields, impactFields, measureFields, measureStatus } from '../../contract/impact.ts'
import { database } from '../../engagement/database.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { toListColumn } from '../../engagement/lists.ts'
import { freeze } from '../../impact/versions.ts'
import { resourceFolder } from '../../resources.ts'
import { inDays } from './in-days.ts'

/** Benefits, harms and measures are named by keys, so that a measure says which harm it answers. */
const sampleAssessment = z.object({
  system: z.string(),
  fields: assessmentFields.omit({ reviewDate: true }),
  reviewIn: z.number().nullable(),
  triageAnswers: z.record(z.string(), z.boolean()),
  impacts: z.array(impactFields.extend({ key: z.string() })),
  failureModes: z.array(failureModeFields),
  measures: z.array(
    measureFields.omit({ impactId: true, dueDate: true }).extend({ harm: z.string().nullable(), dueIn: z.number().nullable() }),
  ),
  /** Approved as version 1 so many days ago, and the measures whose status is another since then, by their place in the list. */
  approved: z.object({ approver: z.string(), daysAgo: z.number(), note: z.string() }).nullable(),
  since: z.array(z.object({ measure: z.number(), status: measureStatus })).default([]),
})
type SampleAssessment = z.infer<typeof sampleAssessment>

const readSample = () => z.array(sampleAssessment).parse(JSON.parse(readFileSync(join(resourceFolder(), 'sample', 'impact.json'), 'utf8')))

/** Gives the sample its impact assessments; the systems are named by their keys in the sample. Call inside write(). */
export function addAssessments(file: EngagementFile, systemIds: ReadonlyMap<string, string>): void {
  for (const assessment of readSample()) addAssessment(file, assessment, systemIds.get(assessment.system) ?? '')
}

function addAssessment(file: EngagementFile, sample: SampleAssessment, systemId: string): void {
  const assessmentId = uuid()
  const createdAt = new Date().toISOString()
  const own = () => ({ id: uuid(), assessmentId, createdAt })
  const { triggers, ...fields } = sample.fields
  file.run(
    database.insertInto('impactAssessment').values({
      ...fields,
      id: assessmentId,
      systemId,
      createdAt,
      triggers: toListColumn(triggers),
      reviewDate: inDays(sample.reviewIn),
      triageAnswers: JSON.stringify(Object.fromEntries(Object.entries(sample.triageAnswers).sort(([a], [b]) => (a < b ? -1 : 1)))),
    }),
  )
  const impacts = sample.impacts.map(({ key, ...impact }) => ({ key, row: { ...impact, ...own() } }))
  const harms = new Map(impacts.map(({ key, row }) => [key, row.id]))
  const measures = sample.measures.map(({ harm, dueIn, ...measure }) => ({
    ...measure,
    ...own(),
    impactId: harm === null ? null : (harms.get(harm) ?? null),
    dueDate: inDays(dueIn),
  }))
  if (impacts.length > 0) file.run(database.insertInto('impact').values(impacts.map(({ row }) => row)))
  const failureModes = sample.failureModes.map((failureMode) => ({ ...failureMode, ...own() }))
  if (failureModes.length > 0) file.run(database.insertInto('impactFailureMode').values(failureModes))
  if (measures.length > 0) file.run(database.insertInto('impactMeasure').values(measures))
  if (sample.approved) approve(file, assessmentId, sample.approved, createdAt)
  for (const { measure, status } of sample.since) {
    file.run(
      database
        .updateTable('impactMeasure')
        .set({ status })
        .where('id', '=', measures[measure]?.id ?? ''),
    )
  }
}

function approve(file: EngagementFile, assessmentId: string, approved: NonNullable<SampleAssessment['approved']>, createdAt: string): void {
  const { daysAgo, ...approval } = approved
  freeze(file, assessmentId, { number: 1, ...approval, approvedOn: inDays(-daysAgo) ?? localDay(new Date()), createdAt })
}
