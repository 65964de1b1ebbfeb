import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, type FileHandle, open } from 'node:fs/promises'
import SQLite from 'better-sqlite3'
import { FieldbookError } from '../../contract/errors.ts'
import { text } from '../../language/text.ts'
import type { Progress } from '../../task/task.ts'
import { databaseError } from '../file.ts'
import { pathError } from '../inspect.ts'
import { putInPlace, removeIfThere, replaceInPlace } from '../persistence.ts'
import { release } from '../release.ts'

declare module '../../task/task.ts' {
  interface TaskTypes {
    'engagement.writeAttachment': typeof writeAttachment
  }
}

export interface WriteAttachmentInput {
  path: string
  sha256: string
  size: number
  /** What a person is told when it is damaged. */
  name: string
  to: string
  overwrite: boolean
  isReadOnly: boolean
}

/**
 * Writes the content of an attachment to a file, piece by piece, and looks whether it is what was attached before the file gets its name.
 * Each piece is a query of its own, so that the engagement can be written to meanwhile.
 */
export async function writeAttachment(input: WriteAttachmentInput, progress: Progress): Promise<{ path: string; size: number }> {
  if (!input.overwrite && existsSync(input.to)) throw new FieldbookError('file-exists', { path: input.to })
  const temporary = `${input.to}.${randomUUID()}.part`
  try {
    const handle = await open(temporary, 'wx', 0o600)
    try {
      await writePieces(input, handle, progress)
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (input.isReadOnly) await chmod(temporary, 0o400)
    if (input.overwrite) replaceInPlace(temporary, input.to)
    else putInPlace(temporary, input.to)
    return { path: input.to, size: input.size }
  } catch (error) {
    throw error instanceof SQLite.SqliteError ? databaseError(input.path, error) : pathError(input.to, error)
  } finally {
    removeIfThere(temporary)
  }
}

async function writePieces({ path, sha256, size, name }: WriteAttachmentInput, handle: FileHandle, progress: Progress): Promise<void> {
  const connection = new SQLite(path, { readonly: true, timeout: 5000 })
  try {
    let written = 0
    for (const bytes of verified(connection, sha256, size, name)) {
      if (progress.signal.aborted) throw new FieldbookError('cancelled')
      await handle.writeFile(bytes)
      written += bytes.length
      progress.report(written / Math.max(1, size), text('evidence:steps.write', { name }))
    }
  } finally {
    connection.close()
  }
}

/** The pieces of an attachment; fails behind the last one where they are not what was attached. */
function* verified(connection: SQLite.Database, sha256: string, size: number, name: string): Generator<Uint8Array> {
  const hash = createHash('sha256')
  let read = 0
  for (const bytes of chunksOf(connection, sha256)) {
    hash.update(bytes)
    read += bytes.length
    // More than there should be is not written out to its end: that could fill the disk.
    if (read > size) break
    yield bytes
  }
  if (read !== size || hash.digest('hex') !== sha256) throw new FieldbookError('attachment-damaged', { name })
}

/** The pieces of an attachment, each read by a query of its own. */
export function* chunksOf(connection: SQLite.Database, sha256: string): Generator<Uint8Array> {
  const piece = connection
    .prepare<[string, number], Uint8Array>('SELECT bytes FROM attachmentChunk WHERE sha256 = ? AND number = ?')
    .pluck()
  for (let number = 0; ; number += 1) {
    const bytes = piece.get(sha256, number)
    if (bytes === undefined) return
    yield bytes
    release(bytes)
  }
}

export interface AttachmentProblem {
  sha256: string
  problem: 'damaged' | 'missing'
  /** Names of the entries that it belongs to. */
  names: string
}

/** Reads every attachment of a file and says which are not what was attached, and which are gone. */
export function checkAttachments(connection: SQLite.Database, report: (share: number) => void, signal: AbortSignal): AttachmentProblem[] {
  const names =
    "(SELECT group_concat(reference || ' ' || fileName, '; ') FROM evidenceRegister WHERE evidenceRegister.sha256 = kept.sha256)"
  const kept = connection
    .prepare<[], { sha256: string; size: number; names: string | null }>(
      `SELECT kept.sha256, kept.size, ${names} AS names FROM attachment AS kept WHERE kept.isComplete = 1`,
    )
    .all()
  const missing = connection
    .prepare<[], { sha256: string; names: string }>(
      `SELECT sha256, group_concat(reference || ' ' || fileName, '; ') AS names FROM evidenceRegister
       WHERE sha256 IS NOT NULL AND sha256 NOT IN (SELECT sha256 FROM attachment WHERE isComplete = 1) GROUP BY sha256`,
    )
    .all()
  const total = kept.reduce((sum, { size }) => sum + size, 0)
  let read = 0
  const damaged = kept.filter(({ sha256, size }) => {
    if (signal.aborted) throw new FieldbookError('cancelled')
    const isWhole = isAsAttached(connection, sha256, size)
    read += size
    report(read / Math.max(1, total))
    return !isWhole
  })
  return [
    ...damaged.map(({ sha256, names: called }) => ({ sha256, problem: 'damaged' as const, names: called ?? '' })),
    ...missing.map(({ sha256, names: called }) => ({ sha256, problem: 'missing' as const, names: called })),
  ]
}

function isAsAttached(connection: SQLite.Database, sha256: string, size: number): boolean {
  const hash = createHash('sha256')
  let read = 0
  for (const bytes of chunksOf(connection, sha256)) {
    hash.update(bytes)
    read += bytes.length
    if (read > size) return false
  }
  return read === size && hash.digest('hex') === sha256
}
