import { sql } from 'kysely'
import { riskLevelOf } from '../catalog/risk-level.ts'
import type { SoaStanding } from '../engagement/context.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { readAcceptance } from '../engagement/queries.ts'
import { rawQuery } from '../engagement/raw.ts'
import { type ItemStanding, isBacked, readStandings } from '../engagement/standing.ts'
import { inUseCondition } from '../engagement/systems-in-use.ts'
import { clausesAudited, withMissing } from './catalog-counts.ts'
import type { CheckId, Count } from './checks.ts'

/** What every check counts. `today` is a calendar day, ISO 8601. */
export function readCounts(file: EngagementFile, today: string, soa: SoaStanding): Record<CheckId, Count> {
  const ofRegisters = ofRecords(file, today)
  return {
    ...ofItems(readStandings(file)),
    ...ofRisks(file),
    ...ofRegisters,
    ...recordsOverTime(file, today),
    documents: withMissing(file, ofRegisters.documents),
    'soa-lint': { done: soa.controls - soa.faulty, of: soa.controls },
    'audit-coverage': clausesAudited(file),
  }
}

type ItemCheck = 'gap' | 'requirements' | 'failed-requirements' | 'controls' | 'control-evidence' | 'requirement-evidence' | 'soa-decided'

const share = (all: readonly ItemStanding[], isDone: (standing: ItemStanding) => boolean): Count => ({
  done: all.filter(isDone).length,
  of: all.length,
})

/** Requirements are named by their clause and a number; everything that has a row in the SoA is a control. */
function ofItems(standings: ReadonlyMap<string, ItemStanding>): Record<ItemCheck, Count> {
  const all = [...standings.values()]
  const requirements = all.filter(({ applicability }) => applicability === null)
  const controls = all.filter(({ applicability }) => applicability !== null)
  const applicable = controls.filter(({ applicability }) => applicability === 'applicable')
  return {
    gap: share(all, ({ conformity, origin }) => conformity !== null && conformity !== 'not-assessed' && origin !== 'carried-over'),
    requirements: share(requirements, ({ conformity }) => conformity === 'conforms'),
    'failed-requirements': share(requirements, ({ conformity }) => conformity === 'conforms' || conformity === 'partly'),
    controls: share(applicable, ({ status }) => status === 'implemented' || status === 'verified'),
    'control-evidence': share(applicable, isBacked),
    'requirement-evidence': share(requirements, isBacked),
    'soa-decided': share(controls, ({ applicability }) => applicability !== 'undecided'),
  }
}

interface RatedRisks {
  likelihood: number | null
  consequence: number | null
  /** Risks with this rating, and of them those with a treatment and a plan, or accepted by the client. */
  risks: number
  treated: number
}

const ratedRisks = sql<RatedRisks>`
  SELECT currentLikelihood AS likelihood, currentConsequence AS consequence, count(*) AS risks,
    sum((treatment IS NOT NULL AND trim(treatmentPlan) <> '') OR (trim(acceptedBy) <> '' AND acceptedOn IS NOT NULL)) AS treated
  FROM risk WHERE state = 'open' GROUP BY currentLikelihood, currentConsequence`

/** Open risks by where they stand to the acceptance line of the engagement (clause 6.1.2). */
export function risksByLine(file: EngagementFile): { all: number; rated: number; beyond: number; treated: number } {
  const line = readAcceptance(file)
  const found = { all: 0, rated: 0, beyond: 0, treated: 0 }
  for (const { likelihood, consequence, risks, treated } of file.all(rawQuery(ratedRisks))) {
    const level = riskLevelOf(line, likelihood, consequence)
    found.all += risks
    if (level !== 'open') found.rated += risks
    if (level !== 'medium' && level !== 'high') continue
    found.beyond += risks
    found.treated += treated
  }
  return found
}

function ofRisks(file: EngagementFile): Record<'risks-rated' | 'risks-treated', Count> {
  const { all, rated, beyond, treated } = risksByLine(file)
  return { 'risks-rated': { done: rated, of: all }, 'risks-treated': { done: treated, of: beyond } }
}

/** Two steps: it is written, and a version is approved. */
const statement = (kind: string, orWritten = sql`0`) => sql`
  SELECT (${orWritten} OR EXISTS (SELECT 1 FROM statement JOIN statementSection ON statementId = statement.id WHERE kind = ${kind} AND trim(body) <> ''))
    + EXISTS (SELECT 1 FROM statement JOIN statementVersion ON statementId = statement.id WHERE kind = ${kind}) AS done, 2 AS total`

/** Entries of a register, or what hangs on them, that count, and those of them that are done. */
const counted = (table: string, done: string, counts = '1') =>
  sql`SELECT coalesce(sum(coalesce(${sql.raw(done)}, 0)), 0) AS done, count(*) AS total FROM ${sql.raw(table)} WHERE ${sql.raw(counts)}`

/** One step after the other: each is done where an entry is that far. */
const steps = (table: string, first: string, second: string) =>
  sql`SELECT EXISTS (SELECT 1 FROM ${sql.raw(table)} WHERE ${sql.raw(first)}) + EXISTS (SELECT 1 FROM ${sql.raw(table)} WHERE ${sql.raw(second)}) AS done, 2 AS total`

type RecordCheck = Exclude<CheckId, ItemCheck | 'risks-rated' | 'risks-treated' | 'readings' | 'records' | 'soa-lint' | 'audit-coverage'>

const recordCounts = (today: string) => {
  const day = `'${today}'`
  const queries: Record<RecordCheck, ReturnType<typeof sql>> = {
    documents: counted('informationRegister', "state = 'approved'", "mandatory = 'yes' AND state <> 'withdrawn'"),
    scope: statement('scope', sql`EXISTS (SELECT 1 FROM engagement WHERE trim(scope) <> '')`),
    policy: statement('policy'),
    'risk-process': statement('risk-process'),
    'treatment-process': statement('treatment-process'),
    'impact-process': statement('impact-process'),
    'audit-programme': statement('audit-programme'),
    roles: counted('rolesRegister', "state = 'appointed'", "state <> 'ended'"),
    objectives: counted('objectivesRegister', "state <> 'draft' AND trim(measure) <> '' AND target IS NOT NULL", "state <> 'dropped'"),
    systems: counted('aiSystem', "id IN (SELECT systemId FROM classification WHERE riskClass <> 'unclassified')", inUseCondition),
    impacts: counted(
      'aiSystem JOIN classification ON systemId = aiSystem.id',
      'systemId IN (SELECT a.systemId FROM impactVersion AS v JOIN impactAssessment AS a ON a.id = v.assessmentId)',
      `riskClass = 'high-risk' AND ${inUseCondition}`,
    ),
    'soa-reasons': counted(
      'soaDecision',
      `(applicability = 'applicable' AND (reasons <> '[]' OR trim(reasonText) <> ''))
        OR (applicability = 'excluded' AND trim(exclusionJustification) <> '' AND trim(exclusionApprovedBy) <> '')`,
      "applicability <> 'undecided'",
    ),
    'soa-approved': sql`
      SELECT (newest.at IS NOT NULL) + (newest.at IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change JOIN changeField ON changeId = change.id
        WHERE change.at > newest.at AND recordTable IN ('soaDecision', 'customControl'))) AS done, 2 AS total
      FROM (SELECT max(createdAt) AS at FROM soaVersion) AS newest`,
    audit: steps(
      'auditsRegister',
      "kind = 'internal' AND (state IN ('held', 'reported') OR heldOn IS NOT NULL)",
      "kind = 'internal' AND (state = 'reported' OR (heldOn IS NOT NULL AND trim(conclusion) <> ''))",
    ),
    review: steps('reviewsRegister', "state IN ('held', 'approved')", "state = 'approved'"),
    major: counted('nonconformitiesRegister', "state = 'closed'", "grade = 'major'"),
    nonconformities: counted('nonconformitiesRegister', "state = 'closed'", "coalesce(grade, '') NOT IN ('major', 'observation')"),
    actions: counted('actionsRegister', `state = 'done' OR dueDate IS NULL OR dueDate >= ${day}`, "state <> 'dropped'"),
    treatments: counted('risk', "treatmentStatus = 'done'", "state = 'open' AND treatment IS NOT NULL AND treatment <> 'retain'"),
    operations: counted('operationsRegister', "state = 'operating' AND lastDoneOn IS NOT NULL", "state <> 'ended'"),
    training: counted("attendance JOIN peopleRegister ON peopleRegister.id = personId AND state = 'active'", 'attendedOn IS NOT NULL'),
    suppliers: counted(
      'suppliersRegister',
      "dueDiligence IN ('passed', 'passed-with-conditions')",
      "state = 'active' AND criticality IN ('critical', 'high')",
    ),
    incidents: counted(
      'incidentsRegister',
      `state = 'closed' OR julianday(${day}) - julianday(substr(coalesce(awareAt, createdAt), 1, 10)) <= 90`,
    ),
    'evidence-received': counted('evidenceRegister', "state IN ('received', 'accepted')"),
    'evidence-valid': counted('evidenceRegister', `validUntil >= ${day}`, "validUntil IS NOT NULL AND state <> 'rejected'"),
  }
  return queries
}

interface NamedCount {
  name: string
  done: number
  total: number
}

/** Several counts in one statement. */
function readNamed<Name extends string>(file: EngagementFile, queries: Record<Name, ReturnType<typeof sql>>): Record<Name, Count> {
  const named = Object.entries<ReturnType<typeof sql>>(queries).map(
    ([name, query]) => sql<NamedCount>`SELECT ${name} AS name, c.done, c.total FROM (${query}) AS c`,
  )
  const rows = file.all(rawQuery(sql<NamedCount>`${sql.join(named, sql` UNION ALL `)}`))
  const found = new Map(rows.map(({ name, done, total }) => [name, { done, of: total }]))
  const counts: Partial<Record<Name, Count>> = {}
  for (const name in queries) counts[name] = found.get(name) ?? { done: 0, of: 0 }
  // Each name of the queries has just been given its count.
  return counts as Record<Name, Count>
}

const ofRecords = (file: EngagementFile, today: string) => readNamed(file, recordCounts(today))

/** Months, of the last three, in which something was recorded; days that may be missing at the ends of a measure's three months. */
const months = 3
const daysOfRecords = 80

function recordsOverTime(file: EngagementFile, today: string): Record<'readings' | 'records', Count> {
  const month = (moment: string) => sql.raw(`CAST((julianday('${today}') - julianday(substr(${moment}, 1, 10))) / 30 AS INTEGER)`)
  const recorded = (table: string, moment: string) =>
    sql`SELECT ${month(moment)} AS month FROM ${sql.raw(table)} WHERE ${sql.raw(moment)} IS NOT NULL AND substr(${sql.raw(moment)}, 1, 10) <= ${today}`
  return readNamed(file, {
    readings: sql`
      SELECT coalesce(sum(spans.days >= ${daysOfRecords}), 0) AS done, count(*) AS total FROM (
        SELECT julianday(max(day)) - julianday(min(day)) AS days
        FROM measuresRegister LEFT JOIN measureReading ON measureId = measuresRegister.id AND day <= ${today}
        WHERE state = 'active' GROUP BY measuresRegister.id) AS spans`,
    records: sql`
      SELECT count(DISTINCT month) AS done, ${months} AS total FROM (
        ${recorded('measureReading', 'day')} UNION ALL ${recorded('operationsRegister', 'lastDoneOn')}
        UNION ALL ${recorded('incidentsRegister', 'awareAt')} UNION ALL ${recorded('attendance', 'attendedOn')}
        UNION ALL ${recorded('communicationsRegister', 'lastOn')}
      ) WHERE month >= 0 AND month < ${months}`,
  })
}
