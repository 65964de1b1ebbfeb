import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import { text } from '../../language/text.ts'
import { shortVisible } from '../../language/visible.ts'
import { rowSchemas, type TableName } from './schemas.ts'

export type Row = Record<string, unknown>

/** A row that holds something that the contract does not know, and what, in a sentence. */
export interface RowProblem {
  table: TableName
  /** Its id; undefined where its table names rows in another way. */
  id: string | undefined
  sentence: string
}

/** Content of attachments is proven by its hash, and is not read here. */
const columnsOf = (table: TableName) => (table === 'attachmentChunk' ? 'sha256, number' : '*')

/** The rows of a table one by one, so that memory stays flat however many there are. */
export const rowsOf = (connection: Database, table: TableName): IterableIterator<Row> =>
  connection.prepare<[], Row>(`SELECT ${columnsOf(table)} FROM "${table}"`).iterate()

/** What is wrong with a row by the contract's own schema: its first fault, or null. A row of an older version may lack columns. */
export function checkRow(table: TableName, row: Row, schema: z.ZodType = rowSchemas[table]): RowProblem | null {
  const parsed = schema.safeParse(row)
  if (parsed.success) return null
  const column = String(parsed.error.issues[0]?.path[0] ?? 'id')
  const id = typeof row.id === 'string' ? row.id : undefined
  return { table, id, sentence: sentenceOf('unknownValue', table, row, column) }
}

/** Names by which people tell one entry from another. */
const nameColumns = ['reference', 'name', 'title', 'client', 'label', 'code'] as const

/** Signs that a name does not need, and that make it read as another: the null sign, and those that turn the direction around. */
const deceiving = /[\0\u202a-\u202e\u2066-\u2069]/u

/** A name that does not read as it is stored. It is shown all the same: nothing is wrong with the entry but its name. */
export function deceivingName(table: TableName, row: Row): string | null {
  const column = nameColumns.find((each) => typeof row[each] === 'string' && deceiving.test(row[each]))
  return column === undefined ? null : sentenceOf('deceivingName', table, row, column)
}

const sentenceOf = (key: 'unknownValue' | 'deceivingName', table: TableName, row: Row, column: string) =>
  text(`records:${key}`, {
    table: text(`records:tables.${table}`),
    name: nameOf(row),
    field: column.replace(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`),
    value: shownValue(row[column]),
  })

function nameOf(row: Row): string {
  const names = nameColumns.flatMap((column) => (typeof row[column] === 'string' && row[column] !== '' ? [shortVisible(row[column])] : []))
  const ids = ['id', 'fileId', 'sha256'].flatMap((column) => (column in row ? [shortVisible(String(row[column]))] : []))
  return names.slice(0, 2).join(' ') || (ids[0] ?? '')
}

const shownValue = (value: unknown) => (value === null ? text('records:nothing') : shortVisible(String(value)))
