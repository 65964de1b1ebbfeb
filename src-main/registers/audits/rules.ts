import { type NonconformityIssue, type NonconformityStep, nonconformityIssues, nonconformitySteps } from '../../contract/audits.ts'
import type { EntryOf } from '../../contract/registers/definition.ts'
import type { registers } from '../../contract/registers/index.ts'

export type Nonconformity = EntryOf<(typeof registers)['nonconformities']>
type State = Nonconformity['state']

const order: readonly State[] = ['open', 'analysed', 'correcting', 'verifying', 'closed']
const isWritten = (value: string) => value.trim() !== ''
const samePerson = (a: string, b: string) => isWritten(a) && a.trim().toLowerCase() === b.trim().toLowerCase()

/** Which of the names in a text (separated by commas, semicolons or lines) is this person. */
export const names = (people: string, person: string) => people.split(/[,;\n]/).some((name) => samePerson(name, person))

/** The auditors with the roles that they hold and, where an auditor is named by a role, its holder: nobody audits own work under another name (clause 9.2.2). */
export const withRoles = (auditors: string, roles: readonly { title: string; holder: string }[]): string =>
  [
    auditors,
    ...roles.filter(({ holder }) => holder.split(/[,;\n]/).some((name) => names(auditors, name))).map(({ title }) => title),
    ...roles.filter(({ title }) => names(auditors, title)).map(({ holder }) => holder),
  ].join(';')

/** The steps that clause 10.2 asks for, each with whether it is written. An observation is followed up without an analysis of its cause. */
export function stepsOf(entry: Nonconformity): { step: NonconformityStep; isDone: boolean }[] {
  const isDone: Record<NonconformityStep, boolean> = {
    found: entry.grade !== null && isWritten(entry.description) && isWritten(entry.objectiveEvidence),
    correction: isWritten(entry.correction),
    cause: isWritten(entry.cause) && isWritten(entry.elsewhere),
    action: isWritten(entry.correctiveAction) && isWritten(entry.owner) && entry.dueDate !== null,
    verification: entry.effective === 'yes' && isWritten(entry.verifiedBy) && entry.verifiedOn !== null,
    closing: entry.state === 'closed' && entry.closedOn !== null,
  }
  const needed = nonconformitySteps.filter((step) => entry.grade !== 'observation' || step === 'found' || step === 'closing')
  return needed.map((step) => ({ step, isDone: isDone[step] }))
}

/** What is missing for a nonconformity to be in a state, and what an auditor would raise (clause 10.2). `today` is ISO 8601. */
export function issuesOf(entry: Nonconformity, today: string, state: State = entry.state): NonconformityIssue[] {
  const has = (reached: State) => order.indexOf(state) >= order.indexOf(reached)
  const isAnalysed = entry.grade !== 'observation'
  const found: Record<NonconformityIssue, boolean> = {
    'no-grade': entry.grade === null,
    'no-evidence': !isWritten(entry.objectiveEvidence),
    'no-owner': !isWritten(entry.owner),
    'no-correction': isAnalysed && has('analysed') && !isWritten(entry.correction),
    'no-cause': isAnalysed && has('analysed') && !isWritten(entry.cause),
    'no-elsewhere': isAnalysed && has('analysed') && !isWritten(entry.elsewhere),
    'no-action': isAnalysed && has('correcting') && !isWritten(entry.correctiveAction),
    'no-date': isAnalysed && has('correcting') && entry.dueDate === null,
    overdue: state !== 'closed' && entry.dueDate !== null && entry.dueDate < today,
    'not-verified':
      isAnalysed && has('closed') && (entry.effective === 'open' || !isWritten(entry.verifiedBy) || entry.verifiedOn === null),
    'not-effective': isAnalysed && has('closed') && entry.effective === 'no',
    'verified-by-owner': isAnalysed && samePerson(entry.verifiedBy, entry.owner),
  }
  return nonconformityIssues.filter((issue) => found[issue])
}

/** Issues that hold a nonconformity back from a state: what is late, or who verified, does not. */
export const obstacles = (entry: Nonconformity, today: string, state: State): NonconformityIssue[] =>
  issuesOf(entry, today, state).filter((issue) => issue !== 'overdue' && issue !== 'verified-by-owner')
