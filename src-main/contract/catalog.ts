import { z } from 'zod'
import { nothing, ofApplication } from './procedure.ts'

/** Groups of people that a consultant interviews. */
export const interviewGroups = ['top-management', 'ai-owner', 'data', 'engineering', 'legal', 'hr', 'procurement'] as const
export const interviewGroup = z.enum(interviewGroups)

const sentence = z.string().trim().min(1)

/** What every assessable item, requirement or control, tells a consultant. All texts are our own words. */
const assessable = z.object({
  id: z.string(),
  title: sentence,
  asks: sentence,
  ask: z.array(interviewGroup).min(1),
  questions: z.array(sentence).min(1),
  evidence: z.array(sentence).min(1),
  shortfalls: z.array(sentence).min(1),
  documentedInformation: sentence.nullable(),
  /** Articles of Regulation (EU) 2024/1689, final text as amended in 2026: an indication, not legal advice. */
  aiAct: z.array(sentence),
  aiActNote: z.string(),
})

export const clause = z.object({
  id: z.string().regex(/^\d+(\.\d+)+$/),
  title: sentence,
  documentedInformation: sentence.nullable(),
  aiAct: z.array(sentence),
  /** What guides written before the final Act cite for this clause, as they print it. */
  olderGuides: sentence.nullable(),
})
export type Clause = z.infer<typeof clause>

export const requirement = assessable.extend({ kind: z.literal('requirement'), clause: z.string() })
export type Requirement = z.infer<typeof requirement>

export const objective = z.object({ id: z.string(), title: sentence, about: sentence })

export const control = assessable.extend({
  kind: z.literal('control'),
  objective: z.string(),
  guidance: sentence,
  exclusion: sentence,
  relatedClauses: z.array(z.string()).min(1),
})
export type Control = z.infer<typeof control>

export const source = z.object({ fact: sentence, source: sentence, checkedOn: z.iso.date() })

export const catalog = z.object({
  version: z.string(),
  standard: z.string(),
  notice: z.string(),
  sources: z.array(source),
  /** Clauses 4 to 10 by their chapter number, with the chapter's title. */
  chapters: z.array(z.object({ id: z.string(), title: sentence })),
  clauses: z.array(clause),
  requirements: z.array(requirement),
  objectives: z.array(objective),
  controls: z.array(control),
})
export type Catalog = z.infer<typeof catalog>
export type Assessable = Requirement | Control

export const catalogContract = {
  get: ofApplication.query('The whole catalog: clauses, requirements, objectives and controls', nothing, catalog),
}
