import type { Database } from 'better-sqlite3'
import { columnsOf, type Mutation, tablesOf, withDatabase } from './mutation.ts'
import type { Random } from './random.ts'

type Work = (connection: Database, random: Random) => void

/** Rows are written as by another program: no trigger makes history of it, and the schema is as it was when it is done. */
function withoutTriggers(connection: Database, work: () => void): void {
  const triggers = connection.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  for (const { name } of triggers) connection.exec(`DROP TRIGGER "${name}"`)
  work()
  for (const { sql } of triggers) connection.exec(sql)
}

const ofRows = (name: string, work: Work, expects: Mutation['expects'] = 'found'): Mutation => ({
  name,
  kind: 'rows',
  expects,
  apply: (path, random) => withDatabase(path, (connection) => withoutTriggers(connection, () => work(connection, random))),
})

/** Changes one row of a table that has any. */
function setValue(connection: Database, random: Random, table: string, column: string, value: unknown): void {
  const count = connection.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0
  if (count === 0) throw new Error(`${table} is empty`)
  connection
    .prepare(`UPDATE "${table}" SET "${column}" = ? WHERE rowid = (SELECT rowid FROM "${table}" LIMIT 1 OFFSET ?)`)
    .run(value, random.below(count))
}

/** Columns of filled tables that one of these patterns matches. */
function places(connection: Database, matches: (column: string, table: string) => boolean): [string, string][] {
  return tablesOf(connection)
    .filter((table) => connection.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).get() !== undefined)
    .flatMap((table) =>
      columnsOf(connection, table)
        .filter(({ name }) => matches(name, table))
        .map(({ name }): [string, string] => [table, name]),
    )
}

const chosen =
  /^(state|kind|role|lifeCycleStage|autonomy|reach|riskClass|treatment|origin|phase|priority|severity|conformity|applicability|status|decision|triage|result)$/
const days = /(On|Date|Until|Due|day|Target)$/
const lists =
  /^(dataCategories|reasons|triggers|sources|objectives|duties|content|acceptance|likelihood|consequence|value|contractClauses|stages|topics|gathered|triageAnswers)$/

/** Tables in which a column of that name holds words as typed. */
const isChoice = (column: string, table: string) =>
  chosen.test(column) && !/^(attendance|actionsRegister|statement)$/.test(table) && !(column === 'decision' && table === 'reviewDecision')
const isJson = (column: string, table: string) =>
  lists.test(column) &&
  !/^(setting|measureReading)$/.test(table) &&
  !(column === 'consequence' && table === 'risk') &&
  !/Register$/.test(table)
const isDay = (column: string) => days.test(column)

const setIn =
  (matches: (column: string, table: string) => boolean, values: readonly unknown[]): Work =>
  (connection, random) => {
    const [table, column] = random.pick(places(connection, matches))
    setValue(connection, random, table, column, random.pick(values))
  }

const historyEntry = (connection: Database, entry: { table: string; operation: string; field: string; id?: string }) => {
  const newest = connection.prepare<[], number>('SELECT max(id) FROM change').pluck().get() ?? 0
  const uid = '019aa000-0000-7000-8000-0000000000ff'
  const insert = connection.prepare('INSERT INTO change (id, uid, at, who, label, kind) VALUES (?, ?, ?, ?, ?, ?)')
  insert.run(newest + 1, uid, '2026-11-24T10:00:00.000Z', 'Eve', 'Step', 'edit')
  connection
    .prepare('INSERT INTO changeField (changeId, recordTable, recordId, operation, field, oldValue) VALUES (?, ?, ?, ?, ?, ?)')
    .run(newest + 1, entry.table, entry.id ?? 'x', entry.operation, entry.field, 'old')
}

/** A second row that is a copy of one, with another id. */
function copyRow(connection: Database, table: string, id: string): void {
  const columns = columnsOf(connection, table).filter(({ name }) => name !== 'id')
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  connection.prepare(`INSERT INTO "${table}" (id, ${names}) SELECT ?, ${names} FROM "${table}" LIMIT 1`).run(id)
}

export const rowMutations: readonly Mutation[] = [
  ofRows('a choice that is none', setIn(isChoice, ['robot', '', 'OPEN', 'open; drop table', '‮nepo'])),
  ofRows('a day that is none', setIn(isDay, ['2026-02-30', '2026-13-01', 'soon', '', '30.09.2027', '+275760-09-13', '\0'])),
  ofRows(
    'a moment that is none',
    setIn((column, table) => column === 'createdAt' && table !== 'engagement', ['yesterday', '', '2026-11-24']),
  ),
  ofRows('JSON that is none', setIn(isJson, ['[', '{"a":', '', 'null', '"x"', '[[[[', '7', '{"__proto__":1}', `${'['.repeat(3000)}`])),
  ofRows(
    'an id that is none',
    setIn((column, table) => column === 'id' && /^(aiSystem|risk|judgement|soaDecision|gapRound)$/.test(table), ['1', '', '../x', 'a\0b']),
  ),
  ofRows(
    'a name that is none',
    setIn((column, table) => column === 'name' && table === 'aiSystem', ['', 'a\0b', 'txt.\u202eexe', 'x'.repeat(20_000)]),
  ),
  ofRows(
    'a title that is none',
    setIn(
      (column, table) => column === 'title' && /^(risk|impactAssessment|roadmapTask)$/.test(table),
      ['', 'a\0b', '\u2066x\u2069', 'x'.repeat(2_000)],
    ),
  ),
  ofRows('a number out of range', (c, random) => {
    const [table, column] = random.pick([
      ['judgement', 'maturity'],
      ['impact', 'severity'],
      ['risk', 'inherentLikelihood'],
      ['roadmapTask', 'progress'],
      ['judgement', 'effortDays'],
    ] as const)
    setValue(c, random, table, column, random.pick([10 ** 18, -1, 1e300, Number.POSITIVE_INFINITY]))
  }),
  ofRows('no engagement', (c) => c.exec('DELETE FROM engagement'), 'refused'),
  ofRows('two engagements', (c) => copyRow(c, 'engagement', '019aa000-0000-7000-8000-000000000009'), 'refused'),
  ofRows('an engagement without a client', (c) => c.exec("UPDATE engagement SET client = ''"), 'refused'),
  ofRows('an engagement with a day that is none', (c) => c.exec("UPDATE engagement SET certificationTarget = 'soon'"), 'refused'),
  ofRows(
    'a change at the largest number',
    (c) => c.exec("INSERT INTO change (id, uid, at, who, label, kind) VALUES (9223372036854775807, 'x', 'x', 'x', 'x', 'edit')"),
    'refused',
  ),
  ofRows('a change is missing', (c) => c.exec('DELETE FROM change WHERE id = 2')),
  ofRows('a step of a change that is not there', (c) => c.exec("UPDATE change SET kind = 'undo', subject = id + 5 WHERE id = 2")),
  ofRows(
    'history of a table that is none',
    (c, random) => {
      const table = random.pick(['sqlite_schema', 'change', 'x', `aiSystem" SET name = 'x' --`, 'lineage', 'attachment'])
      historyEntry(c, { table, operation: random.pick(['insert', 'delete', 'update']), field: 'name' })
    },
    'refused',
  ),
  ofRows(
    'history of a field that is none',
    (c, random) => {
      const field = random.pick(['x', `name" = 'x', "purpose`, 'id', 'rowid', ''])
      historyEntry(c, { table: random.pick(['aiSystem', 'engagement']), operation: 'update', field })
    },
    'refused',
  ),
  ofRows('history of an operation that is none', (c) => historyEntry(c, { table: 'aiSystem', operation: 'drop', field: '' }), 'refused'),
  ofRows('tasks that wait for each other', (c) => {
    const [one, two] = c.prepare<[], string>('SELECT id FROM roadmapTask ORDER BY id LIMIT 2').pluck().all()
    const insert = c.prepare('INSERT OR REPLACE INTO roadmapDependency VALUES (?, ?, ?)')
    insert.run('019aa000-0000-7000-8000-000000000010', one, two)
    insert.run('019aa000-0000-7000-8000-000000000011', two, one)
  }),
  ofRows('a reference that leads nowhere', (c, random) => {
    const [table, column] = random.pick([
      ['judgement', 'roundId'],
      ['classification', 'systemId'],
      ['impact', 'assessmentId'],
      ['riskSystem', 'riskId'],
    ] as const)
    setValue(c, random, table, column, '019aa000-0000-7000-8000-00000000dead')
  }),
  ofRows('an attachment that lies', (c, random) => {
    const insert = c.prepare('INSERT INTO attachment VALUES (?, ?, 1, ?)')
    insert.run(random.pick(['a'.repeat(64), 'x']), random.pick([0, 5, 10 ** 15]), '2026-11-24T10:00:00.000Z')
  }),
  ofRows('a huge text', (c, random) => setValue(c, random, 'aiSystem', 'notes', 'x'.repeat(70_000_000)), 'refused'),
]
