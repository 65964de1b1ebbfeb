import type { Expression, SelectQueryBuilder } from 'kysely'
import type { LinkKind } from '../contract/registers/index.ts'
import { database } from './database.ts'
import type { EngagementFile } from './file.ts'
import type { Schema } from './schema.ts'

type Ids<Table extends keyof Schema> = Expression<string> | SelectQueryBuilder<Schema, Table, { id: string }>

/** Takes away what entries of registers have linked with items that are about to be removed; `ids` is a list or a query of ids. Call inside write(). */
export function removeLinksTo<Table extends keyof Schema>(file: EngagementFile, kind: LinkKind, ids: Ids<Table>): void {
  file.run(database.deleteFrom('recordLink').where('targetKind', '=', kind).where('targetId', 'in', ids))
}
