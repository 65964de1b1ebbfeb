import { z } from 'zod'
import { day, done, freeText, givenName, moment, nothing, ofEngagement, pastDay, recordId, shortText } from './procedure.ts'

export const conformities = ['not-assessed', 'conforms', 'partly', 'does-not-conform', 'not-applicable'] as const
export const conformity = z.enum(conformities)
export type Conformity = z.infer<typeof conformity>

export const priorities = ['low', 'medium', 'high', 'critical'] as const
export const priority = z.enum(priorities)

export const roundKinds = ['baseline', 'follow-up', 'pre-certification'] as const
export const roundKind = z.enum(roundKinds)

/** The judgement of one requirement or control in one round. One schema: types, validation and form. */
export const judgementFields = z.object({
  conformity,
  /** Why a control does not apply; requirements of clauses 4 to 10 always apply. */
  notApplicableReason: freeText,
  /** 0 not there, 1 by chance, 2 repeatable, 3 defined, 4 measured, 5 improving; null when not judged. */
  maturity: z.number().int().min(0).max(5).nullable(),
  notes: freeText,
  interviewee: shortText,
  evidenceReference: freeText,
  finding: freeText,
  action: freeText,
  owner: shortText,
  effortDays: z.number().min(0).max(10_000).nullable(),
  priority: priority.nullable(),
  dueDate: day.nullable(),
})
export const judgementField = judgementFields.keyof()
type JudgementField = z.infer<typeof judgementField>
export type JudgementFields = z.infer<typeof judgementFields>

/** What makes a judgement: who writes one of these has judged. Planning what follows from it (action, owner, dates) is none. */
export const judgingFields = [
  'conformity',
  'notApplicableReason',
  'maturity',
  'notes',
  'interviewee',
  'evidenceReference',
  'finding',
] as const satisfies readonly JudgementField[]
const judging: ReadonlySet<string> = new Set(judgingFields)
export const isJudging = (fields: object) => Object.keys(fields).some((field) => judging.has(field))

/** Judged or confirmed in this round, or carried over from an earlier one and looked at by nobody yet. */
export const judgementOrigin = z.enum(['round', 'carried-over'])

export const judgement = judgementFields.extend({ id: recordId, roundId: recordId, itemId: z.string(), origin: judgementOrigin })
export type Judgement = z.infer<typeof judgement>

export const round = z.object({
  id: recordId,
  name: shortText.min(1),
  kind: roundKind,
  startedOn: pastDay,
  closedOn: pastDay.nullable(),
  basedOn: recordId.nullable(),
  createdAt: moment,
})
export type Round = z.infer<typeof round>

/** Numbers of one clause, chapter or objective. */
export const groupResult = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['chapter', 'clause', 'objective']),
  items: z.number(),
  /** With a judgement, also one that was carried over from an earlier round. */
  assessed: z.number(),
  /** Judged or confirmed in this round. */
  confirmed: z.number(),
  conforms: z.number(),
  partly: z.number(),
  doesNotConform: z.number(),
  notApplicable: z.number(),
  /** Conformity of the assessed and applicable items, 0 to 1 (partly counts half); null when none is assessed. */
  conformity: z.number().nullable(),
  /** Mean maturity of the items that have one, 0 to 5. */
  maturity: z.number().nullable(),
})
export type GroupResult = z.infer<typeof groupResult>

export const topGap = z.object({
  itemId: z.string(),
  title: z.string(),
  conformity,
  maturity: z.number().nullable(),
  finding: z.string(),
  action: z.string(),
  owner: z.string(),
  priority: priority.nullable(),
  dueDate: day.nullable(),
  effortDays: z.number().nullable(),
})
export type TopGap = z.infer<typeof topGap>

export const gapResults = z.object({
  round,
  total: groupResult,
  chapters: z.array(groupResult),
  clauses: z.array(groupResult),
  objectives: z.array(groupResult),
  topGaps: z.array(topGap),
  openEffortDays: z.number(),
})
export type GapResults = z.infer<typeof gapResults>

export const gapDifference = z.object({
  from: round,
  to: round,
  improved: z.number(),
  worsened: z.number(),
  unchanged: z.number(),
  items: z.array(
    z.object({
      itemId: z.string(),
      title: z.string(),
      from: conformity,
      to: conformity,
      fromMaturity: z.number().nullable(),
      toMaturity: z.number().nullable(),
      change: z.enum(['improved', 'worsened', 'changed']),
    }),
  ),
})
export type GapDifference = z.infer<typeof gapDifference>

const ofRound = z.object({ roundId: recordId })
const affected = ['gap', 'risk', 'soa', 'trace', 'documents', 'engagement', 'roadmap', 'cost']

export const gapContract = {
  rounds: ofEngagement.query('The rounds of the gap assessment, oldest first', nothing, z.array(round)),
  startRound: ofEngagement.mutation(
    'Start a round, empty or from the judgements of an earlier one',
    z.object({ name: givenName, kind: roundKind, startedOn: pastDay.optional(), basedOn: recordId.nullable().default(null) }),
    round,
    affected,
  ),
  updateRound: ofEngagement.mutation(
    'Rename a round, or close or reopen it',
    z.object({ roundId: recordId, name: shortText.min(1).optional(), closedOn: pastDay.nullable().optional() }),
    round,
    ['gap', 'documents', 'roadmap'],
  ),
  judgements: ofEngagement.query('Every judgement of a round, in the order of the catalog', ofRound, z.array(judgement)),
  judge: ofEngagement.mutation(
    'Change the judgement of one requirement or control, named by its catalog id',
    z.object({ roundId: recordId, itemId: z.string(), fields: judgementFields.partial() }),
    judgement,
    affected,
  ),
  confirm: ofEngagement.mutation(
    'Confirm judgements that were carried over from an earlier round; what is judged in this round stays as it is',
    z.object({ roundId: recordId, itemIds: z.array(z.string()).min(1) }),
    z.object({ confirmed: z.number() }),
    affected,
  ),
  results: ofEngagement.query('Conformity, maturity, progress and top gaps of a round', ofRound, gapResults),
  difference: ofEngagement.query('What changed between two rounds', z.object({ from: recordId, to: recordId }), gapDifference),
  deleteRound: ofEngagement.mutation('Delete a round with its judgements', ofRound, done, affected, { offersUndo: true }),
}
