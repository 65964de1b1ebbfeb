import { z } from 'zod'
import { day, done, freeText, moment, nothing, ofEngagement, pastMoment, recordId, shortText } from './procedure.ts'
import { affectedByRegisters } from './registers/index.ts'
import { incidents } from './registers/operation.ts'

const sentence = z.string().trim().min(1)
const { kind, severity, serious } = incidents.fields.shape

/** What an incident has to be for a duty to arise; what is left out does not matter. */
const dutyCondition = z.strictObject({
  kinds: z.array(kind).min(1).optional(),
  severity: z.array(severity.unwrap()).min(1).optional(),
  serious: z.array(serious).min(1).optional(),
  widespread: z.boolean().optional(),
  personalData: z.boolean().optional(),
})
export type DutyCondition = z.infer<typeof dutyCondition>

/** A duty to tell somebody of an incident, in our own words. */
export const notificationDuty = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: sentence,
  what: sentence,
  articles: z.array(sentence).min(1),
  /** Whose duty it is; `organization`: whatever its role under the AI Act. */
  as: z.enum(['provider', 'deployer', 'organization']),
  to: sentence,
  /** It arises with high-risk systems alone. */
  highRisk: z.boolean(),
  /** It arises where one of these holds. */
  any: z.array(dutyCondition).min(1),
  /** Hours after awareness by which it is done at the latest; 0 is at once, null has no term of the law. */
  hours: z.number().int().min(0).nullable(),
  /** Since when it binds, where that is not the day of the high-risk duties. */
  from: day.optional(),
  controls: z.array(z.string()).min(1),
})
export type NotificationDuty = z.infer<typeof notificationDuty>
export const dutyGuide = z.strictObject({ version: z.string(), notice: sentence, duties: z.array(notificationDuty) })
export type DutyGuide = z.infer<typeof dutyGuide>

/** What was done about a duty. One schema: types, validation and form. */
export const notificationFields = z.object({
  needed: z.enum(['open', 'yes', 'no']),
  reason: freeText,
  sentAt: pastMoment.nullable(),
  recipient: shortText,
  notes: freeText,
})
export type NotificationFields = z.infer<typeof notificationFields>

/**
 * binding: the law asks for it. practice: its day has not come yet, so it is done as practice. plan: the organization's own rule.
 * depends: it depends on what is not judged yet, such as whether the incident is serious or which class a system has.
 */
export const dutyForce = z.enum(['binding', 'practice', 'plan', 'depends'])
export type DutyForce = z.infer<typeof dutyForce>
export const clockState = z.enum(['done', 'not-needed', 'overdue', 'running', 'no-clock'])
export type ClockState = z.infer<typeof clockState>

export const incidentDuty = notificationDuty
  .pick({ id: true, title: true, what: true, articles: true, as: true, to: true, hours: true })
  .extend({
    force: dutyForce,
    /** Why it is there and since or from when it binds, in a sentence. */
    because: z.string(),
    dueAt: moment.nullable(),
    clock: clockState,
    fields: notificationFields,
  })
export type IncidentDuty = z.infer<typeof incidentDuty>

/** A step of what happened, as the timeline has it. */
export const eventFields = z.object({ at: pastMoment, what: freeText, who: shortText })
export const incidentEvent = eventFields.extend({ id: recordId })
export type IncidentEvent = z.infer<typeof incidentEvent>

/** Time line, oldest first, and the duties with their clocks, the most pressing first. */
export const incidentDetails = z.object({ id: recordId, events: z.array(incidentEvent), duties: z.array(incidentDuty) })
export type IncidentDetails = z.infer<typeof incidentDetails>

/** The clock that runs out first. */
export const nextClock = z.object({
  incidentId: recordId,
  reference: z.string(),
  title: z.string(),
  duty: z.string(),
  dueAt: moment,
  isOverdue: z.boolean(),
  force: dutyForce,
})
export type NextClock = z.infer<typeof nextClock>

const ofIncident = z.object({ id: recordId })

export const incidentsContract = {
  get: ofEngagement.query('Timeline and notification duties of an incident', ofIncident, incidentDetails),
  duties: ofEngagement.query('The notification duties of an incident with their clocks', ofIncident, z.array(incidentDuty)),
  clocks: ofEngagement.query('The next clock of every open incident that has one running', nothing, z.array(nextClock)),
  summary: ofEngagement.query(
    'How many incidents are open, which are not judged, and the clock that runs out first',
    nothing,
    z.object({ open: z.number(), notJudged: z.number(), overdueClocks: z.number(), next: nextClock.nullable() }),
  ),
  addEvent: ofEngagement.mutation(
    'Add a step to the timeline; now, where no moment is given',
    ofIncident.extend({ fields: eventFields.partial().default({}) }),
    incidentDetails,
    affectedByRegisters,
  ),
  updateEvent: ofEngagement.mutation(
    'Change a step of the timeline',
    z.object({ eventId: recordId, fields: eventFields.partial() }),
    done,
    affectedByRegisters,
  ),
  removeEvent: ofEngagement.mutation('Take a step out of the timeline', z.object({ eventId: recordId }), done, affectedByRegisters, {
    offersUndo: true,
  }),
  decide: ofEngagement.mutation(
    'Note whether a notification is needed and why, when it was sent and to whom',
    ofIncident.extend({ duty: z.string(), fields: notificationFields.partial() }),
    incidentDetails,
    affectedByRegisters,
  ),
  follow: ofEngagement.mutation(
    'Start a nonconformity or an action from an incident, linked with it',
    ofIncident.extend({ register: z.enum(['nonconformities', 'actions']) }),
    z.object({ id: recordId, reference: z.string() }),
    affectedByRegisters,
  ),
}
