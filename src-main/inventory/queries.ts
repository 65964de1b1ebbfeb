import { sql } from 'kysely'
import { database } from '../engagement/database.ts'

export const systemsByName = database.selectFrom('aiSystem').selectAll().orderBy(sql`name COLLATE NOCASE`).orderBy('id')

export const systemById = (id: string) => database.selectFrom('aiSystem').selectAll().where('id', '=', id)
