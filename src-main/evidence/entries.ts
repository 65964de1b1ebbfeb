import { sql } from 'kysely'
import { addDays } from '../contract/days.ts'
import { FieldbookError } from '../contract/errors.ts'
import { type EvidenceFile, type EvidenceRow, expiringDays } from '../contract/evidence.ts'
import { type LinkTarget, registers } from '../contract/registers/index.ts'
import { database, type Query } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { listed } from '../engagement/lists.ts'
import { linkedWith } from '../engagement/registers/links.ts'
import { isOverdue } from '../engagement/registers/read.ts'
import { visible } from '../language/visible.ts'
import { isRunnable, safeName } from './names.ts'

const rows = database.selectFrom('evidenceRegister').selectAll().orderBy(sql`length(reference)`).orderBy('reference').orderBy('id')
type Raw = ReturnType<typeof rows.compile> extends { query: unknown } ? Awaited<ReturnType<typeof rows.execute>>[number] : never

const useCounts: Query<{ id: string; uses: number }> = database
  .selectFrom('recordLink')
  .select(({ fn }) => ['recordId as id', fn.countAll<number>().as('uses')])
  .where('recordKind', '=', 'evidence')
  .groupBy('recordId')

/** What the file of an entry is; null where it has none. */
function fileOf({ sha256, fileName, mediaType, size }: Raw): EvidenceFile | null {
  if (sha256 === null) return null
  const name = safeName(fileName)
  return { sha256, name, givenName: visible(fileName), mediaType, size: size ?? 0, isRunnable: isRunnable(name) }
}

/** Whether evidence still counts on a day. */
export function validityOn(validUntil: string | null, today: string): EvidenceRow['validity'] {
  if (validUntil === null) return 'unlimited'
  if (validUntil < today) return 'expired'
  return validUntil <= addDays(today, expiringDays) ? 'expiring' : 'current'
}

function toRow(row: Raw, uses: number, today: string): EvidenceRow {
  const { id, createdAt, sha256: _sha256, fileName: _fileName, mediaType: _mediaType, size: _size, ...fields } = row
  return {
    id,
    createdAt,
    fields: registers.evidence.fields.parse(fields),
    file: fileOf(row),
    validity: validityOn(row.validUntil, today),
    isOverdue: isOverdue('evidence', { state: row.state, dueDate: row.dueDate }, today),
    uses,
  }
}

function read(file: EngagementFile, today: string, query: Query<Raw>): EvidenceRow[] {
  const uses = new Map(file.all(useCounts).map((each) => [each.id, each.uses]))
  return file.all(query).map((row) => toRow(row, uses.get(row.id) ?? 0, today))
}

/** Every entry, by reference. */
export const listEvidence = (file: EngagementFile, today: string): EvidenceRow[] => read(file, today, rows)

/** One entry and everything that it is linked with. */
export function evidenceEntry(file: EngagementFile, id: string, today: string) {
  const [row] = read(file, today, rows.where('id', '=', id))
  if (!row) throw new FieldbookError('not-found', { what: id })
  return { ...row, linked: linkedWith(file, { kind: 'evidence', id }) }
}

/** The evidence of an item, whichever end named the other. */
export function evidenceFor(file: EngagementFile, target: LinkTarget, today: string) {
  const links = linkedWith(file, target).filter(({ kind }) => kind === 'evidence')
  const linkOf = new Map(links.map(({ id, linkId }) => [id, linkId]))
  const chosen = read(file, today, rows.where('id', 'in', listed([...linkOf.keys()])))
  return chosen.map((row) => ({ ...row, linkId: linkOf.get(row.id) ?? '' }))
}

/** The file of an entry. @throws FieldbookError attachment-missing where it has none. */
export function evidenceFileOf(file: EngagementFile, id: string): EvidenceFile {
  const row = file.one(rows.where('id', '=', id), id)
  const kept = fileOf(row)
  if (!kept) throw new FieldbookError('attachment-missing', { name: `${row.reference} ${row.title}` })
  return kept
}
