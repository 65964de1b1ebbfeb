import { existsSync, statSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { v7 as uuid } from 'uuid'
import { FieldbookError } from '../contract/errors.ts'
import { text } from '../language/text.ts'
import type { Query } from './database.ts'
import { revertChange } from './history/revert.ts'
import { redoStep, type Step, undoEnd, undoStep } from './history/steps.ts'
import { inspectFile, isNameTooLong, nameTooLong, pathError } from './inspect.ts'
import { holdLock, isBusy, takeLock } from './lock.ts'
import { migrate, schemaVersion } from './migrations/index.ts'
import { tryWhile } from './persistence.ts'

export interface WriteOptions {
  /** The change says that something was done (an export, a package): undo passes over it. */
  note?: boolean
  /** Undo stops at this change. */
  permanent?: boolean
}

export type Who = () => string

/** Failures of a write that pass by themselves when another program lets go of the file. */
const isHeld = (error: unknown) =>
  error instanceof SQLite.SqliteError &&
  /^SQLITE_(BUSY|LOCKED|CANTOPEN|IOERR|READONLY_DBMOVED)/.test(error.code) &&
  !/IOERR_(NOMEM|CORRUPTFS)/.test(error.code)

/** Brings SQLite's own words to the closed set of errors. */
export function databaseError(path: string, error: unknown): unknown {
  if (!(error instanceof SQLite.SqliteError)) return error
  if (error.code === 'SQLITE_CANTOPEN' && isNameTooLong(path)) return nameTooLong(path, error)
  if (error.code === 'SQLITE_READONLY_DBMOVED') return new FieldbookError('file-missing', { path }, { cause: error })
  if (error.code === 'SQLITE_FULL') return new FieldbookError('disk-full', { path }, { cause: error })
  if (error.code.startsWith('SQLITE_READONLY')) return new FieldbookError('read-only', { path }, { cause: error })
  if (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB')
    return new FieldbookError('damaged', { path }, { cause: error })
  if (isHeld(error)) return new FieldbookError('file-held', { path }, { cause: error })
  return error
}

/** Settings of every connection to an engagement file, before its lock is taken. */
function configure(connection: SQLite.Database): void {
  connection.pragma('journal_mode = DELETE')
  connection.pragma('synchronous = EXTRA')
  connection.pragma('foreign_keys = ON')
  connection.pragma('trusted_schema = OFF')
  connection.pragma('cell_size_check = ON')
}

/** How long SQLite itself waits for a reader of the file, in milliseconds; each new try of a write waits again. */
const patience = 500

/**
 * An open engagement: the only way to its file. Between two writes it holds SQLite's write lock inside an empty transaction, so that a
 * second program is told, and no journal stands beside the file.
 */
export class EngagementFile {
  readonly path: string
  readonly #connection: SQLite.Database
  readonly #who: Who
  readonly #statements = new Map<string, SQLite.Statement<unknown[]>>()
  readonly #closing: (() => void)[] = []
  #isWriting = false

  private constructor(path: string, connection: SQLite.Database, who: Who) {
    this.path = path
    this.#connection = connection
    this.#who = who
  }

  /** Opens a file, or says in one FieldbookError why not; a file that cannot be opened is left byte for byte as it was. */
  static open(path: string, who: Who): EngagementFile {
    inspectFile(path)
    let connection: SQLite.Database | undefined
    try {
      connection = new SQLite(path, { fileMustExist: true, timeout: patience })
      configure(connection)
      takeLock(connection)
      connection.pragma(`busy_timeout = ${patience}`)
      migrate(connection)
      // A program that was killed may have left a journal that SQLite has no use for; any write takes it away.
      if (existsSync(`${path}-journal`)) connection.pragma(`user_version = ${schemaVersion}`)
      const file = new EngagementFile(path, connection, who)
      file.#commit()
      return file
    } catch (error) {
      connection?.close()
      if (isBusy(error)) throw new FieldbookError('open-elsewhere', { path }, { cause: error })
      throw error instanceof SQLite.SqliteError ? databaseError(path, error) : pathError(path, error)
    }
  }

  /** All rows of a query. */
  all<Row>(query: Query<Row>): Row[] {
    const { sql, parameters } = query.compile()
    const statement = this.#statement(sql)
    if (!statement.readonly) throw new Error(`not a query: ${sql}`)
    // The tables are STRICT, so the rows are what the schema's types say of the query that was compiled from them.
    return statement.all(...parameters) as Row[]
  }

  /** The first row, or undefined. */
  first<Row>(query: Query<Row>): Row | undefined {
    return this.all(query)[0]
  }

  /** The only row; fails with not-found where there is none. */
  one<Row>(query: Query<Row>, what: string): Row {
    const row = this.first(query)
    if (row === undefined) throw new FieldbookError('not-found', { what })
    return row
  }

  /**
   * Runs `work` as one transaction and one change of the history. When it returns, the change is on the disk; when it throws, nothing
   * was written. A change that changed no field leaves no trace. `work` may run again if another program held the file: it writes
   * through this file and nothing else.
   */
  write<Result>(label: string, work: () => Result, options: WriteOptions = {}): Result {
    return this.#transaction({ label, kind: options.note ? 'note' : 'edit', subject: null, permanent: options.permanent ? 1 : 0 }, work)
  }

  /**
   * Runs `work` as one transaction beside the history, with the same patience and the same promise as write(): for the content of
   * attachments, which is named by its hash, never changes and is no change of the engagement. A row whose table has history is refused.
   */
  writeContent<Result>(work: () => Result): Result {
    return this.#exclusively('content', () =>
      this.#attempt(() => {
        const before = this.#newestEntry()
        const result = work()
        if (this.#newestEntry() !== before) throw new Error('a change of the engagement has to be history: it belongs in write()')
        return { result, isEmpty: false }
      }),
    )
  }

  /** Gives the space of removed content back to the disk. Nothing else can be done with the file meanwhile. */
  compact(): void {
    this.#exclusively('compact', () => {
      if (this.#connection.inTransaction) this.#connection.exec('COMMIT')
      try {
        this.#connection.exec('VACUUM')
      } finally {
        this.#relock()
      }
    })
  }

  /** Runs when the file is closed. */
  whenClosed(listener: () => void): void {
    this.#closing.push(listener)
  }

  /** Runs an INSERT, UPDATE or DELETE inside write(), and says how many rows it touched. */
  run(query: Query<unknown>): number {
    const { sql, parameters } = query.compile()
    return this.#writer(sql).run(...parameters).changes
  }

  /** Runs the same INSERT or UPDATE for each row's parameters with one prepared statement. */
  runEach(query: Query<unknown>, rows: Iterable<readonly unknown[]>): void {
    const statement = this.#writer(query.compile().sql)
    for (const row of rows) statement.run(...row)
  }

  undoStep(): Step | undefined {
    return undoStep(this.#connection)
  }

  /** Label of what keeps undo from going further back, where nothing is left to take back before that. */
  undoEnd(): string | undefined {
    return undoEnd(this.#connection)
  }

  redoStep(): Step | undefined {
    return redoStep(this.#connection)
  }

  /**
   * Takes back the newest edit and says its label. Where `expected` names an edit, that one alone is taken back.
   * @throws FieldbookError not-the-last-step where another edit is the newest, or `expected` was taken back already
   */
  undo(expected?: string): string {
    const step = this.undoStep()
    if (expected !== undefined && step?.uid !== expected) throw new FieldbookError('not-the-last-step')
    return this.#revert('undo', step)
  }

  /** Does again what was taken back last and says its label. */
  redo(): string {
    return this.#revert('redo', this.redoStep())
  }

  /** Bytes on the disk. */
  get size(): number {
    return statSync(this.path).size
  }

  close(): void {
    if (!this.#connection.open) return
    if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK')
    this.#connection.close()
    for (const listener of this.#closing.splice(0)) listener()
  }

  #revert(kind: 'undo' | 'redo', step: Step | undefined): string {
    if (!step) throw this.#nothingTo(kind)
    this.#transaction({ label: step.label, kind, subject: step.subject, permanent: 0 }, () => revertChange(this.#connection, step.changeId))
    return step.label
  }

  #nothingTo(kind: 'undo' | 'redo'): FieldbookError {
    if (kind === 'redo') return new FieldbookError('nothing-to-redo')
    const label = this.undoEnd()
    return new FieldbookError('nothing-to-undo', label === undefined ? {} : { end: ` ${text('engagement:undoEnds', { label })}` })
  }

  #transaction<Result>(change: { label: string; kind: string; subject: number | null; permanent: number }, work: () => Result): Result {
    return this.#exclusively(change.label, () =>
      this.#attempt(() => {
        const inserted = this.#statement(
          'INSERT INTO change (uid, at, who, label, kind, subject, permanent) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ).run(uuid(), new Date().toISOString(), this.#who(), change.label, change.kind, change.subject, change.permanent)
        const result = work()
        const isEmpty = this.#statement('SELECT 1 FROM changeField WHERE changeId = ? LIMIT 1').get(inserted.lastInsertRowid) === undefined
        return { result, isEmpty }
      }),
    )
  }

  /** One write at a time, tried again while another program holds the file. */
  #exclusively<Result>(what: string, attempt: () => Result): Result {
    if (this.#isWriting) throw new Error(`a write inside a write: ${what}`)
    this.#isWriting = true
    try {
      return tryWhile(isHeld, attempt)
    } catch (error) {
      throw databaseError(this.path, error)
    } finally {
      this.#isWriting = false
    }
  }

  #attempt<Result>(work: () => { result: Result; isEmpty: boolean }): Result {
    holdLock(this.#connection)
    try {
      const { result, isEmpty } = work()
      this.#connection.exec(isEmpty ? 'ROLLBACK' : 'COMMIT')
      return result
    } catch (error) {
      if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK')
      throw error
    } finally {
      this.#relock()
    }
  }

  #newestEntry(): unknown {
    return this.#statement('SELECT max(id) AS id FROM changeField').pluck().get()
  }

  #commit(): void {
    this.#connection.exec('COMMIT')
    this.#relock()
  }

  /** A lock that cannot be had this instant is taken by the next write instead; that write then says so if it fails. */
  #relock(): void {
    try {
      holdLock(this.#connection)
    } catch (error) {
      if (!isHeld(error)) throw error
    }
  }

  /** Outside write() a row would belong to no change, and be saved with the next one or not at all. */
  #writer(sql: string): SQLite.Statement<unknown[]> {
    if (!this.#isWriting) throw new Error(`outside of a write: ${sql}`)
    return this.#statement(sql)
  }

  #statement(sql: string): SQLite.Statement<unknown[]> {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#connection.prepare<unknown[]>(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}
