import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Plan, phaseIds } from '../../../src-main/contract/roadmap.ts'
import { dayFromToday, EngagementInFolder, today } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
let roundId = ''
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
  roundId = (await engagement.call('gap.rounds', {})).at(-1)?.id ?? ''
})
afterEach(() => engagement.remove())

type Fields = Parameters<typeof judge>[1]
const judge = (
  itemId: string,
  fields: { owner?: string; effortDays?: number; priority?: 'low' | 'critical'; dueDate?: string; action?: string } = {},
) => engagement.call('gap.judge', { roundId, itemId, fields: { conformity: 'partly', ...fields } })
const judgeAll = async (judgements: Record<string, Fields>) => {
  for (const [itemId, fields] of Object.entries(judgements)) await judge(itemId, fields)
}
const make = (startOn = today, target: string | null = dayFromToday(365)) => engagement.call('roadmap.make', { startOn, target })
const plan = () => engagement.call('roadmap.plan', {})
const taskFor = ({ tasks }: Plan, itemId: string) => tasks.find(({ itemIds }) => itemIds.includes(itemId))

/** The first day on which a task may begin by what it waits for. */
function expectNoneTooEarly({ tasks }: Plan): void {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  for (const task of tasks)
    for (const afterId of task.afterIds) {
      const before = byId.get(afterId)
      if (!before) throw new Error('waits for nothing')
      const isSoft = before.kind === 'milestone' || task.kind === 'milestone'
      expect(isSoft ? task.startOn >= before.endOn : task.startOn > before.endOn, `${task.title} after ${before.title}`).toBe(true)
    }
}

it('lays the phases between start and target, and sets the target', async () => {
  const proposal = await engagement.call('roadmap.propose', { startOn: today, target: dayFromToday(365) })
  const made = await make()
  expect(made.fixed).toBe(proposal.fixed)
  expect(proposal).toMatchObject({ months: 12, warning: 'none', fromGaps: 0 })
  const { phases, tasks, startOn, endOn, certificationTarget } = await plan()
  expect([startOn, endOn, certificationTarget]).toEqual([today, dayFromToday(364), dayFromToday(365)])
  expect(phases.map(({ id }) => id)).toEqual(phaseIds)
  const starts = phases.map((phase) => phase.startOn ?? '')
  expect(starts).toEqual([...starts].sort())
  expect(tasks.filter(({ title }) => /^Stage [12]:/.test(title)).map(({ kind, phase }) => [kind, phase])).toEqual([
    ['milestone', 'certification'],
    ['milestone', 'certification'],
  ])
  expectNoneTooEarly(await plan())
})

it.each([0, 1, 2, 3, 4, 5, 6, 150])('lays every task on working days, whatever day it starts on (%i days from today)', async (shift) => {
  await judgeAll({ '5.2-1': { owner: 'A', effortDays: 4 }, '6.2-1': { owner: 'A', effortDays: 9 }, 'A.6.2.4': {} })
  const target = dayFromToday(shift + 370)
  await make(dayFromToday(shift), target)
  const made = await plan()
  const isFree = (day: string) => [0, 6].includes(new Date(day).getUTCDay()) || ['01-01', '12-25', '12-26'].includes(day.slice(5))
  for (const { title, startOn, endOn } of made.tasks) {
    expect([startOn, endOn].filter(isFree), title).toEqual([])
    expect(endOn <= target && startOn <= endOn, title).toBe(true)
  }
  expectNoneTooEarly(made)
  // Each step of the phases waits for what it is to wait for, on whatever days they were laid.
  expect(made.tasks.find(({ title }) => title.startsWith('Statement of Applicability approved'))?.afterIds).toHaveLength(1)
})

it('knows what is in place already, and marks it as done in one change', async () => {
  await make()
  expect(await engagement.call('roadmap.inPlace', {})).toEqual([])
  const { id } = await engagement.call('inventory.add', { name: 'Chat' })
  const titles = async () => (await engagement.call('roadmap.inPlace', {})).map(({ title }) => title)
  expect(await titles()).toEqual(['Inventory of AI systems'])
  await engagement.call('classification.answer', { systemId: id, question: 'inference', value: ['rules'] })
  expect(await titles()).toHaveLength(2)
  const before = await plan()
  expect(await engagement.call('roadmap.finishInPlace', {})).toEqual({ finished: 2 })
  const after = await plan()
  expect(after.tasks.filter(({ state }) => state === 'done').map(({ title, progress }) => [title, progress])).toEqual([
    ['Inventory of AI systems', 100],
    ['Roles and classes under the EU AI Act', 100],
  ])
  expect(await titles()).toEqual([])
  await engagement.undo()
  expect(await plan()).toEqual(before)
})

it('says that a plan is short or long, and refuses one that has no room', async () => {
  expect((await engagement.call('roadmap.propose', { startOn: today, target: dayFromToday(120) })).warning).toBe('short')
  expect((await engagement.call('roadmap.propose', { startOn: today, target: dayFromToday(600) })).warning).toBe('long')
  expect((await engagement.refusal('roadmap.make', { startOn: today, target: dayFromToday(20) })).sentence).toContain('two months')
})

it('makes one task of the open gaps of a clause or objective: summed effort, owner, actions, and the phase that closes them', async () => {
  await judgeAll({
    '6.1.3-1': { owner: 'Chief Risk Officer', effortDays: 4, action: 'Sign the residual risks' },
    '6.1.3-2': { owner: 'Chief Risk Officer', effortDays: 3 },
    'A.10.3': { owner: 'Head of Procurement', effortDays: 5 },
    '9.2.1-1': {},
  })
  expect(await make()).toMatchObject({ fromGaps: 3, gaps: 4 })
  const now = await plan()
  const treatment = taskFor(now, '6.1.3-1')
  expect(treatment).toMatchObject({ phase: 'design', effortDays: 7, owner: 'Chief Risk Officer', itemIds: ['6.1.3-1', '6.1.3-2'] })
  expect(taskFor(now, 'A.10.3')?.phase).toBe('implementation')
  expect(taskFor(now, '9.2.1-1')).toMatchObject({ phase: 'internal-audit', effortDays: null, owner: '' })
  expect((await engagement.call('roadmap.task', { id: treatment?.id ?? '' })).notes).toContain('Sign the residual risks')
  expect(now.uncovered).toBe(0)
  expectNoneTooEarly(now)
})

it('puts the urgent first where one person owns several, and keeps a due date that lies in the phase', async () => {
  await judgeAll({
    '5.2-1': { owner: 'Compliance Officer', effortDays: 4, priority: 'low' },
    '6.2-1': { owner: 'Compliance Officer', effortDays: 4, priority: 'critical' },
    '7.2-1': { owner: 'Head of HR', effortDays: 2, dueDate: dayFromToday(100) },
  })
  await make()
  const now = await plan()
  expect(taskFor(now, '6.2-1')?.endOn ?? '').toBeTruthy()
  expect((taskFor(now, '6.2-1')?.endOn ?? '') < (taskFor(now, '5.2-1')?.startOn ?? '')).toBe(true)
  expect(taskFor(now, '7.2-1')?.endOn).toBe(dayFromToday(100))
})

it('plans nothing that is open today into the past, even where its phase has passed', async () => {
  await judge('4.1-1')
  await make(dayFromToday(-150), dayFromToday(240))
  expect((taskFor(await plan(), '4.1-1')?.startOn ?? '') >= today).toBe(true)
})

it('made again, adds only what is not covered and moves nothing; one undo takes it back', async () => {
  await judge('A.6.2.4')
  await make()
  const moved = (await plan()).tasks.find(({ title }) => title.startsWith('Inventory'))
  if (!moved) throw new Error('no task')
  await engagement.call('roadmap.update', { id: moved.id, fields: { title: 'Renamed', startOn: dayFromToday(3), endOn: dayFromToday(9) } })
  const standing = await plan()
  await judge('A.6.2.6', { effortDays: 6 })
  expect((await plan()).uncovered).toBe(1)
  expect(await make(dayFromToday(60))).toEqual({ fixed: 0, fromGaps: 1, gaps: 1 })
  const after = await plan()
  expect(after.tasks.filter(({ itemIds }) => !itemIds.includes('A.6.2.6'))).toEqual(
    standing.tasks.map((task) => expect.objectContaining({ id: task.id, title: task.title, startOn: task.startOn, endOn: task.endOn })),
  )
  expect(await make()).toEqual({ fixed: 0, fromGaps: 0, gaps: 0 })
  await engagement.undo()
  expect((await plan()).tasks.map(({ id }) => id).sort()).toEqual(standing.tasks.map(({ id }) => id).sort())
})

it('makes a new task for a gap that a later round still finds although its task was finished', async () => {
  await judge('A.6.2.4')
  await make()
  const task = taskFor(await plan(), 'A.6.2.4')
  await engagement.call('roadmap.update', { id: task?.id ?? '', fields: { actualEndOn: dayFromToday(-10) } })
  expect((await plan()).uncovered).toBe(0)
  await engagement.call('gap.startRound', { name: 'Follow-up', kind: 'follow-up', startedOn: today, basedOn: roundId })
  expect((await plan()).uncovered).toBe(1)
  expect(await make()).toMatchObject({ fromGaps: 1, gaps: 1 })
})
