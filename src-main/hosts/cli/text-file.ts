import { isUtf8 } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'
import { pathError } from '../../engagement/inspect.ts'
import { text } from '../../language/text.ts'
import { Misuse } from './command.ts'

/** Stands for the standard input where a file is named. */
export const standardInput = '-'

/** A text that was written in any of the encodings that an editor or a shell marks; another one is refused, since it would be guessed. */
export function readTextFile(path: string): string {
  const isInput = path === standardInput
  const bytes = isInput ? readStandardInput() : readBytes(path)
  return decoded(bytes, isInput ? text('cli:standardInput') : path)
}

function readBytes(path: string): Buffer {
  try {
    const file = openSync(path, 'r')
    try {
      return readAll(file)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw error instanceof Misuse ? error : pathError(path, error)
  }
}

/** PowerShell writes UTF-16 with a mark, Windows' editor UTF-8 with or without one. */
function decoded(bytes: Buffer, name: string): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (!isUtf8(bytes) || bytes.includes(0)) throw new Misuse(text('cli:notUtf8', { path: name }))
  return new TextDecoder().decode(bytes)
}

const piece = 1024 * 1024
/** More is no text that a person gives to a command, but a device without an end or another file. */
const most = 512 * piece
/** Milliseconds between two looks at an input that has nothing yet. */
const pause = 20

function readStandardInput(): Buffer {
  try {
    return readAll(process.stdin.fd)
  } catch (error) {
    throw error instanceof Misuse ? error : pathError(text('cli:standardInput'), error)
  }
}

/**
 * A whole file or input, of any size that can be a text and from a writer of any speed: a terminal or a pipe that was set not to wait says
 * that there is nothing yet, and a pipe on Windows ends with an error.
 */
function readAll(file: number): Buffer {
  const pieces: Buffer[] = []
  const bytes = Buffer.allocUnsafe(piece)
  for (let size = 0; size <= most; ) {
    const read = readSome(file, bytes)
    if (read === 0) return Buffer.concat(pieces)
    if (read > 0) {
      pieces.push(Buffer.from(bytes.subarray(0, read)))
      size += read
    } else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
  }
  throw new Misuse(text('cli:tooLong'))
}

/** How many bytes came, 0 at the end, -1 where there are none yet. */
function readSome(file: number, bytes: Buffer): number {
  try {
    return readSync(file, bytes)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EAGAIN') return -1
    if (code === 'EOF' || code === 'EPIPE') return 0
    throw error
  }
}
