import { sql } from 'kysely'
import type { Conformity, Judgement } from '../contract/gap.ts'
import type { EngagementFile } from './file.ts'
import { rawQuery } from './raw.ts'

/** What the work so far says of one requirement or control. */
export interface ItemStanding {
  itemId: string
  /** By the newest round. */
  conformity: Conformity | null
  /** Whether it was judged or confirmed in the newest round, or carried over into it. */
  origin?: Judgement['origin'] | null
  applicability: 'undecided' | 'applicable' | 'excluded' | null
  status: 'not-started' | 'planned' | 'partly' | 'implemented' | 'verified' | null
  /** Entries of the evidence register that are linked with it and were not rejected; entries of other registers. */
  evidence: number
  records: number
  /** The judgement or the SoA names evidence in words. */
  named: number
}

const newestRound = sql`(SELECT id FROM gapRound ORDER BY createdAt DESC, id DESC LIMIT 1)`

const standings = sql<ItemStanding>`
  WITH item AS (SELECT itemId FROM judgement WHERE roundId = ${newestRound} UNION SELECT code FROM soaDecision),
  link AS (
    SELECT targetId, recordKind,
      recordKind = 'evidence' AND recordId IN (SELECT id FROM evidenceRegister WHERE state = 'rejected') AS isRejected
    FROM recordLink WHERE targetId IN (SELECT itemId FROM item) AND targetKind IN ('requirement', 'control')
  ),
  linked AS (
    SELECT targetId AS itemId, sum(recordKind = 'evidence' AND NOT isRejected) AS evidence, sum(recordKind <> 'evidence') AS records
    FROM link GROUP BY targetId
  )
  SELECT item.itemId, j.conformity, j.origin, d.applicability, d.status, coalesce(linked.evidence, 0) AS evidence,
    coalesce(linked.records, 0) AS records,
    (coalesce(trim(j.evidenceReference), '') <> '') + (coalesce(trim(d.evidence), '') <> '') AS named
  FROM item
  LEFT JOIN judgement AS j ON j.itemId = item.itemId AND j.roundId = ${newestRound}
  LEFT JOIN soaDecision AS d ON d.code = item.itemId
  LEFT JOIN linked ON linked.itemId = item.itemId`

/** How every requirement and control stands, by its identifier. */
export function readStandings(file: EngagementFile): ReadonlyMap<string, ItemStanding> {
  return new Map(file.all(rawQuery(standings)).map((standing) => [standing.itemId, standing]))
}

/** Something is linked or named that an auditor can be shown. */
export const isBacked = ({ evidence, records, named }: ItemStanding): boolean => evidence + records + named > 0
