import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayFromToday, EngagementInFolder, today } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeAll(async () => {
  engagement = await EngagementInFolder.create()
})
afterAll(() => engagement.remove())

const list = (register: 'issues' | 'objectives' | 'communications' | 'parties' | 'changes') =>
  engagement.call('registers.list', { register })
const addIssue = (fields: Record<string, string | null>) => engagement.call('registers.add', { register: 'issues', fields })

it('gives the next free reference, also after one that was given by hand, and starts a choice at its first option', async () => {
  const first = await addIssue({ title: 'One' })
  expect(first.fields).toMatchObject({ reference: 'CI-001', kind: 'internal', state: 'open', topic: null })
  await addIssue({ title: 'By hand', reference: 'CI-041' })
  await addIssue({ title: 'Of the client', reference: 'Board 7' })
  expect((await addIssue({ title: 'Next' })).fields.reference).toBe('CI-042')
})

it('changes fields of one entry, and of many in one change that is taken back at once', async () => {
  const { id } = await engagement.call('registers.add', { register: 'parties', fields: { title: 'Policyholders' } })
  const other = await engagement.call('registers.add', { register: 'parties', fields: { title: 'Authority' } })
  const changed = await engagement.call('registers.update', { register: 'parties', id, fields: { kind: 'customer', needs: 'A reason' } })
  expect(changed.fields).toMatchObject({ kind: 'customer', needs: 'A reason', title: 'Policyholders' })
  const many = { register: 'parties' as const, ids: [id, other.id], fields: { addressed: 'partly' } }
  expect(await engagement.call('registers.updateMany', many)).toEqual({ changed: 2 })
  expect((await list('parties')).map(({ fields }) => fields.addressed)).toEqual(['partly', 'partly'])
  await engagement.undo()
  expect((await list('parties')).map(({ fields }) => fields.addressed)).toEqual(['open', 'open'])
})

it('removes entries with their links, and undo brings both back', async () => {
  const links = [{ kind: 'requirement' as const, id: '6.3-1' }]
  const { id } = await engagement.call('registers.add', { register: 'changes', fields: { title: 'New owner' }, links })
  await engagement.call('registers.remove', { register: 'changes', ids: [id] })
  expect(await list('changes')).toEqual([])
  expect(await engagement.call('registers.linked', { kind: 'requirement', id: '6.3-1' })).toEqual([])
  await engagement.undo()
  expect(await list('changes')).toMatchObject([{ id, links: 1 }])
  expect(await engagement.call('registers.linked', { kind: 'requirement', id: '6.3-1' })).toMatchObject([{ kind: 'changes', id }])
})

it('links two entries once, whichever names the other, and takes the link away', async () => {
  const [a, b] = [await addIssue({ title: 'A' }), await addIssue({ title: 'B' })]
  await engagement.call('registers.link', { id: a.id, target: { kind: 'issues', id: b.id } })
  await engagement.call('registers.link', { id: b.id, target: { kind: 'issues', id: a.id } })
  const { linked } = await engagement.call('registers.get', { register: 'issues', id: b.id })
  expect(linked).toMatchObject([{ id: a.id, isOwn: false }])
  await engagement.call('registers.unlink', { linkIds: linked.map(({ linkId }) => linkId) })
  expect((await engagement.call('registers.get', { register: 'issues', id: a.id })).linked).toEqual([])
})

it('is overdue from the day after its day, until its state is a closed one', async () => {
  const add = (title: string, nextOn: string, state = 'running') =>
    engagement.call('registers.add', { register: 'communications', fields: { title, nextOn, state } })
  await add('late', dayFromToday(-1))
  await add('today', today)
  await add('ended', dayFromToday(-9), 'ended')
  expect((await list('communications')).filter(({ isOverdue }) => isOverdue).map(({ fields }) => fields.title)).toEqual(['late'])
  const summary = (await engagement.call('registers.summaries', {})).find(({ register }) => register === 'communications')
  expect(summary).toEqual({ register: 'communications', entries: 3, overdue: 1 })
})

it.each([
  ['an unknown field', 'registers.add', { register: 'objectives', fields: { title: 'X', colour: 'red' } }, /colour/],
  ['a choice that there is not', 'registers.add', { register: 'objectives', fields: { title: 'X', state: 'great' } }, /state/],
  ['a day that there is not', 'registers.add', { register: 'objectives', fields: { title: 'X', dueDate: '2026-02-31' } }, /dueDate/],
  ['words for a number', 'registers.add', { register: 'objectives', fields: { title: 'X', target: 'many' } }, /target/],
  ['an empty reference', 'registers.add', { register: 'objectives', fields: { title: 'X', reference: '' } }, /reference/],
  [
    'a link with a requirement that there is not',
    'registers.add',
    { register: 'objectives', fields: { title: 'X' }, links: [{ kind: 'requirement', id: '6.2-99' }] },
    /6\.2-99/,
  ],
  [
    'an entry that there is not',
    'registers.update',
    { register: 'objectives', id: '01890000-0000-7000-8000-000000000000', fields: { plan: 'x' } },
    /not|gone/i,
  ],
] as const)('refuses %s with a sentence, and changes nothing', async (_what, procedure, input, sentence) => {
  const before = await engagement.changes()
  expect((await engagement.refusal(procedure, input)).sentence).toMatch(sentence)
  expect([await engagement.changes(), await list('objectives')]).toEqual([before, []])
})

it('refuses a change of many when one of them is not there, and changes none', async () => {
  const { id } = await addIssue({ title: 'Stays' })
  const ids = [id, '01890000-0000-7000-8000-000000000000']
  await engagement.refusal('registers.updateMany', { register: 'issues', ids, fields: { state: 'closed' } })
  expect((await engagement.call('registers.get', { register: 'issues', id })).fields.state).toBe('open')
})
