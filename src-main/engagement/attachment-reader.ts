import SQLite from 'better-sqlite3'
import { databaseError } from './file.ts'
import { release } from './release.ts'

/** Gives the pieces of content by its hash, one after the other; never more than one is in memory. */
export type ReadAttachment = (sha256: string) => Generator<Uint8Array>

/**
 * Reads content of an engagement that is open elsewhere in this process, as in a thread beside its owner. Each piece is a reading of its
 * own, so that the owner can write in between; what has a hash never changes.
 */
export async function withAttachments<Result>(path: string, work: (read: ReadAttachment) => Promise<Result>): Promise<Result> {
  let connection: SQLite.Database | undefined
  try {
    connection = new SQLite(path, { readonly: true, timeout: 5000 })
    const statement = connection.prepare<[string, number], { bytes: Uint8Array }>(
      'SELECT bytes FROM attachmentChunk WHERE sha256 = ? AND number >= ? ORDER BY number LIMIT 1',
    )
    const next = connection
      .prepare<[string, number], number>('SELECT min(number) FROM attachmentChunk WHERE sha256 = ? AND number > ?')
      .pluck()
    return await work(function* read(sha256) {
      for (let number: number | null | undefined = next.get(sha256, -1); typeof number === 'number'; number = next.get(sha256, number)) {
        const piece = statement.get(sha256, number)
        if (!piece) continue
        yield piece.bytes
        release(piece.bytes)
      }
    })
  } catch (error) {
    throw databaseError(path, error)
  } finally {
    connection?.close()
  }
}
