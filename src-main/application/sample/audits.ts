import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { assessables } from '../../catalog/load.ts'
import { auditResult } from '../../contract/audits.ts'
import { decisionFields, reviewInput, reviewInputs } from '../../contract/reviews.ts'
import { database } from '../../engagement/database.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { auditableGroups } from '../../registers/audits/catalog-groups.ts'
import { gatherInput } from '../../registers/reviews/gather.ts'
import { resourceFolder } from '../../resources.ts'
import { inDays } from './in-days.ts'
import { itemId } from './registers.ts'

const sampleChecklist = z.strictObject({
  audit: z.string(),
  groups: z.array(z.string()),
  /** The result of every line that is not named. */
  otherwise: auditResult,
  lines: z.array(z.strictObject({ item: z.string(), result: auditResult, seen: z.string(), nonconformity: z.string().optional() })),
})
const sampleReview = z.strictObject({
  review: z.string(),
  isHeld: z.boolean(),
  notes: z.partialRecord(reviewInput, z.string()),
  decisions: z.array(decisionFields.extend({ action: z.string().optional() })),
})
const sampleAudits = z.strictObject({ checklists: z.array(sampleChecklist), reviews: z.array(sampleReview) })

/** Checklists of the sample's audits, and inputs and decisions of its reviews. Call inside write(), after the registers stand. */
export function addAudits(file: EngagementFile): void {
  const { checklists, reviews } = sampleAudits.parse(JSON.parse(readFileSync(join(resourceFolder(), 'sample', 'audits.json'), 'utf8')))
  for (const checklist of checklists) addChecklist(file, checklist)
  for (const review of reviews) addReview(file, review)
}

function addChecklist(file: EngagementFile, { audit, groups, otherwise, lines }: z.infer<typeof sampleChecklist>): void {
  const auditId = itemId(file, 'audits', audit)
  const places = new Map([...assessables().keys()].map((id, place) => [id, place]))
  const items = auditableGroups(file)
    .filter(({ id }) => groups.includes(id))
    .flatMap((group) => group.items)
  file.runEach(
    database
      .insertInto('auditItem')
      .values({ id: '', auditId: '', itemId: '', question: '', result: 'open', seen: '', nonconformityId: null, place: 0 }),
    items.map((item) => {
      const { result = otherwise, seen = '', nonconformity } = lines.find((line) => line.item === item) ?? {}
      const nonconformityId = nonconformity === undefined ? null : itemId(file, 'nonconformities', nonconformity)
      const question = assessables().get(item)?.questions.join('\n') ?? ''
      return [uuid(), auditId, item, question, result, seen, nonconformityId, places.get(item) ?? 0]
    }),
  )
}

function addReview(file: EngagementFile, { review, isHeld, notes, decisions }: z.infer<typeof sampleReview>): void {
  const reviewId = itemId(file, 'reviews', review)
  const source = { file, since: null, today: inDays(0) ?? '' }
  const now = new Date()
  file.runEach(
    database.insertInto('reviewInput').values({ id: '', reviewId: '', input: '', note: '', gathered: null }),
    reviewInputs.map((input) => [uuid(), reviewId, input, notes[input] ?? '', isHeld ? JSON.stringify(gatherInput(input, source)) : null]),
  )
  file.runEach(
    database.insertInto('reviewDecision').values({ id: '', reviewId: '', kind: 'other', decision: '', actionId: null, createdAt: '' }),
    decisions.map(({ kind, decision, action }) => [
      uuid(),
      reviewId,
      kind,
      decision,
      action === undefined ? null : itemId(file, 'actions', action),
      now.toISOString(),
    ]),
  )
}
