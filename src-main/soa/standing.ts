import type { LintFinding } from '../contract/soa.ts'
import type { SoaStanding } from '../engagement/context.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { readBasis } from './basis.ts'
import { readDecisions } from './decisions.ts'
import { lintApproval, lintDecision } from './lint.ts'
import { readProposals } from './proposals.ts'
import { readRegisters } from './queries.ts'
import { sinceApproval } from './versions.ts'

/** Every point that an auditor would raise on the SoA (clause 6.1.3). `today` is a calendar day, ISO 8601. */
export function readLint(
  file: EngagementFile,
  today: string,
  basis = readBasis(file),
  decisions = readDecisions(file, basis),
): LintFinding[] {
  const { latest, changedRows } = sinceApproval(file, decisions)
  const registers = readRegisters(file)
  return [
    ...lintApproval(latest, changedRows),
    ...decisions.flatMap((decision) => lintDecision(decision, basis.get(decision.code), registers, today)),
  ]
}

/** The errors of the check and the open proposals, counted, with the first of each. */
export function readSoaStanding(file: EngagementFile, today: string): SoaStanding {
  const basis = readBasis(file)
  const decisions = readDecisions(file, basis)
  const errors = readLint(file, today, basis, decisions).filter(({ severity }) => severity === 'error')
  const proposals = readProposals(file, basis, decisions)
  const [error] = errors
  return {
    controls: decisions.length,
    faulty: new Set(errors.map(({ code }) => code)).size,
    errors: errors.length,
    first: error ? { code: error.code, field: error.field ?? 'applicability' } : null,
    proposals: proposals.length,
    firstProposal: proposals[0]?.code ?? null,
  }
}
