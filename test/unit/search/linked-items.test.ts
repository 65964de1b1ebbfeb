import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SearchHit } from '../../../src-main/contract/search.ts'
import type { EngagementInFolder } from '../engagement-in-folder.ts'
import { dutyOf, linkedEngagement } from '../trace/linked-engagement.ts'

const duty = dutyOf('A.5.4')
let engagement: EngagementInFolder
let ids: { chat: string; assessment: string; risk: string }
beforeAll(async () => {
  ;({ engagement, ids } = await linkedEngagement((rows) => {
    const chat = rows.system('Zebra chat', { riskClass: 'high-risk', duties: [duty.id] })
    return { chat, assessment: rows.assessment('Quokka assessment', chat, ['A.8.2']).id, risk: rows.risk('R-042') }
  }))
  await engagement.call('inventory.update', { id: ids.chat, fields: { models: 'wombat-7b', affectedPeople: 'Beekeepers' } })
  await engagement.call('risk.update', { id: ids.risk, fields: { cause: 'Nobody looks at the numbat' } })
})
afterAll(() => engagement.remove())

const find = async (words: string) => (await engagement.call('search.find', { words })).map(({ kind, id }) => `${kind} ${id}`)

it.each([
  ['an AI system by its models', 'wombat', () => `system ${ids.chat}`],
  ['an AI system by the people that it affects', 'beekeepers', () => `system ${ids.chat}`],
  ['a risk by its reference', 'r-042', () => `risk ${ids.risk}`],
  ['a risk by its cause', 'numbat', () => `risk ${ids.risk}`],
  ['an impact assessment by its title', 'quokka', () => `assessment ${ids.assessment}`],
  ['an impact assessment by its system', 'zebra', () => `assessment ${ids.assessment}`],
  ['an impact assessment by a harm in it', 'harm of quokka', () => `assessment ${ids.assessment}`],
  ['an impact assessment by a measure in it', 'measure of quokka', () => `assessment ${ids.assessment}`],
  ['a duty by its title', duty.title, () => `duty ${duty.id}`],
])('finds %s, once', async (_name, words, expected) => {
  expect((await find(words)).filter((hit) => hit === expected())).toHaveLength(1)
})

it('shows the words around what was found in a harm', async () => {
  const [hit] = (await engagement.call('search.find', { words: 'harm of quokka' })).filter(({ kind }: SearchHit) => kind === 'assessment')
  expect(hit?.excerpt).toContain('Harm of Quokka')
})

it('finds no duty that binds nobody, and nothing that is not there', async () => {
  await engagement.call('risk.remove', { ids: [ids.risk] })
  expect(await find('numbat')).toEqual([])
  expect((await find('art.')).filter((hit) => hit.startsWith('duty '))).toEqual([`duty ${duty.id}`])
})
