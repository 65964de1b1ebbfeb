import { z } from 'zod'
import { done, givenName, nothing, ofEngagement, recordId } from './procedure.ts'

/** Responsible, accountable, consulted, informed; AR where one role is both accountable and responsible. */
export const raciLetters = ['R', 'A', 'AR', 'C', 'I'] as const
export const raciLetter = z.enum(raciLetters)
export type RaciLetter = z.infer<typeof raciLetter>

const sentence = z.string().trim().min(1)

/** Activities of a management system for AI to start from, in our own words. */
export const raciContent = z.array(z.strictObject({ title: sentence, about: sentence, requirement: z.string() }))
export type RaciContent = z.infer<typeof raciContent>

/** What is wrong with the letters of an activity: exactly one role is accountable, and somebody does the work. */
export const raciIssue = z.enum(['no-accountable', 'several-accountable', 'no-responsible'])
export type RaciIssue = z.infer<typeof raciIssue>

export const raciRole = z.object({ id: recordId, reference: z.string(), title: z.string(), holder: z.string() })
export type RaciRole = z.infer<typeof raciRole>

export const raciActivity = z.object({
  id: recordId,
  title: z.string(),
  /** Requirement of the catalog that it serves; null for one of the client's own. */
  requirement: z.string().nullable(),
  /** By role. */
  letters: z.record(z.string(), raciLetter),
  issues: z.array(raciIssue),
})
export type RaciActivity = z.infer<typeof raciActivity>

export const raciMatrix = z.object({
  /** Roles that have not ended, by reference. */
  roles: z.array(raciRole),
  activities: z.array(raciActivity),
})
export type RaciMatrix = z.infer<typeof raciMatrix>

const affected = ['raci', 'readiness', 'documents'] as const
const ofActivity = z.object({ id: recordId })

export const raciContract = {
  matrix: ofEngagement.query('Activities and roles, with who is responsible, accountable, consulted and informed', nothing, raciMatrix),
  library: ofEngagement.query('Activities to start from that the matrix does not have yet', nothing, raciContent),
  add: ofEngagement.mutation(
    'Add activities at the end, in one change',
    z.object({ activities: z.array(z.object({ title: givenName, requirement: z.string().nullable().default(null) })).min(1) }),
    z.object({ ids: z.array(recordId) }),
    affected,
  ),
  rename: ofEngagement.mutation('Rename an activity', ofActivity.extend({ title: givenName }), done, affected),
  move: ofEngagement.mutation(
    'Move an activity up (-1) or down (1)',
    ofActivity.extend({ by: z.union([z.literal(-1), z.literal(1)]) }),
    done,
    affected,
  ),
  remove: ofEngagement.mutation('Remove an activity with its letters', ofActivity, done, affected, { offersUndo: true }),
  assign: ofEngagement.mutation(
    'Give a role its letter for an activity, or none',
    z.object({ activityId: recordId, roleId: recordId, letter: raciLetter.nullable() }),
    done,
    affected,
  ),
}
