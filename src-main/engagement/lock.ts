import SQLite from 'better-sqlite3'
import { pause } from './persistence.ts'

/** Another connection has the file. */
export const isBusy = (error: unknown) => error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

/** SQLite's own write lock on the file, kept between writes: it needs no second file and ends with the process, however that ends. */
export function holdLock(connection: SQLite.Database): void {
  if (!connection.inTransaction) connection.exec('BEGIN IMMEDIATE')
}

/** How often the lock must be found free, and the pause in milliseconds in which an owner would have taken it back. */
const looks = 6
const pauseBetween = 12

/** Another connection wrote or holds the file: said with SQLite's own code, as where it finds that out itself. */
const busy = () => new SQLite.SqliteError('another program writes to this file', 'SQLITE_BUSY')

/**
 * Takes the lock when a file is opened. An owner lets go for an instant after each of its writes, so a lock that was free once proves
 * nothing: it is looked at several times, and a file that was written to in between has an owner.
 */
export function takeLock(connection: SQLite.Database): void {
  connection.pragma('busy_timeout = 0')
  connection.exec('BEGIN IMMEDIATE')
  const before = connection.pragma('data_version', { simple: true })
  for (let look = 1; look < looks; look += 1) {
    connection.exec('ROLLBACK')
    pause(pauseBetween)
    connection.exec('BEGIN IMMEDIATE')
    if (connection.pragma('data_version', { simple: true }) !== before) throw busy()
  }
}
