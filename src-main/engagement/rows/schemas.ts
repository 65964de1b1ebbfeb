import { z } from 'zod'
import { auditItemFields } from '../../contract/audits.ts'
import { classificationFields, riskClass } from '../../contract/classification.ts'
import { crosswalkNoteFields, framework } from '../../contract/crosswalk.ts'
import { documentFormat, report } from '../../contract/documents.ts'
import { dossierFormat } from '../../contract/dossier.ts'
import { engagementRecord, lineageEntry } from '../../contract/engagement.ts'
import { evidenceFile } from '../../contract/evidence.ts'
import { judgement, round } from '../../contract/gap.ts'
import { assessmentFields, failureMode, impactFields, measure } from '../../contract/impact.ts'
import { eventFields, notificationFields } from '../../contract/incidents.ts'
import { presetFields, systemFields } from '../../contract/inventory.ts'
import { readingFields } from '../../contract/measures.ts'
import { day, freeText, moment, recordId, shortText } from '../../contract/procedure.ts'
import { raciLetter } from '../../contract/raci.ts'
import { linkKind, registerId, registers } from '../../contract/registers/index.ts'
import { gathered, decisionFields as reviewedDecision, reviewInput } from '../../contract/reviews.ts'
import { riskCriteria, riskFields, riskOrigin } from '../../contract/risk.ts'
import { taskFields } from '../../contract/roadmap.ts'
import { decisionFields, frozenDecision } from '../../contract/soa.ts'
import { frozenStatement, statementKind } from '../../contract/statements.ts'
import { answerFields } from '../../contract/suppliers.ts'
import { approvedVersion } from '../../contract/versions.ts'
import { tableView, viewScreen } from '../../contract/views.ts'
import { trackedTables } from '../migrations/index.ts'
import type { Schema } from '../schema.ts'

/** A column that holds JSON, and what the JSON has to be. */
const json = (content: z.ZodType) =>
  z
    .string()
    .transform((column, context) => {
      try {
        const parsed: unknown = JSON.parse(column)
        return parsed
      } catch {
        context.addIssue({ code: 'custom', message: 'no JSON' })
        return z.NEVER
      }
    })
    .pipe(content)

const name = z.string().min(1)
const created = { id: recordId, createdAt: moment }
const flag = z.union([z.literal(0), z.literal(1)])
const sha256 = evidenceFile.shape.sha256
/** Numbers that history counts by: no gaps, and room for the next one. */
const count = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER)
const version = approvedVersion

/** The entries of a register: its own fields; the lists among them are JSON. */
const entries = (id: keyof typeof registers) => {
  const { shape } = registers[id].fields
  const columns = Object.entries<z.ZodType>(shape).map(([field, schema]) => [field, schema instanceof z.ZodArray ? json(schema) : schema])
  return z.object({ ...created, ...Object.fromEntries(columns) })
}

/** What each row of a table has to be, by the contract's own schemas: for `check`, and for finding out what a screen cannot show. */
export const rowSchemas = {
  engagement: engagementRecord,
  lineage: lineageEntry,
  change: z.object({
    id: count,
    uid: z.uuid(),
    at: moment,
    who: z.string(),
    label: z.string(),
    kind: z.enum(['edit', 'undo', 'redo', 'note']),
    subject: count.nullable(),
    permanent: flag,
  }),
  changeField: z.object({
    id: count,
    changeId: count,
    recordTable: z.enum([...trackedTables]),
    recordId: name,
    operation: z.enum(['insert', 'update', 'delete']),
    field: z.string(),
    oldValue: z.union([z.string(), z.number(), z.null()]),
    newValue: z.union([z.string(), z.number(), z.null()]),
  }),
  gapRound: round,
  judgement,
  aiSystem: z.object({ ...created, ...systemFields.shape, dataCategories: json(systemFields.shape.dataCategories) }),
  savedView: z.object({ id: recordId, screen: viewScreen, name: shortText.min(1), content: json(tableView) }),
  importPreset: z.object({ id: recordId, name: presetFields.shape.name, content: json(presetFields.omit({ name: true })) }),
  classification: classificationFields.extend({ id: recordId, systemId: recordId, riskClass, duties: json(z.array(z.string())) }),
  classificationAnswer: z.object({ id: recordId, systemId: recordId, question: name, value: json(z.array(z.string())), reason: freeText }),
  impactAssessment: z.object({
    ...created,
    ...assessmentFields.shape,
    systemId: recordId,
    triageAnswers: json(z.record(z.string(), z.boolean())),
    triggers: json(assessmentFields.shape.triggers),
  }),
  impact: impactFields.extend({ ...created, assessmentId: recordId }),
  impactFailureMode: failureMode.extend({ assessmentId: recordId }),
  impactMeasure: measure.extend({ assessmentId: recordId }),
  impactVersion: version.extend({ assessmentId: recordId, content: json(z.object({})), derived: json(z.object({})) }),
  riskCriteria: z.object({
    id: recordId,
    likelihood: json(riskCriteria.shape.likelihood),
    consequence: json(riskCriteria.shape.consequence),
    acceptance: json(riskCriteria.shape.acceptance),
    note: riskCriteria.shape.note,
  }),
  risk: z.object({
    ...created,
    ...riskFields.shape,
    sources: json(riskFields.shape.sources),
    objectives: json(riskFields.shape.objectives),
    origin: riskOrigin.nullable(),
    originId: z.string().nullable(),
  }),
  riskSystem: z.object({ id: recordId, riskId: recordId, systemId: recordId }),
  riskControl: z.object({ id: recordId, riskId: recordId, code: name }),
  soaDecision: z.object({ ...decisionFields.shape, id: recordId, code: name, reasons: json(decisionFields.shape.reasons) }),
  customControl: z.object({ id: recordId, code: name.max(40), title: shortText.min(1), description: freeText }),
  soaDecisionSystem: z.object({ id: recordId, decisionId: recordId, systemId: recordId }),
  soaVersion: version.extend({ content: json(z.array(frozenDecision)), scope: freeText.nullable() }),
  documentExport: z.object({
    id: recordId,
    report: z.union([report, z.literal('dossier')]),
    format: z.union([documentFormat, dossierFormat]),
    fileName: z.string(),
    at: moment,
  }),
  issuesRegister: entries('issues'),
  partiesRegister: entries('parties'),
  commitmentsRegister: entries('commitments'),
  rolesRegister: entries('roles'),
  objectivesRegister: entries('objectives'),
  changesRegister: entries('changes'),
  resourcesRegister: entries('resources'),
  peopleRegister: entries('people'),
  coursesRegister: entries('courses'),
  communicationsRegister: entries('communications'),
  informationRegister: entries('information'),
  operationsRegister: entries('operations'),
  suppliersRegister: entries('suppliers'),
  incidentsRegister: entries('incidents'),
  measuresRegister: entries('measures'),
  auditsRegister: entries('audits'),
  reviewsRegister: entries('reviews'),
  nonconformitiesRegister: entries('nonconformities'),
  actionsRegister: entries('actions'),
  evidenceRegister: entries('evidence').extend({
    sha256: sha256.nullable(),
    fileName: z.string(),
    mediaType: z.string(),
    size: z.number().int().min(0).nullable(),
  }),
  recordLink: z.object({ id: recordId, recordId, recordKind: registerId, targetKind: linkKind, targetId: name }),
  raciActivity: z.object({ ...created, title: z.string(), place: z.number(), requirement: z.string().nullable() }),
  raciAssignment: z.object({ id: recordId, activityId: recordId, roleId: recordId, letter: raciLetter }),
  attendance: z.object({
    id: recordId,
    personId: recordId,
    courseId: recordId,
    dueOn: day.nullable(),
    attendedOn: day.nullable(),
    result: z.string(),
  }),
  statement: z.object({ id: statementKind, kind: statementKind, owner: shortText, reviewDate: day.nullable(), createdAt: moment }),
  statementSection: z.object({ id: name, statementId: statementKind, section: name, body: freeText }),
  statementVersion: version.extend({ statementId: statementKind, content: json(frozenStatement) }),
  incidentEvent: eventFields.extend({ ...created, incidentId: recordId }),
  incidentNotification: notificationFields.extend({ id: recordId, incidentId: recordId, duty: name }),
  measureReading: readingFields.extend({ ...created, measureId: recordId }),
  supplierAnswer: answerFields.extend({ id: recordId, supplierId: recordId, question: name }),
  auditItem: auditItemFields.extend({
    id: recordId,
    auditId: recordId,
    itemId: name,
    nonconformityId: recordId.nullable(),
    place: z.number(),
  }),
  reviewInput: z.object({ id: recordId, reviewId: recordId, input: reviewInput, note: freeText, gathered: json(gathered).nullable() }),
  reviewDecision: reviewedDecision.extend({ ...created, reviewId: recordId, actionId: recordId.nullable() }),
  attachment: z.object({ sha256, size: z.number().int().min(0), isComplete: flag, createdAt: moment }),
  attachmentChunk: z.object({ sha256, number: z.number().int().min(0) }),
  roadmapTask: taskFields.extend({
    ...created,
    template: z.string().nullable(),
    baselineStartOn: day.nullable(),
    baselineEndOn: day.nullable(),
    place: z.number(),
  }),
  roadmapTaskItem: z.object({ id: recordId, taskId: recordId, itemId: name }),
  roadmapDependency: z.object({ id: recordId, taskId: recordId, afterId: recordId }),
  setting: z.object({ id: name, value: z.string() }),
  crosswalkNote: crosswalkNoteFields.extend({ id: name, framework, item: name }),
} satisfies Record<keyof Schema, z.ZodObject>

export type TableName = keyof typeof rowSchemas
