import { z } from 'zod'

/** A list as a column holds it: each value once, in one order, so that the same choice is the same text. */
export const toListColumn = (values: readonly string[]): string => JSON.stringify([...new Set(values)].sort())

/** A list column's values, checked with the schema of one value. */
export const fromListColumn = <Item extends z.ZodType>(item: Item, column: string): z.output<Item>[] =>
  z.array(item).parse(JSON.parse(column))
