import { addDays, daysBetween } from '../contract/days.ts'
import { FieldbookError } from '../contract/errors.ts'
import { circularAmong } from '../engagement/circles.ts'
import { text } from '../language/text.ts'

/** What a task's place in time depends on. */
export interface Scheduled {
  id: string
  title: string
  kind: 'task' | 'milestone'
  startOn: string
  endOn: string
  actualEndOn: string | null
}

export interface Dependency {
  taskId: string
  afterId: string
}

/** The first day on which a task that waits for another may begin: the day after; a milestone is reached on the day itself. */
export function earliestAfter(before: Scheduled, waiting: Pick<Scheduled, 'kind'>): string {
  const end = before.actualEndOn ?? before.endOn
  return before.kind === 'milestone' || waiting.kind === 'milestone' ? end : addDays(end, 1)
}

const shifted = <Task extends Scheduled>(task: Task, startOn: string): Task => ({
  ...task,
  startOn,
  endOn: addDays(startOn, daysBetween(task.startOn, task.endOn)),
})

/**
 * Puts a changed task where its predecessors let it be, then pushes what waits for it, and what waits for that, to the first day on which
 * it may begin (finish to start). Each keeps its length; nothing is pulled forward, and what is finished stays. Tasks that wait for
 * themselves, as in a file that another program wrote, would be pushed for ever: those dependencies do not count.
 */
export function settle<Task extends Scheduled>(
  tasks: readonly Task[],
  all: readonly Dependency[],
  changed: Task,
): { moved: Map<string, Task>; heldBy: string | null } {
  const circular = new Set(circularAmong(all))
  const dependencies = all.filter((each) => !circular.has(each))
  const known = new Map(tasks.map((task) => [task.id, task]))
  const before = Map.groupBy(dependencies, ({ taskId }) => taskId)
  const waiting = Map.groupBy(dependencies, ({ afterId }) => afterId)
  const moved = new Map<string, Task>()
  const now = (id: string) => moved.get(id) ?? known.get(id)
  const holder = (task: Task) =>
    (before.get(task.id) ?? [])
      .flatMap(({ afterId }) => now(afterId) ?? [])
      .map((each) => ({ title: each.title, day: earliestAfter(each, task) }))
      .reduce<{ title: string; day: string } | null>((last, each) => (last === null || each.day > last.day ? each : last), null)
  const held = changed.actualEndOn === null ? holder(changed) : null
  const isHeld = held !== null && held.day > changed.startOn
  moved.set(changed.id, isHeld ? shifted(changed, held.day) : changed)
  const queue = [changed.id]
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const { taskId } of waiting.get(id) ?? []) {
      const task = now(taskId)
      const first = task && task.actualEndOn === null ? holder(task) : null
      if (!task || first === null || first.day <= task.startOn) continue
      moved.set(taskId, shifted(task, first.day))
      queue.push(taskId)
    }
  }
  return { moved, heldBy: isHeld ? held.title : null }
}

/** A task must not wait for itself, not even by way of others. */
export function checkNoCircle(dependencies: readonly Dependency[], id: string): void {
  const after = Map.groupBy(dependencies, ({ taskId }) => taskId)
  const seen = new Set<string>()
  const queue = [id]
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const { afterId } of after.get(at) ?? []) {
      if (afterId === id) throw new FieldbookError('conflict', { reason: text('roadmap:circle') })
      if (!seen.has(afterId)) queue.push(afterId)
      seen.add(afterId)
    }
  }
}
