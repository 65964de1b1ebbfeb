import type { Catalog } from '../contract/catalog.ts'
import { type RiskGuide, riskGuide } from '../contract/risk.ts'
import { repeated } from './repeated.ts'

/** Says what is wrong with the content of the risk register: shape, identifiers, references that lead nowhere, texts said twice. */
export function checkRiskGuide(guide: RiskGuide, catalog: Catalog): string[] {
  const shape = riskGuide.safeParse(guide)
  if (!shape.success) return shape.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  return [...checkIdentifiers(guide), ...checkReferences(guide, catalog), ...checkTexts(guide)]
}

const checkIdentifiers = ({ topics, library }: RiskGuide) =>
  repeated([...topics, ...library].map(({ id }) => id)).map((id) => `${id}: this identifier is used twice`)

function checkReferences({ topics, library }: RiskGuide, { controls }: Catalog): string[] {
  const ofKind = (kind: string) => new Set(topics.filter((topic) => topic.kind === kind).map(({ id }) => id))
  const known = { sources: ofKind('source'), objectives: ofKind('objective'), controls: new Set(controls.map(({ id }) => id)) }
  const kinds = ['sources', 'objectives', 'controls'] as const
  const lost = library.flatMap((risk) =>
    kinds.flatMap((kind) => risk[kind].filter((id) => !known[kind].has(id)).map((id) => `${risk.id}: there is no ${id} among the ${kind}`)),
  )
  const doubled = library.flatMap((risk) => kinds.flatMap((kind) => repeated(risk[kind]).map((id) => `${risk.id}: names ${id} twice`)))
  const unused = topics
    .filter(({ id }) => !library.some(({ sources, objectives }) => sources.includes(id) || objectives.includes(id)))
    .map(({ id }) => `${id}: no risk of the library is about it`)
  return [...lost, ...doubled, ...unused]
}

function checkTexts({ topics, library }: RiskGuide): string[] {
  const texts = [
    ...topics.flatMap(({ title, about, signs }) => [title, about, ...signs]),
    ...library.flatMap(({ title, about, cause, event, consequence, plan }) => [title, about, cause, event, consequence, plan]),
  ]
  return [
    ...repeated(texts).map((sentence) => `said twice: ${sentence}`),
    ...texts.filter((sentence) => /\bshall\b/i.test(sentence)).map((sentence) => `sounds like the standard's own text: ${sentence}`),
  ]
}
