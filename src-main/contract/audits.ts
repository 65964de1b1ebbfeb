import { z } from 'zod'
import { day, freeText, nothing, ofEngagement, recordId } from './procedure.ts'
import { audits } from './registers/evaluation.ts'
import { nonconformities } from './registers/improvement.ts'
import { affectedByRegisters } from './registers/index.ts'

/** What an auditor finds of one item; the keys 1 to 6 give these in this order. */
export const auditResults = ['conforms', 'observation', 'minor', 'major', 'not-covered', 'open'] as const
export const auditResult = z.enum(auditResults)
export type AuditResult = z.infer<typeof auditResult>

/** Results that become a nonconformity or an observation to be followed up. */
export const findingResults = ['observation', 'minor', 'major'] as const satisfies readonly AuditResult[]

export const auditItemFields = z.object({ question: freeText, result: auditResult, seen: freeText })

const named = z.object({ id: recordId, reference: z.string(), title: z.string() })

/** One line of an audit's checklist: a requirement or control, what is asked, and what was seen. */
export const auditItem = auditItemFields.extend({
  id: recordId,
  auditId: recordId,
  /** Catalog id of the requirement or control. */
  itemId: z.string(),
  title: z.string(),
  /** Its clause or objective. */
  group: z.string(),
  groupTitle: z.string(),
  /** Who answers for it: the responsible person of the SoA, or the owner in the newest gap round. */
  answerable: z.string(),
  /** One of the auditors answers for it: nobody audits their own work (clause 9.2.2). */
  isOwnWork: z.boolean(),
  nonconformity: named.extend({ state: nonconformities.fields.shape.state }).nullable(),
})
export type AuditItem = z.infer<typeof auditItem>

/** A clause or objective that a checklist can be made of. */
export const auditGroup = z.object({
  id: z.string(),
  kind: z.enum(['clause', 'objective']),
  title: z.string(),
  /** Requirements, or controls that the SoA does not exclude; and how many of them the checklist has already. */
  items: z.number(),
  chosen: z.number(),
})
export type AuditGroup = z.infer<typeof auditGroup>

const plannedAudit = named.extend({
  kind: audits.fields.shape.kind,
  state: audits.fields.shape.state,
  /** The day on which it was held, or is planned. */
  on: day.nullable(),
  isOverdue: z.boolean(),
  /** Clauses and objectives of its checklist. */
  covers: z.array(z.string()),
})
export type PlannedAudit = z.infer<typeof plannedAudit>

/** The audit programme of a year to come (clause 9.2.2). */
export const auditProgramme = z.object({
  months: z.array(z.object({ month: z.string(), audits: z.array(plannedAudit) })),
  /** Held within the last twelve months, or overdue. */
  earlier: z.array(plannedAudit),
  /** Clauses and objectives that no internal audit of the last and the next twelve months looks at. */
  uncovered: z.array(z.object({ id: z.string(), title: z.string() })),
})
export type AuditProgramme = z.infer<typeof auditProgramme>

/** The steps of a nonconformity (clause 10.2). */
export const nonconformitySteps = ['found', 'correction', 'cause', 'action', 'verification', 'closing'] as const
export const nonconformityStep = z.enum(nonconformitySteps)
export type NonconformityStep = z.infer<typeof nonconformityStep>

/** What an auditor would raise on the handling of one nonconformity. */
export const nonconformityIssues = [
  'no-grade',
  'no-evidence',
  'no-owner',
  'no-correction',
  'no-cause',
  'no-elsewhere',
  'no-action',
  'no-date',
  'overdue',
  'not-verified',
  'not-effective',
  'verified-by-owner',
] as const
export const nonconformityIssue = z.enum(nonconformityIssues)
export type NonconformityIssue = z.infer<typeof nonconformityIssue>

export const nonconformityWork = named.extend({
  state: nonconformities.fields.shape.state,
  grade: nonconformities.fields.shape.grade,
  steps: z.array(z.object({ step: nonconformityStep, isDone: z.boolean() })),
  issues: z.array(nonconformityIssue),
  /** The audit in which it was found. */
  audit: named.nullable(),
})
export type NonconformityWork = z.infer<typeof nonconformityWork>

export const auditSummary = z.object({
  /** Open nonconformities by grade; those without a grade count as minor. */
  openMajor: z.number(),
  openMinor: z.number(),
  openObservations: z.number(),
  /** The internal audit that was held last, with the clauses and objectives that internal audits of the last twelve months looked at. */
  lastInternal: named.extend({ heldOn: day }).nullable(),
  covered: z.number(),
  toCover: z.number(),
  nextInternal: named.extend({ plannedOn: day }).nullable(),
})
export type AuditSummary = z.infer<typeof auditSummary>

const ofAudit = z.object({ auditId: recordId })
const ofItem = z.object({ id: recordId })

export const auditsContract = {
  programme: ofEngagement.query('Audits of the coming year by month, and the clauses that none looks at', nothing, auditProgramme),
  summary: ofEngagement.query('Open nonconformities, and the last and the next internal audit', nothing, auditSummary),
  groups: ofEngagement.query('Clauses and objectives that the checklist of an audit can be made of', ofAudit, z.array(auditGroup)),
  items: ofEngagement.query('The checklist of an audit, in the order of the catalog', ofAudit, z.array(auditItem)),
  addItems: ofEngagement.mutation(
    'Put the requirements and applicable controls of clauses and objectives on the checklist of an audit',
    ofAudit.extend({ groups: z.array(z.string()).min(1) }),
    z.object({ added: z.number() }),
    affectedByRegisters,
  ),
  removeItems: ofEngagement.mutation(
    'Take clauses and objectives off the checklist of an audit; what has a result stays',
    ofAudit.extend({ groups: z.array(z.string()).min(1) }),
    z.object({ removed: z.number() }),
    affectedByRegisters,
    { offersUndo: true },
  ),
  setItem: ofEngagement.mutation(
    'Change the question, the result or what was seen of one line of a checklist',
    ofItem.extend({ fields: auditItemFields.partial() }),
    auditItem,
    affectedByRegisters,
    { row: 'audits.items' },
  ),
  raise: ofEngagement.mutation(
    'Make a nonconformity of a finding, linked with the audit and the requirement or control',
    ofItem,
    auditItem,
    affectedByRegisters,
    { row: 'audits.items' },
  ),
  nonconformities: ofEngagement.query('What is missing in the handling of each nonconformity', nothing, z.array(nonconformityWork)),
  advance: ofEngagement.mutation(
    'Bring a nonconformity to another state; refused with a sentence while something that the state needs is missing',
    ofItem.extend({ state: nonconformities.fields.shape.state }),
    nonconformityWork,
    affectedByRegisters,
  ),
}
