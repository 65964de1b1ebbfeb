import { sql } from 'kysely'
import { FieldbookError } from '../contract/errors.ts'
import type { SystemFields } from '../contract/inventory.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { text } from '../language/text.ts'
import { toColumns } from './systems.ts'

/** The ids travel as one JSON parameter: an inventory has more rows than a statement may have parameters. */
const chosen = (ids: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/**
 * Gives all of these systems the same values, as one change. Says how many there are; fails with not-found where one of them is not there,
 * and then changes none.
 */
export function changeSystems(file: EngagementFile, ids: readonly string[], fields: Partial<SystemFields>): number {
  const wanted = new Set(ids)
  if (Object.keys(fields).length === 0) return 0
  return file.write(text('inventory:history.changedMany', { count: wanted.size }), () => {
    const changed = file.run(database.updateTable('aiSystem').set(toColumns(fields)).where('id', 'in', chosen(ids)))
    if (changed !== wanted.size) throw new FieldbookError('not-found', { what: text('inventory:someOfThese') })
    return changed
  })
}
