import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { FieldbookError } from '../contract/errors.ts'
import { type Decision, type FrozenDecision, frozenDecision, type SoaVersion } from '../contract/soa.ts'
import type { Approval } from '../contract/versions.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { recordsDifference } from '../engagement/versions.ts'
import { text } from '../language/text.ts'
import { readDecisions } from './decisions.ts'
import { latestVersion, versionByNumber, versionRows } from './queries.ts'

const frozenRows = z.array(frozenDecision)

const freeze = (decisions: Decision[]): FrozenDecision[] => frozenRows.parse(decisions)

/** The rows of an approved version, or with 0 the rows as they stand. */
export function readVersion(file: EngagementFile, number: number): FrozenDecision[] {
  if (number === 0) return freeze(readDecisions(file))
  const { content } = file.one(versionByNumber(number), text('soa:version', { number }))
  return frozenRows.parse(JSON.parse(content))
}

/** Freezes the SoA as the next version. An SoA with undecided controls says nothing yet and cannot be approved (clause 6.1.3). */
export function approve(file: EngagementFile, approval: Approval, now: Date): SoaVersion {
  const rows = readVersion(file, 0)
  const undecided = rows.filter(({ applicability }) => applicability === 'undecided')
  if (undecided.length > 0) {
    throw new FieldbookError('conflict', {
      reason: text('soa:cannotApprove', { count: undecided.length, first: undecided[0]?.code ?? '' }),
    })
  }
  const number = (file.first(latestVersion)?.number ?? 0) + 1
  const version = { id: uuid(), number, ...approval, createdAt: now.toISOString() }
  file.write(
    text('soa:history.approved', { number }),
    () => file.run(database.insertInto('soaVersion').values({ ...version, content: JSON.stringify(rows) })),
    { permanent: true },
  )
  return { ...version, rows: rows.length }
}

export const readVersions = (file: EngagementFile): SoaVersion[] => file.all(versionRows)

/** Fields that say what the row is about, and not what was decided. */
const identity = new Set(['id', 'code', 'objective', 'objectiveTitle', 'custom'])

/** What changed from one version to another, row by row and field by field. */
export const difference = (from: FrozenDecision[], to: FrozenDecision[]) =>
  recordsDifference(from, to, ({ code, title }) => ({ key: code, code, title }), identity)

/** How many rows are not what the newest version says, and its number. */
export function sinceApproval(file: EngagementFile): { latest: number | null; changedRows: number } {
  const newest = file.first(latestVersion)
  if (!newest) return { latest: null, changedRows: 0 }
  const { added, removed, changed } = difference(frozenRows.parse(JSON.parse(newest.content)), readVersion(file, 0))
  return { latest: newest.number, changedRows: added.length + removed.length + changed.length }
}
