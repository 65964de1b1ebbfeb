import { v7 as uuid } from 'uuid'
import { loadImpactGuide } from '../catalog/impact-guide.ts'
import { loadCatalog } from '../catalog/load.ts'
import { FieldbookError } from '../contract/errors.ts'
import type { FailureMode, ImpactFields, Measure } from '../contract/impact.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { text } from '../language/text.ts'
import { assessmentHead, forgetOrigins, partById } from './queries.ts'

type Part = 'impact' | 'impactFailureMode' | 'impactMeasure'
type FailureModeFields = Omit<FailureMode, 'id' | 'createdAt'>
type MeasureFields = Omit<Measure, 'id' | 'createdAt'>
type NewImpact = Partial<ImpactFields> & Pick<ImpactFields, 'kind' | 'dimension' | 'subject'>

const refuse = (key: string, id: string) => new FieldbookError('invalid-input', { reason: text(`impact:${key}`, { id }) })

function checkDimension(id: string | undefined): void {
  if (id !== undefined && !loadImpactGuide().dimensions.some((known) => known.id === id)) throw refuse('unknownDimension', id)
}

/** A measure answers a harm of its own assessment, and is carried out through a control that is there. */
function checkMeasure(file: EngagementFile, assessmentId: string, { impactId, controlCode }: Partial<MeasureFields>): void {
  if (impactId && file.one(partById('impact', impactId), impactId).assessmentId !== assessmentId) throw refuse('otherAssessment', impactId)
  if (!controlCode || loadCatalog().controls.some(({ id }) => id === controlCode)) return
  const own = file.first(database.selectFrom('customControl').select('id').where('code', '=', controlCode))
  if (!own) throw refuse('unknownControl', controlCode)
}

/** Writes a new part of an assessment under a label of the history. */
function add(file: EngagementFile, assessmentId: string, part: Part, now: Date, insert: (id: string, createdAt: string) => void): void {
  const { title } = file.one(assessmentHead(assessmentId), assessmentId)
  file.write(text(`impact:history.${part}Added`, { title }), () => insert(uuid(), now.toISOString()))
}

/** Writes a change of a part, and says to which assessment it belongs. */
function change(file: EngagementFile, part: Part, id: string, what: 'Changed' | 'Removed', work: (assessmentId: string) => void): string {
  const { assessmentId, title } = file.one(partById(part, id), id)
  file.write(text(`impact:history.${part}${what}`, { title }), () => work(assessmentId))
  return assessmentId
}

const isNothing = (fields: object) => Object.keys(fields).length === 0

export function addImpact(file: EngagementFile, assessmentId: string, fields: NewImpact, now: Date): void {
  checkDimension(fields.dimension)
  add(file, assessmentId, 'impact', now, (id, createdAt) =>
    file.run(database.insertInto('impact').values({ ...fields, id, assessmentId, createdAt })),
  )
}

export function updateImpact(file: EngagementFile, id: string, fields: Partial<ImpactFields>): string {
  checkDimension(fields.dimension)
  if (isNothing(fields)) return file.one(partById('impact', id), id).assessmentId
  return change(file, 'impact', id, 'Changed', () => file.run(database.updateTable('impact').set(fields).where('id', '=', id)))
}

/** Removes a benefit or harm; measures that answer it alone go with it. */
export function removeImpact(file: EngagementFile, id: string): string {
  return change(file, 'impact', id, 'Removed', () => {
    file.run(forgetOrigins('id', id))
    file.run(database.deleteFrom('impactMeasure').where('impactId', '=', id))
    file.run(database.deleteFrom('impact').where('id', '=', id))
  })
}

export function addFailureMode(file: EngagementFile, assessmentId: string, fields: Partial<FailureModeFields>, now: Date): void {
  add(file, assessmentId, 'impactFailureMode', now, (id, createdAt) =>
    file.run(database.insertInto('impactFailureMode').values({ ...fields, id, assessmentId, createdAt })),
  )
}

export function updateFailureMode(file: EngagementFile, id: string, fields: Partial<FailureModeFields>): string {
  if (isNothing(fields)) return file.one(partById('impactFailureMode', id), id).assessmentId
  return change(file, 'impactFailureMode', id, 'Changed', () =>
    file.run(database.updateTable('impactFailureMode').set(fields).where('id', '=', id)),
  )
}

export const removeFailureMode = (file: EngagementFile, id: string): string =>
  change(file, 'impactFailureMode', id, 'Removed', () => file.run(database.deleteFrom('impactFailureMode').where('id', '=', id)))

export function addMeasure(file: EngagementFile, assessmentId: string, fields: Partial<MeasureFields>, now: Date): void {
  checkMeasure(file, assessmentId, fields)
  add(file, assessmentId, 'impactMeasure', now, (id, createdAt) =>
    file.run(database.insertInto('impactMeasure').values({ ...fields, id, assessmentId, createdAt })),
  )
}

export function updateMeasure(file: EngagementFile, id: string, fields: Partial<MeasureFields>): string {
  const { assessmentId } = file.one(partById('impactMeasure', id), id)
  checkMeasure(file, assessmentId, fields)
  if (isNothing(fields)) return assessmentId
  return change(file, 'impactMeasure', id, 'Changed', () =>
    file.run(database.updateTable('impactMeasure').set(fields).where('id', '=', id)),
  )
}

export const removeMeasure = (file: EngagementFile, id: string): string =>
  change(file, 'impactMeasure', id, 'Removed', () => file.run(database.deleteFrom('impactMeasure').where('id', '=', id)))
