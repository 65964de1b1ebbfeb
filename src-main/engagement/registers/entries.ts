import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { FieldbookError } from '../../contract/errors.ts'
import { type EntryValue, type LinkTarget, type RegisterId, registers } from '../../contract/registers/index.ts'
import { text } from '../../language/text.ts'
import { database, type Query } from '../database.ts'
import type { EngagementFile } from '../file.ts'
import { removeLinksTo } from '../links.ts'
import { listed } from '../lists.ts'
import { insertLinks } from './links.ts'
import { removeParts } from './parts.ts'
import { readEntries, tableOf, toColumn } from './read.ts'

type Fields = Record<string, EntryValue>

const titleOf = (register: RegisterId) => text(`register-${register}:title`)

/** Checks fields with the register's own schema. @throws FieldbookError invalid-input that names the field. */
function checked(register: RegisterId, fields: Fields): Fields {
  const schema = registers[register].fields.partial().strict()
  const result = schema.safeParse(fields)
  if (result.success) return fields
  const [issue] = result.error.issues
  throw new FieldbookError('invalid-input', { reason: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() })
}

const statement = (built: ReturnType<typeof sql>): Query<unknown> => ({ compile: () => built.compile(database) })

/** The next free reference, such as NC-004. */
function nextReferences(file: EngagementFile, register: RegisterId, count: number): string[] {
  const { prefix } = registers[register]
  const highest = sql<{ number: number | null }>`SELECT max(CAST(substr(reference, ${prefix.length + 2}) AS INTEGER)) AS number
    FROM ${sql.table(tableOf(register))} WHERE reference GLOB ${`${prefix}-[0-9]*`}`
  const first = (file.first<{ number: number | null }>({ compile: () => highest.compile(database) })?.number ?? 0) + 1
  return Array.from({ length: count }, (_, index) => `${prefix}-${String(first + index).padStart(3, '0')}`)
}

/** One entry; fails with not-found where the register has none of this id. */
export function readEntry(file: EngagementFile, register: RegisterId, id: string) {
  const [entry] = readEntries(file, register, [id])
  if (!entry) throw new FieldbookError('not-found', { what: id })
  return entry
}

function insert(file: EngagementFile, register: RegisterId, rows: readonly (Fields & { id: string })[], now: Date): void {
  for (const { id, ...fields } of rows) {
    const names = Object.keys(fields)
    const values = names.map((name) => toColumn(register, name, fields[name] ?? null))
    file.run(
      statement(
        sql`INSERT INTO ${sql.table(tableOf(register))} (id, "createdAt", ${sql.join(names.map((name) => sql.ref(name)))})
            VALUES (${id}, ${now.toISOString()}, ${sql.join(values)})`,
      ),
    )
  }
}

export interface NewEntry {
  fields: Fields
  links?: readonly LinkTarget[]
}

interface Named {
  id: string
  reference: string
  title: string
}

/** Writes new entries with the next free references and their links, and says how they are called. Call inside write(). */
export function insertEntries(file: EngagementFile, register: RegisterId, entries: readonly NewEntry[], now: Date): Named[] {
  const references = nextReferences(file, register, entries.length)
  const rows = entries.map(({ fields }, index) => {
    const title = typeof fields.title === 'string' ? fields.title.trim() : ''
    return {
      ...checked(register, fields),
      title: title || text(`register-${register}:newTitle`),
      reference: typeof fields.reference === 'string' ? fields.reference : (references[index] ?? ''),
      id: uuid(),
    }
  })
  insert(file, register, rows, now)
  const links = rows.flatMap(({ id }, index) => (entries[index]?.links ?? []).map((target) => ({ recordId: id, target })))
  insertLinks(file, register, links)
  return rows
}

/** Adds entries with the next free references, as one change. Says their ids. */
export function addEntries(file: EngagementFile, register: RegisterId, entries: readonly NewEntry[], now: Date): string[] {
  const [first] = entries
  const label =
    entries.length === 1
      ? text('registers:history.added', { title: String(first?.fields.title ?? text(`register-${register}:newTitle`)) })
      : text('registers:history.addedMany', { count: entries.length, register: titleOf(register) })
  return file.write(label, () => insertEntries(file, register, entries, now)).map(({ id }) => id)
}

/** Changes fields of one entry. */
export function changeEntry(file: EngagementFile, register: RegisterId, id: string, fields: Fields): void {
  const { reference } = readEntry(file, register, id).fields
  if (Object.keys(fields).length === 0) return
  file.write(text('registers:history.changed', { reference: String(reference) }), () =>
    writeFields(file, register, [id], checked(register, fields)),
  )
}

/** Gives these entries the same values, as one change. Says how many there are. */
export function changeEntries(file: EngagementFile, register: RegisterId, ids: readonly string[], fields: Fields): number {
  if (Object.keys(fields).length === 0) return 0
  return file.write(text('registers:history.changedMany', { count: ids.length, register: titleOf(register) }), () => {
    const changed = writeFields(file, register, ids, checked(register, fields))
    if (changed !== new Set(ids).size) throw new FieldbookError('not-found', { what: titleOf(register) })
    return changed
  })
}

function writeFields(file: EngagementFile, register: RegisterId, ids: readonly string[], fields: Fields): number {
  const columns = Object.entries(fields).map(([name, value]) => sql`${sql.ref(name)} = ${toColumn(register, name, value)}`)
  return file.run(statement(sql`UPDATE ${sql.table(tableOf(register))} SET ${sql.join(columns)} WHERE id IN ${listed(ids)}`))
}

/** Takes entries out of a register with what hangs on them and their links, as one change. */
export function removeEntries(file: EngagementFile, register: RegisterId, ids: readonly string[]): void {
  file.write(text('registers:history.removed', { count: ids.length, register: titleOf(register) }), () => {
    removeParts(file, register, ids)
    removeLinksTo(file, register, listed(ids))
    file.run(database.deleteFrom('recordLink').where('recordId', 'in', listed(ids)))
    file.run(statement(sql`DELETE FROM ${sql.table(tableOf(register))} WHERE id IN ${listed(ids)}`))
  })
}
