import { sql } from 'kysely'
import { z } from 'zod'
import type { EntryOf } from '../../contract/registers/definition.ts'
import { type EntryValue, entryValue, type RegisterId, registers } from '../../contract/registers/index.ts'
import { database, type Query } from '../database.ts'
import type { EngagementFile } from '../file.ts'
import { listed, toListColumn } from '../lists.ts'

/** Name of the table that holds a register's entries. */
export const tableOf = (register: RegisterId) => `${register}Register` as const

const rawRow = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
type RawRow = z.infer<typeof rawRow>

const isList = (schema: z.ZodType | undefined) => schema instanceof z.ZodArray

/** A field's value as its column holds it. */
export function toColumn(register: RegisterId, field: string, value: EntryValue): string | number | null {
  return Array.isArray(value) || isList(fieldSchema(register, field)) ? toListColumn(Array.isArray(value) ? value : []) : value
}

/** The schema of a field; undefined where the register has no such field. */
export function fieldSchema(register: RegisterId, field: string): z.ZodType | undefined {
  const shape: Record<string, z.ZodType> = registers[register].fields.shape
  return shape[field]
}

export const fieldNames = (register: RegisterId): string[] => Object.keys(registers[register].fields.shape)

function rows(file: EngagementFile, register: RegisterId, ids?: readonly string[]): RawRow[] {
  const columns = ['id', 'createdAt', ...fieldNames(register)].map((name) => sql.ref(name))
  const chosen = ids ? sql`WHERE id IN ${listed(ids)}` : sql``
  const statement = sql<RawRow>`SELECT ${sql.join(columns)} FROM ${sql.table(tableOf(register))} ${chosen} ORDER BY length(reference), reference, id`
  const query: Query<RawRow> = { compile: () => statement.compile(database) }
  return file.all(query)
}

/** An entry with its fields by name, for what treats all registers alike. */
export interface PlainEntry {
  id: string
  createdAt: string
  fields: Record<string, EntryValue>
}

/** The entries of a register, or those with these ids, by reference. */
export function readEntries(file: EngagementFile, register: RegisterId, ids?: readonly string[]): PlainEntry[] {
  const lists = fieldNames(register).filter((name) => isList(fieldSchema(register, name)))
  return rows(file, register, ids).map(({ id, createdAt, ...columns }) => {
    const fields: Record<string, EntryValue> = { ...columns }
    for (const name of lists) fields[name] = entryValue.parse(JSON.parse(String(columns[name] ?? '[]')))
    return { id: String(id), createdAt: String(createdAt), fields }
  })
}

/** The entries of a register as its definition types them, by reference. */
export function readRegister<Id extends RegisterId>(
  file: EngagementFile,
  register: Id,
  ids?: readonly string[],
): EntryOf<(typeof registers)[Id]>[] {
  const schema = registers[register].fields.extend({ id: z.string(), createdAt: z.string() })
  // The schema that has just parsed the row is the one that the type is made from.
  return readEntries(file, register, ids).map(
    ({ fields, ...entry }) => schema.parse({ ...fields, ...entry }) as EntryOf<(typeof registers)[Id]>,
  )
}

/** Whether the day of an entry has passed while something is still to be done. `today` is a calendar day, ISO 8601. */
export function isOverdue(register: RegisterId, fields: Record<string, EntryValue>, today: string): boolean {
  const { due, closedStates } = registers[register]
  const day = due === null ? null : fields[due]
  return typeof day === 'string' && day < today && !closedStates.some((state) => state === fields.state)
}
