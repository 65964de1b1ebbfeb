import { v7 as uuid } from 'uuid'
import { FieldbookError } from '../../contract/errors.ts'
import { type FrozenStatement, frozenStatement, type StatementKind } from '../../contract/statements.ts'
import type { Approval, ApprovedVersion, VersionDifference } from '../../contract/versions.ts'
import { database } from '../../engagement/database.ts'
import type { EngagementFile } from '../../engagement/file.ts'
import { asItStands, readStatement } from '../../engagement/statements.ts'
import { recordsDifference } from '../../engagement/versions.ts'
import { text } from '../../language/text.ts'

const ofStatement = (kind: StatementKind) => database.selectFrom('statementVersion').where('statementId', '=', kind)

/** The approved versions of a statement, newest first. */
export const readVersions = (file: EngagementFile, kind: StatementKind): ApprovedVersion[] =>
  file.all(ofStatement(kind).select(['id', 'number', 'approvedOn', 'approver', 'note', 'createdAt']).orderBy('number', 'desc'))

/** A statement as a version froze it, or with 0 as it stands. */
export function readVersion(file: EngagementFile, kind: StatementKind, number: number): FrozenStatement {
  if (number === 0) return asItStands(readStatement(file, kind, ''))
  const { content } = file.one(ofStatement(kind).select('content').where('number', '=', number), text('ui:versions.version', { number }))
  return frozenStatement.parse(JSON.parse(content))
}

/** Writes a statement as it stands as its next version. Call inside write(). */
export function freeze(file: EngagementFile, kind: StatementKind, approval: Approval, now: Date): ApprovedVersion {
  const { latestVersion, ...statement } = readStatement(file, kind, '')
  const version = { id: uuid(), number: (latestVersion ?? 0) + 1, ...approval, createdAt: now.toISOString() }
  const content = JSON.stringify(asItStands(statement))
  file.run(database.insertInto('statementVersion').values({ ...version, statementId: kind, content }))
  return version
}

/** Approves a statement as its next version; refused while something is missing (clause 7.5.2), or nothing has changed. */
export function approve(file: EngagementFile, kind: StatementKind, approval: Approval, now: Date): ApprovedVersion {
  const { points, title, latestVersion, isChanged } = readStatement(file, kind, '')
  const [first] = points
  if (first)
    throw new FieldbookError('conflict', { reason: text('statements:cannotApprove', { count: points.length, first: first.sentence }) })
  if (latestVersion !== null && !isChanged)
    throw new FieldbookError('conflict', { reason: text('ui:approval.unchanged', { number: latestVersion }) })
  return file.write(
    text('statements:history.approved', { number: (latestVersion ?? 0) + 1, title }),
    () => freeze(file, kind, approval, now),
    { permanent: true },
  )
}

/** Fields that say what a record is, and not what was written in it. */
const identity = new Set(['section', 'title', 'code'])

/** Sections and systems as records that can be compared. */
function records({ sections, systems }: FrozenStatement): { code: string; title: string }[] {
  return [
    ...sections.map(({ section, title, body }) => ({ code: section, title, body })),
    ...systems.map(({ reference, name, ...fields }) => ({ code: `${reference} ${name}`.trim(), title: '', ...fields })),
  ]
}

/** What changed from one version to another, section by section. */
export function difference(file: EngagementFile, kind: StatementKind, from: number, to: number): VersionDifference {
  const named = (number: number) => (number === 0 ? text('ui:versions.asItStands') : text('ui:versions.version', { number }))
  const of = (number: number) => records(readVersion(file, kind, number))
  const nameOf = ({ code, title }: { code: string; title: string }) => ({ key: code, code: title || code, title })
  return { from: named(from), to: named(to), ...recordsDifference(of(from), of(to), nameOf, identity) }
}
