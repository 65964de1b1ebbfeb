import { type Compilable, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Schema } from './schema.ts'

/**
 * Builds typed SQL and never runs it: an EngagementFile runs what this compiles, synchronously and with its statements kept, so that
 * one call is one transaction that nothing can interleave with.
 */
export const database = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

export type Query<Row> = Compilable<Row>
