import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { FieldbookError } from '../contract/errors.ts'
import { foreignFile } from './foreign-file.ts'
import { schemaVersion } from './migrations/index.ts'
import { isNameTooLong, nameTooLong, refuseLongDatabasePath, tooLong } from './paths.ts'
import { pause } from './persistence.ts'

/** "AIMS" in ASCII: tells an engagement from every other SQLite file (sqlite.org/fileformat2, offset 68). */
export const applicationId = 0x41494d53

const magic = 'SQLite format 3\0'

/** Follows what the system says of a path to the sentence that a person can act on. */
export function pathError(path: string, error: unknown): FieldbookError {
  if (error instanceof FieldbookError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return missing(path, error)
  if (code === 'EEXIST') return new FieldbookError('file-exists', { path }, { cause: error })
  if (code === 'EROFS') return new FieldbookError('disk-read-only', { path }, { cause: error })
  if (code === 'ENOSPC' || code === 'EDQUOT') return new FieldbookError('disk-full', { path }, { cause: error })
  if (code === 'ENAMETOOLONG') return tooLong(path, error)
  if (code === 'SQLITE_CANTOPEN' && isNameTooLong(path)) return nameTooLong(path, error)
  if (code === 'EISDIR') return new FieldbookError('is-folder', { path }, { cause: error })
  if (code === 'EACCES' || code === 'EPERM') return new FieldbookError('no-access', { path }, { cause: error })
  // Whatever else the system says, as of a drive that fails or a share that is gone, is no fault of the program.
  if (error instanceof Error && 'syscall' in error)
    return new FieldbookError('path-failed', { path, reason: error.message.replace(/^(\w+): ([^,]*),.*$/s, '$2 ($1)') }, { cause: error })
  return new FieldbookError('internal', { reason: error instanceof Error ? error.message : String(error) }, { cause: error })
}

/** A file that is not there is looked for elsewhere than a folder that is not there. */
export function missing(path: string, cause: unknown): FieldbookError {
  const folder = dirname(path)
  return existsSync(folder)
    ? new FieldbookError('file-missing', { path }, { cause })
    : new FieldbookError('folder-missing', { path, folder }, { cause })
}

/** The first bytes of a file. Not to be called for a file that this process has open. */
export function readHeader(path: string): Buffer {
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    return header.subarray(0, readSync(file, header, 0, 100, 0))
  } finally {
    closeSync(file)
  }
}

/**
 * Looks at a file before SQLite does, and changes nothing: is it there, an engagement, whole, and of a version that we know?
 * Must not be called for a file that this process has open: closing it here would drop the locks that SQLite holds on it (POSIX).
 */
export function inspectFile(path: string): void {
  try {
    refuseLongDatabasePath(path)
    const stats = statSync(path)
    if (!stats.isFile()) throw new FieldbookError(stats.isDirectory() ? 'is-folder' : 'not-a-database', { path })
    checkHeader(path, readHeader(path))
    refuseCutShort(path)
  } catch (error) {
    throw pathError(path, error)
  }
}

function checkHeader(path: string, header: Buffer): void {
  if (header.length < 100 || header.toString('latin1', 0, 16) !== magic) {
    const begun = header.length > 0 && magic.startsWith(header.toString('latin1', 0, Math.min(16, header.length)))
    throw begun ? new FieldbookError('truncated', { path }) : foreignFile(path, 'engagement')
  }
  if (header.readUInt32BE(68) !== applicationId) throw new FieldbookError('other-database', { path })
  if (header.readUInt32BE(60) > schemaVersion) throw new FieldbookError('newer-version', { path })
}

/** How often a file that seems cut short is looked at, and the milliseconds between: one that is being written to only seems so. */
const looks = 6
const pauseBetween = 25

function refuseCutShort(path: string): void {
  for (let look = 1; isCutShort(path); look += 1) {
    if (look === looks) throw new FieldbookError('truncated', { path })
    pause(pauseBetween)
  }
}

/** Fewer bytes than its header promises. A journal beside the file means that a write was cut off: SQLite puts the file right when it opens it. */
function isCutShort(path: string): boolean {
  const header = readHeader(path)
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  return header.readUInt32BE(28) * pageSize > statSync(path).size && !existsSync(`${path}-journal`)
}
