import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { v7 as uuid } from 'uuid'
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
  if (version > 0) {
    addLineage(connection, 'new')
    // The first entry stands outside of what the tests count: it belongs to a change that is there before them.
    connection.exec(
      "INSERT INTO change (uid, at, who, label, kind, permanent) VALUES ('019aa000-0000-7000-8000-000000000000', '2026-11-24T10:00:00.000Z', '', 'created', 'edit', 1)",
    )
    connection
      .prepare("INSERT INTO engagement VALUES (?, 'Acme', 'Certification', '', '', '', 'Confidential', NULL, '1', ?)")
      .run(uuid(), '2026-11-24T10:00:00.000Z')
  }
  connection.close()
}
