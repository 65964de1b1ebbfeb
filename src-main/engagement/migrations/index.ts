import type { Database } from 'better-sqlite3'
import { writeHistoryTriggers } from '../history/triggers.ts'
import * as first from './0001-first.ts'
import * as systemsImpactsRisks from './0002-systems-impacts-risks.ts'
import * as managementSystem from './0003-management-system.ts'
import * as carriedOver from './0004-carried-over.ts'

interface Migration {
  sql: string
  /** Tables that are new, or whose columns changed: their history triggers are made anew from the schema. */
  tracked: readonly string[]
}

/** Each migration is one numbered step and is never edited once released; a step's number is its place in this list. */
const migrations: readonly Migration[] = [first, systemsImpactsRisks, managementSystem, carriedOver]

export const schemaVersion = migrations.length

/** Every table whose changes are history. */
export const trackedTables: ReadonlySet<string> = new Set(migrations.flatMap(({ tracked }) => tracked))

/** Brings a file to the newest version, or to an earlier one. Runs inside the caller's transaction, so a failure leaves the file as it was. */
export function migrate(connection: Database, target = schemaVersion): void {
  const version = Number(connection.pragma('user_version', { simple: true }))
  // Opening alone writes nothing: the file stays the same, byte for byte, for whoever compares or synchronises it.
  if (version >= target) return
  for (const migration of migrations.slice(version, target)) {
    connection.exec(migration.sql)
    for (const table of migration.tracked) writeHistoryTriggers(connection, table)
  }
  connection.pragma(`user_version = ${target}`)
}
