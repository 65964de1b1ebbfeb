import { rmSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FieldbookError } from '../../../src-main/contract/errors.ts'
import { schemaVersion } from '../../../src-main/engagement/migrations/index.ts'
import { rowSchemas } from '../../../src-main/engagement/rows/schemas.ts'
import { expectedSchema } from '../../../src-main/engagement/schema/expected.ts'
import { checkFile } from '../../../src-main/engagement/tasks/check.ts'
import { Random } from '../../fuzz/random.ts'
import { rowMutations } from '../../fuzz/row-mutations.ts'
import { EngagementFolder, quietly, refusal } from '../engagement/engagement-folder.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

it('there is a schema for each column of each table', () => {
  const connection = new SQLite(':memory:')
  for (const { type, name, sql } of expectedSchema(schemaVersion))
    if (type === 'table' && !name.startsWith('sqlite_')) connection.exec(String(sql))
  const columns = connection
    .prepare<[], { table: string; name: string }>(
      `SELECT s.name AS "table", c.name FROM sqlite_schema AS s JOIN pragma_table_info(s.name) AS c
       WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite_%' AND c.name <> 'bytes'`,
    )
    .all()
  connection.close()
  const inFile = Map.groupBy(columns, ({ table }) => table)
  const expected = Object.fromEntries([...inFile].map(([table, of]) => [table, of.map(({ name }) => name).sort()]))
  expect(Object.fromEntries(Object.entries(rowSchemas).map(([table, { shape }]) => [table, Object.keys(shape).sort()]))).toEqual(expected)
})

describe('the sample, in which each table has rows', () => {
  let engagement: EngagementInFolder
  beforeAll(async () => {
    engagement = await EngagementInFolder.create({ sample: true })
    await engagement.call('inventory.add', { name: 'Chat bot', reference: 'SYS-900' })
  })
  afterAll(() => engagement.remove())

  const write = (sql: string) =>
    engagement.reopen((path) => {
      const connection = new SQLite(path)
      connection.pragma('ignore_check_constraints = ON')
      connection.exec(sql)
      connection.close()
    })

  it('has nothing that the check finds', async () => {
    expect((await engagement.job('engagement.check', {})).problems).toEqual([])
  })

  it('an entry with a value that the contract does not know is named by the check, in words', async () => {
    await write("UPDATE aiSystem SET lifeCycleStage = 'robot' WHERE reference = 'SYS-900'")
    expect((await engagement.job('engagement.check', {})).problems).toEqual([
      'AI systems, SYS-900 Chat bot: “robot” is not a value that the field life cycle stage can have.',
    ])
  })

  it('a list shows the rest, a document is written, and what is left out is said', async () => {
    const listed = async () => (await engagement.call('inventory.systems', {})).map(({ reference }) => reference)
    expect(engagement.leftOut()).toEqual([])
    expect(await listed()).not.toContain('SYS-900')
    expect((await listed()).length).toBeGreaterThan(0)
    expect(engagement.leftOut()).toEqual(['AI systems, SYS-900 Chat bot: “robot” is not a value that the field life cycle stage can have.'])
    await engagement.job('documents.export', { report: 'systems', format: 'html', to: engagement.at('systems.html'), overwrite: true })
  })

  it('what refers to an entry that is left out is not shown either, and a change sees every entry', async () => {
    const [{ id, name } = { id: '', name: '' }] = (await engagement.call('risk.list', {})).map((risk) => ({
      id: risk.id,
      name: risk.title,
    }))
    await write(`UPDATE risk SET state = 'gone' WHERE id = '${id}'`)
    expect((await engagement.call('risk.list', {})).map((risk) => risk.title)).not.toContain(name)
    expect(engagement.leftOut()).toHaveLength(2)
    await engagement.call('risk.updateMany', { ids: [id], fields: { state: 'closed' } })
    expect(engagement.leftOut()).toHaveLength(1)
    expect((await engagement.call('risk.list', {})).map((risk) => risk.title)).toContain(name)
  })

  it('once it is right again it is there again', async () => {
    await write("UPDATE aiSystem SET lifeCycleStage = 'design' WHERE reference = 'SYS-900'")
    expect((await engagement.call('inventory.systems', {})).map(({ reference }) => reference)).toContain('SYS-900')
    expect(engagement.leftOut()).toEqual([])
  })

  it('JSON, a day, a name and tasks that wait for each other: each is named', async () => {
    await write(`
      UPDATE risk SET sources = '[', reviewDate = '2026-02-30' WHERE rowid = (SELECT min(rowid) FROM risk);
      UPDATE judgement SET dueDate = '2026-13-01' WHERE rowid = (SELECT min(rowid) FROM judgement);
      UPDATE aiSystem SET name = 'txt.' || char(0x202e) || 'exe' WHERE reference = 'SYS-900';
      UPDATE roadmapDependency SET afterId = (SELECT taskId FROM roadmapDependency LIMIT 1), taskId = (SELECT afterId FROM roadmapDependency LIMIT 1)
        WHERE rowid = (SELECT max(rowid) FROM roadmapDependency);`)
    const problems = (await engagement.job('engagement.check', {})).problems.join('\n')
    expect(problems).toMatch(/“2026-13-01” is not a value that the field due date can have/)
    expect(problems).toMatch(/SYS-900 txt\.‹U\+202E›exe: the field name holds characters/)
    expect(problems).toMatch(/Roadmap tasks, .*: it waits for itself/)
    expect(problems).toMatch(/CHECK constraint failed in risk|sources/)
    for (const query of ['roadmap.plan', 'readiness.dashboard', 'risk.list', 'actions.list'] as const) await engagement.call(query, {})
  })
})

describe('an engagement that cannot be worked with is refused before anything of it is changed', () => {
  const folder = new EngagementFolder()
  beforeAll(() => void folder.create('sound.aims'))
  afterAll(() => folder.remove())

  it.each(rowMutations.filter(({ expects, name }) => expects === 'refused' && name !== 'a huge text'))('$name', async ({ apply }) => {
    folder.create('a.aims')
    await apply(folder.at('a.aims'), new Random(1))
    const before = folder.sha256('a.aims')
    expect(refusal(() => folder.open('a.aims'))).toBeInstanceOf(FieldbookError)
    expect(refusal(() => folder.open('a.aims')).code).toBe('damaged-content')
    expect(folder.sha256('a.aims')).toBe(before)
    const { damage } = await checkFile({ path: folder.at('a.aims') }, quietly)
    expect(damage.join()).toMatch(/damaged/)
    rmSync(folder.at('a.aims'))
  })
})
