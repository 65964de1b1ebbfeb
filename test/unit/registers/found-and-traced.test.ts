import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EngagementInFolder } from '../engagement-in-folder.ts'
import { linkedEngagement } from '../trace/linked-engagement.ts'

let engagement: EngagementInFolder
let system: string
let process: string
let action: string

beforeAll(async () => {
  const linked = await linkedEngagement((rows) => ({ system: rows.system('Screening', {}) }))
  engagement = linked.engagement
  system = linked.ids.system
  const links = [
    { kind: 'system' as const, id: system },
    { kind: 'control' as const, id: 'A.6.2.6' },
    { kind: 'requirement' as const, id: '8.1-3' },
  ]
  process = (
    await engagement.call('registers.add', { register: 'operations', fields: { title: 'Weekly watch', criteria: 'No bandicoot' }, links })
  ).id
  const target = [{ kind: 'operations' as const, id: process }]
  action = (
    await engagement.call('registers.add', {
      register: 'actions',
      fields: { title: 'Name a deputy', dueDate: '2020-01-01' },
      links: target,
    })
  ).id
})
afterAll(() => engagement.remove())

describe('an entry of a register', () => {
  it.each(['op-001', 'weekly watch', 'bandicoot'])('is found by %s, once, with its register', async (words) => {
    const hits = (await engagement.call('search.find', { words })).filter(({ kind }) => kind === 'entry')
    expect(hits).toMatchObject([{ id: process, register: 'operations', title: 'OP-001 Weekly watch' }])
  })

  it('is not found by the name of a choice, nor after it was removed', async () => {
    expect((await engagement.call('search.find', { words: 'not-operating' })).filter(({ kind }) => kind === 'entry')).toEqual([])
    const { id } = await engagement.call('registers.add', { register: 'issues', fields: { title: 'Quoll' } })
    await engagement.call('registers.remove', { register: 'issues', ids: [id] })
    expect((await engagement.call('search.find', { words: 'quoll' })).filter(({ kind }) => kind === 'entry')).toEqual([])
  })

  it.each([
    ['system', (): string => system],
    ['control', (): string => 'A.6.2.6'],
    ['requirement', (): string => '8.1-3'],
  ] as const)('is drawn around the %s that it names, with a line to it', async (kind, id) => {
    const { nodes, links } = await engagement.call('trace.around', { kind, id: id(), depth: 1 })
    expect(nodes.find((node) => node.id === process)).toMatchObject({ kind: 'record', register: 'operations', code: 'OP-001', distance: 1 })
    expect(links.filter(({ from, to }) => from.kind === kind && to.id === process)).toHaveLength(1)
  })

  it('in the middle shows all that it names and what names it; what is overdue stands out', async () => {
    const { nodes } = await engagement.call('trace.around', { kind: 'record', id: process, depth: 1 })
    expect(nodes.filter(({ distance }) => distance === 1).map(({ id }) => id)).toEqual(
      expect.arrayContaining([system, 'A.6.2.6', '8.1', action]),
    )
    expect(nodes.find(({ id }) => id === action)).toMatchObject({ tone: 'poor', register: 'actions' })
  })
})
