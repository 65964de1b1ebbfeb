import { sql } from 'kysely'
import { z } from 'zod'
import { duties } from '../catalog/duties.ts'
import { assessables } from '../catalog/load.ts'
import { riskLevelOf } from '../catalog/risk-level.ts'
import type { TraceHole, TraceStart } from '../contract/trace.ts'
import { database, type Query } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { fromListColumn } from '../engagement/lists.ts'
import { readAcceptance } from '../engagement/queries.ts'
import { concernsSystemInUse, inUse, isSystemInUse } from '../engagement/systems-in-use.ts'

const mostControls = 8
const firstFew = 5

/** Where a walk can begin: the controls that most is linked with, and what is not traced. Reads counts and a few names, never whole lists. */
export function traceStart(file: EngagementFile): TraceStart {
  return { controls: linkedControls(file), holes: holes(file) }
}

const linksByCode = database
  .selectFrom('riskControl')
  .innerJoin('risk', 'risk.id', 'riskId')
  .where('state', '=', 'open')
  .where(concernsSystemInUse)
  .select(['code', 'riskId as other'])
  .union(
    database
      .selectFrom('impactMeasure')
      .innerJoin('impactAssessment', 'impactAssessment.id', 'assessmentId')
      .where('controlCode', 'is not', null)
      .where(isSystemInUse('systemId'))
      .select(['controlCode as code', 'assessmentId as other'])
      .$narrowType<{ code: string }>(),
  )
  .union(
    database
      .selectFrom('soaDecisionSystem')
      .innerJoin('soaDecision', 'soaDecision.id', 'decisionId')
      .where(isSystemInUse('systemId'))
      .select(['code', 'systemId as other']),
  )

function linkedControls(file: EngagementFile): TraceStart['controls'] {
  const counted = file.all(
    database
      .selectFrom(linksByCode.as('link'))
      .select(({ fn }) => ['code', fn.countAll<number>().as('links')])
      .groupBy('code'),
  )
  const links = new Map(counted.map(({ code, links: count }) => [code, count]))
  for (const code of controlsOfDuties(file)) links.set(code, (links.get(code) ?? 0) + 1)
  const own = new Map(file.all(database.selectFrom('customControl').select(['code', 'title'])).map(({ code, title }) => [code, title]))
  return [...links]
    .sort(([a, x], [b, y]) => y - x || a.localeCompare(b, 'en', { numeric: true }))
    .slice(0, mostControls)
    .map(([code, count]) => ({ code, title: own.get(code) ?? assessables().get(code)?.title ?? '', links: count }))
}

/** One code for each duty that binds the organization and that the control answers. Many systems have the same list of duties. */
function controlsOfDuties(file: EngagementFile): string[] {
  const lists = file.all(database.selectFrom('classification').select('duties').distinct().where(isSystemInUse('systemId')))
  const bound = new Set(lists.flatMap((row) => fromListColumn(z.string(), row.duties)))
  return [...bound].flatMap((id) => duties().get(id)?.controls ?? [])
}

const openRisks = database.selectFrom('risk').where('state', '=', 'open')
/** A system that is retired asks for nothing more. */
const systemsInUse = database.selectFrom('aiSystem').where(inUse)
const isOpenClass = sql<boolean>`NOT EXISTS (SELECT 1 FROM classification WHERE systemId = aiSystem.id AND riskClass <> 'unclassified')`
const hasNoAssessment = sql<boolean>`NOT EXISTS (SELECT 1 FROM impactAssessment WHERE systemId = aiSystem.id)`
const isLinkedNowhere = sql<boolean>`NOT EXISTS (SELECT 1 FROM riskSystem WHERE systemId = aiSystem.id)
  AND NOT EXISTS (SELECT 1 FROM soaDecisionSystem WHERE systemId = aiSystem.id)`
const total = sql<number>`count(*) OVER ()`

const systemsWhere = (condition: ReturnType<typeof sql<boolean>>) =>
  systemsInUse
    .where(condition)
    .select(['aiSystem.id', 'name as title', total.as('total')])
    .orderBy('name')
    .limit(firstFew)

type HoleRow = { id: string; title: string; total: number }

const queries: Record<Exclude<TraceHole, 'risks-untreated'>, Query<HoleRow>> = {
  'systems-unclassified': systemsWhere(isOpenClass),
  'high-risk-without-assessment': systemsInUse
    .innerJoin('classification', 'classification.systemId', 'aiSystem.id')
    .where('riskClass', '=', 'high-risk')
    .where(hasNoAssessment)
    .select(['aiSystem.id', 'name as title', total.as('total')])
    .orderBy('name')
    .limit(firstFew),
  'risks-unlinked': openRisks
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM riskSystem WHERE riskId = risk.id)`)
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM riskControl WHERE riskId = risk.id)`)
    .select(['id', sql<string>`reference || ' ' || title`.as('title'), total.as('total')])
    .orderBy('reference')
    .limit(firstFew),
  'systems-without-anything': systemsWhere(sql<boolean>`${isOpenClass} AND ${hasNoAssessment} AND ${isLinkedNowhere}`),
}

function holes(file: EngagementFile): TraceStart['holes'] {
  const ofQuery = (hole: keyof typeof queries, kind: 'system' | 'risk') => {
    const rows = file.all(queries[hole])
    return { hole, count: rows[0]?.total ?? 0, first: rows.map(({ id, title }) => ({ kind, id, title })) }
  }
  return [
    ofQuery('systems-unclassified', 'system'),
    ofQuery('high-risk-without-assessment', 'system'),
    untreated(file),
    ofQuery('risks-unlinked', 'risk'),
    ofQuery('systems-without-anything', 'system'),
  ]
}

/** Open risks beyond the acceptance line for which nobody chose a treatment. The line is a rule and no column, so the ratings are counted. */
function untreated(file: EngagementFile): TraceStart['holes'][number] {
  const acceptance = readAcceptance(file)
  const withoutTreatment = openRisks.where('treatment', 'is', null)
  const ratings = file.all(
    withoutTreatment
      .select(({ fn }) => ['currentLikelihood', 'currentConsequence', fn.countAll<number>().as('count')])
      .groupBy(['currentLikelihood', 'currentConsequence']),
  )
  const beyond = ratings.filter(({ currentLikelihood, currentConsequence }) =>
    ['medium', 'high'].includes(riskLevelOf(acceptance, currentLikelihood, currentConsequence)),
  )
  const count = beyond.reduce((sum, each) => sum + each.count, 0)
  if (count === 0) return { hole: 'risks-untreated', count, first: [] }
  const cells = JSON.stringify(beyond.map(({ currentLikelihood, currentConsequence }) => `${currentLikelihood} ${currentConsequence}`))
  const rows = file.all(
    withoutTreatment
      .select(['id', sql<string>`reference || ' ' || title`.as('title')])
      .where(sql<boolean>`currentLikelihood || ' ' || currentConsequence IN (SELECT value FROM json_each(${cells}))`)
      .orderBy('reference')
      .limit(firstFew),
  )
  return { hole: 'risks-untreated', count, first: rows.map(({ id, title }) => ({ kind: 'risk', id, title })) }
}
