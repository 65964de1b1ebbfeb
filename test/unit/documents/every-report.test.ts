import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reports } from '../../../src-main/contract/documents.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

/** Every report there is, of an engagement with everything in it and of one that is empty: none may fail for a word or a row that is missing. */
describe.each([
  ['the sample', true],
  ['a new engagement', false],
])('of %s', (_name, sample) => {
  let engagement: EngagementInFolder
  beforeAll(async () => {
    engagement = await EngagementInFolder.create({ sample })
  })
  afterAll(() => engagement.remove())

  it.each(reports)('the report %s is written, and opened again', async (report) => {
    const to = engagement.at(`${report}.xlsx`)
    expect(await engagement.job('documents.export', { report, to })).toMatchObject({ format: 'xlsx', path: to })
  })

  it('all reports are listed with a title, a state and a name of their own', async () => {
    const listed = await engagement.call('documents.list', {})
    expect(listed.map(({ report }) => report).sort()).toEqual([...reports].sort())
    expect(new Set(listed.map(({ title }) => title)).size).toBe(reports.length)
    for (const { title, state, suggestedName } of listed)
      expect([title, state, suggestedName].every((words) => words.length > 3)).toBe(true)
  })
})
