import { sql } from 'kysely'
import { database } from '../engagement/database.ts'
import { inUse } from '../engagement/systems-in-use.ts'

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

const blanks = sql`char(9, 10, 13, 32)`

/** How many systems there are, how many lack something that an entry of the register must tell, and how many in use have no class. */
export const completeness = sql<{ systems: number; open: number; unclassified: number }>`
  SELECT count(*) AS systems,
    coalesce(sum(trim(purpose, ${blanks}) = '' OR trim(owner, ${blanks}) = '' OR role IS NULL OR lifeCycleStage IS NULL), 0) AS open,
    coalesce(sum(${inUse} AND coalesce(riskClass, 'unclassified') = 'unclassified'), 0) AS unclassified
  FROM aiSystem LEFT JOIN classification ON systemId = aiSystem.id`
