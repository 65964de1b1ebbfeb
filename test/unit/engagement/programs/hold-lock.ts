import { writeSync } from 'node:fs'
import SQLite from 'better-sqlite3'

/** Another program that holds a file with SQLite's own locks, for so many milliseconds, or says that it may not. */
const [path = '', begin = 'BEGIN', milliseconds = '0'] = process.argv.slice(2)
const connection = new SQLite(path, { timeout: 700 })
try {
  connection.exec(begin)
  connection.prepare('SELECT count(*) FROM sqlite_schema').get()
  writeSync(1, 'held\n')
  setTimeout(() => connection.close(), Number(milliseconds))
} catch (error) {
  writeSync(1, `${error}\n`)
}
