import { z } from 'zod'
import { day, done, freeText, nothing, ofEngagement, recordId } from './procedure.ts'
import { registerId } from './registers/index.ts'

export const frameworks = ['ai-act', 'nist', 'iso-27001'] as const
export const framework = z.enum(frameworks)
export type Framework = z.infer<typeof framework>

const sentence = z.string().trim().min(1)
const answers = { clauses: z.array(z.string()), controls: z.array(z.string()) }
export const coverages = ['fully', 'partly', 'not'] as const
export const coverage = z.enum(coverages)

/** What other laws and frameworks ask, in our own words, and what of ISO/IEC 42001 answers it. */
export const crosswalkGuide = z.object({
  /** Articles of Regulation (EU) 2024/1689 that bind organizations; `always`: whatever the class of the systems. */
  articles: z.array(
    z.object({
      id: z.string().regex(/^Art\. \d+[a-z]?$/),
      title: sentence,
      asks: sentence,
      always: z.boolean(),
      ...answers,
    }),
  ),
  /** Numbers of drafts and older guides, and where to look today; no article where none binds organizations. */
  olderNumbers: z.array(z.object({ older: sentence, now: z.array(z.string()), note: sentence })),
  /** NIST AI RMF 1.0 (US public domain): categories and subcategories by identifier. */
  categories: z.array(z.object({ id: z.string(), function: z.enum(['GOVERN', 'MAP', 'MEASURE', 'MANAGE']), title: sentence })),
  subcategories: z.array(z.object({ id: z.string(), category: z.string(), title: sentence, asks: sentence, ...answers })),
  /** What a management system by ISO/IEC 27001:2022 covers of each clause and control, by which of its own, and what is left to do. */
  isms: z.array(z.object({ id: z.string(), coverage, by: z.array(z.string()), left: sentence })),
})
export type CrosswalkGuide = z.infer<typeof crosswalkGuide>

/** not-due: its day is still to come, and it is not answered yet. */
export const crosswalkStates = ['answered', 'partly', 'open', 'not-due'] as const
export const crosswalkState = z.enum(crosswalkStates)
export type CrosswalkState = z.infer<typeof crosswalkState>

/** What the consultant holds of it, whatever is computed. */
export const crosswalkNoteFields = z.object({
  state: z.enum(['answered', 'partly', 'open', 'not-relevant']).nullable(),
  note: freeText,
})

const ismsStates = ['none', 'under-way', 'certified'] as const
/** Whether the client has a management system by ISO/IEC 27001. */
export const isms = z.enum(ismsStates)
export type Isms = z.infer<typeof isms>

/** How far one clause or control that answers a row has come. */
export const answerPart = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['clause', 'control']),
  /** Where to jump to: a requirement of the clause, or the control. */
  item: z.string(),
  progress: z.enum(['done', 'partly', 'open', 'excluded']),
  evidence: z.number(),
})
export type AnswerPart = z.infer<typeof answerPart>

export const crosswalkRow = z.object({
  /** Article, subcategory, clause or control. */
  id: z.string(),
  group: z.string(),
  title: z.string(),
  asks: z.string(),
  state: crosswalkState,
  /** Why, in words. */
  reasons: z.array(z.string()),
  own: crosswalkNoteFields.shape.state,
  note: z.string(),
  /** Record whose history the note has, once there is one. */
  noteId: recordId,
  /** The earliest day that can apply, and every day with what it is for. */
  date: day.nullable(),
  dates: z.array(z.object({ date: day, note: z.string() })),
  systems: z.number(),
  firstSystems: z.array(z.object({ id: recordId, name: z.string() })),
  parts: z.array(answerPart),
  registers: z.array(z.object({ register: registerId, entries: z.number() })),
  evidence: z.number(),
  /** Numbers by which drafts and older guides call it, each with what is to be said. */
  older: z.array(z.object({ older: z.string(), note: z.string() })),
  /** ISO/IEC 27001 alone: what it covers and by what. */
  coverage: coverage.nullable(),
  by: z.array(z.string()),
})
export type CrosswalkRow = z.infer<typeof crosswalkRow>

export const olderNumber = crosswalkGuide.shape.olderNumbers.element
const affected = ['crosswalk', 'readiness', 'documents']

export const crosswalkContract = {
  rows: ofEngagement.query(
    'What a law or framework asks of the client, what answers it, and how far it is answered',
    z.object({ framework }),
    z.array(crosswalkRow),
  ),
  older: ofEngagement.query(
    'Where an article number of a draft or an older guide leads today, such as 29 or 9(1)(g)',
    z.object({ words: z.string().max(200) }),
    z.array(olderNumber),
  ),
  note: ofEngagement.mutation(
    "Change the consultant's own state and note of a row",
    z.object({ framework, item: z.string(), fields: crosswalkNoteFields.partial() }),
    done,
    affected,
  ),
  isms: ofEngagement.query('Whether the client has a management system by ISO/IEC 27001', nothing, z.object({ state: isms })),
  setIsms: ofEngagement.mutation(
    'Say whether the client has a management system by ISO/IEC 27001',
    z.object({ state: isms }),
    z.object({ state: isms }),
    affected,
  ),
}
