import type { Database } from 'better-sqlite3'
import { pause } from './persistence.ts'

/** Another connection has the file. */
export const isBusy = (error: unknown) => error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

/** SQLite's own write lock on the file, kept between writes: it needs no second file and ends with the process, however that ends. */
export function holdLock(connection: Database): void {
  if (!connection.inTransaction) connection.exec('BEGIN IMMEDIATE')
}

/**
 * Takes the lock when a file is opened. An owner lets go for an instant after each of its writes, so a lock that was free once proves
 * nothing: it is taken twice, with a pause in which an owner would have taken it back.
 */
export function takeLock(connection: Database): void {
  connection.pragma('busy_timeout = 0')
  connection.exec('BEGIN IMMEDIATE')
  connection.exec('ROLLBACK')
  pause(15)
  connection.exec('BEGIN IMMEDIATE')
}
