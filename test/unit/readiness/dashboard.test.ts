import { expect, it } from 'vitest'
import { dayFromToday, EngagementInFolder } from '../engagement-in-folder.ts'

it('a new engagement shows its first steps in their order, none of them done', async () => {
  const engagement = await EngagementInFolder.create()
  const dashboard = await engagement.call('readiness.dashboard', {})
  expect(dashboard.isNew).toBe(true)
  expect(dashboard.firstSteps.map(({ id, isDone }) => [id, isDone])).toEqual(
    ['systems', 'classify', 'gap', 'scope', 'risks', 'soa'].map((id) => [id, false]),
  )
  expect(dashboard.next[0]).toMatchObject({ id: 'noSystems', place: { screen: 'systems' } })
  expect(dashboard.overdue).toEqual({ total: 0, kinds: [], first: [] })
  await engagement.call('inventory.add', { name: 'Scoring' })
  const then = await engagement.call('readiness.dashboard', {})
  expect(then.isNew).toBe(false)
  expect(then.firstSteps[0]?.isDone).toBe(true)
  expect(then.next.map(({ id }) => id)).toContain('unclassified')
  await engagement.remove()
})

it('says the same as the gap assessment, the SoA and the risk register', async () => {
  const engagement = await EngagementInFolder.create({ sample: true })
  const { standing } = await engagement.call('readiness.dashboard', {})
  const round = (await engagement.call('gap.rounds', {})).at(-1)
  const { total } = await engagement.call('gap.results', { roundId: round?.id ?? '' })
  expect(standing.conformity).toBeCloseTo(total.conformity ?? -1)
  expect(standing.maturity).toBeCloseTo(total.maturity ?? -1)
  expect(standing.judged).toBe(total.assessed)
  const soa = await engagement.call('soa.summary', {})
  expect([standing.controls, standing.decided, standing.applicable]).toEqual([soa.controls, soa.controls - soa.undecided, soa.applicable])
  const risks = (await engagement.call('risk.list', {})).filter(({ state }) => state === 'open')
  expect(standing.risks).toBe(risks.length)
  expect(standing.risksBeyond).toBe(risks.filter(({ current }) => current.level === 'medium' || current.level === 'high').length)
  const systems = await engagement.call('inventory.systems', {})
  expect(standing.classes.reduce((sum, { count }) => sum + count, 0)).toBe(systems.length)
  await engagement.remove()
})

it('what is late is counted by kind with the oldest first, what comes stands beside it, what is done is neither', async () => {
  const engagement = await EngagementInFolder.create()
  const add = (title: string, dueDate: string, state = 'open') =>
    engagement.call('registers.add', { register: 'actions', fields: { title, dueDate, state } })
  await add('Late', dayFromToday(-3))
  await add('Later still', dayFromToday(-9))
  await add('Done', dayFromToday(-9), 'done')
  await add('Comes', dayFromToday(5))
  await add('Far', dayFromToday(60))
  await engagement.call('registers.add', {
    register: 'suppliers',
    fields: { title: 'Model', state: 'active', contractUntil: dayFromToday(-1) },
  })
  const { overdue, upcoming } = await engagement.call('readiness.dashboard', {})
  expect(overdue.kinds.map(({ kind, count }) => [kind, count])).toEqual([
    ['actions', 2],
    ['contracts', 1],
  ])
  // Several lead to their list, filtered to what is late; one alone to itself.
  expect(overdue.kinds[0]?.place).toEqual({
    screen: 'actions',
    search: { filter: { due: ['overdue'], source: ['actions', 'objective'] } },
  })
  expect(overdue.kinds[1]?.place).toMatchObject({ screen: 'registers', search: { page: 'suppliers', record: expect.any(String) } })
  expect(overdue.total).toBe(3)
  expect(overdue.first.map(({ title }) => title.replace(/^\S+ /, ''))).toEqual(['Later still', 'Late', 'Model'])
  expect(upcoming.map(({ title }) => title.replace(/^\S+ /, ''))).toEqual(['Comes'])
  await engagement.remove()
})

it('reviews stand in many places: several that are late are named one by one, the oldest first, one alone leads to itself', async () => {
  const engagement = await EngagementInFolder.create()
  await engagement.call('registers.add', { register: 'information', fields: { title: 'AI policy', reviewDate: dayFromToday(-2) } })
  const reviews = async () => (await engagement.call('readiness.dashboard', {})).overdue.kinds.find(({ kind }) => kind === 'reviews')
  expect(await reviews()).toMatchObject({ count: 1, place: { search: { page: 'information' } }, items: [] })
  await engagement.call('registers.add', { register: 'suppliers', fields: { title: 'Model', reviewDate: dayFromToday(-8) } })
  const both = await reviews()
  expect(both).toMatchObject({ count: 2, place: null })
  expect(both?.items.map(({ title, place }) => [title.replace(/^\S+ /, ''), place.search.page])).toEqual([
    ['Model', 'suppliers'],
    ['AI policy', 'information'],
  ])
  await engagement.remove()
})
