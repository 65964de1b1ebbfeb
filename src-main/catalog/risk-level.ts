import type { RiskLevel } from '../contract/risk.ts'

/**
 * The level of a risk by the acceptance line of the criteria (clause 6.1.2): for each step of likelihood, how many steps of consequence
 * are accepted. Within the line it is low; one step less on one scale would be within it, medium; further, high; not rated, open.
 */
export function riskLevelOf(acceptance: readonly number[], likelihood: number | null, consequence: number | null): RiskLevel {
  if (likelihood === null || consequence === null) return 'open'
  const accepted = acceptance[likelihood - 1] ?? 0
  if (consequence <= accepted) return 'low'
  const isNext = consequence - accepted === 1 || (likelihood > 1 && consequence <= (acceptance[likelihood - 2] ?? 0))
  return isNext ? 'medium' : 'high'
}
