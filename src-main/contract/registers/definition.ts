import { z } from 'zod'
import { freeText, shortText } from '../procedure.ts'

/** What every entry of a register has: how it is called, who answers for it, and what else is to be said. */
const sharedFields = { reference: shortText.min(1), title: shortText.min(1), owner: shortText, notes: freeText }
type SharedFields = typeof sharedFields

/** A register of the management system: the schema of its entries is the source of types, table, form and document. */
export interface RegisterDefinition<Id extends string = string, Fields extends z.ZodRawShape = z.ZodRawShape> {
  id: Id
  /** What a reference begins with, such as NC in NC-004. */
  prefix: string
  /** Clauses of ISO/IEC 42001 whose evidence is kept here. */
  clauses: readonly string[]
  /** Controls of Annex A whose evidence is kept here. */
  controls: readonly string[]
  /**
   * Fields of an entry in the order of the form. By convention a choice that cannot be empty starts at its first option; the file's column
   * has it as default.
   */
  fields: z.ZodObject<SharedFields & Fields>
  /** Columns of the table after reference and title, the most telling first. */
  columns: readonly string[]
  /** The day by which something is to be done with the entry (a review, a step), where it has one. */
  due: string | null
  /** States in which nothing is to be done any more, so that a day that has passed is not overdue. */
  closedStates: readonly string[]
}

/** Types a definition; `fields` are those beside reference, title, owner and notes. */
export function defineRegister<const Id extends string, Fields extends z.ZodRawShape>(definition: {
  id: Id
  prefix: string
  clauses: readonly string[]
  controls?: readonly string[]
  fields: Fields
  columns: readonly (keyof Fields & string)[]
  due?: (keyof Fields & string) | null
  closedStates?: readonly string[]
}): RegisterDefinition<Id, Fields> {
  const { reference, title, owner, notes } = sharedFields
  return {
    controls: [],
    due: null,
    closedStates: [],
    ...definition,
    fields: z.object({ title, reference, owner, ...definition.fields, notes }),
  }
}

/** An entry as its definition types it. */
export type EntryOf<Definition> = Definition extends { fields: infer Fields extends z.ZodType }
  ? z.output<Fields> & { id: string; createdAt: string }
  : never
