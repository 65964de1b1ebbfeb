import { sql } from 'kysely'
import { database } from '../engagement/database.ts'
import { inUse } from '../engagement/systems-in-use.ts'

export const systemOfClassification = (id: string) => database.selectFrom('aiSystem').select(['id', 'name', 'role']).where('id', '=', id)

export const classificationOf = (systemId: string) => database.selectFrom('classification').selectAll().where('systemId', '=', systemId)

export const answersOf = (systemId: string) =>
  database.selectFrom('classificationAnswer').selectAll().where('systemId', '=', systemId).orderBy('question')

export const answerOf = (systemId: string, question: string) => answersOf(systemId).where('question', '=', question)

const byName = sql`name COLLATE NOCASE`

/** Classified systems with what the inventory and the sign-off say of them, by name. */
export const classifiedSystems = database
  .selectFrom('classification')
  .innerJoin('aiSystem', 'aiSystem.id', 'classification.systemId')
  .select([
    'aiSystem.id',
    'name',
    'reference',
    'purpose',
    'owner',
    'classifiedBy',
    'classifiedOn',
    'reviewDate',
    'classification.notes',
    'riskClass',
    'lifeCycleStage',
  ])
  .orderBy(byName)
  .orderBy('aiSystem.id')

/** The ids travel as one JSON parameter: an inventory has more rows than a statement may have parameters. */
export const among = (ids: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** Answers on these systems. */
export const answersAmong = (ids: readonly string[]) =>
  database.selectFrom('classificationAnswer').selectAll().where('systemId', 'in', among(ids)).orderBy('systemId')

/** How many systems are in use, and how many of them have a class. */
export const classifiedCount = database
  .selectFrom('aiSystem')
  .leftJoin('classification', (join) =>
    join.onRef('classification.systemId', '=', 'aiSystem.id').on('classification.riskClass', '!=', 'unclassified'),
  )
  .where(inUse)
  .select((of) => [of.fn.count<number>('aiSystem.id').as('systems'), of.fn.count<number>('classification.id').as('classified')])
