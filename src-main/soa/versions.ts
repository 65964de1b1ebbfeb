import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { FieldbookError } from '../contract/errors.ts'
import { type Basis, type Decision, type FrozenDecision, frozenDecision, type SoaVersion } from '../contract/soa.ts'
import type { Approval, FieldDifference } from '../contract/versions.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { readEngagement } from '../engagement/queries.ts'
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

/** The scope that a version was approved for; with 0, and where a version does not keep it, the scope as it stands. */
export function readScope(file: EngagementFile, number: number): string {
  const { scope } = readEngagement(file)
  return (number === 0 ? undefined : file.first(versionByNumber(number))?.scope) ?? scope
}

/** Freezes the SoA as the next version. An SoA with undecided controls says nothing yet and cannot be approved (clause 6.1.3), nor one that is as it was approved. */
export function approve(file: EngagementFile, approval: Approval, now: Date): SoaVersion {
  const rows = readVersion(file, 0)
  const undecided = rows.filter(({ applicability }) => applicability === 'undecided')
  if (undecided.length > 0) {
    throw new FieldbookError('conflict', {
      reason: text('soa:cannotApprove', { count: undecided.length, first: undecided[0]?.code ?? '' }),
    })
  }
  const unchanged = usualVersion(file)
  if (unchanged > 0) throw new FieldbookError('conflict', { reason: text('ui:approval.unchanged', { number: unchanged }) })
  const number = (file.first(latestVersion)?.number ?? 0) + 1
  const version = { id: uuid(), number, ...approval, createdAt: now.toISOString() }
  file.write(
    text('soa:history.approved', { number }),
    () => file.run(database.insertInto('soaVersion').values({ ...version, content: JSON.stringify(rows), scope: readScope(file, 0) })),
    { permanent: true },
  )
  return { ...version, rows: rows.length }
}

export const readVersions = (file: EngagementFile): SoaVersion[] => file.all(versionRows)

/** Fields that say what the row is about, and not what was decided; what calls for it is compared apart. */
const identity = new Set(['id', 'code', 'objective', 'objectiveTitle', 'custom', 'basis'])

type Difference = ReturnType<typeof recordsDifference<FrozenDecision>>

/** What changed from one version to another, row by row and field by field. */
export function difference(from: FrozenDecision[], to: FrozenDecision[]): Difference {
  const { changed, ...whole } = recordsDifference(from, to, ({ code, title }) => ({ key: code, code, title }), identity)
  const decided = new Map(changed.map((row) => [row.code, row.fields]))
  const before = new Map(from.map((row) => [row.code, row]))
  return {
    ...whole,
    changed: to.flatMap((row) => {
      const fields = [...(decided.get(row.code) ?? []), ...basisDifference(before.get(row.code), row)]
      return fields.length === 0 ? [] : [{ code: row.code, title: row.title, fields }]
    }),
  }
}

/** What calls for a control now and did not, and the other way round; nothing where one of the versions does not know it. */
function basisDifference(old: FrozenDecision | undefined, row: FrozenDecision): FieldDifference[] {
  if (!old?.basis || !row.basis) return []
  const [before, after] = [listsOf(old.basis), listsOf(row.basis)]
  return basisFields
    .map((field) => ({ field, old: missing(before[field], after[field]), new: missing(after[field], before[field]) }))
    .filter((change) => change.old !== change.new)
}

const basisFields = ['basisRisks', 'basisAssessments', 'basisDuties', 'basisSystems'] as const

const listsOf = ({ risks, assessments, duties, systems, moreSystems }: Basis): Record<(typeof basisFields)[number], string[]> => ({
  basisRisks: risks,
  basisAssessments: assessments,
  basisDuties: duties,
  basisSystems: moreSystems === 0 ? systems : [...systems, text('soa:moreSystems', { count: moreSystems })],
})

const missing = (values: string[], others: string[]) => {
  const known = new Set(others)
  return values.filter((value) => !known.has(value)).join('; ')
}

/** How many rows are not what the newest version says, and its number. */
export function sinceApproval(file: EngagementFile, decisions?: Decision[]): { latest: number | null; changedRows: number } {
  const newest = file.first(latestVersion)
  if (!newest) return { latest: null, changedRows: 0 }
  const { added, removed, changed } = difference(frozenRows.parse(JSON.parse(newest.content)), freeze(decisions ?? readDecisions(file)))
  return { latest: newest.number, changedRows: added.length + removed.length + changed.length }
}

/** The version that is meant where none is named: the newest while the SoA and its scope are as they were approved, else the SoA as it stands (0). */
export function usualVersion(file: EngagementFile): number {
  const { latest, changedRows } = sinceApproval(file)
  return latest !== null && changedRows === 0 && readScope(file, latest) === readScope(file, 0) ? latest : 0
}
