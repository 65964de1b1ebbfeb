import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, daysBetween } from '../../../src-main/contract/days.ts'
import { checkNoCircle, type Dependency, earliestAfter, type Scheduled, settle } from '../../../src-main/roadmap/schedule.ts'

const first = '2026-01-01'
const aTask = fc.record({
  at: fc.integer({ min: 0, max: 60 }),
  length: fc.integer({ min: 0, max: 30 }),
  kind: fc.constantFrom('task' as const, 'milestone' as const),
  isDone: fc.boolean(),
})

/** Tasks that wait only for tasks before them in the list: no circle. They may overlap as they like. */
const network = fc.array(aTask, { minLength: 2, maxLength: 14 }).chain((tasks) =>
  fc.record({
    tasks: fc.constant(
      tasks.map(({ at, length, kind, isDone }, index): Scheduled => {
        const endOn = addDays(first, at + (kind === 'milestone' ? 0 : length))
        return { id: `${index}`, title: `Task ${index}`, kind, startOn: addDays(first, at), endOn, actualEndOn: isDone ? endOn : null }
      }),
    ),
    dependencies: fc.uniqueArray(
      fc.tuple(fc.nat(tasks.length - 1), fc.nat(tasks.length - 1)).filter(([a, b]) => a < b),
      { maxLength: 30, selector: ([a, b]) => `${a}-${b}` },
    ),
    chosen: fc.nat(tasks.length - 1),
    by: fc.integer({ min: -40, max: 80 }),
  }),
)

/** Puts every task where it may be, one after the other, as a person would who makes a plan without a fault. */
function settled(tasks: Scheduled[], dependencies: Dependency[]): Scheduled[] {
  return tasks.reduce<Scheduled[]>((now, { id }) => {
    const task = now.find((each) => each.id === id)
    if (!task) throw new Error('lost')
    const { moved } = settle(now, dependencies, task)
    return now.map((each) => moved.get(each.id) ?? each)
  }, tasks)
}

const tooEarly = (tasks: Scheduled[], dependencies: Dependency[]) =>
  dependencies.filter(({ taskId, afterId }) => {
    const [task, before] = [tasks.find(({ id }) => id === taskId), tasks.find(({ id }) => id === afterId)]
    return task && before && task.actualEndOn === null && task.startOn < earliestAfter(before, task)
  })

it('whatever is moved, no task begins before what it waits for has ended, each keeps its length, and nothing finished moves', () => {
  fc.assert(
    fc.property(network, ({ tasks, dependencies: pairs, chosen, by }) => {
      const dependencies = pairs.map(([a, b]) => ({ taskId: `${b}`, afterId: `${a}` }))
      const plan = settled(tasks, dependencies)
      expect(tooEarly(plan, dependencies)).toEqual([])
      const task = plan[chosen]
      if (!task) throw new Error('no task')
      const changed = { ...task, startOn: addDays(task.startOn, by), endOn: addDays(task.endOn, by) }
      const { moved } = settle(plan, dependencies, changed)
      const after = plan.map((each) => moved.get(each.id) ?? each)
      expect(tooEarly(after, dependencies)).toEqual([])
      for (const [index, each] of after.entries()) {
        const before = each.id === task.id ? changed : plan[index]
        if (!before) throw new Error('no task')
        expect(daysBetween(each.startOn, each.endOn)).toBe(daysBetween(before.startOn, before.endOn))
        if (each.id !== task.id && before.actualEndOn !== null) expect(each).toEqual(before)
        // Pushed by what comes before it, and never pulled forward.
        if (each.id !== task.id) expect(each.startOn >= before.startOn).toBe(true)
      }
    }),
  )
})

it('a circle is refused, however long', () => {
  const chain = [
    { taskId: 'b', afterId: 'a' },
    { taskId: 'c', afterId: 'b' },
  ]
  expect(() => checkNoCircle(chain, 'c')).not.toThrow()
  expect(() => checkNoCircle([...chain, { taskId: 'a', afterId: 'c' }], 'a')).toThrow()
})
