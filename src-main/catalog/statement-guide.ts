import { type StatementContent, type StatementKind, statementContent, statementKinds } from '../contract/statements.ts'
import { readJson } from './read.ts'

let loaded: StatementContent[] | undefined

/** What each authored statement is made of, in the order of the clauses; read and checked once. */
export function loadStatementGuide(): StatementContent[] {
  loaded ??= statementKinds.map((kind) => statementContent.parse(readJson('statements', `${kind}.json`)))
  return loaded
}

/** What one statement is made of. */
export function contentOf(kind: StatementKind): StatementContent {
  const content = loadStatementGuide().find((each) => each.kind === kind)
  if (!content) throw new Error(`no content for the statement ${kind}`)
  return content
}
