import type { RawBuilder } from 'kysely'
import { database, type Query } from './database.ts'

/** A statement that is written out, for what the builder cannot say, such as many counts in one row. */
export const rawQuery = <Row>(statement: RawBuilder<Row>): Query<Row> => ({ compile: () => statement.compile(database) })
