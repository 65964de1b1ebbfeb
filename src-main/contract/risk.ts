import { z } from 'zod'
import { day, done, freeText, moment, nothing, ofApplication, ofEngagement, pastDay, recordId, shortText } from './procedure.ts'

export const treatments = ['avoid', 'modify', 'share', 'retain'] as const
export const treatment = z.enum(treatments)
export const treatmentStatuses = ['not-started', 'under-way', 'done'] as const
export const treatmentStatus = z.enum(treatmentStatuses)
export const riskStates = ['open', 'closed'] as const
export const riskState = z.enum(riskStates)
export const riskOrigins = ['library', 'impact', 'finding'] as const
export const riskOrigin = z.enum(riskOrigins)

const sentence = z.string().trim().min(1)

/** Content of the risk register in our own words: the topics of Annex C, and typical AI risks to start from. */
export const riskGuide = z.object({
  version: z.string(),
  notice: sentence,
  /** Organizational objectives C.2 and risk sources C.3 of ISO/IEC 42001. */
  topics: z.array(
    z.object({ id: z.string(), kind: z.enum(['objective', 'source']), title: sentence, about: sentence, signs: z.array(sentence) }),
  ),
  library: z.array(
    z.object({
      id: z.string(),
      title: sentence,
      about: sentence,
      sources: z.array(z.string()).min(1),
      objectives: z.array(z.string()).min(1),
      cause: sentence,
      event: sentence,
      consequence: sentence,
      controls: z.array(z.string()).min(1),
      plan: sentence,
    }),
  ),
})
export type RiskGuide = z.infer<typeof riskGuide>

/** One step of a scale, the lowest first. */
export const scaleStep = z.object({ word: z.string().trim().min(1).max(60), meaning: freeText })
export type ScaleStep = z.infer<typeof scaleStep>

/** Steps that a scale may have. */
export const scaleLengths = [3, 4, 5, 6] as const

const scale = z
  .array(scaleStep)
  .min(3)
  .max(6)
  .refine((steps) => new Set(steps.map(({ word }) => word.toLowerCase())).size === steps.length, 'two steps of a scale have the same word')

/** Criteria of the engagement (clause 6.1.2): scales in words, and where acceptance ends. */
export const riskCriteria = z.object({
  likelihood: scale,
  consequence: scale,
  /** For each step of likelihood, how many steps of consequence, from the lowest, are accepted without treatment. It never rises. */
  acceptance: z
    .array(z.number().int().min(0).max(6))
    .min(3)
    .max(6)
    .refine((line) => line.every((steps, index) => index === 0 || steps <= (line[index - 1] ?? 0)), 'the acceptance line rises'),
  note: freeText,
})
export type RiskCriteria = z.infer<typeof riskCriteria>

const step = z.number().int().min(1).max(6).nullable()

/** An entry of the risk register. One schema: types, validation and form. Likelihood and consequence are steps of the criteria, from 1. */
export const riskFields = z.object({
  reference: shortText.min(1),
  title: shortText.min(1),
  sources: z.array(z.string()),
  objectives: z.array(z.string()),
  cause: freeText,
  event: freeText,
  consequence: freeText,
  owner: shortText,
  inherentLikelihood: step,
  inherentConsequence: step,
  currentLikelihood: step,
  currentConsequence: step,
  targetLikelihood: step,
  targetConsequence: step,
  treatment: treatment.nullable(),
  treatmentPlan: freeText,
  treatmentOwner: shortText,
  treatmentDue: day.nullable(),
  treatmentStatus,
  /** Who on the client's side accepted the residual risk (clause 6.1.3). */
  acceptedBy: shortText,
  acceptedOn: pastDay.nullable(),
  acceptanceReason: freeText,
  reviewDate: day.nullable(),
  state: riskState,
  notes: freeText,
})
/** Fields that many risks can be given the same value for. */
export const sharedRiskFields = riskFields.pick({
  owner: true,
  treatment: true,
  treatmentOwner: true,
  treatmentDue: true,
  treatmentStatus: true,
  reviewDate: true,
  state: true,
})
export const riskField = riskFields.keyof()
export type RiskField = z.infer<typeof riskField>
export type RiskFields = z.infer<typeof riskFields>

/** low: within the acceptance line; medium: beyond it, and one step less on one scale would be within it; high: further; open: not rated. */
export const riskLevels = ['open', 'low', 'medium', 'high'] as const
export const riskLevel = z.enum(riskLevels)
export type RiskLevel = z.infer<typeof riskLevel>

export const riskRating = z.object({ likelihood: step, consequence: step, level: riskLevel })

/** What an auditor would raise on one risk. */
export const riskIssues = [
  'not-rated',
  'no-owner',
  'no-treatment',
  'modify-without-control',
  'no-plan',
  'treatment-overdue',
  'residual-not-accepted',
  'target-not-acceptable',
  'review-overdue',
] as const
export const riskIssue = z.enum(riskIssues)
export type RiskIssue = z.infer<typeof riskIssue>

/** One line of the register. */
export const riskRow = riskFields
  .pick({
    reference: true,
    title: true,
    owner: true,
    sources: true,
    objectives: true,
    treatment: true,
    treatmentDue: true,
    treatmentStatus: true,
    acceptedBy: true,
    acceptedOn: true,
    reviewDate: true,
    state: true,
  })
  .extend({
    id: recordId,
    inherent: riskRating,
    current: riskRating,
    target: riskRating,
    systemNames: z.array(z.string()),
    controlCodes: z.array(z.string()),
    issues: z.array(riskIssue),
  })
export type RiskRow = z.infer<typeof riskRow>

export const risk = riskFields.extend({
  id: recordId,
  createdAt: moment,
  inherent: riskRating,
  current: riskRating,
  target: riskRating,
  systems: z.array(z.object({ id: recordId, name: z.string() })),
  controls: z.array(z.object({ code: z.string(), title: z.string() })),
  issues: z.array(riskIssue),
  origin: riskOrigin.nullable(),
  /** Library id, impact id or catalog id, by the origin. */
  originId: z.string().nullable(),
  originTitle: z.string(),
  /** The assessment that an impact belongs to, for the jump. */
  originAssessmentId: recordId.nullable(),
})
export type Risk = z.infer<typeof risk>

/** What a risk can start from. */
export const riskSeed = z.object({
  origin: riskOrigin,
  originId: z.string(),
  title: z.string(),
  about: z.string(),
  /** Risks that have started from it already. */
  used: z.number(),
})
export type RiskSeed = z.infer<typeof riskSeed>

/** What criteria say of every cell: `[likelihood - 1][consequence - 1]` is its level. */
export const riskMatrix = z.object({
  levels: z.array(z.array(riskLevel)),
  /** Where acceptance ends, fitted to the scales. */
  acceptance: z.array(z.number()),
  /** Risks whose current level would be another with these criteria. */
  better: z.number(),
  worse: z.number(),
  /** Ratings that lie beyond a scale which got shorter, and would move to its last step. */
  moved: z.number(),
})
export type RiskMatrix = z.infer<typeof riskMatrix>

const riskStart = z.object({ origin: riskOrigin, originId: z.string() })
/** Entries of registers and evidence tell the names of the risks that they are linked with, and how many links they have. */
const affected = ['risk', 'inventory', 'soa', 'registers', 'evidence', 'trace', 'documents']
const ofRisk = z.object({ id: recordId })

export const riskContract = {
  guide: ofApplication.query('Risk sources and objectives of Annex C, and the library of typical AI risks', nothing, riskGuide),
  criteria: ofEngagement.query('The risk criteria of the engagement', nothing, riskCriteria),
  setCriteria: ofEngagement.mutation(
    'Change the risk criteria; a rating beyond a scale that got shorter is moved to its last step',
    riskCriteria.partial(),
    riskCriteria,
    affected,
  ),
  matrix: ofEngagement.query(
    'The level of every cell of the matrix; with a draft of the criteria, what it would change',
    riskCriteria.partial(),
    riskMatrix,
  ),
  list: ofEngagement.query('Every risk, by reference', nothing, z.array(riskRow)),
  get: ofEngagement.query('One risk with its systems, controls and origin', ofRisk, risk),
  seeds: ofEngagement.query(
    'What a risk can start from: the library, harms of impact assessments, findings of the newest round',
    z.object({ origin: riskOrigin }),
    z.array(riskSeed),
  ),
  add: ofEngagement.mutation(
    'Add a risk, empty or from an origin whose words and controls it takes',
    z.object({
      title: shortText.optional(),
      systemIds: z.array(recordId).default([]),
      from: riskStart.optional(),
    }),
    risk,
    affected,
  ),
  addMany: ofEngagement.mutation(
    'Add a risk from each of several origins, in one change',
    z.object({ from: z.array(riskStart).min(1).max(500), systemIds: z.array(recordId).default([]) }),
    z.object({ ids: z.array(recordId) }),
    affected,
  ),
  update: ofEngagement.mutation('Change fields of a risk', ofRisk.extend({ fields: riskFields.partial() }), risk, affected, {
    row: 'risk.list',
  }),
  updateMany: ofEngagement.mutation(
    'Give selected risks the same values in one change',
    z.object({ ids: z.array(recordId).min(1), fields: riskFields.omit({ reference: true, title: true }).partial() }),
    z.object({ changed: z.number() }),
    affected,
    { offersUndo: true },
  ),
  setSystems: ofEngagement.mutation(
    'Name the AI systems that a risk concerns',
    ofRisk.extend({ systemIds: z.array(recordId) }),
    risk,
    affected,
  ),
  setControls: ofEngagement.mutation(
    'Name the controls that treat a risk, by their codes in the SoA',
    ofRisk.extend({ codes: z.array(z.string()) }),
    risk,
    affected,
  ),
  remove: ofEngagement.mutation('Remove risks from the register', z.object({ ids: z.array(recordId).min(1) }), done, affected, {
    offersUndo: true,
  }),
}
