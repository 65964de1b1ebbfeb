import { z } from 'zod'
import { day, done, freeText, nothing, ofEngagement, pastDay, recordId } from './procedure.ts'
import { reviews } from './registers/evaluation.ts'
import { actions } from './registers/improvement.ts'
import { affectedByRegisters, linkKind } from './registers/index.ts'

/** What a management review has to look at (clause 9.3.2), and what an AI management system adds to it. */
export const reviewInputs = [
  'actions',
  'issues',
  'parties',
  'nonconformities',
  'measurements',
  'audits',
  'objectives',
  'risks',
  'impacts',
  'incidents',
  'opportunities',
] as const
export const reviewInput = z.enum(reviewInputs)
export type ReviewInput = z.infer<typeof reviewInput>

/** A figure of an input; `isBad` where it calls for attention while it is not zero. */
export const inputFigure = z.object({ label: z.string(), value: z.number(), isBad: z.boolean() })
/** A thing that an input names, and where it is. */
export const inputPoint = z.object({ text: z.string(), kind: linkKind, id: z.string() })

/** What the rest of the engagement says for an input: frozen with the review when it is held. */
export const gathered = z.object({
  sentence: z.string(),
  figures: z.array(inputFigure),
  points: z.array(inputPoint),
  /** Points beyond those that are named. */
  more: z.number(),
})
export type Gathered = z.infer<typeof gathered>

export const decisionFields = z.object({ kind: z.enum(['improvement', 'change', 'resources', 'other']), decision: freeText })

export const reviewDecision = decisionFields.extend({
  id: recordId,
  action: z.object({ id: recordId, reference: z.string(), title: z.string(), state: actions.fields.shape.state }).nullable(),
})
export type ReviewDecision = z.infer<typeof reviewDecision>

/** What an auditor would raise on a review that is said to be held (clauses 9.3.2 and 9.3.3). */
export const reviewIssues = ['not-kept', 'no-day', 'no-chair', 'no-attendees', 'no-minutes', 'no-decisions', 'not-approved'] as const
export const reviewIssue = z.enum(reviewIssues)
export type ReviewIssue = z.infer<typeof reviewIssue>

const reviewedInput = z.object({
  input: reviewInput,
  /** Row of what was said about it, for its history; null while nothing is kept. */
  noteId: recordId.nullable(),
  note: z.string(),
  gathered,
  isFrozen: z.boolean(),
})

export const reviewWork = z.object({
  id: recordId,
  reference: z.string(),
  title: z.string(),
  state: reviews.fields.shape.state,
  plannedOn: day.nullable(),
  heldOn: pastDay.nullable(),
  /** The day of the review before it, since which changes count; null where it is the first. */
  since: day.nullable(),
  inputs: z.array(reviewedInput),
  decisions: z.array(reviewDecision),
  issues: z.array(reviewIssue),
})
export type ReviewWork = z.infer<typeof reviewWork>

const heldReview = z.object({ id: recordId, reference: z.string(), title: z.string(), on: day })
export const reviewSummary = z.object({ last: heldReview.nullable(), next: heldReview.nullable() })
export type ReviewSummary = z.infer<typeof reviewSummary>

const ofReview = z.object({ id: recordId })
const affected = affectedByRegisters

export const reviewsContract = {
  get: ofEngagement.query('A management review with its inputs, gathered live until it is held, and its decisions', ofReview, reviewWork),
  summary: ofEngagement.query('The management review that was held last, and the next one', nothing, reviewSummary),
  note: ofEngagement.mutation(
    'Write what was said about an input of a review',
    ofReview.extend({ input: reviewInput, note: freeText }),
    reviewWork,
    affected,
  ),
  hold: ofEngagement.mutation(
    'Hold a review: what its inputs say now is kept with it and never changes again',
    ofReview.extend({ heldOn: pastDay.optional() }),
    reviewWork,
    affected,
  ),
  addDecision: ofEngagement.mutation(
    'Add a decision to a review',
    ofReview.extend({ fields: decisionFields.partial() }),
    reviewWork,
    affected,
  ),
  updateDecision: ofEngagement.mutation(
    'Change a decision',
    z.object({ decisionId: recordId, fields: decisionFields.partial() }),
    done,
    affected,
  ),
  removeDecision: ofEngagement.mutation('Remove a decision; its action stays', z.object({ decisionId: recordId }), done, affected, {
    offersUndo: true,
  }),
  toAction: ofEngagement.mutation('Make an action of a decision', z.object({ decisionId: recordId }), reviewDecision, affected),
}
