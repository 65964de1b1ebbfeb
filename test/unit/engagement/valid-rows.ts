import type { EngagementFile } from '../../../src-main/engagement/file.ts'
import { type AnyRow, column, rows, sql } from './engagement-folder.ts'

/** Tables of the history itself, of the file's origin, and of content that is named by its hash. */
export const untracked = ['change', 'changeField', 'lineage', 'attachment', 'attachmentChunk']

export interface Table {
  name: string
  columns: Column[]
  /** Triggers keep its rows from ever changing. */
  frozen: boolean
}

export interface Column {
  name: string
  nullable: boolean
  /** Values that the schema takes, each different from the one before it. */
  values: (string | number)[]
  /** No two rows have the same. */
  unique: boolean
  /** The table that it refers to. */
  parent: string | undefined
}

const texts = ['a', 'A', 'a ', '', 'line\nbreak "quoted" \\ \'single\'', 'Zürich €😀', '1', '1.0', 'nul\0inside']
const integers = [0, 1, -1, 2 ** 40]
const reals = [0.5, 2, 0.1 + 0.2, 1 / 3, 1e300, -5e-324]
const json = ['[]', '["a"]', '{"b": 1.50}']

/** Reads every tracked table from the file itself, with values that each column's type and CHECK let in. */
export function readTables(file: EngagementFile): Table[] {
  const names = column(file, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").map(String)
  return names
    .filter((name) => !untracked.includes(name))
    .map((name) => ({
      name,
      columns: readColumns(file, name),
      frozen: column(file, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", name).some((trigger) =>
        /BEFORE UPDATE .* RAISE/s.test(String(trigger)),
      ),
    }))
}

function readColumns(file: EngagementFile, table: string): Column[] {
  const definition = String(column(file, 'SELECT sql FROM sqlite_schema WHERE name = ?', table)[0])
  const parents = new Map(
    rows(file, 'SELECT "from" AS child, "table" AS parent FROM pragma_foreign_key_list(?)', table).map(({ child, parent }) => [
      child,
      String(parent),
    ]),
  )
  return rows(file, `SELECT name, type, "notnull" AS required FROM pragma_table_info(?) WHERE name <> 'id' ORDER BY cid`, table).map(
    ({ name, type, required }) => ({
      name: String(name),
      nullable: required === 0,
      values: valuesOf(String(name), String(type), definition),
      unique: new RegExp(`\\b${name} TEXT [^,]*\\bUNIQUE`).test(definition),
      parent: parents.get(name ?? ''),
    }),
  )
}

function valuesOf(name: string, type: string, definition: string): (string | number)[] {
  const choices = new RegExp(`CHECK \\(${name} IN \\(([^)]*)\\)`).exec(definition)?.[1]
  if (choices !== undefined) return [...choices.matchAll(/'([^']*)'/g)].map(([, choice]) => choice ?? '')
  const [, least, most] = new RegExp(`CHECK \\(${name} BETWEEN (\\d+) AND (\\d+)`).exec(definition) ?? []
  if (least !== undefined && most !== undefined) return [Number(least), Number(most)]
  if (definition.includes(`json_valid(${name})`)) return json
  if (type === 'TEXT') return texts
  if (type === 'INTEGER') return integers
  if (type === 'REAL') return reals
  throw new Error(`no values known for ${name} ${type}`)
}

/** A row with every column filled, and the rows that it refers to. Call inside write(). Says its values. */
export function addRow(file: EngagementFile, tables: readonly Table[], table: Table, id: string): AnyRow {
  const row: AnyRow = { id }
  for (const { name, values, unique, parent } of table.columns) {
    const parentTable = tables.find((candidate) => candidate.name === parent)
    if (parentTable) addRow(file, tables, parentTable, `${id}-${name}`)
    row[name] = parentTable || unique ? `${id}-${name}` : (values.at(-1) ?? null)
  }
  const names = Object.keys(row)
  const marks = names.map(() => '?').join(', ')
  file.run(sql(`INSERT INTO "${table.name}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${marks})`, ...Object.values(row)))
  return row
}
