import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { FieldbookError } from '../../contract/errors.ts'
import { text } from '../../language/text.ts'
import type { Progress } from '../../task/task.ts'
import { databaseError } from '../file.ts'
import { pathError } from '../inspect.ts'
import { addLineage, type Origin } from '../lineage.ts'
import { refuseLongDatabasePath } from '../paths.ts'
import { putInPlace, removeIfThere } from '../persistence.ts'

declare module '../../task/task.ts' {
  interface TaskTypes {
    'engagement.copy': typeof copyFile
  }
}

/**
 * Writes a compact copy of an open engagement as a new file. The reading connection waits behind no one: the owner's lock lets readers in.
 * With an origin the copy gets a file id of its own, with the change of its parent that it was made at.
 */
export async function copyFile(input: { path: string; to: string; origin: Origin | null }, progress: Progress): Promise<{ path: string }> {
  refuseLongDatabasePath(input.to, { isNew: true })
  if (existsSync(input.to)) throw new FieldbookError('file-exists', { path: input.to })
  const temporary = `${input.to}.${randomUUID()}.part`
  try {
    progress.report(0.1, text('engagement:copying'))
    compactInto(input.path, temporary)
    if (input.origin) giveLineage(temporary, input.origin)
    if (progress.signal.aborted) throw new FieldbookError('cancelled')
    putInPlace(temporary, input.to)
    return { path: input.to }
  } catch (error) {
    throw error instanceof SQLite.SqliteError ? databaseError(input.to, error) : pathError(input.to, error)
  } finally {
    removeIfThere(temporary)
    removeIfThere(`${temporary}-journal`)
  }
}

/** Writes a compact copy of a file, open or not, under a name that is not there yet. */
export function compactInto(path: string, temporary: string): void {
  const connection = new SQLite(path, { readonly: true, timeout: 5000 })
  try {
    connection.prepare('VACUUM INTO ?').run(temporary)
  } finally {
    connection.close()
  }
}

/** Makes a copy that nobody has opened yet an engagement file of its own. */
export function giveLineage(path: string, origin: Origin): void {
  const connection = new SQLite(path)
  try {
    connection.pragma('synchronous = EXTRA')
    addLineage(connection, origin)
  } finally {
    connection.close()
  }
}
