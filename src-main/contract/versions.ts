import { z } from 'zod'
import { day, freeText, givenName, moment, pastDay, recordId } from './procedure.ts'

/** Who approves what is frozen as a version, and when (clause 7.5.2). */
export const approval = z.object({ approver: givenName, approvedOn: pastDay, note: freeText.default('') })
export type Approval = z.output<typeof approval>

/** A version that was approved and never changes again. */
export const approvedVersion = z.object({
  id: recordId,
  number: z.number().int(),
  approvedOn: day,
  approver: z.string(),
  note: z.string(),
  createdAt: moment,
})
export type ApprovedVersion = z.infer<typeof approvedVersion>

/** A version's number, or 0 for the work as it stands now. */
export const versionNumber = z.number().int().min(0)

export const fieldDifference = z.object({ field: z.string(), old: z.string(), new: z.string() })
export type FieldDifference = z.infer<typeof fieldDifference>

/** What is different between two versions: records that came and went, and the fields of those that stayed. */
export const versionDifference = z.object({
  from: z.string(),
  to: z.string(),
  added: z.array(z.string()),
  removed: z.array(z.string()),
  changed: z.array(z.object({ code: z.string(), title: z.string(), fields: z.array(fieldDifference) })),
})
export type VersionDifference = z.infer<typeof versionDifference>
