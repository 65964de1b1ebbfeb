import { loadCatalog } from '../catalog/load.ts'
import { type LinkKind, registerIds } from '../contract/registers/index.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { itemNames } from '../engagement/registers/links.ts'
import type { DossierPlan, PlannedDocument, PlannedEvidence } from './plan.ts'
import { type EvidenceRow, excludedControls, namedEvidence, readLinks } from './queries.ts'

/** What a clause or a control is answered by. */
export interface Answer {
  id: string
  title: string
  kind: 'clause' | 'control'
  /** The requirements of a clause, as identifier and short title. */
  requirements: { id: string; title: string }[]
  documents: PlannedDocument[]
  /** Entries of registers that are linked with it: reference and title. */
  entries: string[]
  /** Files of evidence, and evidence that is kept elsewhere. */
  files: PlannedEvidence[]
  elsewhere: string[]
  /** A control that the SoA excludes has nothing to show. */
  isExcluded: boolean
}

export const isUnanswered = ({ documents, entries, files, elsewhere, isExcluded }: Answer) =>
  !isExcluded && documents.length + entries.length + files.length + elsewhere.length === 0

/** For every clause and every control, also the client's own: what in the dossier answers it. */
export function readAnswers(file: EngagementFile, plan: DossierPlan): Answer[] {
  const { clauses, requirements } = loadCatalog()
  const links = linksOf(file)
  const [named, excluded] = [namedEvidence(file), excludedControls(file)]
  const current = plan.documents
  const ofClauses = clauses.map(({ id, title }): Answer => {
    const own = requirements.filter(({ clause }) => clause === id)
    return {
      id,
      title,
      kind: 'clause',
      requirements: own.map((requirement) => ({ id: requirement.id, title: requirement.title })),
      documents: current.filter((document) => document.clauses.includes(id)),
      ...linked(
        own.map((requirement) => `requirement:${requirement.id}`),
        links,
        plan,
      ),
      isExcluded: false,
    }
  })
  const ofControls = itemNames(file, 'control').map(({ code, title }): Answer => {
    const found = linked([`control:${code}`], links, plan)
    const inWords = named.get(code)
    return {
      id: code,
      title,
      kind: 'control',
      requirements: [],
      documents: current.filter((document) => document.controls.includes(code)),
      ...found,
      elsewhere: inWords === undefined ? found.elsewhere : [...found.elsewhere, inWords],
      isExcluded: excluded.has(code),
    }
  })
  return [...ofClauses, ...ofControls]
}

interface Links {
  /** What is linked with an item, as kind and id; by kind and id of the item. */
  around: Map<string, { kind: string; id: string }[]>
  /** Entries of registers by their id, as reference and title. */
  names: Map<string, string>
}

function linksOf(file: EngagementFile): Links {
  const around = new Map<string, { kind: string; id: string }[]>()
  const add = (from: string, item: { kind: string; id: string }) => {
    const items = around.get(from)
    if (items) items.push(item)
    else around.set(from, [item])
  }
  for (const { recordKind, recordId, targetKind, targetId } of readLinks(file)) {
    add(`${targetKind}:${targetId}`, { kind: recordKind, id: recordId })
    add(`${recordKind}:${recordId}`, { kind: targetKind, id: targetId })
  }
  const kinds: readonly LinkKind[] = registerIds
  const names = kinds.flatMap((kind) => itemNames(file, kind).map(({ id, code, title }) => [id, `${code} ${title}`.trim()] as const))
  return { around, names: new Map(names) }
}

/** Entries that are linked with an item, and the evidence that is linked with it or with one of those entries. */
function linked(items: string[], { around, names }: Links, plan: DossierPlan): Pick<Answer, 'entries' | 'files' | 'elsewhere'> {
  const near = items.flatMap((item) => around.get(item) ?? [])
  const entries = near.filter(({ kind, id }) => kind !== 'evidence' && names.has(id))
  const further = entries.flatMap(({ kind, id }) => around.get(`${kind}:${id}`) ?? [])
  const evidence = new Set([...near, ...further].filter(({ kind }) => kind === 'evidence').map(({ id }) => id))
  const isUsed = ({ id }: EvidenceRow) => evidence.has(id)
  return {
    entries: [...new Set(entries.map(({ id }) => names.get(id) ?? ''))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    files: plan.evidence.filter((planned) => planned.entries.some(isUsed)),
    elsewhere: plan.withoutFile
      .filter((row) => isUsed(row) && row.location !== '')
      .map(({ reference, title, location }) => `${reference} ${title}: ${location}`),
  }
}
