import { z } from 'zod'
import { day, freeText, nothing, ofApplication, ofEngagement, pastDay, recordId, shortText } from './procedure.ts'

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
  'becoming-provider',
  'transparency',
  'general-purpose',
  'rights',
] as const
export const questionSection = z.enum(questionSections)

/** Roles that a duty can bind: those of the inventory, and the provider of a general-purpose AI model (Art. 53). */
export const dutyRoles = ['provider', 'deployer', 'importer', 'distributor', 'product-manufacturer', 'model-provider'] as const
export const dutyRole = z.enum(dutyRoles)
export type DutyRole = z.infer<typeof dutyRole>

/** What an answer establishes, and later questions, the class and duties rest on. */
export const findings = [
  'prohibited-2025',
  'prohibited-2026',
  'annex-1',
  'annex-1-section-b',
  'listed-use',
  'rights-use',
  'annex-3',
  'excepted',
  'becomes-provider',
  'interaction',
  'synthetic-content',
  'emotion-or-category',
  'deep-fake',
  'public-text',
  'general-purpose-model',
  'systemic-risk',
  'public-deployer',
] as const
export const finding = z.enum(findings)
export type Finding = z.infer<typeof finding>

const sentence = z.string().trim().min(1)

/**
 * One thing that has to hold: an earlier question has one of these answers, or is answered with none of these (an empty list: answered
 * at all); one of these findings stands, or none does.
 */
export const condition = z.union([
  z.strictObject({ question: z.string(), anyOf: z.array(z.string()).min(1) }),
  z.strictObject({ question: z.string(), noneOf: z.array(z.string()) }),
  z.strictObject({ findings: z.array(finding).min(1) }),
  z.strictObject({ withoutFindings: z.array(finding).min(1) }),
])
export type Condition = z.infer<typeof condition>

/** Alternatives, of which one holds where all of its conditions do; no alternative at all: always. */
const alternatives = z.array(z.array(condition).min(1)).default([])

/** The answer that stands alone where nothing of a list applies. */
export const noneOfThese = 'none'

/** One answer that can be given. `article` is where the Act says so, where that differs from the question's. */
export const questionOption = z.strictObject({
  id: z.string(),
  label: sentence,
  help: z.string().default(''),
  article: sentence.optional(),
  findings: z.array(finding).default([]),
  /** The questionnaire is over with this answer, with this class. */
  ends: z.enum(['not-an-ai-system', 'out-of-scope', 'prohibited']).optional(),
  /** What the answer means for the decision, for the record. */
  concludes: sentence.optional(),
})
export type QuestionOption = z.infer<typeof questionOption>

export const question = z.strictObject({
  id: z.string(),
  section: questionSection,
  /** A few words for lists and for the history. */
  short: sentence,
  text: sentence,
  help: z.string().default(''),
  /** Article, point or annex that the question comes from. */
  article: sentence,
  /** one: a single answer; many: any number of them, with the answer `none` where nothing applies. */
  kind: z.enum(['one', 'many']),
  options: z.array(questionOption).min(2),
  when: alternatives,
  /** Begins the conclusion of each answer that has none of its own. */
  concludes: sentence.optional(),
})
export type Question = z.infer<typeof question>

/** A day from which a duty applies; the first whose conditions hold counts. */
export const dutyDate = z.strictObject({ date: day, note: z.string().default(''), when: alternatives })

/** A duty that a classification results in. Dates: those of the Act as amended by the Digital Omnibus on AI of 2026. */
export const duty = z.strictObject({
  id: z.string(),
  title: sentence,
  /** What has to be done, in our own words. */
  what: sentence,
  articles: z.array(sentence).min(1),
  /** Whom it binds. */
  roles: z.array(dutyRole).min(1),
  /** Classes with which it can arise. */
  classes: z.array(riskClass).min(1).default(['prohibited', 'high-risk', 'transparency', 'minimal']),
  when: alternatives,
  dates: z.array(dutyDate).min(1),
  /** Controls of Annex A that answer it. */
  controls: z.array(z.string()).min(1),
  clauses: z.array(z.string()).default([]),
})
export type Duty = z.infer<typeof duty>

export const aiActDate = z.strictObject({
  date: day,
  what: sentence,
  note: z.string(),
  articles: z.array(sentence).min(1),
  /** The duties that it is about, where another date of the Act falls on the same day; else all that begin that day. */
  duties: z.array(z.string()).min(1).optional(),
})
export type AiActDate = z.infer<typeof aiActDate>

export const questionnaire = z.object({
  version: z.string(),
  act: sentence,
  notice: sentence,
  questions: z.array(question),
  duties: z.array(duty),
  dates: z.array(aiActDate),
})
export type Questionnaire = z.infer<typeof questionnaire>

/** `id` names the record whose history the reason has. An empty value: a reason is noted and the question is still open. */
export const answer = z.object({ id: recordId, question: z.string(), value: z.array(z.string()), reason: freeText })
export type Answer = z.infer<typeof answer>

/** Who classified a system and when. One schema: types, validation and form. */
export const classificationFields = z.object({
  classifiedBy: shortText,
  classifiedOn: pastDay.nullable(),
  reviewDate: day.nullable(),
  notes: freeText,
})
export const classificationField = classificationFields.keyof()
export type ClassificationField = z.infer<typeof classificationField>
export type ClassificationFields = z.infer<typeof classificationFields>

/** Why the class is what it is: each step of the decision with the article that it rests on. */
export const decisionStep = z.object({ question: z.string().nullable(), sentence, article: sentence })
export type DecisionStep = z.infer<typeof decisionStep>

export const highRiskReasons = ['annex-1', 'annex-1-section-b', 'annex-3'] as const

/** A duty that binds the organization, in these of its roles, from this day. */
export const boundDuty = z.object({ id: z.string(), roles: z.array(dutyRole).min(1), appliesFrom: day, dateNote: z.string() })
export type BoundDuty = z.infer<typeof boundDuty>

export const outcome = z.object({
  /** What is certain with the answers up to the first open question. */
  riskClass,
  /** Every question that matters is answered. */
  complete: z.boolean(),
  /** high-risk only: by Annex I, by Annex III, or both. */
  highRiskBy: z.array(z.enum(highRiskReasons)),
  generalPurpose: z.enum(['no', 'model', 'systemic-risk']),
  /** Roles that the duties are for: those answered, and those that the Act adds (Art. 25, Art. 53). */
  roles: z.array(dutyRole),
  steps: z.array(decisionStep),
  duties: z.array(boundDuty),
})
export type Outcome = z.infer<typeof outcome>

export const classification = classificationFields.extend({
  /** The AI system. */
  id: recordId,
  systemName: z.string(),
  /** Record whose history the fields have; null until the first answer is given. */
  record: recordId.nullable(),
  /** As in the outcome: what the inventory shows of it. */
  riskClass,
  answers: z.array(answer),
  /** Questions that matter with these answers, in order, answered or not. */
  asked: z.array(z.string()),
  /** What the inventory makes likely, for questions that are open; nothing is taken from it without a person. */
  proposed: z.array(z.object({ question: z.string(), value: z.array(z.string()) })),
  outcome,
})
export type Classification = z.infer<typeof classification>

const affected = ['classification', 'inventory', 'soa', 'trace', 'documents', 'cost', 'incidents', 'suppliers']
/** Of an inventory of thousands one row changes. */
const renewsRow = { row: 'inventory.systems' }
const ofSystem = z.object({ systemId: recordId })

export const classificationContract = {
  questionnaire: ofApplication.query('The questionnaire on the EU AI Act, its duties and dates', nothing, questionnaire),
  get: ofEngagement.query('Answers, open questions, class and duties of an AI system', ofSystem, classification),
  answer: ofEngagement.mutation(
    'Answer a question on an AI system, or change its reason; an empty list of values takes the answer back',
    ofSystem.extend({ question: z.string(), value: z.array(z.string()).optional(), reason: freeText.optional() }),
    classification,
    affected,
    renewsRow,
  ),
  update: ofEngagement.mutation(
    'Note who classified an AI system, when, and when to look again',
    ofSystem.extend({ fields: classificationFields.partial() }),
    classification,
    ['classification', 'trace', 'documents'],
  ),
  reset: ofEngagement.mutation('Take back every answer on an AI system', ofSystem, classification, affected, {
    ...renewsRow,
    offersUndo: true,
  }),
}
