import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { v7 as uuid } from 'uuid'
import { openBare } from './prepared.ts'

/** What an import cannot do without: the table is parsed, and its rows are written in one transaction. Says how many rows. */
export function bareImport(table: string, path: string): number {
  const [, ...records] = Papa.parse<string[]>(readFileSync(table, 'utf8'), { skipEmptyLines: true }).data
  const connection = openBare(path)
  connection.exec('CREATE TABLE aiSystem (id TEXT PRIMARY KEY, name TEXT, agency TEXT, department TEXT, bureau TEXT, purpose TEXT) STRICT')
  const insert = connection.prepare('INSERT INTO aiSystem VALUES (?, ?, ?, ?, ?, ?)')
  connection.transaction(() => {
    for (const record of records) insert.run(uuid(), record[0], record[1], record[2], record[3], record[7])
  })()
  connection.close()
  return records.length
}

const [, , table, path] = process.argv
if (import.meta.main && table && path) console.log(bareImport(table, path))
