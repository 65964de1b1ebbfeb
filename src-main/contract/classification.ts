import { z } from 'zod'
import { day, freeText, nothing, ofApplication, ofEngagement, recordId, shortText } from './procedure.ts'

/** What the EU AI Act (Regulation (EU) 2024/1689) makes of a system; the first that holds is the one that is shown. */
export const riskClasses = [
  'unclassified',
  'not-an-ai-system',
  'out-of-scope',
  'prohibited',
  'high-risk',
  'transparency',
  'minimal',
] as const
export const riskClass = z.enum(riskClasses)
export type RiskClass = z.infer<typeof riskClass>

/** Parts of the questionnaire, in its order. */
export const questionSections = [
  'scope',
  'role',
  'prohibited',
  'high-risk-product',
  'high-risk-use',
  'exception',
  'transparency',
  'general-purpose',
  'rights',
] as const
export const questionSection = z.enum(questionSections)

const sentence = z.string().trim().min(1)

/** One answer that can be given. `article` is where the Act says so, where that differs from the question's. */
export const questionOption = z.object({ id: z.string(), label: sentence, help: z.string().default(''), article: z.string().optional() })

/** A question is asked where every condition holds: the earlier question has one of these answers. */
export const condition = z.object({ question: z.string(), anyOf: z.array(z.string()).min(1) })

export const question = z.object({
  id: z.string(),
  section: questionSection,
  text: sentence,
  help: z.string().default(''),
  /** Article, point or annex that the question comes from. */
  article: sentence,
  /** one: a single answer; many: any number of them, with the answer `none` where nothing applies. */
  kind: z.enum(['one', 'many']),
  options: z.array(questionOption).min(2),
  when: z.array(condition).default([]),
})
export type Question = z.infer<typeof question>

/** A duty that a classification results in. Dates: those of the Act as amended by the Digital Omnibus on AI of 2026. */
export const duty = z.object({
  id: z.string(),
  title: sentence,
  /** What has to be done, in our own words. */
  what: sentence,
  articles: z.array(sentence).min(1),
  /** Whom it binds: roles of the organization for the system. */
  roles: z.array(z.string()).min(1),
  appliesFrom: day,
  dateNote: z.string().default(''),
  /** Controls of Annex A that answer it. */
  controls: z.array(z.string()).min(1),
  clauses: z.array(z.string()).default([]),
})
export type Duty = z.infer<typeof duty>

export const aiActDate = z.object({ date: day, what: sentence, note: z.string() })

export const questionnaire = z.object({
  version: z.string(),
  notice: sentence,
  questions: z.array(question),
  duties: z.array(duty),
  dates: z.array(aiActDate),
})
export type Questionnaire = z.infer<typeof questionnaire>

export const answer = z.object({ question: z.string(), value: z.array(z.string()), reason: freeText })
export type Answer = z.infer<typeof answer>

/** Who classified a system and when. One schema: types, validation and form. */
export const classificationFields = z.object({
  classifiedBy: shortText,
  classifiedOn: day.nullable(),
  reviewDate: day.nullable(),
  notes: freeText,
})
export const classificationField = classificationFields.keyof()
export type ClassificationField = z.infer<typeof classificationField>
export type ClassificationFields = z.infer<typeof classificationFields>

/** Why the class is what it is: each step of the decision with the article that it rests on. */
export const decisionStep = z.object({ sentence, article: z.string() })

export const outcome = z.object({
  riskClass,
  /** Every question that matters is answered. */
  complete: z.boolean(),
  /** high-risk only: by Annex I, by Annex III, or both. */
  highRiskBy: z.array(z.enum(['annex-1', 'annex-3'])),
  generalPurpose: z.enum(['no', 'model', 'systemic-risk']),
  steps: z.array(decisionStep),
  duties: z.array(z.string()),
})
export type Outcome = z.infer<typeof outcome>

export const classification = classificationFields.extend({
  /** Record whose history the fields have; null until the first answer is given. */
  id: recordId.nullable(),
  systemId: recordId,
  systemName: z.string(),
  answers: z.array(answer),
  /** Questions that matter with these answers, in order, answered or not. */
  asked: z.array(z.string()),
  outcome,
})
export type Classification = z.infer<typeof classification>

const affected = ['classification', 'inventory', 'soa', 'trace', 'documents']
const ofSystem = z.object({ systemId: recordId })

export const classificationContract = {
  questionnaire: ofApplication.query('The questionnaire on the EU AI Act, its duties and dates', nothing, questionnaire),
  get: ofEngagement.query('Answers, open questions, class and duties of an AI system', ofSystem, classification),
  answer: ofEngagement.mutation(
    'Answer a question on an AI system, or change its reason; an empty list of values takes the answer back',
    ofSystem.extend({ question: z.string(), value: z.array(z.string()).optional(), reason: freeText.optional() }),
    classification,
    affected,
  ),
  update: ofEngagement.mutation(
    'Note who classified an AI system, when, and when to look again',
    ofSystem.extend({ fields: classificationFields.partial() }),
    classification,
    affected,
  ),
  reset: ofEngagement.mutation('Take back every answer on an AI system', ofSystem, classification, affected),
}
