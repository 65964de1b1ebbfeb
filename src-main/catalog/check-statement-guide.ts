import type { Catalog } from '../contract/catalog.ts'
import { type StatementContent, statementKinds } from '../contract/statements.ts'
import { repeated } from './repeated.ts'

/** Words in braces that a starting text may hold; the program fills them in. */
export const startWords = ['client', 'approver', 'systems'] as const

/** Says what is wrong with the statements' content: what is missing, references that lead nowhere, texts said twice. */
export function checkStatementGuide(guide: readonly StatementContent[], catalog: Catalog): string[] {
  const kinds = guide.map(({ kind }) => kind)
  return [
    ...statementKinds.filter((kind) => !kinds.includes(kind)).map((kind) => `${kind}: there is no content for it`),
    ...guide.flatMap((each) => [...checkReferences(each, catalog), ...checkSections(each)]),
    ...checkTexts(guide),
  ]
}

function checkReferences({ kind, clause, requirements, controls }: StatementContent, catalog: Catalog): string[] {
  const known = new Set([...catalog.requirements, ...catalog.controls].map(({ id }) => id))
  return [
    ...(catalog.clauses.some(({ id }) => id === clause) ? [] : [`${kind}: there is no clause ${clause}`]),
    ...[...requirements, ...controls].filter((id) => !known.has(id)).map((id) => `${kind}: there is no ${id}`),
    ...requirements.filter((id) => !id.startsWith(`${clause}-`)).map((id) => `${kind}: ${id} is of another clause`),
  ]
}

function checkSections({ kind, sections }: StatementContent): string[] {
  const known: readonly string[] = startWords
  return [
    ...repeated(sections.map(({ id }) => id)).map((id) => `${kind}: the section ${id} stands twice`),
    ...sections.flatMap(({ id, start }) =>
      [...start.matchAll(/\{(\w+)\}/g)]
        .filter(([, word = '']) => !known.includes(word))
        .map(([word]) => `${kind}: nothing fills in ${word} in ${id}`),
    ),
  ]
}

function checkTexts(guide: readonly StatementContent[]): string[] {
  const texts = guide.flatMap(({ about, sections }) => [
    about,
    ...sections.flatMap(({ belongs, auditor, start }) => [belongs, ...auditor, ...start.split('\n').filter((line) => line.length > 40)]),
  ])
  return [
    ...repeated(texts).map((sentence) => `said twice: ${sentence}`),
    ...texts.filter((sentence) => /\bshall\b/i.test(sentence)).map((sentence) => `sounds like the standard's own text: ${sentence}`),
  ]
}
