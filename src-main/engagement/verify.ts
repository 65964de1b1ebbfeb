import { existsSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { FieldbookError } from '../contract/errors.ts'
import { readHeader } from './inspect.ts'
import { isBusy, takeLock } from './lock.ts'
import { DamagedPages, type PageFile, withPages } from './pages/page-file.ts'
import { readRecord } from './pages/record.ts'
import { PageMap, type Walk, walkFreePages, walkTree } from './pages/tree.ts'
import { schemaDifference } from './schema/difference.ts'
import type { SchemaObject } from './schema/schema-object.ts'

/** Content of attachments: its pieces are read one by one and proven by their hash, and there may be gigabytes of it. */
const contentTable = 'attachmentChunk'

/**
 * Proves that a file is one that this program makes, before SQLite reads anything of it: its schema is, object by object, that of its
 * version, and each of its pages belongs to one place. What a stranger wrote into it is then neither run nor followed in circles, and
 * the file is left byte for byte as it was. Not to be called for a file that this process has open.
 * @throws FieldbookError altered, damaged, or open-elsewhere where another program is writing to it.
 */
export function verifyFile(path: string): void {
  // A write that was cut off is put right by SQLite, which needs nothing of the schema for it; only then are the pages what they should be.
  if (existsSync(`${path}-journal`) || existsSync(`${path}-wal`)) lockOnce(path)
  try {
    readAndVerify(path)
  } catch (error) {
    if (!(error instanceof FieldbookError) || !mayHaveBeenWritten(path)) throw error
    readAndVerify(path)
  }
}

/** Whether to look again: what another program is writing looks damaged for a moment. @throws SqliteError where it still has the file. */
function mayHaveBeenWritten(path: string): boolean {
  // In this mode SQLite would make files beside it; a program that has it open has made them.
  if (isOfWalMode(path)) return false
  try {
    lockOnce(path)
    return true
  } catch (error) {
    if (isBusy(error)) throw error
    return false
  }
}

const isOfWalMode = (path: string) => readHeader(path)[18] === 2

function lockOnce(path: string): void {
  const connection = new SQLite(path, { fileMustExist: true, timeout: 0 })
  try {
    takeLock(connection)
    connection.exec('ROLLBACK')
  } finally {
    connection.close()
  }
}

interface StoredObject extends SchemaObject {
  root: number
}

function readAndVerify(path: string): void {
  try {
    withPages(path, (pages) => verifyPages(path, pages))
  } catch (error) {
    throw error instanceof DamagedPages ? new FieldbookError('damaged', { path }, { cause: error }) : error
  }
}

function verifyPages(path: string, pages: PageFile): void {
  const map = new PageMap(pages.pageCount)
  const version = pages.read(1).readUInt32BE(60)
  const schema = readSchema({ pages, map, followsChains: true })
  const difference = schemaDifference(schema, version)
  if (difference !== null) throw new FieldbookError('altered', { path, difference })
  for (const { type, table, root } of schema) {
    if (type === 'table' || type === 'index') walkTree({ pages, map, followsChains: table !== contentTable }, root, type)
  }
  walkFreePages({ pages, map })
}

/** The table of the schema, which begins on the first page. */
function readSchema(walk: Walk): StoredObject[] {
  const objects: StoredObject[] = []
  const onRow = (row: Buffer) => {
    const [type, name, table, root, sql] = readRecord(row)
    objects.push({
      type: String(type),
      name: String(name),
      table: String(table),
      root: Number(root ?? 0),
      sql: sql === null || sql === undefined ? null : String(sql),
    })
  }
  walkTree({ ...walk, onRow }, 1, 'table')
  return objects
}
