import { type Catalog, catalog as catalogSchema } from '../contract/catalog.ts'
import { repeated } from './repeated.ts'

/** Says what is wrong with a content pack: shape, identifiers that are not unique, references that lead nowhere, texts said twice. */
export function checkCatalog(catalog: Catalog): string[] {
  const shape = catalogSchema.safeParse(catalog)
  if (!shape.success) return shape.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  return [...checkIdentifiers(catalog), ...checkReferences(catalog), ...checkTexts(catalog)]
}

function checkIdentifiers(catalog: Catalog): string[] {
  const identifiers = [...catalog.clauses, ...catalog.requirements, ...catalog.objectives, ...catalog.controls].map(({ id }) => id)
  return repeated(identifiers).map((id) => `${id}: this identifier is used twice`)
}

function checkReferences(catalog: Catalog): string[] {
  const clauses = new Set(catalog.clauses.map(({ id }) => id))
  const objectives = new Set(catalog.objectives.map(({ id }) => id))
  const chapters = new Set(catalog.chapters.map(({ id }) => id))
  const assessed = new Set(catalog.requirements.map((requirement) => requirement.clause))
  return [
    ...catalog.clauses.filter(({ id }) => !chapters.has(id.split('.')[0] ?? '')).map(({ id }) => `${id}: its chapter is missing`),
    ...catalog.clauses.filter(({ id }) => !assessed.has(id)).map(({ id }) => `${id}: no requirement assesses this clause`),
    ...catalog.requirements.filter(({ clause }) => !clauses.has(clause)).map(({ id, clause }) => `${id}: there is no clause ${clause}`),
    ...catalog.requirements
      .filter(({ id, clause }) => !id.startsWith(`${clause}-`))
      .map(({ id }) => `${id}: does not begin with its clause`),
    ...catalog.controls.filter(({ objective }) => !objectives.has(objective)).map(({ id }) => `${id}: its objective is missing`),
    ...catalog.objectives
      .filter(({ id }) => !catalog.controls.some(({ objective }) => objective === id))
      .map(({ id }) => `${id}: no control belongs to this objective`),
    ...catalog.controls.flatMap(({ id, relatedClauses }) =>
      relatedClauses.filter((clause) => !clauses.has(clause)).map((clause) => `${id}: there is no clause ${clause}`),
    ),
  ]
}

function checkTexts(catalog: Catalog): string[] {
  const items = [...catalog.requirements, ...catalog.controls]
  const texts = items.flatMap(({ asks, questions, evidence, shortfalls }) => [asks, ...questions, ...evidence, ...shortfalls])
  const titles = catalog.requirements.map(({ title }) => title)
  return [
    ...repeated(texts).map((sentence) => `said twice: ${sentence}`),
    ...repeated(titles).map((title) => `title used twice: ${title}`),
    ...texts.filter((sentence) => /\bshall\b/i.test(sentence)).map((sentence) => `sounds like the standard's own text: ${sentence}`),
  ]
}
