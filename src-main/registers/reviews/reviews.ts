import { v7 as uuid } from 'uuid'
import type { z } from 'zod'
import { FieldbookError } from '../../contract/errors.ts'
import {
  type decisionFields,
  gathered,
  type ReviewDecision,
  type ReviewInput,
  type ReviewIssue,
  type ReviewSummary,
  type ReviewWork,
  reviewInputs,
  reviewIssues,
} from '../../contract/reviews.ts'
import { database } from '../../engagement/database.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { insertEntries } from '../../engagement/registers/entries.ts'
import { text } from '../../language/text.ts'
import { gatherInput } from './gather.ts'
import { decisions, inputsOf, reviewById, reviewDays } from './queries.ts'

type ReviewRow = ReturnType<typeof readRow>
const readRow = (file: EngagementFile, id: string) => file.one(reviewById(id), id)
const isBlank = (value: string) => value.trim() === ''
const isHeld = ({ state }: { state: string }) => state === 'held' || state === 'approved'

/** The day of the review that was held last before this one. */
function dayBefore(file: EngagementFile, { id, heldOn, plannedOn }: ReviewRow): string | null {
  const before = heldOn ?? plannedOn ?? '9999'
  const days = file
    .all(reviewDays)
    .flatMap((review) => (review.id !== id && isHeld(review) && review.heldOn !== null ? [review.heldOn] : []))
  return (
    days
      .filter((day) => day < before)
      .sort()
      .at(-1) ?? null
  )
}

function issuesOf(review: ReviewRow, isKept: boolean, decided: number): ReviewIssue[] {
  if (!isHeld(review)) return []
  const found: Record<ReviewIssue, boolean> = {
    'not-kept': !isKept,
    'no-day': review.heldOn === null,
    'no-chair': isBlank(review.chair),
    'no-attendees': isBlank(review.attendees),
    'no-minutes': isBlank(review.minutes),
    'no-decisions': decided === 0,
    'not-approved': review.state === 'held' || isBlank(review.approvedBy) || review.approvedOn === null,
  }
  return reviewIssues.filter((issue) => found[issue])
}

/** A review with its inputs: as they were kept when it was held, or as the engagement says them today. */
export function readReview(file: EngagementFile, id: string, today: string): ReviewWork {
  const review = readRow(file, id)
  const since = dayBefore(file, review)
  const written = new Map(file.all(inputsOf(id)).map((row) => [row.input, row]))
  const inputs = reviewInputs.map((input) => {
    const { id: noteId = null, note = '', gathered: kept = null } = written.get(input) ?? {}
    return {
      input,
      noteId,
      note,
      isFrozen: kept !== null,
      gathered: kept === null ? gatherInput(input, { file, since, today }) : gathered.parse(JSON.parse(kept)),
    }
  })
  const ofReview = readDecisions(file, id)
  return {
    id,
    reference: review.reference,
    title: review.title,
    state: review.state,
    plannedOn: review.plannedOn,
    heldOn: review.heldOn,
    since,
    inputs,
    decisions: ofReview,
    issues: issuesOf(
      review,
      inputs.every(({ isFrozen }) => isFrozen),
      ofReview.length,
    ),
  }
}

type DecisionRow = ReturnType<typeof readDecisionRow>
const readDecisionRow = (file: EngagementFile, id: string) => file.one(decisions.where('d.id', '=', id), id)

const toDecision = ({ id, kind, decision, actionId, reference, title, state }: DecisionRow): ReviewDecision => ({
  id,
  kind,
  decision,
  action: actionId === null || reference === null || title === null || state === null ? null : { id: actionId, reference, title, state },
})

const readDecisions = (file: EngagementFile, reviewId: string) => file.all(decisions.where('d.reviewId', '=', reviewId)).map(toDecision)

/** Writes what was said about an input. */
export function noteInput(file: EngagementFile, id: string, input: ReviewInput, note: string): void {
  const { reference } = readRow(file, id)
  file.write(text('register-reviews:history.note', { reference, input: text(`register-reviews:input.${input}`) }), () =>
    writeInput(file, id, input, { note }),
  )
}

/** One row for each review and input. Call inside write(). */
function writeInput(file: EngagementFile, reviewId: string, input: ReviewInput, values: { note?: string; gathered?: string }): void {
  const changed = file.run(database.updateTable('reviewInput').set(values).where('reviewId', '=', reviewId).where('input', '=', input))
  if (changed === 0)
    file.run(database.insertInto('reviewInput').values({ id: uuid(), reviewId, input, note: '', gathered: null, ...values }))
}

/** Holds a review: freezes what each input says, so that the minutes stand on it for good (clause 9.3.3). Inputs kept before stay. */
export function hold(file: EngagementFile, id: string, heldOn: string, today: string): void {
  const { state, inputs, reference } = readReview(file, id, today)
  if (state === 'cancelled') throw new FieldbookError('conflict', { reason: text('register-reviews:cancelledStays', { reference }) })
  const open = inputs.filter(({ isFrozen }) => !isFrozen)
  if (open.length === 0) throw new FieldbookError('conflict', { reason: text('register-reviews:heldAlready', { reference }) })
  file.write(text('register-reviews:history.held', { reference }), () => {
    file.run(
      database
        .updateTable('reviewsRegister')
        .set({ heldOn, ...(state === 'planned' ? { state: 'held' } : {}) })
        .where('id', '=', id),
    )
    for (const each of open) writeInput(file, id, each.input, { gathered: JSON.stringify(each.gathered) })
  })
}

type DecisionFields = Partial<z.infer<typeof decisionFields>>

export function addDecision(file: EngagementFile, reviewId: string, fields: DecisionFields, now: Date): void {
  const { reference } = readRow(file, reviewId)
  file.write(text('register-reviews:history.decision', { reference }), () =>
    file.run(
      database
        .insertInto('reviewDecision')
        .values({ id: uuid(), reviewId, kind: 'improvement', decision: '', actionId: null, createdAt: now.toISOString(), ...fields }),
    ),
  )
}

export function changeDecision(file: EngagementFile, id: string, fields: DecisionFields): void {
  const { reference } = readRow(file, readDecisionRow(file, id).reviewId)
  if (Object.keys(fields).length === 0) return
  file.write(text('register-reviews:history.decision', { reference }), () =>
    file.run(database.updateTable('reviewDecision').set(fields).where('id', '=', id)),
  )
}

export function removeDecision(file: EngagementFile, id: string): void {
  const { reference } = readRow(file, readDecisionRow(file, id).reviewId)
  file.write(text('register-reviews:history.decisionRemoved', { reference }), () =>
    file.run(database.deleteFrom('reviewDecision').where('id', '=', id)),
  )
}

const longestTitle = 120

/** Makes an action of a decision, linked with the review. Made once: then it is there already. */
export function toAction(file: EngagementFile, id: string, now: Date): ReviewDecision {
  const row = readDecisionRow(file, id)
  if (row.actionId !== null) return toDecision(row)
  const { reference } = readRow(file, row.reviewId)
  const words = row.decision.trim()
  if (words === '') throw new FieldbookError('conflict', { reason: text('register-reviews:emptyDecision') })
  const fields = { title: words.split('\n', 1)[0]?.slice(0, longestTitle) ?? '', description: words }
  file.write(text('register-reviews:history.action', { reference }), () => {
    const [action] = insertEntries(file, 'actions', [{ fields, links: [{ kind: 'reviews', id: row.reviewId }] }], now)
    file.run(
      database
        .updateTable('reviewDecision')
        .set({ actionId: action?.id ?? null })
        .where('id', '=', id),
    )
  })
  return toDecision(readDecisionRow(file, id))
}

/** The review that was held last, and the one that is planned next. */
export function summarize(file: EngagementFile): ReviewSummary {
  const days = file.all(reviewDays).flatMap(({ plannedOn, heldOn, id, reference, title, ...review }) => {
    const on = isHeld(review) ? heldOn : plannedOn
    return on === null ? [] : [{ isHeld: isHeld(review), review: { id, reference, title, on } }]
  })
  const sorted = days.sort((a, b) => (a.review.on < b.review.on ? -1 : 1))
  return {
    last: sorted.findLast((each) => each.isHeld)?.review ?? null,
    next: sorted.find((each) => !each.isHeld)?.review ?? null,
  }
}
