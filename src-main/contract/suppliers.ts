import { z } from 'zod'
import { done, freeText, nothing, ofEngagement, recordId, shortText } from './procedure.ts'
import { affectedByRegisters } from './registers/index.ts'
import { contractClauses, suppliers } from './registers/operation.ts'

const sentence = z.string().trim().min(1)
const criticality = suppliers.fields.shape.criticality.unwrap()
const clauseId = z.enum(contractClauses)

/** Subjects of a contract with the criticality from which they are settled, and the questions of due diligence. */
export const supplierGuide = z.strictObject({
  version: z.string(),
  clauses: z.array(
    z.strictObject({
      id: clauseId,
      from: criticality,
      why: sentence,
      /** Also for suppliers of a high-risk system that the organization provides. */ highRisk: z.boolean().optional(),
    }),
  ),
  questions: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/),
      /** Kinds of suppliers that it is asked of; of all where there is none. */
      kinds: z.array(suppliers.fields.shape.kind.unwrap()),
      text: sentence,
      help: sentence,
      controls: z.array(z.string()).min(1),
    }),
  ),
})
export type SupplierGuide = z.infer<typeof supplierGuide>

/** How a question of due diligence was answered. One schema: types, validation and form. */
export const answerFields = z.object({ answer: z.enum(['open', 'yes', 'partly', 'no', 'not-applicable']), note: freeText })
export type AnswerFields = z.infer<typeof answerFields>

export const supplierQuestion = z.object({
  id: z.string(),
  text: z.string(),
  help: z.string(),
  fields: answerFields,
})
export type SupplierQuestion = z.infer<typeof supplierQuestion>
export const supplierClause = z.object({ id: clauseId, why: z.string(), isSettled: z.boolean(), isNeeded: z.boolean() })
export type SupplierClause = z.infer<typeof supplierClause>

/** What a supplier's entry lacks, in sentences, the gravest first. */
export const supplierState = z.object({
  id: recordId,
  missingClauses: z.array(clauseId),
  openQuestions: z.number(),
  points: z.array(z.string()),
})
export type SupplierState = z.infer<typeof supplierState>
export const supplierDetails = z.object({
  id: recordId,
  clauses: z.array(supplierClause),
  questions: z.array(supplierQuestion),
  points: z.array(z.string()),
})
export type SupplierDetails = z.infer<typeof supplierDetails>

/** A supplier that the inventory names and the register does not have. */
export const namedSupplier = z.object({
  name: z.string(),
  systems: z.array(z.object({ id: recordId, reference: z.string(), name: z.string() })),
})
export type NamedSupplier = z.infer<typeof namedSupplier>

const ofSupplier = z.object({ id: recordId })

export const suppliersContract = {
  states: ofEngagement.query('What each supplier lacks: clauses, answers, a review', nothing, z.array(supplierState)),
  get: ofEngagement.query('Contract clauses and due diligence of a supplier', ofSupplier, supplierDetails),
  answer: ofEngagement.mutation(
    'Answer a question of due diligence',
    ofSupplier.extend({ question: z.string(), fields: answerFields.partial() }),
    supplierDetails,
    affectedByRegisters,
  ),
  named: ofEngagement.query('Suppliers that the inventory names and the register does not have', nothing, z.array(namedSupplier)),
  addNamed: ofEngagement.mutation(
    'Add suppliers that the inventory names, linked with their systems, as one change',
    z.object({ names: z.array(shortText.min(1)).min(1) }),
    done,
    affectedByRegisters,
  ),
}
