import { afterEach, beforeEach, expect, it } from 'vitest'
import { dayFromToday, EngagementInFolder, today } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

async function add(title: string, from: number, to: number, itemIds: string[] = []): Promise<string> {
  const { id } = await engagement.call('roadmap.add', { phase: 'design', title, startOn: dayFromToday(from) })
  await engagement.call('roadmap.update', { id, fields: { endOn: dayFromToday(to) } })
  if (itemIds.length > 0) await engagement.call('roadmap.setItems', { id, itemIds })
  return id
}
const dates = async (id: string) => {
  const { startOn, endOn } = await engagement.call('roadmap.task', { id })
  return [startOn, endOn]
}
const update = (id: string, fields: Record<string, unknown>) => engagement.call('roadmap.update', { id, fields })

it('a move pushes what waits for it, says how many, and is taken back by one undo', async () => {
  const [a, b, c] = [await add('A', 0, 9), await add('B', 10, 19), await add('C', 20, 29)]
  await engagement.call('roadmap.setAfter', { id: b, afterIds: [a] })
  await engagement.call('roadmap.setAfter', { id: c, afterIds: [b] })
  const moved = await update(a, { startOn: dayFromToday(5), endOn: dayFromToday(14) })
  expect([moved.pushed, moved.heldBy]).toEqual([2, null])
  expect([await dates(b), await dates(c)]).toEqual([
    [dayFromToday(15), dayFromToday(24)],
    [dayFromToday(25), dayFromToday(34)],
  ])
  expect(await engagement.undo()).toBe('Task moved, with 2 that wait for it: A')
  expect([await dates(a), await dates(c)]).toEqual([
    [today, dayFromToday(9)],
    [dayFromToday(20), dayFromToday(29)],
  ])
})

it('a task is held by what it waits for, and a circle is refused', async () => {
  const [a, b] = [await add('A', 0, 9), await add('B', 10, 19)]
  await engagement.call('roadmap.setAfter', { id: b, afterIds: [a] })
  const moved = await update(b, { startOn: dayFromToday(3), endOn: dayFromToday(12) })
  expect([moved.heldBy, moved.task.startOn]).toEqual(['A', dayFromToday(10)])
  expect((await engagement.refusal('roadmap.setAfter', { id: a, afterIds: [b] })).sentence).toContain('wait for each other')
  expect((await engagement.refusal('roadmap.update', { id: a, fields: { endOn: dayFromToday(-3) } })).sentence).toContain(
    'end before it begins',
  )
})

it('what is finished is done in full and has begun; a task whose end has passed is late; one that has not begun says so', async () => {
  const id = await add('A', -20, -5)
  const waiting = await add('B', -2, 9)
  const states = async () => (await engagement.call('roadmap.plan', {})).tasks.map(({ title, state }) => `${title} ${state}`)
  expect(await states()).toEqual(['A late', 'B waiting'])
  await update(waiting, { progress: 20 })
  const { task } = await update(id, { actualEndOn: dayFromToday(-4) })
  expect(task).toMatchObject({ progress: 100, actualStartOn: dayFromToday(-20), state: 'done' })
  expect(await states()).toEqual(['A done', 'B under-way'])
})

it('the baseline stays where it was set, and the burn-down counts by it', async () => {
  const roundId = (await engagement.call('gap.rounds', {})).at(-1)?.id ?? ''
  for (const itemId of ['4.1-1', '4.1-2', 'A.6.2.4', 'A.7.5'])
    await engagement.call('gap.judge', { roundId, itemId, fields: { conformity: 'does-not-conform' } })
  const a = await add('A', -30, -10, ['4.1-1', '4.1-2'])
  const b = await add('B', -20, 20, ['A.6.2.4'])
  expect(await engagement.call('roadmap.setBaseline', {})).toEqual({ tasks: 2 })
  await update(b, { endOn: dayFromToday(60) })
  const before = await engagement.call('roadmap.burnDown', {})
  expect(before).toMatchObject({ total: 4, uncovered: 1, plannedToday: 2, openToday: 4, isBaseline: true, unverified: 0 })
  expect(before.planned.map(({ day, open }) => [day, open])).toEqual([
    [dayFromToday(-30), 4],
    [dayFromToday(-10), 2],
    [dayFromToday(20), 1],
    [dayFromToday(60), 1],
  ])
  await update(a, { actualEndOn: dayFromToday(-3) })
  const after = await engagement.call('roadmap.burnDown', {})
  expect(after).toMatchObject({ openToday: 2, unverified: 2 })
  expect(after.actual.map(({ day, open }) => [day, open])).toEqual([
    [dayFromToday(-30), 4],
    [dayFromToday(-3), 2],
    [today, 2],
  ])
  expect(after.rounds.at(-1)?.open).toBe(4)
})

it('a removed task takes its links along, and the summary names phase, milestone, what is late and how the end meets the target', async () => {
  const [a, b] = [await add('A', -30, -10, ['4.1-1']), await add('B', 5, 9)]
  await engagement.call('roadmap.setAfter', { id: b, afterIds: [a] })
  await engagement.call('engagement.update', { certificationTarget: dayFromToday(7) })
  await engagement.call('roadmap.add', { phase: 'design', kind: 'milestone', title: 'Gate', startOn: dayFromToday(4) })
  expect(await engagement.call('roadmap.summary', {})).toMatchObject({
    phase: { id: 'design' },
    nextMilestone: { title: 'Gate', day: dayFromToday(4) },
    late: [{ title: 'A' }],
    daysAfterTarget: 2,
  })
  await engagement.call('roadmap.remove', { ids: [a] })
  expect((await engagement.call('roadmap.task', { id: b })).afterIds).toEqual([])
  expect((await engagement.refusal('roadmap.task', { id: a })).code).toBe('not-found')
})
