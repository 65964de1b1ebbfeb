import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AnswerPart } from '../../../src-main/contract/crosswalk.ts'
import { clauseProgress, controlProgress, stateOf } from '../../../src-main/crosswalk/rules.ts'
import type { ItemStanding } from '../../../src-main/engagement/standing.ts'
import { EngagementInFolder, today } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeAll(async () => {
  engagement = await EngagementInFolder.create({ sample: true })
})
afterAll(() => engagement.remove())

const part = (progress: AnswerPart['progress'], evidence = 0): AnswerPart => ({
  id: 'A.2.2',
  title: '',
  kind: 'control',
  item: 'A.2.2',
  progress,
  evidence,
})

it.each([
  ['answered', [part('done', 1), part('done', 2)], null],
  ['answered', [part('done', 1)], '2099-01-01'],
  ['partly', [part('done', 0)], null],
  ['partly', [part('done', 1), part('open')], null],
  ['partly', [part('partly', 1)], today],
  ['open', [part('open', 1), part('excluded')], null],
  ['not-due', [part('open')], '2099-01-01'],
] as const)('is %s by what answers it', (state, parts, date) => {
  const found = stateOf(parts, date, today)
  expect(found.state).toBe(state)
  expect(found.reasons.length).toBeGreaterThan(0)
})

const standing = (fields: Partial<ItemStanding>): ItemStanding => ({
  itemId: 'x',
  conformity: null,
  applicability: null,
  status: null,
  evidence: 0,
  records: 0,
  named: 0,
  ...fields,
})

it('a clause is done where each requirement conforms, open where none does', () => {
  const [yes, partly, no] = [
    standing({ conformity: 'conforms' }),
    standing({ conformity: 'partly' }),
    standing({ conformity: 'does-not-conform' }),
  ]
  expect([[yes, yes], [yes, no], [partly], [no], []].map(clauseProgress)).toEqual(['done', 'partly', 'partly', 'open', 'open'])
})

it('a control is done where it is implemented', () => {
  const decided = (status: ItemStanding['status']) => controlProgress(standing({ applicability: 'applicable', status }))
  expect([decided('verified'), decided('implemented'), decided('partly'), decided('planned')]).toEqual(['done', 'done', 'partly', 'open'])
  expect(controlProgress(standing({ applicability: 'excluded', status: 'implemented' }))).toBe('excluded')
  expect(controlProgress(undefined)).toBe('open')
})

it('shows the articles of the duties that bind the client, each with its day, systems and answers', async () => {
  const rows = await engagement.call('crosswalk.rows', { framework: 'ai-act' })
  const systems = await engagement.call('inventory.systems', {})
  const article = (id: string) => rows.find((row) => row.id === id)
  expect(article('Art. 4')?.systems).toBe(systems.filter(({ lifeCycleStage }) => lifeCycleStage !== 'retired').length)
  expect(article('Art. 5')?.date).toBe('2025-02-02')
  expect(article('Art. 26')?.date).toBe('2027-12-02')
  expect(article('Art. 26')?.firstSystems.length).toBeGreaterThan(0)
  expect(article('Art. 26')?.parts.map(({ id }) => id)).toContain('A.9.2')
  expect(article('Art. 26')?.older.map(({ older }) => older)).toContain('29')
  expect(article('Art. 55')).toBeUndefined()
})

it('an engagement without systems has what binds everybody', async () => {
  const empty = await EngagementInFolder.create()
  const rows = await empty.call('crosswalk.rows', { framework: 'ai-act' })
  expect(rows.map(({ id }) => id)).toEqual(['Art. 4', 'Art. 5'])
  expect(rows.every(({ state }) => state === 'open')).toBe(true)
  await empty.remove()
})

it.each([
  ['29', ['Art. 26']],
  ['Art. 29', ['Art. 26']],
  ['article 9 (1)(g)', ['Art. 72', 'Art. 26', 'Art. 9']],
  ['52', ['Art. 50']],
  ['69', []],
])('%s of an older guide leads to %s', async (words, now) => {
  const [found] = await engagement.call('crosswalk.older', { words })
  expect(found?.now).toEqual(now)
  expect(found?.note).not.toBe('')
})

it('a number that no draft had leads nowhere', async () => {
  expect(await engagement.call('crosswalk.older', { words: '999' })).toEqual([])
  expect(await engagement.call('crosswalk.older', { words: ' ' })).toEqual([])
})

it('evidence that is linked with what answers a row counts, and rejected evidence does not', async () => {
  const count = async () =>
    (await engagement.call('crosswalk.rows', { framework: 'nist' })).find(({ id }) => id === 'MEASURE 2.12')?.evidence ?? 0
  const before = await count()
  const { id } = await engagement.call('registers.add', {
    register: 'evidence',
    fields: { title: 'Energy figures', state: 'accepted' },
    links: [{ kind: 'control', id: 'A.5.5' }],
  })
  expect(await count()).toBe(before + 1)
  await engagement.call('registers.update', { register: 'evidence', id, fields: { state: 'rejected' } })
  expect(await count()).toBe(before)
})

it('keeps the own view and note, and undo takes it back', async () => {
  const noted = async () => (await engagement.call('crosswalk.rows', { framework: 'nist' })).find(({ id }) => id === 'GOVERN 6.2')
  const fields = { state: 'not-relevant', note: 'No third party runs it.' } as const
  await engagement.call('crosswalk.note', { framework: 'nist', item: 'GOVERN 6.2', fields })
  expect(await noted()).toMatchObject({ own: 'not-relevant', note: 'No third party runs it.' })
  await engagement.undo()
  expect(await noted()).toMatchObject({ own: null, note: '' })
  const refused = await engagement.refusal('crosswalk.note', { framework: 'nist', item: 'GOVERN 9.9', fields: { note: 'x' } })
  expect(refused.code).toBe('not-found')
})

it('keeps whether there is an ISMS', async () => {
  await engagement.call('crosswalk.setIsms', { state: 'under-way' })
  expect((await engagement.call('crosswalk.isms', {})).state).toBe('under-way')
  await engagement.call('crosswalk.setIsms', { state: 'certified' })
  expect((await engagement.call('crosswalk.isms', {})).state).toBe('certified')
})
