import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { FieldbookError } from '../contract/errors.ts'
import type { EvidenceFile } from '../contract/evidence.ts'
import type { OutputOf } from '../contract/index.ts'
import { hasAttachment, inTurn, readChunk, removeAttachments, unusedAttachments } from '../engagement/attachments.ts'
import type { ModuleContext } from '../engagement/context.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { pathError } from '../engagement/inspect.ts'
import { text } from '../language/text.ts'
import { evidenceFileOf } from './entries.ts'
import { decodeText } from './media.ts'

type Preview = OutputOf<'evidence.preview'>

/** Of a text so many bytes are shown. */
const shownOfText = 64 * 1024
/** A page that shows more than this needs more memory than a laptop should give for a look. */
const mostShown = 40 * 1024 * 1024

const chunkCount = (file: EngagementFile, sha256: string): number =>
  file.one(
    database
      .selectFrom('attachmentChunk')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('sha256', '=', sha256),
    sha256,
  ).count

const kindOf = ({ mediaType }: EvidenceFile): Preview['kind'] => {
  if (mediaType.startsWith('image/')) return 'image'
  if (mediaType === 'application/pdf') return 'pdf'
  return mediaType === 'text/plain' ? 'text' : 'none'
}

/** What can be looked at of a file; it is read in pieces with piece(). */
export function preview(file: EngagementFile, id: string): Preview {
  const kept = evidenceFileOf(file, id)
  const { sha256, mediaType, size } = kept
  const nothing = { mediaType, chunks: 0, text: '', isCut: false }
  if (!hasAttachment(file, sha256)) return { kind: 'missing', ...nothing }
  const kind = kindOf(kept)
  if (kind === 'text') {
    const bytes = (readChunk(file, sha256, 0) ?? new Uint8Array()).subarray(0, shownOfText)
    return { kind, ...nothing, chunks: chunkCount(file, sha256), text: decodeText(bytes), isCut: size > bytes.length }
  }
  if (kind === 'none') return { kind, ...nothing, chunks: chunkCount(file, sha256) }
  return { kind: size > mostShown ? 'too-large' : kind, ...nothing, chunks: chunkCount(file, sha256) }
}

/** One piece of the file of an entry, as base64. */
export function piece(file: EngagementFile, id: string, number: number): string {
  const { sha256, name } = evidenceFileOf(file, id)
  const bytes = readChunk(file, sha256, number)
  if (!bytes) throw new FieldbookError('attachment-damaged', { name })
  return Buffer.from(bytes).toString('base64')
}

async function write({ file, run, progress }: ModuleContext, kept: EvidenceFile, to: string, overwrite: boolean, isReadOnly: boolean) {
  const { sha256, size, name } = kept
  if (!hasAttachment(file, sha256)) throw new FieldbookError('attachment-missing', { name })
  return run('engagement.writeAttachment', { path: file.contentPath, sha256, size, name, to, overwrite, isReadOnly }, progress)
}

/** Writes the file of an entry to a path. */
export const saveAs = (context: ModuleContext, id: string, to: string, overwrite: boolean) =>
  write(context, evidenceFileOf(context.file, id), resolve(to), overwrite, false)

const folders = new WeakMap<EngagementFile, string>()

/** Folder for the copies of one engagement: they are gone when it is closed. */
function folderOf({ file, copies }: ModuleContext): string {
  const known = folders.get(file)
  if (known) return known
  const folder = join(copies, randomUUID())
  folders.set(file, folder)
  file.whenClosed(() => void rm(folder, { recursive: true, force: true }).catch(() => {}))
  return folder
}

/** Writes the file of an entry to a copy that cannot be changed, for another program to show. What could start a program is only saved. */
export async function openCopy(context: ModuleContext, id: string): Promise<{ path: string; size: number }> {
  const kept = evidenceFileOf(context.file, id)
  if (kept.isRunnable) throw new FieldbookError('conflict', { reason: text('evidence:runnable', { name: kept.name }) })
  // A folder of its own, so that the file keeps its name whatever others are called.
  const folder = join(folderOf(context), kept.sha256.slice(0, 16))
  const path = join(folder, kept.name)
  if (existsSync(path)) return { path, size: kept.size }
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw pathError(folder, error)
  }
  return write(context, kept, path, false, true)
}

/** Milliseconds in which the window has asked how far the work is. */
const timeToRead = 400

const settingOfFreeing = 'evidence.spaceFreed'

/**
 * Drops content that no entry has. An entry that was removed could be brought back by undo, and would miss its file: so this is written
 * into the history first as a step that undo does not pass.
 */
export function freeSpace({ file, now, progress }: ModuleContext): Promise<{ files: number; freed: number }> {
  return inTurn(file, async () => {
    const unused = unusedAttachments(file)
    const before = file.size
    if (unused.length === 0) return { files: 0, freed: 0 }
    const setting = database.insertInto('setting').values({ id: settingOfFreeing, value: now().toISOString() })
    file.write(
      text('evidence:history.freed', { count: unused.length }),
      () => file.run(setting.onConflict((conflict) => conflict.column('id').doUpdateSet({ value: sql`excluded.value` }))),
      { permanent: true },
    )
    for (const [index, { sha256 }] of unused.entries()) {
      if (progress.signal.aborted) throw new FieldbookError('cancelled')
      await removeAttachments(file, [sha256])
      progress.report(((index + 1) / unused.length) * 0.7, text('evidence:steps.drop'))
    }
    progress.report(0.8, text('evidence:steps.compact'))
    // The file is rewritten in one piece and nothing else can be done meanwhile: a person has to have read so before.
    await pause(timeToRead)
    file.compact()
    return { files: unused.length, freed: Math.max(0, before - file.size) }
  })
}
