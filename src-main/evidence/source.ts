import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { FieldbookError } from '../contract/errors.ts'
import { type AttachmentWriter, chunkSize } from '../engagement/attachments.ts'
import { pathError } from '../engagement/inspect.ts'
import { mediaTypeOf } from './media.ts'

/** A file to be attached: where it lies, and what it is called. */
export interface Source {
  path: string
  name: string
}

/** A file that was read whole once. */
export interface Known extends Source {
  size: number
  changedAt: number
  sha256: string
  mediaType: string
}

interface Watch {
  signal: AbortSignal
  report: (bytes: number) => void
}

/** Reads a file from its beginning, in pieces, into the buffers that it is given. */
async function* piecesOf(handle: FileHandle, nextBuffer: () => Buffer, { signal, report }: Watch): AsyncGenerator<Buffer> {
  for (let position = 0; ; ) {
    if (signal.aborted) throw new FieldbookError('cancelled')
    const buffer = nextBuffer()
    const { bytesRead } = await handle.read(buffer, 0, chunkSize, position)
    if (bytesRead === 0) return
    position += bytesRead
    report(bytesRead)
    yield buffer.subarray(0, bytesRead)
  }
}

/** What the system says of reading a file, as one sentence: a broken disk or share, a lock, and whatever else it may say. */
function readError(path: string, error: unknown): FieldbookError {
  const known = pathError(path, error)
  if (!['internal', 'path-failed'].includes(known.code) || !(error instanceof Error && 'code' in error)) return known
  return new FieldbookError('attachment-unreadable', { path, reason: String(error.code) }, { cause: error })
}

async function opened<Result>(path: string, work: (handle: FileHandle) => Promise<Result>): Promise<Result> {
  // A pipe would be waited for, and a folder gives an error of its own on each system.
  if (!(await stat(path)).isFile()) throw new FieldbookError('attachment-no-file', { path })
  const handle = await open(path, 'r')
  try {
    return await work(handle)
  } finally {
    await handle.close()
  }
}

/** Reads a file for the first time: how large it is, what it is, and its hash. @throws FieldbookError where it cannot be read. */
export async function readSource(source: Source, buffer: Buffer, watch: Watch): Promise<Known> {
  try {
    return await opened(source.path, async (handle) => {
      const { mtimeMs } = await handle.stat()
      const hash = createHash('sha256')
      let size = 0
      let mediaType = 'application/octet-stream'
      for await (const piece of piecesOf(handle, () => buffer, watch)) {
        if (size === 0) mediaType = mediaTypeOf(piece)
        hash.update(piece)
        size += piece.length
      }
      return { ...source, size, changedAt: mtimeMs, sha256: hash.digest('hex'), mediaType }
    })
  } catch (error) {
    throw readError(source.path, error)
  }
}

/** Reads a file for the second time and stores it. @throws FieldbookError attachment-changed where it is not what it was. */
export async function storeSource(source: Known, writer: AttachmentWriter, now: Date, watch: Watch): Promise<void> {
  const { path, sha256, size } = source
  writer.begin(sha256, size, now)
  try {
    await opened(path, async (handle) => {
      const hash = createHash('sha256')
      const stored = await storePieces(handle, source, writer, hash, watch)
      const { mtimeMs } = await handle.stat()
      if (stored !== size || mtimeMs !== source.changedAt || hash.digest('hex') !== sha256)
        throw new FieldbookError('attachment-changed', { path })
    })
    writer.complete(sha256)
  } catch (error) {
    await writer.discard(sha256)
    throw readError(path, error)
  }
}

async function storePieces(handle: FileHandle, { sha256, size, path }: Known, writer: AttachmentWriter, hash: Hash, watch: Watch) {
  let stored = 0
  let number = 0
  for await (const piece of piecesOf(handle, () => writer.buffer(), watch)) {
    stored += piece.length
    // A file that grows without end must not fill the engagement before that is seen.
    if (stored > size) throw new FieldbookError('attachment-changed', { path })
    hash.update(piece)
    await writer.add(sha256, number, piece)
    number += 1
  }
  return stored
}
