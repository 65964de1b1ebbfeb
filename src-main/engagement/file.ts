import { existsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import SQLite from 'better-sqlite3'
import { v7 as uuid } from 'uuid'
import type { ReadOnlyReason } from '../contract/engagement.ts'
import { FieldbookError } from '../contract/errors.ts'
import { text } from '../language/text.ts'
import { whyNotOpened } from './cannot-open.ts'
import type { Query } from './database.ts'
import { revertChange } from './history/revert.ts'
import { redoStep, type Step, undoEnd, undoStep } from './history/steps.ts'
import { inspectFile, pathError } from './inspect.ts'
import { holdLock, isBusy, takeLock } from './lock.ts'
import { migrate, schemaVersion } from './migrations/index.ts'
import { tryWhile } from './persistence.ts'
import { protectionOf } from './protection.ts'
import { needsWriting, readableCopy, removeCopy } from './readable-copy.ts'
import { LeftOut } from './rows/left-out.ts'
import { requireSound } from './soundness.ts'
import { verifyFile } from './verify.ts'

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

/** What would be written contradicts a rule of the schema, or is no value at all. */
const isBrokenRule = (error: unknown) =>
  error instanceof SQLite.SqliteError && /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG|ERROR)/.test(error.code)

/** Brings SQLite's own words to the closed set of errors. */
export function databaseError(path: string, error: unknown): unknown {
  if (!(error instanceof SQLite.SqliteError)) return error
  if (error.code === 'SQLITE_READONLY_DBMOVED') return new FieldbookError('file-missing', { path }, { cause: error })
  if (error.code === 'SQLITE_FULL') return new FieldbookError('disk-full', { path }, { cause: error })
  if (error.code.startsWith('SQLITE_READONLY')) return new FieldbookError('read-only', { path }, { cause: error })
  if (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB')
    return new FieldbookError('damaged', { path }, { cause: error })
  if (isHeld(error)) return whyNotOpened(path, error) ?? new FieldbookError('file-held', { path }, { cause: error })
  return error
}

/** Settings of every connection to an engagement file, before its lock is taken. */
function configure(connection: SQLite.Database): void {
  if (!connection.readonly) {
    connection.pragma('journal_mode = DELETE')
    connection.pragma('synchronous = EXTRA')
  }
  connection.pragma('foreign_keys = ON')
  // A schema that is not the program's own never gets here; these hold where one is changed while the file is open.
  connection.pragma('trusted_schema = OFF')
  connection.pragma('writable_schema = OFF')
  connection.pragma('cell_size_check = ON')
  // Views of this connection alone (see LeftOut) need no file of their own.
  connection.pragma('temp_store = MEMORY')
}

/** How long SQLite itself waits for a reader of the file, in milliseconds; each new try of a write waits again. */
const patience = 500

/**
 * An open engagement: the only way to its file. Between two writes it holds SQLite's write lock inside an empty transaction, so that a
 * second program is told, and no journal stands beside the file.
 */
export class EngagementFile {
  readonly path: string
  /** Where its content is read: beside `path` only for a file that could not be read where it is. */
  readonly contentPath: string
  /** Why every change is refused; null where none is. */
  readonly readOnly: ReadOnlyReason | null
  readonly #connection: SQLite.Database
  readonly #who: Who
  readonly #statements = new Map<string, SQLite.Statement<unknown[]>>()
  readonly #closing: (() => void)[] = []
  #isWriting = false
  #leftOut: LeftOut | undefined

  private constructor(path: string, connection: SQLite.Database, who: Who, contentPath = path, readOnly: ReadOnlyReason | null = null) {
    this.path = path
    this.contentPath = contentPath
    this.readOnly = readOnly
    this.#connection = connection
    this.#who = who
  }

  /**
   * Opens a file, or says in one FieldbookError why not; a file that cannot be opened is left byte for byte as it was. One that cannot be
   * written where it is opens read-only, with nothing written beside it: what has to be written before it can be read is copied to `copies`.
   */
  static open(path: string, who: Who, copies = tmpdir()): EngagementFile {
    inspectFile(path)
    const reason = protectionOf(path)
    if (reason === null) return EngagementFile.#openToWrite(path, who, requireSound)
    try {
      return needsWriting(path)
        ? EngagementFile.openCopy(path, readableCopy(path, copies), who, reason)
        : EngagementFile.#openToRead(path, path, who, reason)
    } catch (error) {
      throw pathError(path, databaseError(path, error))
    }
  }

  /** Opens a file that was made just now, and whose first rows are still to be written. */
  static openEmpty(path: string, who: Who): EngagementFile {
    inspectFile(path)
    return EngagementFile.#openToWrite(path, who, () => {})
  }

  /** Opens a copy to read, under the path of what it was made of; it is brought to the newest version, and removed when it is closed. */
  static openCopy(path: string, copy: string, who: Who, reason: ReadOnlyReason): EngagementFile {
    try {
      EngagementFile.#openToWrite(copy, who, requireSound).close()
      const file = EngagementFile.#openToRead(path, copy, who, reason)
      file.whenClosed(() => removeCopy(copy))
      return file
    } catch (error) {
      removeCopy(copy)
      // A person knows the file that they asked for, not its copy.
      if (error instanceof FieldbookError && error.details.path === copy)
        throw new FieldbookError(error.code, { ...error.details, path }, { cause: error })
      throw error
    }
  }

  static #openToRead(path: string, contentPath: string, who: Who, reason: ReadOnlyReason): EngagementFile {
    verifyFile(contentPath)
    const connection = new SQLite(contentPath, { readonly: true, fileMustExist: true, timeout: patience })
    try {
      configure(connection)
      // Another program may be in the middle of a write; the file is read once here, so that it is told now.
      requireSound(connection, path)
      return new EngagementFile(path, connection, who, contentPath, reason)
    } catch (error) {
      connection.close()
      if (isBusy(error)) throw new FieldbookError('open-elsewhere', { path }, { cause: error })
      throw error
    }
  }

  static #openToWrite(path: string, who: Who, requireRows: (connection: SQLite.Database, path: string) => void): EngagementFile {
    let connection: SQLite.Database | undefined
    try {
      verifyFile(path)
      connection = new SQLite(path, { fileMustExist: true, timeout: patience })
      configure(connection)
      takeLock(connection)
      connection.pragma(`busy_timeout = ${patience}`)
      requireRows(connection, path)
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

  /** Notes in the history that something was done with the file, such as an export; in one that cannot be written nothing is noted. */
  note(label: string, work: () => void): void {
    if (this.readOnly === null) this.write(label, work, { note: true })
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
        this.#renewLeftOut()
        this.#relock()
      }
    })
  }

  /**
   * Reads every row and leaves those out of all queries that hold what the contract does not know. For when a query failed: a file that
   * only this program wrote has none. Says whether there is any that was not left out before.
   */
  leaveOutUnknown(): boolean {
    if (!this.#connection.open) return false
    const before = this.leftOut.length
    return this.#exclusively('examine', () => {
      if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK')
      this.#leftOut?.lift()
      this.#leftOut ??= new LeftOut(this.#connection)
      this.#leftOut.examine()
      this.#leftOut.apply()
      this.#relock()
      return this.leftOut.length > before
    })
  }

  /** Whether SQLite finds a fault in the structure of the file, as an index that says something else than its table. Reads the whole file. */
  isDamaged(): boolean {
    return this.#connection.open && this.#connection.pragma('integrity_check(1)', { simple: true }) !== 'ok'
  }

  /** Entries that queries leave out, each in a sentence. */
  get leftOut(): readonly string[] {
    return this.#leftOut?.sentences ?? []
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
    return statSync(this.contentPath).size
  }

  close(): void {
    if (!this.#connection.open) return
    if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK')
    this.#connection.close()
    for (const listener of this.#closing.splice(0)) listener()
  }

  #revert(kind: 'undo' | 'redo', step: Step | undefined): string {
    if (!step) throw this.#nothingTo(kind)
    const { label, subject } = step
    try {
      this.#transaction({ label, kind, subject, permanent: 0 }, () => revertChange(this.#connection, step))
    } catch (error) {
      throw isBrokenRule(error)
        ? new FieldbookError('undo-refused', { label, reason: text('engagement:revert.rule') }, { cause: error })
        : error
    }
    return label
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
    if (this.readOnly !== null) throw new FieldbookError('read-only', { path: this.path })
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
      this.#leftOut?.lift()
      const { result, isEmpty } = work()
      this.#connection.exec(isEmpty ? 'ROLLBACK' : 'COMMIT')
      return result
    } catch (error) {
      if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK')
      throw error
    } finally {
      this.#renewLeftOut()
      this.#relock()
    }
  }

  /** What was written may have put an entry right that was left out. */
  #renewLeftOut(): void {
    if (this.leftOut.length === 0) return
    this.#leftOut?.lift()
    this.#leftOut?.examine()
    this.#leftOut?.apply()
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
