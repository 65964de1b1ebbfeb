import { assessables } from '../catalog/load.ts'
import { loadRoadmapContent } from '../catalog/roadmap-content.ts'
import { type Phase, type Plan, phaseIds, type Task, type TaskRow, type TaskState } from '../contract/roadmap.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { readEngagement } from '../engagement/queries.ts'
import { firstOf, lastOf } from './days.ts'
import { coveredItems, newestGaps } from './gaps.ts'
import { allDependencies, allItems, allTasks, taskById } from './queries.ts'

type Judged = Pick<TaskRow, 'startOn' | 'endOn' | 'actualStartOn' | 'actualEndOn' | 'progress'>

/** Where a task stands on a day. */
export function stateOf(task: Judged, today: string): TaskState {
  if (task.actualEndOn !== null) return 'done'
  if (task.endOn < today) return 'late'
  if (task.actualStartOn !== null || task.progress > 0) return 'under-way'
  return task.startOn < today ? 'waiting' : 'planned'
}

/** Every task with what it waits for and what it closes, by phase and then by when it begins. */
export function readTasks(file: EngagementFile, today: string): (TaskRow & { notes: string; createdAt: string })[] {
  const items = Map.groupBy(file.all(allItems), ({ taskId }) => taskId)
  const after = Map.groupBy(file.all(allDependencies), ({ taskId }) => taskId)
  const place = (task: { phase: Phase['id'] }) => phaseIds.indexOf(task.phase)
  return file
    .all(allTasks)
    .map(({ template: _, place: __, ...row }) => ({
      ...row,
      state: stateOf(row, today),
      itemIds: (items.get(row.id) ?? []).map(({ itemId }) => itemId),
      afterIds: (after.get(row.id) ?? []).map(({ afterId }) => afterId),
    }))
    .sort((a, b) => place(a) - place(b) || a.startOn.localeCompare(b.startOn) || a.endOn.localeCompare(b.endOn))
}

/** The phases with when they begin and end by their tasks. */
export function phasesOf(tasks: readonly TaskRow[]): Phase[] {
  const byPhase = Map.groupBy(tasks, ({ phase }) => phase)
  return loadRoadmapContent().phases.map(({ id, title, about, firstMonth, lastMonth }) => {
    const own = byPhase.get(id) ?? []
    return {
      id,
      title,
      about,
      firstMonth,
      lastMonth,
      startOn: firstOf(own.map(({ startOn }) => startOn)),
      endOn: lastOf(own.map(({ endOn }) => endOn)),
      tasks: own.length,
      done: own.filter(({ state }) => state === 'done').length,
    }
  })
}

/** The whole roadmap as a chart or a table shows it. */
export function readPlan(file: EngagementFile, today: string): Plan {
  const tasks = readTasks(file, today).map(({ notes: _, createdAt: __, ...row }) => row)
  const { startedOn, gaps } = newestGaps(file)
  const covered = coveredItems(file, startedOn)
  return {
    today,
    certificationTarget: readEngagement(file).certificationTarget,
    startOn: firstOf(tasks.map(({ startOn }) => startOn)),
    endOn: lastOf(tasks.map(({ endOn }) => endOn)),
    hasBaseline: tasks.some(({ baselineEndOn }) => baselineEndOn !== null),
    uncovered: gaps.filter(({ itemId }) => !covered.has(itemId)).length,
    phases: phasesOf(tasks),
    tasks,
  }
}

/** One task with everything around it; fails with not-found where there is none of this id. */
export function readTask(file: EngagementFile, id: string, today: string): Task {
  file.one(taskById(id), id)
  const tasks = readTasks(file, today)
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const task = byId.get(id)
  if (!task) throw new Error(`a task that was there is not: ${id}`)
  const open = new Set(newestGaps(file).gaps.map(({ itemId }) => itemId))
  return {
    ...task,
    items: task.itemIds.map((itemId) => {
      const item = assessables().get(itemId)
      return { id: itemId, kind: item?.kind ?? 'requirement', title: item?.title ?? '', isOpen: open.has(itemId) }
    }),
    after: task.afterIds.flatMap((afterId) => {
      const before = byId.get(afterId)
      return before ? [{ id: before.id, title: before.title, endOn: before.endOn }] : []
    }),
    before: tasks.filter(({ afterIds }) => afterIds.includes(id)).map(({ id: other, title, startOn }) => ({ id: other, title, startOn })),
  }
}
