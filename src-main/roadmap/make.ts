import { v7 as uuid } from 'uuid'
import { assessables, loadCatalog } from '../catalog/load.ts'
import { loadRoadmapContent } from '../catalog/roadmap-content.ts'
import { addDays, daysBetween } from '../contract/days.ts'
import { FieldbookError } from '../contract/errors.ts'
import { priorities } from '../contract/gap.ts'
import type { PhaseId, PlanProposal } from '../contract/roadmap.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { text } from '../language/text.ts'
import { earlier, later } from './days.ts'
import { coveredItems, groupOfItem, newestGaps, type OpenGap } from './gaps.ts'
import { allTasks } from './queries.ts'
import { earliestAfter, type Scheduled } from './schedule.ts'
import { workingDay } from './working-days.ts'

/** From where to where, and the day before which nothing that is still open can be done. */
export interface PlanTime {
  startOn: string
  target: string | null
  today: string
}

const daysOfMonth = 365 / 12
/** A plan shorter than this, in months, has little room for records over time; a longer one loses its people. */
const usualMonths = { least: 8, most: 15 }

/** A task that is still to be written. */
export interface NewTask extends Scheduled {
  phase: PhaseId
  template: string | null
  owner: string
  effortDays: number | null
  notes: string
  place: number
  after: string[]
  itemIds: string[]
}

interface Span {
  from: string
  to: string
}

/** The phases laid out between start and target; without a target each month has its usual length. */
function spans({ startOn, target }: PlanTime): Map<PhaseId, Span> {
  const { phases } = loadRoadmapContent()
  const months = Math.max(...phases.map(({ lastMonth }) => lastMonth))
  const length = target === null ? daysOfMonth : daysBetween(startOn, target) / months
  const at = (month: number) => addDays(startOn, Math.round(month * length))
  return new Map(phases.map(({ id, firstMonth, lastMonth }) => [id, { from: at(firstMonth - 1), to: addDays(at(lastMonth), -1) }]))
}

/** The tasks of the phases that are not there yet, each at its share of its phase. */
function fixedTasks(existing: ReadonlySet<string | null>, time: PlanTime): NewTask[] {
  const laid = spans(time)
  return loadRoadmapContent().phases.flatMap(({ id: phase, tasks }) => {
    const { from, to } = laid.get(phase) ?? { from: time.startOn, to: time.startOn }
    const length = daysBetween(from, to)
    return tasks.flatMap((task): NewTask[] => {
      if (existing.has(task.id)) return []
      const endOn = addDays(from, Math.floor(length * task.to))
      // The day after the one on which the task before it ends, where one share is the other's.
      const startOn = task.kind === 'milestone' ? endOn : addDays(from, Math.floor(length * task.from) + (task.from > 0 ? 1 : 0))
      return [
        {
          id: uuid(),
          title: task.title,
          kind: task.kind,
          startOn: earlier(startOn, endOn),
          endOn,
          actualEndOn: null,
          phase,
          template: task.id,
          owner: task.owner,
          effortDays: task.effortDays,
          notes: task.about,
          place: 0,
          after: task.after,
          itemIds: [],
        },
      ]
    })
  })
}

/**
 * Tasks laid on days on which people work, in their order: one that began after another had ended still does. Nothing is moved beyond the
 * target by this.
 */
function onWorkingDays(tasks: readonly NewTask[], target: string | null): NewTask[] {
  const laid = new Map(tasks.map((task) => [task.template, { planned: task, now: task }]))
  for (const planned of tasks) {
    const held = planned.after.flatMap((template) => {
      const before = laid.get(template)
      return before && planned.startOn >= earliestAfter(before.planned, planned) ? [earliestAfter(before.now, planned)] : []
    })
    const startOn = workingDay(held.reduce(later, planned.startOn), target)
    const endOn = planned.kind === 'milestone' ? startOn : later(startOn, workingDay(planned.endOn, target))
    laid.set(planned.template, { planned, now: { ...planned, startOn, endOn } })
  }
  return [...laid.values()].map(({ now }) => now)
}

/** The most urgent first; what has no priority comes last. */
const urgency = (gaps: readonly OpenGap[]) =>
  Math.min(...gaps.map(({ priority }) => (priority === null ? priorities.length : priorities.length - 1 - priorities.indexOf(priority))))

/** The owner who stands at most of the gaps; the first of them where several do. */
function ownerOf(gaps: readonly OpenGap[]): string {
  const named = Map.groupBy(
    gaps.map(({ owner }) => owner.trim()).filter((owner) => owner !== ''),
    (owner) => owner,
  )
  return [...named].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? ''
}

/** Whoever closes gaps does other work too: two working days of each week, and a week at least. */
const calendarDays = (effort: number | null, room: number) => Math.min(Math.max(7, Math.ceil(((effort ?? 3) * 7) / 2)), Math.max(7, room))

function effortOf(gaps: readonly OpenGap[]): number | null {
  const estimated = gaps.flatMap(({ effortDays }) => effortDays ?? [])
  return estimated.length === 0 ? null : estimated.reduce((sum, days) => sum + days, 0)
}

/** What is open in a clause or objective, as one task: who, how much, and what is to be done. */
function taskOfGaps(group: string, phase: PhaseId, gaps: OpenGap[]): NewTask {
  const { clauses, objectives } = loadCatalog()
  const title = [...clauses, ...objectives].find(({ id }) => id === group)?.title ?? ''
  const lines = gaps.map(({ itemId, action, finding }) => `${itemId} ${assessables().get(itemId)?.title ?? ''}: ${action || finding}`)
  return {
    id: uuid(),
    title: text('roadmap:gapTask', { group, title, count: gaps.length }),
    kind: 'task',
    startOn: '',
    endOn: '',
    actualEndOn: null,
    phase,
    template: null,
    owner: ownerOf(gaps),
    effortDays: effortOf(gaps),
    notes: lines.map((line) => line.replace(/: $/, '')).join('\n'),
    place: 1,
    after: [],
    itemIds: gaps.map(({ itemId }) => itemId),
  }
}

/**
 * One task for each clause or objective with open gaps, in the phase that closes them. The most urgent come first; whoever owns several
 * does one after the other; a due date within the phase is kept. What is open today cannot have been closed before today.
 */
function gapTasks(gaps: readonly OpenGap[], time: PlanTime): NewTask[] {
  const laid = spans(time)
  const free = new Map<string, string>()
  return loadRoadmapContent().phases.flatMap(({ id: phase, covers }) => {
    const span = laid.get(phase) ?? { from: time.startOn, to: time.startOn }
    const from = later(span.from, time.today)
    const to = later(span.to, addDays(from, 27))
    const groups = covers.map((group) => ({ group, gaps: gaps.filter(({ itemId }) => groupOfItem(itemId) === group) }))
    const open = groups.filter((each) => each.gaps.length > 0).sort((a, b) => urgency(a.gaps) - urgency(b.gaps))
    return open.map(({ group, gaps: ofGroup }): NewTask => {
      const task = taskOfGaps(group, phase, ofGroup)
      const length = calendarDays(task.effortDays, daysBetween(from, to) + 1)
      const due = ofGroup.flatMap(({ dueDate }) => dueDate ?? []).reduce((last, day) => later(last, day), '')
      const inTurn = later(from, free.get(task.owner) ?? '')
      const wanted = due === '' ? inTurn : addDays(due, 1 - length)
      const begun = later(from, earlier(wanted, addDays(to, 1 - length)))
      const planned = addDays(begun, length - 1)
      const startOn = workingDay(begun, planned)
      // A day that somebody set stays as it is.
      const endOn = planned === due ? planned : later(startOn, workingDay(planned, to))
      if (task.owner !== '') free.set(task.owner, later(free.get(task.owner) ?? '', addDays(endOn, 1)))
      return { ...task, startOn, endOn }
    })
  })
}

/** Task of the content before which every gap is to be closed. */
const gate = 'pre-check'

interface Draft {
  fixed: NewTask[]
  fromGaps: NewTask[]
  gaps: OpenGap[]
  covered: number
}

function draft(file: EngagementFile, time: PlanTime): Draft {
  if (time.target !== null && daysBetween(time.startOn, time.target) < 60)
    throw new FieldbookError('conflict', { reason: text('roadmap:tooShort') })
  const { startedOn, gaps } = newestGaps(file)
  const covered = coveredItems(file, startedOn)
  const uncovered = gaps.filter(({ itemId }) => !covered.has(itemId))
  const existing = new Set(file.all(allTasks).map(({ template }) => template))
  return {
    fixed: onWorkingDays(fixedTasks(existing, time), time.target),
    fromGaps: gapTasks(uncovered, time),
    gaps: uncovered,
    covered: gaps.length - uncovered.length,
  }
}

/** What making the plan would add. */
export function proposePlan(file: EngagementFile, time: PlanTime): PlanProposal {
  const { fixed, fromGaps, gaps, covered } = draft(file, time)
  const endOn = spans(time).get('certification')?.to ?? time.startOn
  const months = Math.round((daysBetween(time.startOn, endOn) + 1) / daysOfMonth)
  return {
    endOn,
    months,
    fixed: fixed.length,
    fromGaps: fromGaps.length,
    gaps: gaps.length,
    covered,
    withoutEffort: gaps.filter(({ effortDays }) => effortDays === null).length,
    effortDays: effortOf(gaps) ?? 0,
    warning: months < usualMonths.least ? 'short' : months > usualMonths.most ? 'long' : 'none',
  }
}

/** A dependency is made where it holds; so nothing that is there has to move. */
function dependenciesOf(tasks: readonly NewTask[], known: readonly (Scheduled & { template: string | null })[]) {
  const all = new Map([...known, ...tasks].flatMap((task) => (task.template === null ? [] : [[task.template, task]])))
  const wanted = tasks.flatMap((task): { task: Scheduled | undefined; before: Scheduled | undefined }[] => {
    const before = task.after.map((template) => ({ task, before: all.get(template) }))
    return task.itemIds.length > 0 ? [{ task: all.get(gate), before: task }] : before
  })
  return wanted.flatMap(({ task, before }) =>
    task && before && task.actualEndOn === null && task.startOn >= earliestAfter(before, task)
      ? [[uuid(), task.id, before.id] as const]
      : [],
  )
}

export interface MadePlan {
  tasks: NewTask[]
  dependencies: (readonly [id: string, taskId: string, afterId: string])[]
  fixed: number
  fromGaps: number
  gaps: number
}

/**
 * What the plan adds: the tasks of the phases that are not there yet, and one for each clause or objective with open gaps that no task
 * covers. What is there stays exactly as it is.
 */
export function draftPlan(file: EngagementFile, time: PlanTime): MadePlan {
  const { fixed, fromGaps, gaps } = draft(file, time)
  const tasks = [...fixed, ...fromGaps]
  const dependencies = dependenciesOf(tasks, file.all(allTasks))
  return { tasks, dependencies, fixed: fixed.length, fromGaps: fromGaps.length, gaps: gaps.length }
}

/** Writes a drafted plan. Call inside write(). */
export function insertPlan(file: EngagementFile, { tasks, dependencies }: MadePlan, now: Date): void {
  insertTasks(file, tasks, now)
  file.runEach(database.insertInto('roadmapDependency').values({ id: '', taskId: '', afterId: '' }), dependencies)
}

/** Makes the plan as one change, and sets the target that it leads to. */
export function makePlan(file: EngagementFile, time: PlanTime, now: Date): Pick<MadePlan, 'fixed' | 'fromGaps' | 'gaps'> {
  const made = draftPlan(file, time)
  file.write(text('roadmap:history.made', { count: made.tasks.length }), () => {
    if (time.target !== null) file.run(database.updateTable('engagement').set({ certificationTarget: time.target }))
    insertPlan(file, made, now)
  })
  return { fixed: made.fixed, fromGaps: made.fromGaps, gaps: made.gaps }
}

/** Writes tasks with the gaps that they close. Call inside write(). */
export function insertTasks(file: EngagementFile, tasks: readonly NewTask[], now: Date): void {
  for (const { after: _, itemIds, ...row } of tasks) {
    file.run(database.insertInto('roadmapTask').values({ ...row, createdAt: now.toISOString() }))
    file.runEach(
      database.insertInto('roadmapTaskItem').values({ id: '', taskId: '', itemId: '' }),
      itemIds.map((itemId) => [uuid(), row.id, itemId]),
    )
  }
}
