import { z } from 'zod'
import { lifeCycleStages, systemRoles } from './inventory.ts'
import { day, freeText, nothing, ofEngagement, shortText } from './procedure.ts'
import { approval, approvedVersion, versionDifference, versionNumber } from './versions.ts'

/** What the organization writes itself, in the order of the clauses; each is a report of the same name too. */
export const statementKinds = ['scope', 'policy', 'risk-process', 'treatment-process', 'impact-process', 'audit-programme'] as const
export const statementKind = z.enum(statementKinds)
export type StatementKind = z.infer<typeof statementKind>

const sentence = z.string().trim().min(1)

/** A section of a statement: what belongs in it, what an auditor looks for, and a text to start from. */
export const sectionContent = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  title: sentence,
  belongs: sentence,
  auditor: z.array(sentence).min(2),
  /** In our own words; {client} and the like are filled in, and what only the client knows stands in [square brackets]. */
  start: sentence,
  /** Can stay empty. */
  optional: z.boolean().default(false),
})
export type SectionContent = z.infer<typeof sectionContent>

/** What a statement is made of, in our own words. */
export const statementContent = z.strictObject({
  kind: statementKind,
  clause: z.string(),
  controls: z.array(z.string()),
  requirements: z.array(z.string()).min(1),
  title: sentence,
  about: sentence,
  sections: z.array(sectionContent).min(3),
})
export type StatementContent = z.infer<typeof statementContent>

/** An AI system that the scope names, from the inventory. */
export const scopeSystem = z.object({
  reference: z.string(),
  name: z.string(),
  role: z.enum(systemRoles).nullable(),
  lifeCycleStage: z.enum(lifeCycleStages).nullable(),
  owner: z.string(),
})
export type ScopeSystem = z.infer<typeof scopeSystem>

/** A section as it was written. `record` and `field` name the place in the file whose history it has. */
export const writtenSection = z.object({
  section: z.string(),
  title: z.string(),
  body: freeText,
  record: z.string(),
  field: z.string(),
})
export type WrittenSection = z.infer<typeof writtenSection>

/** What a version keeps: its sections with their titles, and the systems in scope, where the statement is the scope. */
export const frozenStatement = z.object({
  sections: z.array(writtenSection.pick({ section: true, title: true, body: true })),
  systems: z.array(scopeSystem),
})
export type FrozenStatement = z.infer<typeof frozenStatement>

/** What is missing before a statement can be approved, and the section or field where it is mended. */
export const statementPoint = z.object({ sentence: z.string(), section: z.string().nullable(), field: z.string().nullable() })
export type StatementPoint = z.infer<typeof statementPoint>

/** How far a statement is, for lists, readiness and the dashboard. */
export const statementSummary = z.object({
  kind: statementKind,
  clause: z.string(),
  title: z.string(),
  /** Sections that have to be written, and those of them that are. */
  sections: z.number(),
  filled: z.number(),
  missing: z.number(),
  latestVersion: z.number().nullable(),
  approvedOn: day.nullable(),
  approver: z.string(),
  /** Something is not as the newest version says. */
  isChanged: z.boolean(),
  owner: z.string(),
  reviewDate: day.nullable(),
  isReviewOverdue: z.boolean(),
})
export type StatementSummary = z.infer<typeof statementSummary>

/** Fields of a statement beside its sections. */
export const statementFields = z.object({ owner: shortText, reviewDate: day.nullable() })

export const statement = statementSummary.extend({
  written: z.array(writtenSection),
  /** AI systems in scope; empty where the statement is another. */
  systems: z.array(scopeSystem),
  points: z.array(statementPoint),
  /** Sections that are not as the newest version says. */
  changedSections: z.array(z.string()),
})
export type Statement = z.infer<typeof statement>

const ofKind = z.object({ kind: statementKind })

/** The scope is the engagement's own; the SoA keeps it with its versions. */
const affected = ['statements', 'engagement', 'soa', 'documents', 'readiness', 'crosswalk', 'reviews'] as const

export const statementsContract = {
  guide: ofEngagement.query('What each statement is made of, with texts to start from', nothing, z.array(statementContent)),
  summaries: ofEngagement.query('How far each statement is: sections, approval, review', nothing, z.array(statementSummary)),
  get: ofEngagement.query('One statement with its sections and what is missing', ofKind, statement),
  write: ofEngagement.mutation(
    'Write a section of a statement',
    ofKind.extend({ section: z.string(), body: freeText }),
    statement,
    affected,
  ),
  update: ofEngagement.mutation(
    'Change owner or review date of a statement',
    ofKind.extend({ fields: statementFields.partial() }),
    statement,
    affected,
  ),
  takeOver: ofEngagement.mutation(
    'Put the starting texts into sections that are empty; what is written stays',
    ofKind.extend({ sections: z.array(z.string()).optional() }),
    statement,
    affected,
  ),
  approve: ofEngagement.mutation('Freeze a statement as its next version', ofKind.extend(approval.shape), approvedVersion, affected),
  versions: ofEngagement.query('The approved versions of a statement, newest first', ofKind, z.array(approvedVersion)),
  difference: ofEngagement.query(
    'What changed between two versions; 0 is the statement as it stands',
    ofKind.extend({ from: versionNumber, to: versionNumber }),
    versionDifference,
  ),
}
