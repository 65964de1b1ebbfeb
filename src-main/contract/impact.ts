import { z } from 'zod'
import { day, done, freeText, moment, nothing, ofApplication, ofEngagement, recordId, shortText } from './procedure.ts'
import { approval, approvedVersion, versionDifference, versionNumber } from './versions.ts'

export const triages = ['open', 'full', 'not-needed'] as const
export const triage = z.enum(triages)
export const impactKinds = ['benefit', 'harm'] as const
export const impactKind = z.enum(impactKinds)
export const impactSubjects = ['individuals', 'groups', 'society'] as const
export const impactSubject = z.enum(impactSubjects)
export const impactDecisions = ['open', 'proceed', 'proceed-with-measures', 'do-not-proceed'] as const
export const impactDecision = z.enum(impactDecisions)
export const measureStatuses = ['planned', 'under-way', 'done'] as const
export const measureStatus = z.enum(measureStatuses)

const sentence = z.string().trim().min(1)

/** Content of the impact assessment, in our own words, by the topics of ISO/IEC 42005:2025. */
export const impactGuide = z.object({
  version: z.string(),
  notice: sentence,
  /** Steps of an assessment in their order; `field` is a text of the assessment where the step has one. */
  steps: z.array(
    z.object({
      id: z.string(),
      title: sentence,
      about: sentence,
      source: sentence,
      fields: z.array(z.string()),
      questions: z.array(sentence),
    }),
  ),
  /** What an impact can be on: accountability, fairness, privacy and others. */
  dimensions: z.array(
    z.object({
      id: z.string(),
      title: sentence,
      about: sentence,
      examples: z.array(z.object({ kind: impactKind, text: sentence })).min(2),
    }),
  ),
  /** A yes to one of these asks for a full assessment (thresholds, clause 5.7 of ISO/IEC 42005). */
  triage: z.array(z.object({ id: z.string(), text: sentence, help: sentence, source: sentence })),
  /** The question of the triage whose yes makes the content of AI Act Art. 27 mandatory. */
  rightsQuestion: z.string(),
  /** Events after which an assessment is made anew (clause 5.4 of ISO/IEC 42005). */
  triggers: z.array(z.object({ id: z.string(), text: sentence })),
  /** Words for the steps 1 to 5 of each scale. */
  scales: z.object({
    severity: z.array(z.object({ word: sentence, meaning: sentence })).length(5),
    reach: z.array(z.object({ word: sentence, meaning: sentence })).length(5),
    reversibility: z.array(z.object({ word: sentence, meaning: sentence })).length(5),
    likelihood: z.array(z.object({ word: sentence, meaning: sentence })).length(5),
  }),
})
export type ImpactGuide = z.infer<typeof impactGuide>

/** Texts and choices of an assessment. One schema: types, validation and form. */
export const assessmentFields = z.object({
  title: shortText.min(1),
  assessors: freeText,
  triage,
  triageReason: freeText,
  scope: freeText,
  intendedUse: freeText,
  /** Foreseeable misuse, and uses that are not intended. */
  misuse: freeText,
  data: freeText,
  models: freeText,
  environment: freeText,
  parties: freeText,
  /** AI Act Art. 27(1)(a): the deployer's processes in which the system is used. */
  processes: freeText,
  /** Art. 27(1)(b): how long and how often. */
  period: freeText,
  /** Art. 27(1)(c): categories of people and groups likely to be affected. */
  affectedGroups: freeText,
  /** Art. 27(1)(e): human oversight. */
  oversight: freeText,
  /** Art. 27(1)(f): internal governance and complaint mechanisms. */
  complaints: freeText,
  /** Art. 27(3): notification of the market surveillance authority. */
  notification: freeText,
  conclusion: freeText,
  decision: impactDecision,
  decisionReason: freeText,
  reviewDate: day.nullable(),
  triggers: z.array(z.string()),
  triggerNote: freeText,
})
export const assessmentField = assessmentFields.keyof()
export type AssessmentField = z.infer<typeof assessmentField>
export type AssessmentFields = z.infer<typeof assessmentFields>

const step = z.number().int().min(1).max(5).nullable()

/** A benefit or harm. Severity 1 negligible to 5 critical; reach 1 single people to 5 society; reversibility 1 at once to 5 never. */
export const impactFields = z.object({
  kind: impactKind,
  dimension: z.string().min(1).max(100),
  subject: impactSubject,
  who: shortText,
  description: freeText,
  severity: step,
  reach: step,
  reversibility: step,
  likelihood: step,
  residualSeverity: step,
  residualLikelihood: step,
  residualNote: freeText,
})
export type ImpactFields = z.infer<typeof impactFields>
export const impact = impactFields.extend({
  id: recordId,
  createdAt: moment,
  /** Severity, one step higher each where many are reached and where it is hard to undo; 1 to 5, null while a rating is open. */
  consequence: step,
  /** Consequence times likelihood, 1 to 25; null while a rating is open. */
  level: z.number().nullable(),
  /** The same after the measures; reach and reversibility stay what they are. */
  residualConsequence: step,
  residualLevel: z.number().nullable(),
})
export type Impact = z.infer<typeof impact>

export const failureModeFields = z.object({ description: freeText, cause: freeText, effect: freeText, detection: freeText })
export const failureMode = failureModeFields.extend({ id: recordId, createdAt: moment })
export type FailureMode = z.infer<typeof failureMode>

export const measureFields = z.object({
  /** The harm that it answers, or null for a measure of the whole assessment. */
  impactId: recordId.nullable(),
  description: freeText,
  owner: shortText,
  dueDate: day.nullable(),
  status: measureStatus,
  /** The control of the SoA through which it is carried out. */
  controlCode: z.string().max(40).nullable(),
})
export const measure = measureFields.extend({ id: recordId, createdAt: moment })
export type Measure = z.infer<typeof measure>

/** What is missing before an assessment can be approved: where it is mended, and a sentence for it. */
export const missingPoint = z.object({
  step: z.string(),
  /** The field, where it is one. */
  field: assessmentField.nullable(),
  /** The benefit, harm or measure, where it is one. */
  recordId: recordId.nullable(),
  sentence: z.string(),
})
export type MissingPoint = z.infer<typeof missingPoint>

/** draft: never approved; approved; changed since it was approved; overdue: its review date is over. */
export const assessmentStates = ['triage', 'draft', 'approved', 'changed', 'overdue', 'not-needed'] as const
export const assessmentState = z.enum(assessmentStates)

export const assessment = assessmentFields.extend({
  id: recordId,
  systemId: recordId,
  systemName: z.string(),
  createdAt: moment,
  /** By question of the triage: yes, no, or not answered. */
  triageAnswers: z.record(z.string(), z.boolean()),
  /** What the answers ask for. */
  triageProposal: triage,
  impacts: z.array(impact),
  failureModes: z.array(failureMode),
  measures: z.array(measure),
  latestVersion: z.number().nullable(),
  /** The assessment is not what its newest version says. */
  changedSince: z.boolean(),
  state: assessmentState,
  /** What is missing before it can be approved. */
  missing: z.array(missingPoint),
})
export type Assessment = z.infer<typeof assessment>

/** One line of the list. */
export const assessmentRow = z.object({
  id: recordId,
  title: z.string(),
  systemId: recordId,
  systemName: z.string(),
  state: assessmentState,
  triage,
  decision: impactDecision,
  harms: z.number(),
  benefits: z.number(),
  /** Highest level of its harms, 1 to 25, before and after measures. */
  level: z.number().nullable(),
  residualLevel: z.number().nullable(),
  openMeasures: z.number(),
  reviewDate: day.nullable(),
  latestVersion: z.number().nullable(),
})
export type AssessmentRow = z.infer<typeof assessmentRow>

/** How high a level is, in a word; `from` is the lowest level of each. */
export const levelBands = [
  { band: 'very-high', from: 16 },
  { band: 'high', from: 10 },
  { band: 'moderate', from: 5 },
  { band: 'low', from: 1 },
] as const
export type LevelBand = (typeof levelBands)[number]['band']

/** The word for a level of 1 to 25. */
export const bandOf = (level: number): LevelBand => levelBands.find(({ from }) => level >= from)?.band ?? 'low'

/** What an approved version keeps: everything that was written, and the name of the system as it was then. */
export const frozenAssessment = assessment.omit({ latestVersion: true, changedSince: true, state: true, missing: true })
export type FrozenAssessment = z.infer<typeof frozenAssessment>

/** Entries of registers and evidence tell the titles of the assessments that they are linked with, and how many links they have. */
const affected = ['impact', 'inventory', 'risk', 'soa', 'registers', 'evidence', 'trace', 'documents']
const ofAssessment = z.object({ assessmentId: recordId })

export const impactContract = {
  guide: ofApplication.query('Steps, dimensions, scales, triage questions and triggers of impact assessments', nothing, impactGuide),
  list: ofEngagement.query('Every impact assessment, by the name of its system', nothing, z.array(assessmentRow)),
  get: ofEngagement.query('One impact assessment with its impacts, failure modes and measures', ofAssessment, assessment),
  start: ofEngagement.mutation(
    'Start the impact assessment of an AI system, with what the inventory knows of it',
    z.object({ systemId: recordId, title: shortText.min(1).optional() }),
    assessment,
    affected,
  ),
  update: ofEngagement.mutation(
    'Change fields of an assessment',
    ofAssessment.extend({ fields: assessmentFields.partial() }),
    assessment,
    affected,
  ),
  answerTriage: ofEngagement.mutation(
    'Answer a question of the triage; null takes the answer back',
    ofAssessment.extend({ question: z.string(), value: z.boolean().nullable() }),
    assessment,
    affected,
  ),
  remove: ofEngagement.mutation('Remove an assessment that was never approved', ofAssessment, done, affected, { offersUndo: true }),
  addImpact: ofEngagement.mutation(
    'Add a benefit or harm',
    ofAssessment.extend({ fields: impactFields.partial().extend({ kind: impactKind, dimension: z.string(), subject: impactSubject }) }),
    assessment,
    affected,
  ),
  updateImpact: ofEngagement.mutation(
    'Change a benefit or harm',
    z.object({ id: recordId, fields: impactFields.partial() }),
    assessment,
    affected,
  ),
  removeImpact: ofEngagement.mutation('Remove a benefit or harm, with its measures', z.object({ id: recordId }), assessment, affected, {
    offersUndo: true,
  }),
  addFailureMode: ofEngagement.mutation(
    'Add a failure mode',
    ofAssessment.extend({ fields: failureModeFields.partial() }),
    assessment,
    affected,
  ),
  updateFailureMode: ofEngagement.mutation(
    'Change a failure mode',
    z.object({ id: recordId, fields: failureModeFields.partial() }),
    assessment,
    affected,
  ),
  removeFailureMode: ofEngagement.mutation('Remove a failure mode', z.object({ id: recordId }), assessment, affected, { offersUndo: true }),
  addMeasure: ofEngagement.mutation('Add a measure', ofAssessment.extend({ fields: measureFields.partial() }), assessment, affected),
  updateMeasure: ofEngagement.mutation(
    'Change a measure',
    z.object({ id: recordId, fields: measureFields.partial() }),
    assessment,
    affected,
  ),
  removeMeasure: ofEngagement.mutation('Remove a measure', z.object({ id: recordId }), assessment, affected, { offersUndo: true }),
  approve: ofEngagement.mutation(
    'Freeze an assessment as a numbered version',
    ofAssessment.extend(approval.shape),
    approvedVersion,
    affected,
  ),
  versions: ofEngagement.query('Approved versions of an assessment, newest first', ofAssessment, z.array(approvedVersion)),
  version: ofEngagement.query('An assessment as a version froze it', ofAssessment.extend({ number: versionNumber }), frozenAssessment),
  difference: ofEngagement.query(
    'What changed between two versions; 0 is the assessment as it stands',
    ofAssessment.extend({ from: versionNumber, to: versionNumber }),
    versionDifference,
  ),
}
