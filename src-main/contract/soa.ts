import { z } from 'zod'
import { day, done, freeText, nothing, ofEngagement, pastDay, recordId, shortText } from './procedure.ts'
import { riskLevel } from './risk.ts'
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
  evidenceDate: pastDay.nullable(),
  evidenceState,
  reviewDate: day.nullable(),
})
export const decisionField = decisionFields.keyof()
export type DecisionField = z.infer<typeof decisionField>
export type DecisionFields = z.infer<typeof decisionFields>

/** What calls for a control, in the words of the document: it is frozen with the row. */
export const basis = z.object({
  /** Reference and title of each open risk that the control treats. */
  risks: z.array(z.string()),
  /** Impact assessments with a measure that is carried out through the control, or with a harm that became one of its risks. */
  assessments: z.array(z.string()),
  /** Articles and title of each duty of a classified system that the control answers. */
  duties: z.array(z.string()),
  /** The first AI systems concerned, and how many there are beyond them. */
  systems: z.array(z.string()),
  moreSystems: z.number().int(),
})
export type Basis = z.infer<typeof basis>

const named = z.object({ id: recordId, name: z.string() })

/** What calls for a control, for walking there. */
export const controlBasis = z.object({
  code: z.string(),
  risks: z.array(z.object({ id: recordId, reference: z.string(), title: z.string(), level: riskLevel })),
  assessments: z.array(
    z.object({ id: recordId, title: z.string(), /** Through one of its measures, not through a risk alone. */ byMeasure: z.boolean() }),
  ),
  duties: z.array(
    z.object({ id: z.string(), title: z.string(), articles: z.array(z.string()), systems: z.array(named), moreSystems: z.number().int() }),
  ),
  systems: z.array(named),
  moreSystems: z.number().int(),
  /** Gaps of the newest round: the control's own, and those of the clauses that it belongs to. */
  findings: z.array(z.object({ itemId: z.string(), title: z.string(), conformity: z.string() })),
})
export type ControlBasis = z.infer<typeof controlBasis>

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
  systems: z.array(named),
  basis,
  /** Conformity of the control in the latest round, for the eye. */
  conformity: z.string(),
})
export type Decision = z.infer<typeof decision>

/** What follows for a control from what calls for it, where that is not what is decided. */
export const proposal = z.object({
  code: z.string(),
  title: z.string(),
  /** As it is decided now; proposed is always that it applies. */
  applicability,
  /** Reasons that would be added. */
  reasons: z.array(inclusionReason),
  /** Why, in one sentence. */
  sentence: z.string(),
  /** The sentence would become the reason in words; a text that somebody wrote stays as it is. */
  writesText: z.boolean(),
})
export type Proposal = z.infer<typeof proposal>

export const lintRules = [
  'undecided',
  'excluded-treats-risk',
  'excluded-is-duty',
  'exclusion-without-justification',
  'exclusion-generic',
  'exclusion-not-approved',
  'exclusion-expired',
  'included-without-reason',
  'risk-reason-without-risk',
  'impact-reason-without-assessment',
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
  /** Controls for which risks, impacts and law propose something else than what is decided. */
  proposals: z.number(),
})

export const soaVersion = approvedVersion.extend({ rows: z.number() })
export type SoaVersion = z.infer<typeof soaVersion>

/** Versions that were approved before the trace was kept say nothing of what called for a control: null. */
export const frozenDecision = decision.omit({ conformity: true }).extend({ basis: basis.nullable().default(null) })
export type FrozenDecision = z.infer<typeof frozenDecision>

/** Evidence is asked for what is applicable. */
const affected = ['soa', 'evidence', 'trace', 'documents', 'engagement']
/** Of a control, and of its links with systems, other screens tell too, as do the entries of registers that are linked with it. */
const affectedByControls = [...affected, 'inventory', 'impact', 'risk', 'registers']

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
    { offersUndo: true },
  ),
  setSystems: ofEngagement.mutation(
    'Name the AI systems that a control concerns',
    z.object({ code: z.string(), systemIds: z.array(recordId) }),
    decision,
    affectedByControls,
  ),
  addControl: ofEngagement.mutation(
    'Add a custom control beyond Annex A',
    z.object({ code: z.string().trim().min(1).max(40), title: shortText.min(1), description: freeText.default('') }),
    decision,
    affectedByControls,
  ),
  updateControl: ofEngagement.mutation(
    'Change a custom control',
    z.object({ code: z.string(), title: shortText.min(1).optional(), description: freeText.optional() }),
    decision,
    affectedByControls,
  ),
  removeControl: ofEngagement.mutation('Remove a custom control', z.object({ code: z.string() }), done, affectedByControls, {
    offersUndo: true,
  }),
  basis: ofEngagement.query(
    'What calls for a control: risks, impact assessments, AI systems, legal duties, findings; for every control where none is named',
    z.object({ code: z.string().optional() }),
    z.array(controlBasis),
  ),
  proposals: ofEngagement.query('Decisions and reasons that follow from risks, impacts and law', nothing, z.array(proposal)),
  acceptProposals: ofEngagement.mutation(
    'Write chosen proposals into the SoA as one change; no reason and no text that somebody wrote is taken away',
    z.object({ codes: z.array(z.string()).min(1) }),
    z.object({ changed: z.number() }),
    affected,
  ),
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
