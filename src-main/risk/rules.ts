import { riskLevelOf } from '../catalog/risk-level.ts'
import { type RiskCriteria, type RiskFields, type RiskIssue, type RiskLevel, riskIssues } from '../contract/risk.ts'

/** Steps of likelihood and consequence, from 1; null while not rated. */
export interface Rating {
  likelihood: number | null
  consequence: number | null
}

type Scales = Pick<RiskCriteria, 'likelihood' | 'consequence'>

/** The level of a rating against the acceptance line. */
export const levelOf = ({ likelihood, consequence }: Rating, acceptance: readonly number[]) =>
  riskLevelOf(acceptance, likelihood, consequence)

/** The level of every cell, by likelihood and then consequence, the lowest first. */
export const levelsOf = ({ likelihood, consequence, acceptance }: Pick<RiskCriteria, 'likelihood' | 'consequence' | 'acceptance'>) =>
  likelihood.map((_, row) => consequence.map((_, column) => levelOf({ likelihood: row + 1, consequence: column + 1 }, acceptance)))

/** A line for scales of other lengths: what lies beyond them is cut, and a new step of likelihood is accepted as far as the one before. */
export const fitLine = (line: readonly number[], { likelihood, consequence }: Scales): number[] =>
  likelihood.map((_, index) => Math.min(line[index] ?? line.at(-1) ?? 0, consequence.length))

/** A rating that lies beyond a scale is moved to its last step. */
export const fitRating = (rating: Rating, { likelihood, consequence }: Scales): Rating => ({
  likelihood: rating.likelihood === null ? null : Math.min(rating.likelihood, likelihood.length),
  consequence: rating.consequence === null ? null : Math.min(rating.consequence, consequence.length),
})

const isBlank = (value: string) => value.trim() === ''
const isBeyond = (level: RiskLevel) => level === 'medium' || level === 'high'
const isPast = (day: string | null, today: string) => day !== null && day < today

/** Somebody on the client's side took the residual risk: it needs both who and when (clause 6.1.3). */
export const isAccepted = ({ acceptedBy, acceptedOn }: Pick<RiskFields, 'acceptedBy' | 'acceptedOn'>) =>
  !isBlank(acceptedBy) && acceptedOn !== null

export type JudgedRisk = Pick<
  RiskFields,
  'owner' | 'treatment' | 'treatmentDue' | 'treatmentStatus' | 'acceptedBy' | 'acceptedOn' | 'reviewDate' | 'state'
> & { current: RiskLevel; target: RiskLevel; hasPlan: boolean; controls: number }

/** What an auditor would raise on one risk (clauses 6.1.2 and 6.1.3). A closed risk is looked at no more. */
export function issuesOf(risk: JudgedRisk, today: string): RiskIssue[] {
  if (risk.state === 'closed') return []
  const found: Record<RiskIssue, boolean> = {
    'not-rated': risk.current === 'open',
    'no-owner': isBlank(risk.owner),
    'no-treatment': isBeyond(risk.current) && risk.treatment === null,
    'modify-without-control': risk.treatment === 'modify' && risk.controls === 0,
    'no-plan': risk.treatment !== null && risk.treatment !== 'retain' && !risk.hasPlan,
    'treatment-overdue': risk.treatment !== null && risk.treatmentStatus !== 'done' && isPast(risk.treatmentDue, today),
    ...acceptanceIssues(risk),
    'review-overdue': isPast(risk.reviewDate, today),
  }
  return riskIssues.filter((issue) => found[issue])
}

/**
 * What remains is the target while a treatment is under way, and the current risk once it is done or where the risk is retained. Beyond the
 * line it needs somebody who accepts it; within the line the criteria have accepted it already.
 */
function acceptanceIssues(risk: JudgedRisk) {
  const isStill = risk.treatment === 'retain' || risk.treatmentStatus === 'done' || risk.target === 'open'
  const isOpen = risk.treatment !== null && !isAccepted(risk)
  return {
    'residual-not-accepted': isOpen && isStill && isBeyond(risk.current),
    'target-not-acceptable': isOpen && !isStill && isBeyond(risk.target),
  }
}
