import type { Database } from 'better-sqlite3'
import { text } from '../../language/text.ts'
import { circularAmong } from '../circles.ts'
import { checkRow, type Row } from './check.ts'
import { rowSchemas, type TableName } from './schemas.ts'

/** The engagement's own row has to be sound for the file to open at all; content is proven by its hash. */
const always: ReadonlySet<string> = new Set<TableName>(['engagement', 'attachment', 'attachmentChunk'])
const tables = Object.keys(rowSchemas).filter((table): table is TableName => !always.has(table))

interface Reference {
  table: TableName
  column: string
  parent: TableName
  parentColumn: string
}

/**
 * Rows that the program cannot show, because they hold what the contract does not know, as in a file that something else has written to.
 * Queries see the rest: for each table with such rows, a view of this connection alone stands before the table. A write sees every row,
 * so that what is wrong can be put right; between apply() and lift() nothing of this is in the file.
 */
export class LeftOut {
  readonly #connection: Database
  readonly #rows = new Map<TableName, Set<number>>()
  #sentences: string[] = []

  constructor(connection: Database) {
    this.#connection = connection
  }

  /** What is left out, each entry in a sentence. */
  get sentences(): readonly string[] {
    return this.#sentences
  }

  /** Reads every row anew. Call outside of a transaction, and while the views are lifted. */
  examine(): void {
    this.#rows.clear()
    this.#sentences = []
    for (const table of tables) this.#examineTable(table)
    this.#examineCircles()
    this.#examineReferences()
    this.#takeDependents()
  }

  /** Puts the views before the tables. Call outside of a transaction: they would go with it. */
  apply(): void {
    for (const [table, rows] of this.#rows) {
      // A view has no row number of its own, and queries sort by it.
      this.#connection.exec(
        `CREATE TEMP VIEW "${table}" AS SELECT *, rowid AS rowid FROM main."${table}" WHERE rowid NOT IN (${[...rows].join(', ')})`,
      )
    }
  }

  /** Takes the views away. */
  lift(): void {
    for (const table of this.#rows.keys()) this.#connection.exec(`DROP VIEW IF EXISTS temp."${table}"`)
  }

  #examineTable(table: TableName): void {
    const rows = this.#connection.prepare<[], Row>(`SELECT *, rowid AS "row number" FROM main."${table}"`)
    for (const { 'row number': number, ...row } of rows.iterate()) {
      const problem = checkRow(table, row)
      if (problem) this.#add(table, Number(number), problem.sentence)
    }
  }

  #examineCircles(): void {
    const all = this.#connection
      .prepare<[], { number: number; taskId: string; afterId: string }>(
        'SELECT rowid AS number, taskId, afterId FROM main.roadmapDependency',
      )
      .all()
    for (const { number, taskId } of circularAmong(all)) this.#add('roadmapDependency', number, text('records:circle', { name: taskId }))
  }

  #examineReferences(): void {
    const broken = this.#connection
      .prepare<[], { table: TableName; rowid: number; parent: string }>('PRAGMA main.foreign_key_check')
      .all()
      .filter(({ table }) => !always.has(table))
    for (const { table, rowid, parent } of broken)
      this.#add(table, rowid, text('engagement:brokenReference', { table, parent, row: rowid }))
  }

  /** Rows that refer to what is left out cannot be shown either. */
  #takeDependents(): void {
    const references = this.#references()
    for (let isChanged = true; isChanged; ) {
      isChanged = false
      for (const reference of references) if (this.#takeChildren(reference)) isChanged = true
    }
  }

  #takeChildren({ table, column, parent, parentColumn }: Reference): boolean {
    const hidden = [...(this.#rows.get(parent) ?? [])].join(', ')
    const orphans = this.#connection
      .prepare<[], number>(
        `SELECT rowid FROM main."${table}" WHERE "${column}" IS NOT NULL
           AND "${column}" NOT IN (SELECT "${parentColumn}" FROM main."${parent}" WHERE rowid NOT IN (${hidden}))`,
      )
      .pluck()
      .all()
    const added = orphans.filter((number) => !this.#rows.get(table)?.has(number))
    for (const number of added) this.#add(table, number)
    return added.length > 0
  }

  #references(): Reference[] {
    const ofTable = this.#connection.prepare<[string], Omit<Reference, 'table'>>(
      'SELECT "from" AS "column", "table" AS parent, coalesce("to", \'id\') AS parentColumn FROM pragma_foreign_key_list(?, \'main\')',
    )
    return tables.flatMap((table) => ofTable.all(table).map((reference) => ({ table, ...reference })))
  }

  #add(table: TableName, number: number, sentence?: string): void {
    this.#rows.set(table, (this.#rows.get(table) ?? new Set()).add(number))
    if (sentence !== undefined) this.#sentences.push(sentence)
  }
}
