import { sql } from 'kysely'
import type { ActionSource } from '../contract/actions.ts'
import type { Dashboard, OverdueKind, Place } from '../contract/readiness.ts'
import { type RegisterId, registers } from '../contract/registers/index.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { rawQuery } from '../engagement/raw.ts'
import { inUse, isSystemInUse } from '../engagement/systems-in-use.ts'

/** Something with a day by which it is to be done. */
interface Due {
  kind: OverdueKind
  /** What it is, for the place where it is shown, and its id there. */
  source: string
  id: string
  title: string
  day: string
}

/** What the day of a register's entry means; a review where nothing else is said. */
const kindOfRegister: Partial<Record<RegisterId, OverdueKind>> = {
  actions: 'actions',
  nonconformities: 'nonconformities',
  measures: 'readings',
  operations: 'operations',
  evidence: 'evidence',
  audits: 'audits',
  objectives: 'actions',
  changes: 'actions',
}

const text = sql.lit

/** Entries whose day counts, by the register's definition. */
function entriesDue(id: RegisterId) {
  const { due, closedStates } = registers[id]
  if (due === null) return []
  const open = closedStates.length === 0 ? sql`1` : sql`state NOT IN (${sql.join(closedStates.map((state) => text(state)))})`
  return [
    sql`SELECT ${text(kindOfRegister[id] ?? 'reviews')} AS kind, ${text(id)} AS source, id, reference || ' ' || title AS title, ${sql.ref(due)} AS day
      FROM ${sql.table(`${id}Register`)} WHERE ${sql.ref(due)} IS NOT NULL AND ${open}`,
  ]
}

const registerIdsWithDay = Object.values(registers).map(({ id }) => id)
const newestRound = sql`(SELECT id FROM gapRound ORDER BY createdAt DESC, id DESC LIMIT 1)`

/** Everything that has a day and is still to be done. */
const everyDue = sql`${sql.join(
  [
    ...registerIdsWithDay.flatMap(entriesDue),
    sql`SELECT 'findings', 'gap', itemId, itemId || ' ' || CASE WHEN trim(action) <> '' THEN action ELSE finding END, dueDate FROM judgement
      WHERE roundId = ${newestRound} AND conformity IN ('partly', 'does-not-conform') AND dueDate IS NOT NULL`,
    sql`SELECT 'treatments', 'risk', id, reference || ' ' || title, treatmentDue FROM risk
      WHERE state = 'open' AND treatmentStatus <> 'done' AND treatmentDue IS NOT NULL`,
    sql`SELECT 'reviews', 'risk', id, reference || ' ' || title, reviewDate FROM risk WHERE state = 'open' AND reviewDate IS NOT NULL`,
    sql`SELECT 'measures', 'assessment', assessmentId, description, dueDate FROM impactMeasure WHERE status <> 'done' AND dueDate IS NOT NULL`,
    sql`SELECT 'reviews', 'assessment', id, title, reviewDate FROM impactAssessment
      WHERE reviewDate IS NOT NULL AND ${isSystemInUse('systemId')}`,
    sql`SELECT 'reviews', 'soa', code, code, reviewDate FROM soaDecision WHERE applicability <> 'undecided' AND reviewDate IS NOT NULL`,
    sql`SELECT 'reviews', 'classification', systemId, name, reviewDate FROM classification JOIN aiSystem ON aiSystem.id = systemId
      WHERE reviewDate IS NOT NULL AND ${inUse}`,
    sql`SELECT 'training', 'people', personId, p.title || ': ' || c.title, dueOn FROM attendance
      JOIN peopleRegister AS p ON p.id = personId AND p.state = 'active' JOIN coursesRegister AS c ON c.id = courseId
      WHERE attendedOn IS NULL AND dueOn IS NOT NULL`,
    sql`SELECT 'contracts', 'suppliers', id, reference || ' ' || title, contractUntil FROM suppliersRegister
      WHERE state = 'active' AND contractUntil IS NOT NULL`,
    sql`SELECT 'evidence', 'evidence', id, reference || ' ' || title, validUntil FROM evidenceRegister
      WHERE state <> 'rejected' AND validUntil IS NOT NULL`,
  ],
  sql` UNION ALL `,
)}`

function placeOf(source: string, id: string): Place {
  switch (source) {
    case 'gap':
      return { screen: 'gap', search: { item: id } }
    case 'risk':
      return { screen: 'risks', search: { risk: id } }
    case 'assessment':
      return { screen: 'impacts', search: { assessment: id } }
    case 'soa':
      return { screen: 'soa', search: { code: id } }
    case 'classification':
      return { screen: 'classification', search: { system: id } }
    case 'actions':
      return { screen: 'actions', search: { record: id } }
    case 'evidence':
      return { screen: 'evidence', search: { record: id } }
    default:
      return { screen: 'registers', search: { page: source, record: id } }
  }
}

/** The action list, with what is overdue of some of its sources. */
const overdueActions = (...source: ActionSource[]): Place => ({ screen: 'actions', search: { filter: { due: ['overdue'], source } } })
const page = (name: string): Place => ({ screen: 'registers', search: { page: name } })

/** Where all that is late of a kind stands together; reviews stand in many places. */
const listOf: Partial<Record<OverdueKind, Place>> = {
  actions: overdueActions('actions', 'objective'),
  findings: overdueActions('finding'),
  treatments: overdueActions('risk'),
  measures: overdueActions('impact'),
  nonconformities: overdueActions('nonconformity'),
  readings: page('measures'),
  training: page('training'),
  operations: page('operations'),
  contracts: page('suppliers'),
  audits: page('audits'),
  evidence: { screen: 'evidence', search: {} },
}

const toItem = ({ kind, source, id, title, day }: Due) => ({ kind, title, day, place: placeOf(source, id) })

/** How many of a kind are named one by one where no list holds them. */
const namedAtMost = 50
const firstFew = 4
const nextFew = 6

/** What is overdue: counts by kind, each with its list (one alone with itself), and the oldest of all. `today` is a calendar day, ISO 8601. */
export function readOverdue(file: EngagementFile, today: string): Dashboard['overdue'] {
  // SQLite takes the other columns from the row of the minimum.
  const kinds = file.all(
    rawQuery(sql<Due & { count: number }>`
      SELECT kind, source, id, title, min(day) AS day, count(*) AS count FROM (${everyDue}) WHERE day < ${today} GROUP BY kind
      ORDER BY count DESC, kind`),
  )
  const first = file.all(
    rawQuery(sql<Due>`SELECT kind, source, id, title, day FROM (${everyDue}) WHERE day < ${today} ORDER BY day, title LIMIT ${firstFew}`),
  )
  return {
    total: kinds.reduce((sum, { count }) => sum + count, 0),
    kinds: kinds.map(({ kind, count, source, id }) => {
      const place = count > 1 ? (listOf[kind] ?? null) : placeOf(source, id)
      return { kind, count, place, items: place === null ? readOverdueOf(file, kind, today) : [] }
    }),
    first: first.map(toItem),
  }
}

/** All that is overdue, in the order in which the oldest of it is named. */
export function readAllOverdue(file: EngagementFile, today: string): Dashboard['upcoming'] {
  return file
    .all(rawQuery(sql<Due>`SELECT kind, source, id, title, day FROM (${everyDue}) WHERE day < ${today} ORDER BY day, title`))
    .map(toItem)
}

function readOverdueOf(file: EngagementFile, kind: OverdueKind, today: string): Dashboard['upcoming'] {
  return file
    .all(
      rawQuery(sql<Due>`SELECT kind, source, id, title, day FROM (${everyDue}) WHERE kind = ${kind} AND day < ${today}
        ORDER BY day, title LIMIT ${namedAtMost}`),
    )
    .map(toItem)
}

/** What falls due until a day, the nearest first. */
export function readUpcoming(file: EngagementFile, today: string, until: string): Dashboard['upcoming'] {
  return file
    .all(
      rawQuery(sql<Due>`SELECT kind, source, id, title, day FROM (${everyDue}) WHERE day >= ${today} AND day <= ${until}
        ORDER BY day, title LIMIT ${nextFew}`),
    )
    .map(toItem)
}
