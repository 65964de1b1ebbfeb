import { sql } from 'kysely'
import { riskLevelOf } from '../catalog/risk-level.ts'
import type { Dashboard, Place, Readiness } from '../contract/readiness.ts'
import type { SoaStanding } from '../engagement/context.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { readAcceptance } from '../engagement/queries.ts'
import { rawQuery } from '../engagement/raw.ts'
import { inUse } from '../engagement/systems-in-use.ts'
import { text } from '../language/text.ts'

const most = 8

interface Missing {
  name: string
  count: number
  /** The first of them, to jump to. */
  first: string | null
}

const newestRound = sql`(SELECT id FROM gapRound ORDER BY createdAt DESC, id DESC LIMIT 1)`
const ofRound = (condition: string) =>
  sql`SELECT itemId AS item, rowid AS place FROM judgement WHERE roundId = ${newestRound} AND ${sql.raw(condition)}`
const ofSoa = (condition: string) => sql`SELECT code AS item, rowid AS place FROM soaDecision WHERE ${sql.raw(condition)}`

const item = (id: string): Place => ({ screen: 'gap', search: { item: id } })
const cell =
  (field: string) =>
  (code: string): Place => ({ screen: 'soa', search: { code, field } })

/** What can be missing, in the order of the work: what is counted, and where it is mended. */
const steps: { name: string; found: ReturnType<typeof sql>; placeOf: (first: string) => Place }[] = [
  { name: 'left', found: ofRound("conformity = 'not-assessed'"), placeOf: item },
  { name: 'carriedOver', found: ofRound("origin = 'carried-over'"), placeOf: item },
  { name: 'findings', found: ofRound("conformity IN ('partly', 'does-not-conform') AND trim(finding) = ''"), placeOf: item },
  { name: 'reasons', found: ofRound("conformity = 'not-applicable' AND trim(notApplicableReason) = ''"), placeOf: item },
  {
    name: 'unclassified',
    found: sql`SELECT id AS item, rowid AS place FROM aiSystem WHERE ${inUse}
      AND id NOT IN (SELECT systemId FROM classification WHERE riskClass <> 'unclassified')`,
    placeOf: (system) => ({ screen: 'classification', search: { system } }),
  },
  {
    name: 'unassessed',
    found: sql`SELECT aiSystem.id AS item, aiSystem.rowid AS place FROM aiSystem JOIN classification ON systemId = aiSystem.id AND riskClass = 'high-risk'
      WHERE ${inUse} AND aiSystem.id NOT IN (SELECT a.systemId FROM impactAssessment AS a)`,
    placeOf: (system) => ({ screen: 'systems', search: { system } }),
  },
  { name: 'undecided', found: ofSoa("applicability = 'undecided'"), placeOf: cell('applicability') },
  {
    name: 'unjustified',
    found: ofSoa("applicability = 'excluded' AND trim(exclusionJustification) = ''"),
    placeOf: cell('exclusionJustification'),
  },
  {
    name: 'unreasoned',
    found: ofSoa("applicability = 'applicable' AND reasons = '[]' AND trim(reasonText) = ''"),
    placeOf: cell('reasons'),
  },
  {
    name: 'unproven',
    found: sql`SELECT code AS item, rowid AS place FROM soaDecision WHERE applicability = 'applicable' AND status IN ('implemented', 'verified')
      AND trim(evidence) = '' AND NOT EXISTS (SELECT 1 FROM recordLink WHERE targetId = code AND targetKind = 'control')`,
    placeOf: cell('evidence'),
  },
]

/** The item of the row with the lowest place is the first: SQLite takes the other columns from the row of the minimum. */
const missing = sql<Missing>`${sql.join(
  steps.map(({ name, found }) => sql`SELECT ${name} AS name, count(*) AS count, item AS first, min(place) AS place FROM (${found})`),
  sql` UNION ALL `,
)}`

/** Open risks beyond the acceptance line (clause 6.1.2) that nobody treats. */
function untreated(file: EngagementFile): Dashboard['next'] {
  const line = readAcceptance(file)
  const rows = file.all(
    rawQuery(sql<{ likelihood: number; consequence: number; count: number; first: string }>`
      SELECT currentLikelihood AS likelihood, currentConsequence AS consequence, count(*) AS count, min(id) AS first FROM risk
      WHERE state = 'open' AND treatment IS NULL AND currentLikelihood IS NOT NULL AND currentConsequence IS NOT NULL
      GROUP BY currentLikelihood, currentConsequence`),
  )
  const beyond = rows.filter(({ likelihood, consequence }) => riskLevelOf(line, likelihood, consequence) !== 'low')
  const [worst] = [...beyond].sort((a, b) => b.likelihood * b.consequence - a.likelihood * a.consequence)
  if (!worst) return []
  const count = beyond.reduce((sum, rated) => sum + rated.count, 0)
  return [
    { id: 'untreated', sentence: text('readiness:steps.untreated', { count }), place: { screen: 'risks', search: { risk: worst.first } } },
  ]
}

/** What the SoA's own check would have an auditor raise, and what follows from risks, duties and impacts and is not decided so. */
function ofSoaCheck({ errors, first, proposals, firstProposal }: SoaStanding): Dashboard['next'] {
  const step = (id: string, count: number, search: Place['search'] | null): Dashboard['next'] =>
    count === 0 || search === null ? [] : [{ id, sentence: text(`readiness:steps.${id}`, { count }), place: { screen: 'soa', search } }]
  return [...step('soaErrors', errors, first), ...step('proposals', proposals, firstProposal === null ? null : { code: firstProposal })]
}

/** Checks whose step is said more exactly here. */
const saidElsewhere: ReadonlySet<string> = new Set(['gap', 'systems', 'soa-decided', 'soa-reasons', 'soa-lint', 'failed-requirements'])

/** What is missing next, each with the place where it is mended: what is incomplete first, then what blocks certification. */
export function readNextSteps(file: EngagementFile, readiness: Readiness, soa: SoaStanding): Dashboard['next'] {
  const counted = new Map(file.all(rawQuery(missing)).map((row) => [row.name, row]))
  const open = steps.flatMap(({ name, placeOf }) => {
    const found = counted.get(name)
    return found && found.count > 0 && found.first !== null
      ? [{ id: name, sentence: text(`readiness:steps.${name}`, { count: found.count }), place: placeOf(found.first) }]
      : []
  })
  // Where no control is decided yet, every row would be an error of the check: that says nothing.
  const isSoaBegun = (counted.get('undecided')?.count ?? 0) < soa.controls
  const [systems] = file.all(rawQuery(sql<{ count: number }>`SELECT count(*) AS count FROM aiSystem`))
  const noSystems: Dashboard['next'] =
    systems?.count === 0 ? [{ id: 'noSystems', sentence: text('readiness:steps.noSystems'), place: { screen: 'systems', search: {} } }] : []
  const blockers = readiness.checks
    .filter(({ id, isBlocking }) => isBlocking && !saidElsewhere.has(id))
    .map(({ id, stage, todo, place }) => ({
      id,
      sentence: text('readiness:steps.blocker', { stage: text(`readiness:stage.${stage}`), todo }),
      place,
    }))
  return [...noSystems, ...open.slice(0, most - 4), ...(isSoaBegun ? ofSoaCheck(soa) : []), ...untreated(file), ...blockers].slice(0, most)
}
