import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { Transform, Writable } from 'node:stream'

/** How a long piece of work is watched: `onProgress` hears the share done, 0 to 1. */
export interface Watch {
  signal?: AbortSignal | undefined
  onProgress?: ((share: number) => void) | undefined
}

/** The same watch for a part of the work, which is told from `start` to `end` of the whole. */
export const part = ({ signal, onProgress }: Watch, start: number, end: number): Watch => ({
  signal,
  onProgress: onProgress && ((share) => onProgress(start + (end - start) * share)),
})

/** Bytes of a known number that can be read from any place, in pieces. */
export interface Bytes {
  size: number
  /** From `start` up to, and not with, `end`. */
  read(start: number, end: number): AsyncGenerator<Uint8Array>
}

const pieceSize = 256 * 1024

/** The bytes of an open file; reading them ends with an error where the signal says so, or where the file has become shorter. */
export function fileBytes(handle: FileHandle, size: number, signal: AbortSignal | undefined): Bytes {
  return {
    size,
    async *read(start, end) {
      for (let position = start; position < end; ) {
        signal?.throwIfAborted()
        const piece = Buffer.allocUnsafe(Math.min(pieceSize, end - position))
        const { bytesRead } = await handle.read(piece, 0, piece.length, position)
        if (bytesRead === 0) throw new Error('the file ends too early')
        yield piece.subarray(0, bytesRead)
        position += bytesRead
      }
    },
  }
}

/** All pieces as one. */
export async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(pieces))
}

/** SHA-256 of all bytes, in hexadecimal. */
export async function digestOf(bytes: Bytes, { onProgress }: Watch = {}): Promise<string> {
  const hash = createHash('sha256')
  let position = 0
  for await (const piece of bytes.read(0, bytes.size)) {
    hash.update(piece)
    position += piece.length
    onProgress?.(position / bytes.size)
  }
  return hash.digest('hex')
}

export interface Measured {
  size: number
  sha256: string
}

/** Passes bytes on, counts them and takes their SHA-256; `expected` is how many are to come. */
export function measuring(expected: number, onProgress?: (share: number) => void): { stream: Transform; result: () => Measured } {
  const hash = createHash('sha256')
  let size = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      size += chunk.length
      onProgress?.(size / Math.max(expected, size))
      done(null, chunk)
    },
  })
  return { stream, result: () => ({ size, sha256: hash.digest('hex') }) }
}

/** Writes to an open file, which stays open: whoever opened it makes it safe and closes it before the file is removed or gets its name. */
export const saving = (handle: FileHandle): Writable =>
  new Writable({
    write(chunk: Buffer, _encoding, done) {
      handle.writeFile(chunk).then(() => done(), done)
    },
  })
