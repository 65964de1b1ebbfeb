import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { EngagementFile } from '../../../src-main/engagement/file.ts'
import type { Origin } from '../../../src-main/engagement/lineage.ts'
import { copyFile } from '../../../src-main/engagement/tasks/copy.ts'
import { describeFile } from '../../../src-main/engagement/tasks/describe.ts'
import { addSystem, column, EngagementFolder, quietly, rows, systems } from './engagement-folder.ts'
import { readTables } from './valid-rows.ts'

let folder: EngagementFolder
let file: EngagementFile
beforeEach(() => {
  folder = new EngagementFolder()
  file = folder.createAndOpen('a.aims')
  file.write('add 1', () => addSystem(file, '1'))
  file.write('add 2', () => addSystem(file, '2'))
})
afterEach(() => folder.remove())

const copy = (from: string, to: string, origin: Origin | null = 'duplicate') =>
  copyFile({ path: folder.at(from), to: folder.at(to), origin }, quietly)
const lineage = (of: EngagementFile) => rows(of, 'SELECT fileId, origin, parentFileId, parentChange FROM lineage ORDER BY rowid')
const lastChange = (of: EngagementFile) => column(of, 'SELECT uid FROM change ORDER BY id DESC LIMIT 1')[0]
const refused = (work: Promise<unknown>) => expect(work).rejects

it.each<Origin>(['duplicate', 'package'])(
  'a copy (%s) has an id of its own, and names its parent and the change that both share',
  async (origin) => {
    const [own] = lineage(file)
    const shared = lastChange(file)
    await copy('a.aims', 'b.aims', origin)
    file.write('only in a', () => addSystem(file, '3'))
    const [inherited, added, ...more] = lineage(folder.open('b.aims'))
    expect(more).toEqual([])
    expect(inherited).toEqual(own)
    expect(added).toMatchObject({ origin, parentFileId: own?.fileId, parentChange: shared })
    expect(added?.fileId).not.toBe(own?.fileId)
    expect(lineage(file)).toEqual([own])
  },
)

it('a copy of a copy names the copy, and keeps the whole descent', async () => {
  await copy('a.aims', 'b.aims')
  const second = folder.open('b.aims')
  second.write('only in b', () => addSystem(second, 'b'))
  await copy('b.aims', 'c.aims')
  const third = folder.open('c.aims')
  expect(lineage(third).slice(0, 2)).toEqual(lineage(second))
  expect(lineage(third)[2]).toMatchObject({ parentFileId: lineage(second)[1]?.fileId, parentChange: lastChange(second) })
  expect(new Set(lineage(third).map(({ fileId }) => fileId)).size).toBe(3)
  expect(systems(third)).toEqual(['1', '2', 'b'])
})

it('a copy holds every row and the whole history, and is the same engagement', async () => {
  file.undo()
  await copy('a.aims', 'b.aims')
  const second = folder.open('b.aims')
  for (const { name } of [...readTables(file), { name: 'change' }, { name: 'changeField' }])
    expect(rows(second, `SELECT * FROM "${name}"`), name).toEqual(rows(file, `SELECT * FROM "${name}"`))
  expect(second.redo()).toBe('add 2')
  second.close()
  expect(await folder.problems('b.aims')).toEqual([])
})

it('each copy goes its own way', async () => {
  await copy('a.aims', 'b.aims')
  const second = folder.open('b.aims')
  second.write('only in b', () => addSystem(second, 'b'))
  file.write('only in a', () => addSystem(file, 'a'))
  expect([systems(file), systems(second)]).toEqual([
    ['1', '2', 'a'],
    ['1', '2', 'b'],
  ])
  expect(lastChange(file)).not.toBe(lastChange(second))
})

it('copying an open file leaves it open, locked and alone', async () => {
  await copy('a.aims', 'b.aims')
  expect(folder.names()).toEqual(['a.aims', 'b.aims'])
  const { said } = await folder.start('hold-lock.ts', folder.at('a.aims'), 'BEGIN IMMEDIATE')
  expect(said).toEqual(['SqliteError: database is locked'])
  file.write('after', () => addSystem(file, '3'))
  expect(systems(file)).toEqual(['1', '2', '3'])
})

it('without an origin the copy is the same file, as for a package that leaves', async () => {
  await copy('a.aims', 'b.aims', null)
  expect(lineage(folder.open('b.aims'))).toEqual(lineage(file))
})

it('describe says the newest id and the last change', async () => {
  await copy('a.aims', 'b.aims')
  const second = folder.open('b.aims')
  const described = describeFile(folder.at('b.aims'))
  expect(described).toMatchObject({
    fileId: lineage(second)[1]?.fileId,
    change: lastChange(second),
    engagement: { client: 'Acme' },
    counts: { aiSystem: 2, engagement: 1, change: 3 },
  })
})

it('leaves a file that has the name, and nothing where it was stopped or there is nothing to copy', async () => {
  writeFileSync(folder.at('b.aims'), 'mine')
  const before = folder.sha256('b.aims')
  await refused(copy('a.aims', 'b.aims')).toMatchObject({ code: 'file-exists', details: { path: folder.at('b.aims') } })
  expect(folder.sha256('b.aims')).toBe(before)
  const stopped = { report() {}, signal: AbortSignal.abort() }
  await refused(copyFile({ path: folder.at('a.aims'), to: folder.at('c.aims'), origin: 'duplicate' }, stopped)).toMatchObject({
    code: 'cancelled',
  })
  await refused(copy('a.aims', 'none/c.aims')).toMatchObject({ details: { path: folder.at('none/c.aims') } })
  expect(folder.names()).toEqual(['a.aims', 'b.aims'])
})
