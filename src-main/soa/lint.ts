import type { ControlBasis, Decision, DecisionField, LintFinding, LintRule } from '../contract/soa.ts'
import { text } from '../language/text.ts'
import { listed } from './sentences.ts'

interface Found {
  rule: LintRule
  severity: LintFinding['severity']
  field: DecisionField
  values?: Record<string, string | number>
}

/** Evidence older than this many days is stale: certification bodies look back over one audit year. */
const evidenceDays = 365
const millisecondsOfDay = 86_400_000

const isBlank = (value: string) => value.trim() === ''
const isDone = ({ status }: Decision) => status === 'implemented' || status === 'verified'

/** What is known of risks and impact assessments: who has none at all may keep them elsewhere, and is not asked about them. */
export interface Registers {
  hasRisks: boolean
  hasAssessments: boolean
}

/** What an auditor would raise at Stage 1 on one row (clause 6.1.3: necessary controls, justification of inclusion and exclusion). */
export function lintDecision(decision: Decision, basis: ControlBasis | undefined, registers: Registers, today: string): LintFinding[] {
  return [...foundIn(decision, today), ...lintAgainstBasis(decision, basis, registers)].map(({ rule, severity, field, values }) => ({
    rule,
    severity,
    decisionId: decision.id,
    code: decision.code,
    field,
    sentence: text(`soa:lint.${rule}`, { code: decision.code, ...values }),
  }))
}

function foundIn(decision: Decision, today: string): Found[] {
  const shared = [...lintReview(decision, today), ...lintAgainstGap(decision)]
  if (decision.applicability === 'undecided') return [{ rule: 'undecided', severity: 'error', field: 'applicability' }, ...shared]
  const own = decision.applicability === 'excluded' ? lintExclusion(decision, today) : lintInclusion(decision, today)
  return [...own, ...shared]
}

function lintExclusion(decision: Decision, today: string): Found[] {
  const { exclusionJustification, exclusionApprovedBy, exclusionValidUntil } = decision
  const found: Found[] = []
  if (isBlank(exclusionJustification))
    found.push({ rule: 'exclusion-without-justification', severity: 'error', field: 'exclusionJustification' })
  else if (isGeneric(exclusionJustification)) found.push({ rule: 'exclusion-generic', severity: 'error', field: 'exclusionJustification' })
  if (isBlank(exclusionApprovedBy)) found.push({ rule: 'exclusion-not-approved', severity: 'warning', field: 'exclusionApprovedBy' })
  if (exclusionValidUntil !== null && exclusionValidUntil < today) {
    found.push({ rule: 'exclusion-expired', severity: 'error', field: 'exclusionValidUntil', values: { date: exclusionValidUntil } })
  }
  return found
}

function lintInclusion(decision: Decision, today: string): Found[] {
  const found: Found[] = []
  if (decision.reasons.length === 0) found.push({ rule: 'included-without-reason', severity: 'error', field: 'reasons' })
  if (isBlank(decision.responsible)) found.push({ rule: 'no-responsible', severity: 'warning', field: 'responsible' })
  if (!isDone(decision)) {
    if (isBlank(decision.statusReason)) found.push({ rule: 'not-implemented-without-reason', severity: 'warning', field: 'statusReason' })
  } else if (isBlank(decision.evidence)) {
    found.push({ rule: 'implemented-without-evidence', severity: 'error', field: 'evidence' })
  } else if (isStale(decision, today)) {
    found.push({ rule: 'evidence-stale', severity: 'warning', field: 'evidenceDate' })
  }
  return found
}

function lintReview({ reviewDate }: Decision, today: string): Found[] {
  if (reviewDate === null || reviewDate >= today) return []
  return [{ rule: 'review-overdue', severity: 'warning', field: 'reviewDate', values: { date: reviewDate } }]
}

function lintAgainstGap(decision: Decision): Found[] {
  const contradiction = contradictionOf(decision)
  if (!contradiction) return []
  return [
    {
      rule: 'contradicts-gap',
      severity: 'error',
      field: contradiction.field,
      values: { how: text(`soa:contradiction.${contradiction.how}`) },
    },
  ]
}

/** The SoA follows from risks, impacts and law: what they call for is not excluded, and a reason that names them can be traced. */
function lintAgainstBasis(decision: Decision, basis: ControlBasis | undefined, { hasRisks, hasAssessments }: Registers): Found[] {
  const risks = basis?.risks ?? []
  const assessments = basis?.assessments ?? []
  const measured = assessments.filter(({ byMeasure }) => byMeasure)
  const articles = basis?.duties.flatMap((duty) => duty.articles) ?? []
  if (decision.applicability === 'excluded') {
    const needed = [...new Set(articles), ...measured.map(({ title }) => title)]
    return [
      ...excludedFinding(
        'excluded-treats-risk',
        risks.map(({ reference }) => reference),
      ),
      ...excludedFinding('excluded-is-duty', needed),
    ]
  }
  if (decision.applicability === 'undecided') return []
  const lacks = (reason: Decision['reasons'][number], rule: LintRule, isKept: boolean, found: number): Found[] =>
    isKept && found === 0 && decision.reasons.includes(reason) ? [{ rule, severity: 'warning', field: 'reasons' }] : []
  return [
    ...lacks('risk-treatment', 'risk-reason-without-risk', hasRisks, risks.length),
    ...lacks('impact-assessment', 'impact-reason-without-assessment', hasAssessments, assessments.length),
  ]
}

const excludedFinding = (rule: LintRule, names: string[]): Found[] =>
  names.length === 0 ? [] : [{ rule, severity: 'error', field: 'applicability', values: { what: listed(names) } }]

function contradictionOf(decision: Decision): { how: string; field: DecisionField } | undefined {
  const { applicability, conformity } = decision
  if (applicability === 'applicable' && conformity === 'not-applicable') return { how: 'includedButNotApplicable', field: 'applicability' }
  if (applicability === 'excluded' && ['conforms', 'partly', 'does-not-conform'].includes(conformity)) {
    return { how: 'excludedButJudged', field: 'applicability' }
  }
  if (applicability === 'applicable' && isDone(decision) && conformity === 'does-not-conform')
    return { how: 'doneButDoesNotConform', field: 'status' }
  if (applicability === 'applicable' && decision.status === 'verified' && conformity === 'partly')
    return { how: 'verifiedButPartly', field: 'status' }
  return undefined
}

function isStale({ evidenceState, evidenceDate }: Decision, today: string): boolean {
  if (evidenceState === 'stale') return true
  return evidenceDate !== null && Date.parse(today) - Date.parse(evidenceDate) > evidenceDays * millisecondsOfDay
}

/** A justification that would fit any control of any company says nothing about this one. */
export function isGeneric(justification: string): boolean {
  const words = justification
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/ ]+/gu, ' ')
    .split(/\s+/)
    .filter(Boolean)
  const phrases = text('soa:genericJustifications').split('|')
  const rest = phrases.reduce((left, phrase) => left.replaceAll(` ${phrase} `, ' '), ` ${words.join(' ')} `).trim()
  return words.length < 5 || rest.split(/\s+/).filter((word) => word.length > 3).length < 3
}

/** What an auditor would raise on the SoA as a whole: nobody approved it, or it is not what was approved. */
export function lintApproval(latestVersion: number | null, changedRows: number): LintFinding[] {
  const whole = { severity: 'warning', decisionId: null, code: '', field: null } as const
  if (latestVersion === null) return [{ ...whole, rule: 'never-approved', sentence: text('soa:lint.never-approved') }]
  if (changedRows === 0) return []
  const values = { version: latestVersion, count: changedRows }
  return [{ ...whole, rule: 'changed-since-approval', sentence: text('soa:lint.changed-since-approval', values) }]
}
