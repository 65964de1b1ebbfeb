import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import SQLite from 'better-sqlite3'
import { schemaVersion } from './migrations/index.ts'

const endings = ['-journal', '-wal']

/** Whether a file has to be written to before it can be read: it is of an older version, or a write to it was cut off. */
export function needsWriting(path: string): boolean {
  if (endings.some((ending) => existsSync(`${path}${ending}`))) return true
  const connection = new SQLite(path, { readonly: true, fileMustExist: true })
  try {
    return Number(connection.pragma('user_version', { simple: true })) < schemaVersion
  } finally {
    connection.close()
  }
}

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
