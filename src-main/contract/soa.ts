import { z } from 'zod'
import { day, done, freeText, nothing, ofEngagement, recordId, shortText } from './procedure.ts'
import { approval, approvedVersion, versionDifference, versionNumber } from './versions.ts'

export const applicabilities = ['undecided', 'applicable', 'excluded'] as const
export const applicability = z.enum(applicabilities)
export const inclusionReasons = ['risk-treatment', 'legal', 'contractual', 'impact-assessment', 'organizational-choice'] as const
export const inclusionReason = z.enum(inclusionReasons)
export const implementationStatuses = ['not-started', 'planned', 'partly', 'implemented', 'verified'] as const
export const implementationStatus = z.enum(implementationStatuses)
export const evidenceStates = ['unknown', 'current', 'stale'] as const
export const evidenceState = z.enum(evidenceStates)

/** One row of the Statement of Applicability (clause 6.1.3). One schema: types, validation and form. */
export const decisionFields = z.object({
  applicability,
  reasons: z.array(inclusionReason),
  reasonText: freeText,
  exclusionJustification: freeText,
  exclusionApprovedBy: shortText,
  exclusionValidUntil: day.nullable(),
  status: implementationStatus,
  /** Why it is not implemented yet. */
  statusReason: freeText,
  /** How it is implemented at this client. */
  implementation: freeText,
  responsible: shortText,
  evidence: freeText,
  evidenceDate: day.nullable(),
  evidenceState,
  reviewDate: day.nullable(),
})
export const decisionField = decisionFields.keyof()
export type DecisionField = z.infer<typeof decisionField>
export type DecisionFields = z.infer<typeof decisionFields>

export const decision = decisionFields.extend({
  id: recordId,
  /** A.2.2 and the like, or the code of a custom control. */
  code: z.string(),
  title: z.string(),
  objective: z.string(),
  objectiveTitle: z.string(),
  custom: z.boolean(),
  /** What the custom control asks; empty for Annex A, whose text is in the catalog. */
  description: z.string(),
  systems: z.array(z.object({ id: recordId, name: z.string() })),
  /** Conformity of the control in the latest round, for the eye. */
  conformity: z.string(),
})
export type Decision = z.infer<typeof decision>

export const lintRules = [
  'undecided',
  'exclusion-without-justification',
  'exclusion-generic',
  'exclusion-not-approved',
  'exclusion-expired',
  'included-without-reason',
  'implemented-without-evidence',
  'evidence-stale',
  'not-implemented-without-reason',
  'no-responsible',
  'review-overdue',
  'contradicts-gap',
  'never-approved',
  'changed-since-approval',
] as const
export const lintRule = z.enum(lintRules)
export type LintRule = z.infer<typeof lintRule>

export const lintFinding = z.object({
  rule: lintRule,
  severity: z.enum(['error', 'warning']),
  /** The row and the cell to jump to; null for findings of the whole SoA. */
  decisionId: recordId.nullable(),
  code: z.string(),
  field: decisionField.nullable(),
  sentence: z.string(),
})
export type LintFinding = z.infer<typeof lintFinding>

export const soaSummary = z.object({
  controls: z.number(),
  undecided: z.number(),
  applicable: z.number(),
  excluded: z.number(),
  implemented: z.number(),
  findings: z.number(),
  errors: z.number(),
  latestVersion: z.number().nullable(),
})

export const soaVersion = approvedVersion.extend({ rows: z.number() })
export type SoaVersion = z.infer<typeof soaVersion>

export const frozenDecision = decision.omit({ conformity: true })
export type FrozenDecision = z.infer<typeof frozenDecision>

const affected = ['soa', 'documents', 'engagement']

export const soaContract = {
  decisions: ofEngagement.query('The rows of the SoA: 38 controls of Annex A, then custom ones', nothing, z.array(decision)),
  decide: ofEngagement.mutation(
    'Change fields of one row, named by the code of its control',
    z.object({ code: z.string(), fields: decisionFields.partial() }),
    decision,
    affected,
  ),
  decideMany: ofEngagement.mutation(
    'Give selected rows the same values in one change',
    z.object({ codes: z.array(z.string()).min(1), fields: decisionFields.partial() }),
    z.object({ changed: z.number() }),
    affected,
  ),
  setSystems: ofEngagement.mutation(
    'Name the AI systems that a control concerns',
    z.object({ code: z.string(), systemIds: z.array(recordId) }),
    decision,
    affected,
  ),
  addControl: ofEngagement.mutation(
    'Add a custom control beyond Annex A',
    z.object({ code: z.string().trim().min(1).max(40), title: shortText.min(1), description: freeText.default('') }),
    decision,
    affected,
  ),
  updateControl: ofEngagement.mutation(
    'Change a custom control',
    z.object({ code: z.string(), title: shortText.min(1).optional(), description: freeText.optional() }),
    decision,
    affected,
  ),
  removeControl: ofEngagement.mutation('Remove a custom control', z.object({ code: z.string() }), done, affected),
  lint: ofEngagement.query('What an auditor would raise at Stage 1', nothing, z.array(lintFinding)),
  summary: ofEngagement.query('What is decided and what is left', nothing, soaSummary),
  approve: ofEngagement.mutation('Freeze the SoA as a numbered version', approval, soaVersion, affected),
  versions: ofEngagement.query('Approved versions, newest first', nothing, z.array(soaVersion)),
  version: ofEngagement.query('The rows of an approved version', z.object({ number: versionNumber }), z.array(frozenDecision)),
  difference: ofEngagement.query(
    'What changed between two versions; 0 is the SoA as it stands',
    z.object({ from: versionNumber, to: versionNumber }),
    versionDifference,
  ),
}
