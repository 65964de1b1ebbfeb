import type { Database } from 'better-sqlite3'
import { v7 as uuid } from 'uuid'

export type Origin = 'new' | 'sample' | 'duplicate' | 'package'

/**
 * Gives a file an id of its own, and names the copy that it came from and the change that both share, so that two consultants' copies
 * can be merged later.
 */
export function addLineage(connection: Database, origin: Origin): void {
  connection
    .prepare(
      `INSERT INTO lineage (fileId, origin, parentFileId, parentChange, at)
       VALUES (?, ?, (SELECT fileId FROM lineage ORDER BY rowid DESC LIMIT 1), (SELECT uid FROM change ORDER BY id DESC LIMIT 1), ?)`,
    )
    .run(uuid(), origin, new Date().toISOString())
}
