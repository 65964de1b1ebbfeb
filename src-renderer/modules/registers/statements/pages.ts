import { type StatementKind, statementKinds } from '../../../../src-main/contract/statements.ts'
import { StatementPage } from './StatementPage.tsx'

/** Clauses of the authored statements, for their place in the list of registers. */
const clauses: Record<StatementKind, string> = {
  scope: '4.3',
  policy: '5.2',
  'risk-process': '6.1.2',
  'treatment-process': '6.1.3',
  'impact-process': '6.1.4',
  'audit-programme': '9.2.2',
}

/** A page for each authored statement, under its own name. */
export const statementPages = statementKinds.map((kind) => ({ id: kind, clause: clauses[kind], Page: StatementPage }))
