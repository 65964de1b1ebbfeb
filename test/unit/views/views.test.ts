import { afterEach, beforeEach, expect, test } from 'vitest'
import { EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const highRisk = {
  words: 'claims',
  filters: { riskClass: ['high-risk', 'prohibited'], owner: [''] },
  groupBy: 'department',
  sort: { column: 'name', descending: true },
}
const plain = { words: '', filters: {}, groupBy: null, sort: null }
const names = async (screen: 'systems' | 'risks' = 'systems') => (await engagement.call('views.list', { screen })).map(({ name }) => name)

test('a view comes back whole from the disk, on its own screen alone', async () => {
  const saved = await engagement.call('views.save', { screen: 'systems', name: '  High risk ', view: highRisk })
  expect(saved).toMatchObject({ screen: 'systems', name: 'High risk', view: highRisk })
  await engagement.reopen()
  expect(await engagement.call('views.list', { screen: 'systems' })).toEqual([saved])
  expect(await names('risks')).toEqual([])
})

test('the same name again replaces the view and keeps its id; another screen may have the name too', async () => {
  const first = await engagement.call('views.save', { screen: 'systems', name: 'Mine', view: highRisk })
  const second = await engagement.call('views.save', { screen: 'systems', name: 'Mine', view: plain })
  const other = await engagement.call('views.save', { screen: 'risks', name: 'Mine', view: highRisk })
  expect(second).toEqual({ ...first, view: plain })
  expect(await engagement.call('views.list', { screen: 'systems' })).toEqual([second])
  expect(await engagement.call('views.list', { screen: 'risks' })).toEqual([other])
})

test('views stand by name, and what a view leaves out is plain', async () => {
  for (const name of ['Zulu', 'alpha', 'Beta']) await engagement.call('views.save', { screen: 'systems', name, view: {} })
  expect(await names()).toEqual(['alpha', 'Beta', 'Zulu'])
  expect((await engagement.call('views.list', { screen: 'systems' }))[0]?.view).toEqual(plain)
})

test('one undo brings a removed view back, and the next one takes it away as before it was kept', async () => {
  const { id } = await engagement.call('views.save', { screen: 'systems', name: 'Mine', view: highRisk })
  await engagement.call('views.remove', { id })
  expect(await names()).toEqual([])
  expect(await engagement.undo()).toBe('View Mine removed')
  expect((await engagement.call('views.list', { screen: 'systems' }))[0]).toMatchObject({ id, view: highRisk })
  expect(await engagement.undo()).toBe('View Mine kept')
  expect(await names()).toEqual([])
})

test('bad input changes nothing', async () => {
  const changes = await engagement.changes()
  for (const input of [
    { screen: 'systems', name: '   ', view: plain },
    { screen: 'nowhere', name: 'Mine', view: plain },
    { screen: 'systems', name: 'x'.repeat(501), view: plain },
    { screen: 'systems', name: 'Mine', view: { filters: { role: 'provider' } } },
    { screen: 'systems', name: 'Mine', view: { sort: { column: 'name' } } },
  ])
    expect(await engagement.refusal('views.save', input)).toMatchObject({ code: 'invalid-input' })
  const missing = '01890000-0000-7000-8000-000000000000'
  expect(await engagement.refusal('views.remove', { id: missing })).toMatchObject({ code: 'not-found' })
  expect(await engagement.changes()).toBe(changes)
})
