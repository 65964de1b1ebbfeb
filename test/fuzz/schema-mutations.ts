import type { Database } from 'better-sqlite3'
import { columnsOf, type Mutation, tablesOf, withDatabase } from './mutation.ts'
import type { Random } from './random.ts'

type Work = (connection: Database, random: Random) => void

const ofSchema = (name: string, work: Work): Mutation => ({
  name,
  kind: 'schema',
  expects: 'refused',
  apply: (path, random) => withDatabase(path, (connection) => work(connection, random)),
})

const endless = '(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n)'

/** Writes into the schema itself, past what SQLite lets a statement change. */
function rewrite(connection: Database, sql: string, ...parameters: unknown[]): void {
  connection.pragma('writable_schema = ON')
  const { changes } = connection.prepare(sql).run(...parameters)
  if (changes === 0) throw new Error(`nothing was rewritten: ${sql}`)
  connection.pragma('writable_schema = OFF')
}

const replaceIn = (connection: Database, type: string, name: string, from: string, to: string) =>
  rewrite(
    connection,
    'UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE type = ? AND name = ? AND instr(sql, ?) > 0',
    from,
    to,
    type,
    name,
    from,
  )

const named = (connection: Database, type: string): string[] =>
  connection
    .prepare<[string], string>("SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all(type)

/** A view that never ends, or one that is empty, in the place of a table. */
function replaceByView(connection: Database, table: string, body: string): void {
  connection.exec(`ALTER TABLE "${table}" RENAME TO "${table}Old"`)
  connection.exec(`CREATE VIEW "${table}" AS ${body}`)
}

const viewed = ['engagement', 'aiSystem', 'attachment', 'change', 'lineage', 'judgement']

export const schemaMutations: readonly Mutation[] = [
  ofSchema('a trigger is missing', (c, random) => c.exec(`DROP TRIGGER "${random.pick(named(c, 'trigger'))}"`)),
  ofSchema('the guards of the history are missing', (c) =>
    c.exec('DROP TRIGGER changeStaysUpdate; DROP TRIGGER changeStaysDelete; DROP TRIGGER changeFieldStaysUpdate'),
  ),
  ofSchema('a trigger does nothing', (c, random) => {
    const name = random.pick(named(c, 'trigger').filter((each) => each.includes('History')))
    const table = c.prepare<[string], string>('SELECT tbl_name FROM sqlite_schema WHERE name = ?').pluck().get(name)
    c.exec(`DROP TRIGGER "${name}"; CREATE TRIGGER "${name}" AFTER INSERT ON "${table}" BEGIN SELECT 1; END`)
  }),
  ofSchema('a trigger writes somewhere else', (c, random) => {
    const table = random.pick(tablesOf(c))
    c.exec(`CREATE TRIGGER extra AFTER INSERT ON "${table}" BEGIN UPDATE engagement SET client = 'Eve'; END`)
  }),
  ofSchema('a trigger removes other rows', (c) => c.exec('CREATE TRIGGER extra AFTER INSERT ON change BEGIN DELETE FROM judgement; END')),
  ofSchema('a trigger that never ends', (c) => c.exec(`CREATE TRIGGER extra AFTER INSERT ON change BEGIN SELECT ${endless}; END`)),
  ofSchema('a table is missing', (c, random) => {
    c.exec(`DROP TABLE "${random.pick(tablesOf(c))}"`)
  }),
  ofSchema('the attachments are missing', (c) => c.exec('DROP TABLE attachment')),
  ofSchema('an index is missing', (c, random) => c.exec(`DROP INDEX "${random.pick(named(c, 'index'))}"`)),
  ofSchema('an index of another kind', (c) => c.exec('DROP INDEX aiSystemByName; CREATE INDEX aiSystemByName ON aiSystem(purpose)')),
  ofSchema('an index of an expression', (c) => c.exec('CREATE INDEX extra ON aiSystem(hex(name))')),
  ofSchema('a column is added', (c, random) => c.exec(`ALTER TABLE "${random.pick(tablesOf(c))}" ADD COLUMN extra TEXT`)),
  ofSchema('a generated column is added', (c) => c.exec('ALTER TABLE aiSystem ADD COLUMN extra TEXT GENERATED ALWAYS AS (hex(name))')),
  ofSchema('a column is renamed', (c) => c.exec('ALTER TABLE aiSystem RENAME COLUMN purpose TO reason')),
  ofSchema('a column is of another type', (c, random) => {
    const table = random.pick(tablesOf(c).filter((each) => columnsOf(c, each).some(({ type }) => type === 'TEXT')))
    replaceIn(c, 'table', table, ' TEXT', ' INTEGER')
  }),
  ofSchema('a check is missing', (c) => replaceIn(c, 'table', 'judgement', 'CHECK (maturity BETWEEN 0 AND 5)', '')),
  ofSchema('a check of another kind', (c) => replaceIn(c, 'table', 'risk', "'avoid'", "'escape'")),
  ofSchema('a default of another kind', (c) => replaceIn(c, 'table', 'judgement', "DEFAULT 'not-assessed'", "DEFAULT 'conforms'")),
  ofSchema('a default that is computed', (c) =>
    replaceIn(c, 'table', 'savedView', 'name TEXT NOT NULL', 'name TEXT NOT NULL DEFAULT (hex(randomblob(9)))'),
  ),
  ofSchema('a table that is not strict', (c, random) => replaceIn(c, 'table', random.pick(tablesOf(c)), ') STRICT', ')')),
  ofSchema('a table that is another', (c) => c.exec('DROP TABLE setting; CREATE TABLE setting (id TEXT PRIMARY KEY, value)')),
  ofSchema('a table is added', (c) => c.exec('CREATE TABLE extra (id INTEGER)')),
  ofSchema('a table whose name is SQL', (c) => c.exec(`CREATE TABLE "x"" UNION ALL SELECT ${endless} --" (id INTEGER)`)),
  ofSchema('600 tables are added', (c) => {
    for (let number = 0; number < 600; number += 1) c.exec(`CREATE TABLE extra${number} (id INTEGER)`)
  }),
  ofSchema('a view is added', (c) => c.exec('CREATE VIEW extra AS SELECT * FROM aiSystem')),
  ofSchema('a view that never ends in the place of a table', (c, random) =>
    replaceByView(c, random.pick(viewed), `SELECT ${endless} AS id`),
  ),
  ofSchema('an empty view in the place of a table', (c, random) => {
    const table = random.pick(viewed)
    replaceByView(c, table, `SELECT * FROM "${table}Old" WHERE 0`)
  }),
  ofSchema('a virtual table is added', (c) => c.exec('CREATE VIRTUAL TABLE extra USING fts5(body)')),
  ofSchema('a virtual table of an unknown module', (c) =>
    rewrite(c, "INSERT INTO sqlite_schema VALUES ('table', 'extra', 'extra', 0, 'CREATE VIRTUAL TABLE extra USING nothing(x)')"),
  ),
  ofSchema('two tables on the same page', (c) =>
    rewrite(c, "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'judgement') WHERE name = 'aiSystem'"),
  ),
  ofSchema('an older version with newer tables', (c, random) => c.pragma(`user_version = ${random.below(3)}`)),
  ofSchema('a negative version', (c) => c.pragma('user_version = -3')),
  ofSchema('a newer version', (c) => c.pragma('user_version = 900')),
  ofSchema('of another program', (c) => c.pragma('application_id = 1')),
]
