import { v7 as uuid } from 'uuid'
import { assessables } from '../catalog/load.ts'
import { addDays, daysBetween } from '../contract/days.ts'
import { FieldbookError } from '../contract/errors.ts'
import type { TaskFields, TaskInPlace } from '../contract/roadmap.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { listed } from '../engagement/lists.ts'
import { text } from '../language/text.ts'
import { earlier } from './days.ts'
import { insertTasks, type NewTask } from './make.ts'
import { allDependencies, allTasks, taskById } from './queries.ts'
import { checkNoCircle, settle } from './schedule.ts'

export interface Settled {
  pushed: number
  heldBy: string | null
}

/** Adds a task of two weeks, or a milestone. Says its id. */
export function addTask(
  file: EngagementFile,
  { phase, kind, title, startOn }: Pick<NewTask, 'phase' | 'kind' | 'startOn'> & { title: string | undefined },
  now: Date,
): string {
  const task: NewTask = {
    id: uuid(),
    title: title?.trim() || text(`roadmap:new.${kind}`),
    kind,
    phase,
    startOn,
    endOn: kind === 'milestone' ? startOn : addDays(startOn, 13),
    actualEndOn: null,
    template: null,
    owner: '',
    effortDays: null,
    notes: '',
    place: 1,
    after: [],
    itemIds: [],
  }
  file.write(text('roadmap:history.added', { title: task.title }), () => insertTasks(file, [task], now))
  return task.id
}

/** What one field says of another: what is finished is done in full; what has an end has begun; a milestone is one day. */
function together(now: TaskFields, given: Partial<TaskFields>, today: string): Partial<TaskFields> {
  const fields = { ...given }
  if (given.progress === 100 && now.actualEndOn === null && given.actualEndOn === undefined) fields.actualEndOn = today
  if (given.progress !== undefined && given.progress < 100 && now.actualEndOn !== null) fields.actualEndOn ??= null
  if (fields.actualEndOn) {
    fields.progress = 100
    if ((given.actualStartOn === undefined ? now.actualStartOn : given.actualStartOn) === null)
      fields.actualStartOn = earlier(now.startOn, fields.actualEndOn)
  } else if (given.actualEndOn === null && now.progress === 100 && given.progress === undefined) fields.progress = 90
  const kind = given.kind ?? now.kind
  if (kind === 'milestone') {
    const on = given.endOn ?? given.startOn ?? now.endOn
    if (given.kind || given.startOn || given.endOn) Object.assign(fields, { startOn: on, endOn: on })
  }
  return fields
}

/** Fails with a sentence where a task would end before it begins. */
function checkDates({ startOn, endOn, actualStartOn, actualEndOn }: TaskFields): void {
  if (endOn < startOn) throw new FieldbookError('conflict', { reason: text('roadmap:endsBeforeStart') })
  if (actualStartOn !== null && actualEndOn !== null && actualEndOn < actualStartOn)
    throw new FieldbookError('conflict', { reason: text('roadmap:finishedBeforeStart') })
}

/** A start that is moved alone, past the end, takes the end along. */
const withEnd = (now: TaskFields, fields: Partial<TaskFields>): Partial<TaskFields> =>
  fields.startOn !== undefined && fields.endOn === undefined && fields.startOn > now.endOn
    ? { ...fields, endOn: addDays(fields.startOn, daysBetween(now.startOn, now.endOn)) }
    : fields

/** Changes fields of a task; tasks that wait for it are pushed in the same change. */
export function changeTask(file: EngagementFile, id: string, given: Partial<TaskFields>, today: string): Settled {
  const now = file.one(taskById(id), id)
  if (Object.keys(given).length === 0) return { pushed: 0, heldBy: null }
  const fields = withEnd(now, together(now, given, today))
  const changed = { ...now, ...fields }
  checkDates(changed)
  const isMoved = (['startOn', 'endOn', 'actualEndOn', 'kind'] as const).some((name) => changed[name] !== now[name])
  const { moved, heldBy } = isMoved
    ? settle(file.all(allTasks), file.all(allDependencies), changed)
    : { moved: new Map([[id, changed]]), heldBy: null }
  const pushed = [...moved.values()].filter((task) => task.id !== id)
  const own = moved.get(id) ?? changed
  const label = text(isMoved ? 'roadmap:history.moved' : 'roadmap:history.changed', { title: changed.title, count: pushed.length })
  file.write(label, () => {
    file.run(
      database
        .updateTable('roadmapTask')
        .set({ ...fields, startOn: own.startOn, endOn: own.endOn })
        .where('id', '=', id),
    )
    writeDates(file, pushed)
  })
  return { pushed: pushed.length, heldBy }
}

const writeDates = (file: EngagementFile, tasks: readonly { id: string; startOn: string; endOn: string }[]) =>
  file.runEach(
    database.updateTable('roadmapTask').set({ startOn: '', endOn: '' }).where('id', '=', ''),
    tasks.map(({ id, startOn, endOn }) => [startOn, endOn, id]),
  )

/** Gives these tasks the same values as one change; says how many there are. */
export function changeTasks(file: EngagementFile, ids: readonly string[], given: Partial<TaskFields>, today: string): number {
  const chosen = file.all(allTasks.where('id', 'in', listed(ids)))
  if (chosen.length !== new Set(ids).size) throw new FieldbookError('not-found', { what: text('roadmap:oneOfThese') })
  const changes = chosen.map((now) => ({ id: now.id, fields: together(now, given, today), now }))
  for (const { now, fields } of changes) checkDates({ ...now, ...fields })
  file.write(text('roadmap:history.changedMany', { count: chosen.length }), () => {
    for (const { id, fields } of changes) file.run(database.updateTable('roadmapTask').set(fields).where('id', '=', id))
  })
  return chosen.length
}

/** Names what has to be finished before a task; the task, and what waits for it, is pushed where it would begin too early. */
export function setAfter(file: EngagementFile, id: string, afterIds: readonly string[]): Settled {
  const now = file.one(taskById(id), id)
  const wanted = [...new Set(afterIds)]
  const tasks = file.all(allTasks)
  const unknown = wanted.filter((each) => !tasks.some((task) => task.id === each))
  if (unknown.length > 0) throw new FieldbookError('not-found', { what: unknown.join(', ') })
  const all = file.all(allDependencies)
  const dependencies = [...all.filter(({ taskId }) => taskId !== id), ...wanted.map((afterId) => ({ taskId: id, afterId }))]
  checkNoCircle(dependencies, id)
  const kept = new Set(all.filter(({ taskId }) => taskId === id).map(({ afterId }) => afterId))
  const { moved, heldBy } = settle(tasks, dependencies, now)
  file.write(text('roadmap:history.after', { title: now.title }), () => {
    file.run(database.deleteFrom('roadmapDependency').where('taskId', '=', id).where('afterId', 'not in', listed(wanted)))
    file.runEach(
      database.insertInto('roadmapDependency').values({ id: '', taskId: '', afterId: '' }),
      wanted.filter((each) => !kept.has(each)).map((afterId) => [uuid(), id, afterId]),
    )
    writeDates(file, [...moved.values()])
  })
  return { pushed: moved.size - 1, heldBy }
}

/** Names the requirements and controls whose gaps a task closes. */
export function setItems(file: EngagementFile, id: string, itemIds: readonly string[]): void {
  const { title } = file.one(taskById(id), id)
  const unknown = itemIds.filter((itemId) => !assessables().has(itemId))
  if (unknown.length > 0) throw new FieldbookError('not-found', { what: unknown.join(', ') })
  const kept = new Set(
    file.all(database.selectFrom('roadmapTaskItem').select('itemId').where('taskId', '=', id)).map(({ itemId }) => itemId),
  )
  file.write(text('roadmap:history.items', { title }), () => {
    file.run(database.deleteFrom('roadmapTaskItem').where('taskId', '=', id).where('itemId', 'not in', listed(itemIds)))
    file.runEach(
      database.insertInto('roadmapTaskItem').values({ id: '', taskId: '', itemId: '' }),
      [...new Set(itemIds)].filter((itemId) => !kept.has(itemId)).map((itemId) => [uuid(), id, itemId]),
    )
  })
}

/** Keeps today's planned dates of all tasks as the baseline. */
export function setBaseline(file: EngagementFile): number {
  const tasks = file.all(allTasks)
  file.write(text('roadmap:history.baseline'), () =>
    file.run(database.updateTable('roadmapTask').set(({ ref }) => ({ baselineStartOn: ref('startOn'), baselineEndOn: ref('endOn') }))),
  )
  return tasks.length
}

/** Marks tasks as done since a day each; what waits for them stays where it is planned. */
export function finishTasks(file: EngagementFile, tasks: readonly TaskInPlace[]): number {
  if (tasks.length === 0) return 0
  const planned = new Map(file.all(allTasks).map((task) => [task.id, task]))
  file.write(text('roadmap:history.finished', { count: tasks.length }), () => {
    for (const { id, since } of tasks) {
      const { actualStartOn = null, startOn = since } = planned.get(id) ?? {}
      const begun = earlier(actualStartOn ?? startOn, since)
      const fields = { progress: 100, actualStartOn: begun, actualEndOn: since }
      file.run(database.updateTable('roadmapTask').set(fields).where('id', '=', id))
    }
  })
  return tasks.length
}

/** Takes tasks off the roadmap, with what they close and wait for. */
export function removeTasks(file: EngagementFile, ids: readonly string[]): void {
  file.write(text('roadmap:history.removed', { count: ids.length }), () => {
    file.run(database.deleteFrom('roadmapTaskItem').where('taskId', 'in', listed(ids)))
    file.run(
      database.deleteFrom('roadmapDependency').where((is) => is.or([is('taskId', 'in', listed(ids)), is('afterId', 'in', listed(ids))])),
    )
    file.run(database.deleteFrom('roadmapTask').where('id', 'in', listed(ids)))
  })
}
