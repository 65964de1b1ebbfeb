import type { RiskCriteria, RiskIssue, RiskLevel, RiskRow } from '../../../src-main/contract/risk.ts'
import type { Tone } from '../../ui/StateTag.tsx'

export const stages = ['inherent', 'current', 'target'] as const
export type Stage = (typeof stages)[number]

export const toneOfLevel: Record<RiskLevel, Tone> = { low: 'good', medium: 'fair', high: 'poor', open: 'neutral' }

/** Steps from 1. */
export interface CellPlace {
  likelihood: number
  consequence: number
}

export const stepWord = (scale: RiskCriteria['likelihood'], step: number | null): string =>
  step === null ? '' : (scale[step - 1]?.word ?? '')

/** What the numbers beside the matrix count, and filter the table by. */
export const groups = ['beyond', 'untreated', 'unaccepted', 'overdue', 'unrated'] as const
export type Group = (typeof groups)[number]

const issuesOfGroup: Record<Exclude<Group, 'beyond'>, RiskIssue[]> = {
  untreated: ['no-treatment'],
  unaccepted: ['residual-not-accepted', 'target-not-acceptable'],
  overdue: ['treatment-overdue', 'review-overdue'],
  unrated: ['not-rated'],
}

export function isInGroup(risk: RiskRow, group: Group): boolean {
  if (risk.state === 'closed') return false
  if (group === 'beyond') return risk.current.level === 'medium' || risk.current.level === 'high'
  return issuesOfGroup[group].some((issue) => risk.issues.includes(issue))
}

export type RiskFilter = ({ kind: 'cell'; stage: Stage } & CellPlace) | { kind: 'group'; group: Group } | null

/** The risks that a click on the matrix or on a number leaves in the table. */
export function passes(risk: RiskRow, filter: RiskFilter): boolean {
  if (filter === null) return true
  if (filter.kind === 'group') return isInGroup(risk, filter.group)
  const { likelihood, consequence } = risk[filter.stage]
  return risk.state === 'open' && likelihood === filter.likelihood && consequence === filter.consequence
}
