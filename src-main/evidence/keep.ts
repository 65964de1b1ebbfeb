import { localDay } from '../contract/days.ts'
import type { AttachResult } from '../contract/evidence.ts'
import type { LinkTarget } from '../contract/registers/index.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { listed } from '../engagement/lists.ts'
import { insertEntries } from '../engagement/registers/entries.ts'
import { insertLinks, itemNames } from '../engagement/registers/links.ts'
import { text } from '../language/text.ts'
import { safeName, titleFrom } from './names.ts'
import type { Known } from './source.ts'

/** What files are attached to: an item, or an entry that was asked for, or nothing yet. */
export interface Place {
  target: LinkTarget | null
  entry: string | null
}

type Attached = AttachResult['attached']

interface Entry {
  id: string
  reference: string
}

/** Names longer than a title may be are cut in labels. */
const longestInLabel = 80

/** Makes entries of files whose content is stored, as one change. A file that is kept already is used once more, not kept twice. */
export function keepFiles(file: EngagementFile, known: readonly Known[], place: Place, now: Date): Attached {
  if (known.length === 0) return []
  return file.write(labelOf(file, known, place), () =>
    place.entry === null ? addOrLink(file, known, place.target, now) : fill(file, place.entry, known, now),
  )
}

function labelOf(file: EngagementFile, known: readonly Known[], { target }: Place): string {
  const [item] = target ? itemNames(file, target.kind, [target.id]) : []
  const what =
    known.length === 1 ? safeName(known[0]?.name ?? '').slice(0, longestInLabel) : text('evidence:history.files', { count: known.length })
  return item
    ? text('evidence:history.attachedTo', { what, item: `${item.code} ${item.title}`.trim() })
    : text('evidence:history.attached', { what })
}

const columnsOf = ({ sha256, name, mediaType, size }: Known) => ({ sha256, fileName: name, mediaType, size })

/** An entry that was asked for has its file, and so was received. */
function fill(file: EngagementFile, id: string, [known]: readonly Known[], now: Date): Attached {
  if (!known) return []
  const row = file.one(database.selectFrom('evidenceRegister').select(['reference', 'state']).where('id', '=', id), id)
  const isAsked = row.state === 'to-request' || row.state === 'requested'
  const received = isAsked ? { state: 'received' as const, receivedOn: localDay(now) } : {}
  file.run(
    database
      .updateTable('evidenceRegister')
      .set({ ...columnsOf(known), kind: 'file', ...received })
      .where('id', '=', id),
  )
  return [{ name: known.name, outcome: 'filled', id, reference: row.reference }]
}

function addOrLink(file: EngagementFile, known: readonly Known[], target: LinkTarget | null, now: Date): Attached {
  const byHash = entriesWith(
    file,
    known.map(({ sha256 }) => sha256),
  )
  const used = new Set(target ? usedFor(file, target) : [])
  const fresh = [...Map.groupBy(known, ({ sha256 }) => sha256)].flatMap(([sha256, [first]]) =>
    byHash.has(sha256) || !first ? [] : [first],
  )
  const added = addEntriesFor(file, fresh, now)
  const results = known.map((each): Attached[number] & { isNewUse: boolean } => {
    const mine = added.get(each.sha256)
    const entry = mine ?? byHash.get(each.sha256)
    const isFirst = mine !== undefined && fresh.includes(each)
    const isNewUse = entry !== undefined && target !== null && !used.has(entry.id)
    if (entry) used.add(entry.id)
    const outcome = isFirst ? 'added' : isNewUse ? 'linked' : 'already'
    return { name: each.name, outcome, id: entry?.id ?? '', reference: entry?.reference ?? '', isNewUse }
  })
  if (target)
    insertLinks(
      file,
      'evidence',
      results.filter(({ isNewUse }) => isNewUse).map(({ id }) => ({ recordId: id, target })),
    )
  return results.map(({ isNewUse: _, ...result }) => result)
}

/** The entry of each hash that the register has already; a rejected one is not used once more. */
function entriesWith(file: EngagementFile, hashes: readonly string[]): Map<string, Entry> {
  const rows = file.all(
    database
      .selectFrom('evidenceRegister')
      .select(['id', 'reference', 'sha256'])
      .where('sha256', 'in', listed(hashes))
      .where('state', '<>', 'rejected')
      .orderBy('reference', 'desc'),
  )
  return new Map(rows.map(({ sha256, ...entry }) => [sha256 ?? '', entry]))
}

const usedFor = (file: EngagementFile, { kind, id }: LinkTarget): string[] =>
  file
    .all(
      database
        .selectFrom('recordLink')
        .select('recordId')
        .where('recordKind', '=', 'evidence')
        .where('targetKind', '=', kind)
        .where('targetId', '=', id),
    )
    .map(({ recordId }) => recordId)

function addEntriesFor(file: EngagementFile, files: readonly Known[], now: Date): Map<string, Entry> {
  const receivedOn = localDay(now)
  const entries = insertEntries(
    file,
    'evidence',
    files.map(({ name }) => ({ fields: { title: titleFrom(safeName(name)), kind: 'file', state: 'received', receivedOn } })),
    now,
  )
  file.runEach(
    database.updateTable('evidenceRegister').set({ sha256: '', fileName: '', mediaType: '', size: 0 }).where('id', '=', ''),
    files.map(({ sha256, name, mediaType, size }, index) => [sha256, name, mediaType, size, entries[index]?.id]),
  )
  return new Map(files.map(({ sha256 }, index) => [sha256, { id: entries[index]?.id ?? '', reference: entries[index]?.reference ?? '' }]))
}
