import { isUtf8 } from 'node:buffer'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Names of the entries of a package: this first, then the engagement. */
export const manifestName = 'manifest.json'
export const engagementName = 'engagement.aims'

/** The beginning of every file in age format (age-encryption.org/v1). */
export const ageMark = 'age-encryption.org/v1\n'

/** What a file is by its content, whatever its name says. */
export type FileKind =
  | 'package'
  | 'encrypted'
  | 'engagement'
  | 'database'
  | 'empty'
  | 'pdf'
  | 'word'
  | 'excel'
  | 'powerpoint'
  | 'opendocument'
  | 'zip'
  | 'old-office'
  | 'image'
  | 'web-page'
  | 'text'
  | 'unknown'

const zipMark = 'PK\x03\x04'
const localHeader = 30

/** What a ZIP is by a name that it holds. */
const zipKinds: readonly [string, FileKind][] = [
  ['word/', 'word'],
  ['xl/', 'excel'],
  ['ppt/', 'powerpoint'],
  ['application/vnd.oasis.opendocument', 'opendocument'],
]

const marks: readonly [string, FileKind][] = [
  ['SQLite format 3\0', 'database'],
  ['%PDF-', 'pdf'],
  ['\xD0\xCF\x11\xE0', 'old-office'],
  ['\x89PNG', 'image'],
  ['\xFF\xD8\xFF', 'image'],
  ['GIF8', 'image'],
  ['II*\0', 'image'],
  ['MM\0*', 'image'],
]
const webPage = /^\s*<(!doctype html|html)/i

/** What an engagement's file has as its application id (sqlite.org/fileformat2). */
const engagementMark = { words: 'AIMS', at: 68 }

/** Bytes that are looked at, at both ends: a ZIP names its entries at its end. */
const looked = 64 * 1024

/** Says what a file is. @throws what the system says where it cannot be read. */
export function kindOfFile(path: string): FileKind {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const read = (from: number, length: number) => {
      const bytes = Buffer.alloc(length)
      return bytes.subarray(0, readSync(file, bytes, 0, length, from))
    }
    return kindOf(read(0, Math.min(size, looked)), read(Math.max(0, size - looked), Math.min(size, looked)))
  } finally {
    closeSync(file)
  }
}

function kindOf(beginning: Buffer, end: Buffer): FileKind {
  if (beginning.length === 0) return 'empty'
  const start = beginning.toString('latin1')
  if (start.startsWith(ageMark)) return 'encrypted'
  if (start.startsWith(zipMark)) {
    if (start.startsWith(manifestName, localHeader) && start.includes(engagementName)) return 'package'
    const names = start + end.toString('latin1')
    return zipKinds.find(([name]) => names.includes(name))?.[1] ?? 'zip'
  }
  const [, kind] = marks.find(([mark]) => start.startsWith(mark)) ?? []
  if (kind === 'database' && start.startsWith(engagementMark.words, engagementMark.at)) return 'engagement'
  if (kind) return kind
  if (webPage.test(start)) return 'web-page'
  // A letter may be cut in two where the reading ends.
  const isText = [0, 1, 2, 3].some((cut) => isUtf8(beginning.subarray(0, beginning.length - cut)))
  return isText && !beginning.includes(0) ? 'text' : 'unknown'
}
