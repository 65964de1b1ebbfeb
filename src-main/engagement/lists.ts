import { sql } from 'kysely'
import type { z } from 'zod'

/** A list as a column holds it: each value once, in one order, so that the same choice is the same text. */
export const toListColumn = (values: readonly string[]): string => JSON.stringify([...new Set(values)].sort())

/** A list column's values, each checked with the schema of one value. */
export function fromListColumn<Item extends z.ZodType>(item: Item, column: string): z.output<Item>[] {
  // A schema of the list would be made anew for each row of a long table, which costs more than all that it checks.
  if (column === '[]') return []
  const values: unknown = JSON.parse(column)
  if (!Array.isArray(values)) throw new TypeError(`not a list: ${column}`)
  return values.map((value: unknown) => item.parse(value))
}

/** Ids or codes for an IN, as one JSON parameter: a register has more rows than a statement may have parameters. */
export const listed = (values: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`
