import { statSync } from 'node:fs'
import { type ErrorCode, FieldbookError } from '../contract/errors.ts'
import type { AttachResult } from '../contract/evidence.ts'
import { AttachmentWriter, chunkSize, hasAttachment, inTurn, removeIncomplete } from '../engagement/attachments.ts'
import type { ModuleContext } from '../engagement/context.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { readEntry } from '../engagement/registers/entries.ts'
import { itemNames } from '../engagement/registers/links.ts'
import { reportError, text } from '../language/text.ts'
import { keepFiles, type Place } from './keep.ts'
import { checkName, safeName } from './names.ts'
import { type Known, readSource, type Source, storeSource } from './source.ts'

/** What is wrong with one file; the others can still be taken. */
const ofOneFile: ReadonlySet<ErrorCode> = new Set([
  'file-missing',
  'folder-missing',
  'no-access',
  'attachment-name',
  'attachment-no-file',
  'attachment-unreadable',
  'attachment-changed',
])

type Refused = AttachResult['refused']

/**
 * Attaches files: their content is stored once, in pieces, and then all of them become entries in one change that undo takes back. Where
 * a single file cannot be taken the others are; where all cannot, or the engagement cannot be written, nothing of this stays.
 */
export function attach(context: ModuleContext, sources: readonly Source[], place: Place): Promise<AttachResult> {
  const { file } = context
  checkPlace(file, place, sources.length)
  return inTurn(file, async () => {
    await removeIncomplete(file)
    const writer = new AttachmentWriter(file)
    try {
      const { known, refused } = await storeAll(context, sources, writer)
      if (context.progress.signal.aborted) throw new FieldbookError('cancelled')
      return { attached: keepFiles(file, known, place, context.now()), refused: refused.map(({ name, error }) => sentence(name, error)) }
    } catch (error) {
      // The first failure is the one to tell; what cannot be taken away now is taken away by the next attaching.
      await writer.discard().catch(() => {})
      throw error
    }
  })
}

const sentence = (name: string, error: FieldbookError): Refused[number] => ({ name, sentence: reportError(error).sentence })

/** Where the files go has to be there before anything is read. */
function checkPlace(file: EngagementFile, { target, entry }: Place, files: number): void {
  if (target && itemNames(file, target.kind, [target.id]).length === 0) throw new FieldbookError('not-found', { what: target.id })
  if (entry === null) return
  const { reference } = readEntry(file, 'evidence', entry).fields
  const { sha256 } = file.one(database.selectFrom('evidenceRegister').select('sha256').where('id', '=', entry), entry)
  if (files > 1 || sha256 !== null)
    throw new FieldbookError('conflict', { reason: text('evidence:oneFile', { reference: String(reference) }) })
}

interface Stored {
  known: Known[]
  refused: { name: string; error: FieldbookError }[]
}

async function storeAll(context: ModuleContext, sources: readonly Source[], writer: AttachmentWriter): Promise<Stored> {
  const { file, progress, now } = context
  const total = sources.reduce((sum, { path }) => sum + sizeOf(path), 0)
  const stored: Stored = { known: [], refused: [] }
  const inThisWork = new Set<string>()
  const buffer = Buffer.allocUnsafeSlow(chunkSize)
  let read = 0
  for (const source of sources) {
    const step = text('evidence:steps.attach', { name: safeName(source.name) })
    // Each file is read twice: once for its hash, and once to be stored.
    const report = (bytes: number) => {
      read += bytes / 2
      progress.report(Math.min(1, read / Math.max(1, total)), step)
    }
    const watch = { signal: progress.signal, report }
    try {
      checkName(source.name)
      const known = await readSource(source, buffer, watch)
      if (inThisWork.has(known.sha256) || hasAttachment(file, known.sha256)) report(known.size)
      else await storeSource(known, writer, now(), watch)
      inThisWork.add(known.sha256)
      stored.known.push(known)
    } catch (error) {
      if (!(error instanceof FieldbookError) || !ofOneFile.has(error.code)) throw error
      stored.refused.push({ name: source.name, error })
    }
  }
  await writer.flush()
  const [first] = stored.refused
  if (first && stored.known.length === 0) throw first.error
  return stored
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}
