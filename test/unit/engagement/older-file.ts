import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { z } from 'zod'
import { writeHistoryTriggers } from '../../../src-main/engagement/history/triggers.ts'
import { applicationId } from '../../../src-main/engagement/inspect.ts'
import { addLineage } from '../../../src-main/engagement/lineage.ts'
import type { EngagementFolder } from './engagement-folder.ts'

const place = join(import.meta.dirname, '../../../src-main/engagement/migrations')
export const migrationFiles = readdirSync(place)
  .filter((name) => name !== 'index.ts')
  .sort()
const migration = z.object({ sql: z.string(), tracked: z.array(z.string()) })
export const steps = await Promise.all(migrationFiles.map(async (name) => migration.parse(await import(join(place, name)))))

/** A file as the first `version` steps left it, made without the code that migrates. */
export function olderFile(folder: EngagementFolder, name: string, version: number): void {
  const connection = new SQLite(folder.at(name))
  connection.pragma(`application_id = ${applicationId}`)
  for (const { sql, tracked } of steps.slice(0, version)) {
    connection.exec(sql)
    for (const table of tracked) writeHistoryTriggers(connection, table)
  }
  connection.pragma(`user_version = ${version}`)
  if (version > 0) addLineage(connection, 'new')
  connection.close()
}
