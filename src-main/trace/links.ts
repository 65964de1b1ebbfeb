import { sql } from 'kysely'
import { duties } from '../catalog/duties.ts'
import { assessables, loadCatalog } from '../catalog/load.ts'
import { registerIds } from '../contract/registers/index.ts'
import type { TraceKind } from '../contract/trace.ts'
import { database, type Query } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { listed } from '../engagement/lists.ts'
import { isSystemInUse } from '../engagement/systems-in-use.ts'

/** Two items that are linked, by their ids. */
export interface Pair {
  left: string
  right: string
}

/** One way in which items of two kinds are linked. `side` names the end whose ids are given. */
export interface LinkType {
  left: TraceKind
  right: TraceKind
  /** Key of the words that say why. */
  why: string
  /** The end from which there are few links: among items that are shown already, links are asked for from there. */
  fewFrom: 'left' | 'right'
  pairs: (file: EngagementFile, side: 'left' | 'right', ids: readonly string[]) => Pair[]
}

type Columns = Record<'left' | 'right', string>

/** Pairs of a link table: a query of its two columns for the ids of one of them. */
const inTable =
  (query: (column: string, ids: ReturnType<typeof listed>) => Query<Pair>, columns: Columns): LinkType['pairs'] =>
  (file, side, ids) =>
    file.all(query(columns[side], listed(ids)))

/** Pairs of the content pack, which stay the same while the program runs. */
const inContent =
  (pairs: () => readonly Pair[]): LinkType['pairs'] =>
  (_file, side, ids) => {
    const wanted = new Set(ids)
    return pairs().filter((pair) => wanted.has(pair[side]))
  }

const dutyControls = inContent(() =>
  [...duties().values()].flatMap(({ id, controls }) => controls.map((code) => ({ left: id, right: code }))),
)
const dutyClauses = inContent(() =>
  [...duties().values()].flatMap(({ id, clauses }) => clauses.map((clause) => ({ left: id, right: clause }))),
)
const controlClauses = inContent(() =>
  loadCatalog().controls.flatMap(({ id, relatedClauses }) => relatedClauses.map((clause) => ({ left: id, right: clause }))),
)

export const newestRound = database.selectFrom('gapRound').select('id').orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(1)

/** Gaps of the newest round: what a finding is about. */
export const gaps = database
  .selectFrom('judgement')
  .select(['itemId', 'conformity'])
  .where('roundId', '=', newestRound)
  .where('conformity', 'in', ['partly', 'does-not-conform'])

const placesOfFindings = (wanted: 'control' | 'requirement'): LinkType['pairs'] => {
  return (file, side, ids) => {
    const known = new Set(ids)
    return file.all(gaps).flatMap(({ itemId }) => {
      const item = assessables().get(itemId)
      if (item?.kind !== wanted) return []
      const pair = { left: itemId, right: item.kind === 'requirement' ? item.clause : item.id }
      return known.has(pair[side]) ? pair : []
    })
  }
}

/** What entries of registers name. */
const recordTargets = ['system', 'assessment', 'risk', 'control', 'requirement', 'record'] as const

const recordLinks = database.selectFrom('recordLink').select(['targetId as left', 'recordId as right'])
const isEntry = sql<boolean>`targetKind IN (SELECT value FROM json_each(${JSON.stringify(registerIds)}))`

/** Entries of registers by what they name. A requirement is traced by its clause. */
const recordsOf = (target: (typeof recordTargets)[number]): LinkType['pairs'] => {
  const links = target === 'record' ? recordLinks.where(isEntry) : recordLinks.where('targetKind', '=', target)
  if (target !== 'requirement')
    return inTable((column, ids) => links.where(sql.ref(column), 'in', ids), { left: 'targetId', right: 'recordId' })
  const clauseOf = (pair: Pair): Pair[] => {
    const item = assessables().get(pair.left)
    return item?.kind === 'requirement' ? [{ left: item.clause, right: pair.right }] : []
  }
  return (file, side, ids) => {
    if (side === 'right') return file.all(links.where('recordId', 'in', listed(ids))).flatMap(clauseOf)
    const requirements = loadCatalog().requirements.filter(({ clause }) => ids.includes(clause))
    const chosen = listed(requirements.map(({ id }) => id))
    return file.all(links.where('targetId', 'in', chosen)).flatMap(clauseOf)
  }
}

/** Every way in which items are linked, from what calls for something to what answers it. */
export const linkTypes: LinkType[] = [
  {
    left: 'duty',
    right: 'system',
    why: 'dutyOfSystem',
    fewFrom: 'right',
    pairs: inTable(
      (column, ids) =>
        database
          .selectFrom('classification')
          .innerJoin(sql<{ value: string }>`json_each(duties)`.as('duty'), (join) => join.onTrue())
          .select(['duty.value as left', 'systemId as right'])
          .where(sql.ref(column), 'in', ids)
          // A retired system is bound by nothing any more.
          .where(isSystemInUse('systemId')),
      { left: 'duty.value', right: 'systemId' },
    ),
  },
  { left: 'duty', right: 'control', why: 'dutyOfControl', fewFrom: 'left', pairs: dutyControls },
  { left: 'duty', right: 'requirement', why: 'dutyOfClause', fewFrom: 'left', pairs: dutyClauses },
  {
    left: 'system',
    right: 'assessment',
    why: 'assessmentOfSystem',
    fewFrom: 'left',
    pairs: inTable(
      (column, ids) =>
        database.selectFrom('impactAssessment').select(['systemId as left', 'id as right']).where(sql.ref(column), 'in', ids),
      { left: 'systemId', right: 'id' },
    ),
  },
  {
    left: 'system',
    right: 'risk',
    why: 'riskOfSystem',
    fewFrom: 'left',
    pairs: inTable(
      (column, ids) => database.selectFrom('riskSystem').select(['systemId as left', 'riskId as right']).where(sql.ref(column), 'in', ids),
      { left: 'systemId', right: 'riskId' },
    ),
  },
  {
    left: 'system',
    right: 'control',
    why: 'controlOfSystem',
    fewFrom: 'left',
    pairs: inTable(
      (column, ids) =>
        database
          .selectFrom('soaDecisionSystem')
          .innerJoin('soaDecision', 'soaDecision.id', 'decisionId')
          .select(['systemId as left', 'code as right'])
          .where(sql.ref(column), 'in', ids),
      { left: 'systemId', right: 'code' },
    ),
  },
  {
    left: 'assessment',
    right: 'risk',
    why: 'riskOfHarm',
    fewFrom: 'left',
    pairs: inTable(
      (column, ids) =>
        database
          .selectFrom('risk')
          .innerJoin('impact', 'impact.id', 'originId')
          .select(['assessmentId as left', 'risk.id as right'])
          .where('origin', '=', 'impact')
          .where(sql.ref(column), 'in', ids),
      { left: 'assessmentId', right: 'risk.id' },
    ),
  },
  {
    left: 'assessment',
    right: 'control',
    why: 'controlOfMeasure',
    fewFrom: 'left',
    pairs: inTable(
      (column, ids) =>
        database
          .selectFrom('impactMeasure')
          .select(['assessmentId as left', 'controlCode as right'])
          .distinct()
          .where('controlCode', 'is not', null)
          .where(sql.ref(column), 'in', ids)
          .$narrowType<{ right: string }>(),
      { left: 'assessmentId', right: 'controlCode' },
    ),
  },
  {
    left: 'finding',
    right: 'risk',
    why: 'riskOfFinding',
    fewFrom: 'left',
    pairs: inTable(
      (column, ids) =>
        database
          .selectFrom('risk')
          .select(['originId as left', 'id as right'])
          .where('origin', '=', 'finding')
          .where('originId', 'in', gaps.clearSelect().select('itemId'))
          .where(sql.ref(column), 'in', ids)
          .$narrowType<{ left: string }>(),
      { left: 'originId', right: 'id' },
    ),
  },
  {
    left: 'risk',
    right: 'control',
    why: 'controlOfRisk',
    fewFrom: 'left',
    pairs: inTable(
      (column, ids) => database.selectFrom('riskControl').select(['riskId as left', 'code as right']).where(sql.ref(column), 'in', ids),
      { left: 'riskId', right: 'code' },
    ),
  },
  { left: 'finding', right: 'control', why: 'findingOfControl', fewFrom: 'left', pairs: placesOfFindings('control') },
  { left: 'finding', right: 'requirement', why: 'findingOfClause', fewFrom: 'left', pairs: placesOfFindings('requirement') },
  { left: 'control', right: 'requirement', why: 'clauseOfControl', fewFrom: 'left', pairs: controlClauses },
  ...recordTargets.map((left): LinkType => ({ left, right: 'record', why: 'recordNames', fewFrom: 'right', pairs: recordsOf(left) })),
]
