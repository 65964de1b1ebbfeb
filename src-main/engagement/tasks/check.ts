import SQLite from 'better-sqlite3'
import { FieldbookError } from '../../contract/errors.ts'
import { text } from '../../language/text.ts'
import type { Progress } from '../../task/task.ts'
import { databaseError } from '../file.ts'
import { schemaVersion } from '../migrations/index.ts'
import { checkRow, deceivingName, rowsOf } from '../rows/check.ts'
import { relationProblems } from '../rows/relations.ts'
import { rowSchemas, type TableName } from '../rows/schemas.ts'
import { schemaDifference } from '../schema/difference.ts'
import type { SchemaObject } from '../schema/schema-object.ts'
import { engagementProblem, historyProblem } from '../soundness.ts'
import { checkAttachments } from './attachment.ts'

declare module '../../task/task.ts' {
  interface TaskTypes {
    'engagement.check': typeof checkFile
  }
}

export interface CheckResult {
  /** What the file was made without, or has lost: it must not be handed on. */
  damage: string[]
  /** Entries with values that the program does not know; the rest of the file can be worked with. */
  values: string[]
  tables: number
  rows: number
}

/**
 * Reads a whole file and says what is wrong with it: its schema, its structure, its references, its history, attachments that changed, and
 * every row by the contract's own schemas. What lies deeper is read only where what it rests on is sound.
 */
export async function checkFile(input: { path: string }, progress: Progress): Promise<CheckResult> {
  const connection = new SQLite(input.path, { readonly: true, timeout: 5000 })
  try {
    connection.pragma('trusted_schema = OFF')
    connection.pragma('cell_size_check = ON')
    connection.pragma('query_only = ON')
    const tables = tablesOf(connection)
    const damage = schemaProblems(connection) ?? structureProblems(connection, progress)
    if (damage.length > 0) return { damage, values: [], tables: tables.length, rows: 0 }
    const broken = brokenRows(connection, progress)
    const { problems, rows } = checkRows(connection, tables, progress)
    // The first versions had no attachments.
    const attachments = tables.includes('attachment') ? damagedAttachments(connection, progress) : []
    return { damage: [...broken, ...attachments], values: problems, tables: tables.length, rows }
  } catch (error) {
    throw databaseError(input.path, error)
  } finally {
    connection.close()
  }
}

const damagedAttachments = (connection: SQLite.Database, { report, signal }: Progress) =>
  checkAttachments(connection, (share) => report(0.6 + share * 0.4, text('engagement:checkingAttachments')), signal).map(
    ({ problem, names, sha256 }) => text(`engagement:attachment.${problem}`, { name: names || sha256 }),
  )

const tablesOf = (connection: SQLite.Database) =>
  connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all()

/** A schema of a stranger's is not read any further: it could hold anything. */
function schemaProblems(connection: SQLite.Database): string[] | null {
  const schema = connection.prepare<[], SchemaObject>('SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema').all()
  const difference = schemaDifference(schema, versionOf(connection))
  return difference === null ? null : [text('engagement:isAltered', { difference })]
}

const versionOf = (connection: SQLite.Database) => Number(connection.pragma('user_version', { simple: true }))

function structureProblems(connection: SQLite.Database, progress: Progress): string[] {
  progress.report(0.1, text('engagement:checkingStructure'))
  const lines = connection.prepare<[], string>('PRAGMA integrity_check').pluck().all()
  return lines.filter((line) => line !== 'ok')
}

/** What is wrong with rows, whatever the contract says of them. */
function brokenRows(connection: SQLite.Database, progress: Progress): string[] {
  progress.report(0.3, text('engagement:checkingReferences'))
  const references = connection.prepare<[], { table: string; rowid: number; parent: string }>('PRAGMA foreign_key_check').all()
  const unsound = [engagementProblem(connection), historyProblem(connection)].filter((problem) => problem !== null)
  const orphans =
    connection.prepare<[], number>('SELECT count(*) FROM changeField WHERE changeId NOT IN (SELECT id FROM change)').pluck().get() ?? 0
  return [
    ...references.map(({ table, parent, rowid }) => text('engagement:brokenReference', { table, parent, row: rowid })),
    ...unsound.map((problem) => text('engagement:isUnsound', { problem })),
    ...(orphans === 0 ? [] : [text('engagement:orphanedHistory', { count: orphans })]),
  ]
}

/** As many sentences as a person reads; beyond them a number says the rest. */
const mostNamed = 100

/** Rows between two reports of the progress, and two questions whether to stop. */
const rowsAtOnce = 10_000

function checkRows(connection: SQLite.Database, tables: readonly string[], progress: Progress): { problems: string[]; rows: number } {
  const problems: string[] = []
  let [found, rows] = [0, 0]
  const note = (sentence: string | null | undefined) => {
    if (sentence === null || sentence === undefined) return
    found += 1
    if (found <= mostNamed) problems.push(sentence)
  }
  const isOlder = versionOf(connection) < schemaVersion
  for (const table of tables.filter(isKnown)) {
    const schema = isOlder ? rowSchemas[table].partial() : rowSchemas[table]
    for (const row of rowsOf(connection, table)) {
      rows += 1
      if (rows % rowsAtOnce === 0) watch(progress, rows)
      note(checkRow(table, row, schema)?.sentence ?? deceivingName(table, row))
    }
  }
  for (const sentence of relationProblems(connection, new Set(tables))) note(sentence)
  return { problems: found > mostNamed ? [...problems, text('records:more', { count: found - mostNamed })] : problems, rows }
}

const isKnown = (table: string): table is TableName => Object.hasOwn(rowSchemas, table)

/** How many rows there are is not known before; the share only has to grow. */
function watch(progress: Progress, rows: number): void {
  if (progress.signal.aborted) throw new FieldbookError('cancelled')
  progress.report(0.4 + 0.2 * (rows / (rows + 100_000)), text('engagement:checkingEntries'))
}
