import { sql } from 'kysely'
import { database } from '../engagement/database.ts'

export const systemsByName = database.selectFrom('aiSystem').selectAll().orderBy(sql`name COLLATE NOCASE`).orderBy('id')

/** What a table shows of each system; a long purpose is cut to what fits in its cell. */
export const systemRows = database
  .selectFrom('aiSystem')
  .leftJoin('classification', 'classification.systemId', 'aiSystem.id')
  .select([
    'aiSystem.id',
    'name',
    'reference',
    sql<string>`substr(purpose, 1, 240)`.as('purpose'),
    'owner',
    'department',
    'supplier',
    'role',
    'lifeCycleStage',
    'kind',
    'autonomy',
    'dataCategories',
    'reach',
    'riskClass',
  ])
  .orderBy(sql`name COLLATE NOCASE`)
  .orderBy('aiSystem.id')

export const systemById = (id: string) => database.selectFrom('aiSystem').selectAll().where('id', '=', id)
