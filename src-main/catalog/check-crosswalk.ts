import type { Catalog } from '../contract/catalog.ts'
import type { Duty } from '../contract/classification.ts'
import { type CrosswalkGuide, crosswalkGuide } from '../contract/crosswalk.ts'
import { articleOf } from './crosswalk.ts'
import { repeated } from './repeated.ts'

/** Says what is wrong with the crosswalks: shape, identifiers, references that lead nowhere, duties and parts of the standard left out. */
export function checkCrosswalk(guide: CrosswalkGuide, catalog: Catalog, duties: readonly Duty[]): string[] {
  const shape = crosswalkGuide.safeParse(guide)
  if (!shape.success) return shape.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  return [...checkIdentifiers(guide), ...checkReferences(guide, catalog), ...checkCover(guide, catalog, duties), ...checkTexts(guide)]
}

const checkIdentifiers = ({ articles, subcategories, categories, isms, olderNumbers }: CrosswalkGuide) =>
  [
    ...[articles, subcategories, categories, isms].flatMap((items) => repeated(items.map(({ id }) => id))),
    ...repeated(olderNumbers.map(({ older }) => older)),
  ].map((id) => `${id}: this identifier is used twice`)

function checkReferences({ articles, subcategories, categories, isms, olderNumbers }: CrosswalkGuide, catalog: Catalog): string[] {
  const clauses = new Set(catalog.clauses.map(({ id }) => id))
  const controls = new Set(catalog.controls.map(({ id }) => id))
  const known = new Set(articles.map(({ id }) => id))
  const groups = new Set(categories.map(({ id }) => id))
  const lost = (id: string, wanted: readonly string[], there: ReadonlySet<string>) =>
    wanted.filter((each) => !there.has(each)).map((each) => `${id}: there is no ${each}`)
  return [
    ...[...articles, ...subcategories].flatMap((item) => [
      ...lost(item.id, item.clauses, clauses),
      ...lost(item.id, item.controls, controls),
      ...(item.clauses.length + item.controls.length === 0 ? [`${item.id}: nothing answers it`] : []),
    ]),
    ...subcategories.flatMap(({ id, category }) => lost(id, [category], groups)),
    ...isms.flatMap(({ id }) => lost('iso-27001', [id], new Set([...clauses, ...controls]))),
    ...isms.filter(({ coverage, by }) => (coverage === 'not') !== (by.length === 0)).map(({ id }) => `${id}: what covers it is not named`),
    ...olderNumbers.flatMap(({ older, now }) => lost(older, now, known)),
  ]
}

function checkCover({ articles, subcategories, isms }: CrosswalkGuide, catalog: Catalog, duties: readonly Duty[]): string[] {
  const known = new Set(articles.map(({ id }) => id))
  const covered = new Set(isms.map(({ id }) => id))
  return [
    ...duties
      .filter((duty) => !duty.articles.some((citation) => known.has(articleOf(citation) ?? '')))
      .map(({ id }) => `${id}: no article has this duty`),
    ...[...catalog.clauses, ...catalog.controls].filter(({ id }) => !covered.has(id)).map(({ id }) => `${id}: missing for ISO/IEC 27001`),
    ...(subcategories.length === 72 ? [] : [`NIST AI RMF 1.0 has 72 subcategories, not ${subcategories.length}`]),
  ]
}

function checkTexts({ articles, subcategories, isms, olderNumbers }: CrosswalkGuide): string[] {
  const texts = [...[...articles, ...subcategories].map(({ asks }) => asks), ...isms.map(({ left }) => left)]
  return [
    ...repeated([...texts, ...olderNumbers.map(({ note }) => note)]).map((sentence) => `said twice: ${sentence}`),
    ...texts.filter((sentence) => /\bshall\b/i.test(sentence)).map((sentence) => `sounds like the standard's own text: ${sentence}`),
  ]
}
