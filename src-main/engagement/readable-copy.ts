import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readHeader } from './inspect.ts'
import { schemaVersion } from './migrations/index.ts'

const endings = ['-journal', '-wal']

/** Whether a file has to be written to before it can be read: it is of an older version, keeps a log beside itself, or a write to it was cut off. */
export function needsWriting(path: string): boolean {
  if (endings.some((ending) => existsSync(`${path}${ending}`)) || hasWriteAheadLog(path)) return true
  // From the header alone: SQLite reads nothing of a file that is not proven yet.
  return readHeader(path).readUInt32BE(60) < schemaVersion
}

/** SQLite's read format (sqlite.org/fileformat2, offset 19): 2 stands for a log, which even a reader makes. */
const hasWriteAheadLog = (path: string): boolean => readHeader(path)[19] === 2

/** Copies a file with what a cut-off write left beside it into a folder of its own, where it can be brought to the newest version. */
export function readableCopy(path: string, copies: string): string {
  mkdirSync(copies, { recursive: true })
  const copy = join(mkdtempSync(join(copies, 'read-')), basename(path))
  for (const ending of ['', ...endings]) {
    if (!existsSync(`${path}${ending}`)) continue
    copyFileSync(`${path}${ending}`, `${copy}${ending}`)
    chmodSync(`${copy}${ending}`, 0o600)
  }
  return copy
}

/** Takes a copy away with its folder; what another program still holds goes at the next start. */
export function removeCopy(copy: string): void {
  try {
    rmSync(dirname(copy), { recursive: true, force: true })
  } catch {
    // Windows lets nobody remove what is open.
  }
}
