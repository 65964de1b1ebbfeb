import { z } from 'zod'
import { day, done, freeText, moment, nothing, ofEngagement, pastDay, recordId, shortText } from './procedure.ts'

export const phaseIds = ['foundation', 'design', 'implementation', 'internal-audit', 'readiness', 'certification'] as const
export const phaseId = z.enum(phaseIds)
export type PhaseId = z.infer<typeof phaseId>

export const taskKinds = ['task', 'milestone'] as const
export const taskKind = z.enum(taskKinds)

const sentence = z.string().trim().min(1)
const share = z.number().min(0).max(1)

/** Content in our own words: the phases with what is done in each, whatever the gaps are. */
export const roadmapContent = z.object({
  version: z.string(),
  notice: sentence,
  phases: z
    .array(
      z.object({
        id: phaseId,
        title: sentence,
        firstMonth: z.number().int().min(1),
        lastMonth: z.number().int().min(1),
        about: sentence,
        /** Clauses and control objectives whose gaps are closed in this phase. */
        covers: z.array(z.string()),
        tasks: z.array(
          z.object({
            id: z.string(),
            title: sentence,
            kind: taskKind,
            /** When it begins and ends, as shares of the phase. */
            from: share,
            to: share,
            owner: sentence,
            effortDays: z.number().positive().nullable(),
            /** Tasks that have to be finished before. */
            after: z.array(z.string()),
            clauses: z.array(z.string()),
            about: sentence,
          }),
        ),
      }),
    )
    .length(phaseIds.length),
})
export type RoadmapContent = z.infer<typeof roadmapContent>

/** A task of the roadmap. One schema: types, validation and form. A milestone is one day. */
export const taskFields = z.object({
  title: shortText.min(1),
  phase: phaseId,
  kind: taskKind,
  owner: shortText,
  effortDays: z.number().min(0).max(10_000).nullable(),
  startOn: day,
  endOn: day,
  actualStartOn: pastDay.nullable(),
  actualEndOn: pastDay.nullable(),
  /** Per cent. */
  progress: z.number().int().min(0).max(100),
  notes: freeText,
})
export const taskField = taskFields.keyof()
export type TaskField = z.infer<typeof taskField>
export type TaskFields = z.infer<typeof taskFields>
export const sharedTaskFields = taskFields.pick({ owner: true, phase: true, progress: true, actualStartOn: true, actualEndOn: true })

/** late: its planned end has passed, and it is not finished; waiting: its planned start has passed, and it has not begun. */
export const taskStates = ['late', 'waiting', 'under-way', 'planned', 'done'] as const
export const taskState = z.enum(taskStates)
export type TaskState = z.infer<typeof taskState>

export const taskRow = taskFields.omit({ notes: true }).extend({
  id: recordId,
  baselineStartOn: day.nullable(),
  baselineEndOn: day.nullable(),
  state: taskState,
  /** Gaps that it closes. */
  itemIds: z.array(z.string()),
  /** Tasks that have to be finished before. */
  afterIds: z.array(recordId),
})
export type TaskRow = z.infer<typeof taskRow>

export const task = taskRow.extend({
  notes: freeText,
  createdAt: moment,
  items: z.array(z.object({ id: z.string(), kind: z.enum(['requirement', 'control']), title: z.string(), isOpen: z.boolean() })),
  after: z.array(z.object({ id: recordId, title: z.string(), endOn: day })),
  before: z.array(z.object({ id: recordId, title: z.string(), startOn: day })),
})
export type Task = z.infer<typeof task>

export const phase = z.object({
  id: phaseId,
  title: z.string(),
  about: z.string(),
  firstMonth: z.number(),
  lastMonth: z.number(),
  /** From its first task to its last; null where it has none. */
  startOn: day.nullable(),
  endOn: day.nullable(),
  tasks: z.number(),
  done: z.number(),
})
export type Phase = z.infer<typeof phase>

export const plan = z.object({
  /** Calendar day that late and waiting are judged by. */
  today: day,
  certificationTarget: day.nullable(),
  startOn: day.nullable(),
  endOn: day.nullable(),
  hasBaseline: z.boolean(),
  /** Open gaps of the newest round that no task covers. */
  uncovered: z.number(),
  phases: z.array(phase),
  /** In the order in which they are shown: by phase, then by when they begin. */
  tasks: z.array(taskRow),
})
export type Plan = z.infer<typeof plan>

export const planStart = z.object({ startOn: day, target: day.nullable() })

export const planProposal = z.object({
  endOn: day,
  months: z.number(),
  /** Tasks and milestones of the phases that are not there yet. */
  fixed: z.number(),
  /** Tasks that would be made from open gaps, and how many gaps they close. */
  fromGaps: z.number(),
  gaps: z.number(),
  /** Gaps that tasks cover already. */
  covered: z.number(),
  /** Gaps of the new tasks that nobody has estimated. */
  withoutEffort: z.number(),
  effortDays: z.number(),
  /** Why a person should look at the dates again. */
  warning: z.enum(['none', 'short', 'long']),
})
export type PlanProposal = z.infer<typeof planProposal>

/** How many gaps are open on a day. */
export const burnPoint = z.object({ day, open: z.number() })

export const burnDown = z.object({
  today: day,
  /** Gaps that tasks cover, and those of the newest round that none does. */
  total: z.number(),
  uncovered: z.number(),
  startOn: day.nullable(),
  endOn: day.nullable(),
  /** By the baseline, or by the plan as it is where there is no baseline; steps. */
  planned: z.array(burnPoint),
  isBaseline: z.boolean(),
  /** By what has been finished, up to today; steps. */
  actual: z.array(burnPoint),
  /** What the rounds of the gap assessment have found. */
  rounds: z.array(burnPoint.extend({ name: z.string() })),
  /** Gaps whose tasks are finished, and which the newest round still shows as open. */
  unverified: z.number(),
  plannedToday: z.number(),
  openToday: z.number(),
})
export type BurnDown = z.infer<typeof burnDown>

/** What the dashboard says of the roadmap. */
export const roadmapSummary = z.object({
  hasPlan: z.boolean(),
  phase: z.object({ id: phaseId, title: z.string() }).nullable(),
  nextMilestone: z.object({ id: recordId, title: z.string(), day, isLate: z.boolean() }).nullable(),
  tasks: z.number(),
  done: z.number(),
  late: z.array(z.object({ id: recordId, title: z.string(), owner: z.string(), endOn: day })),
  plannedEnd: day.nullable(),
  certificationTarget: day.nullable(),
  /** Days by which the plan ends after the target; negative where there is room; null without either. */
  daysAfterTarget: z.number().nullable(),
  /** Days by which the plan ends later than its baseline said. */
  daysAfterBaseline: z.number().nullable(),
})
export type RoadmapSummary = z.infer<typeof roadmapSummary>

/** A task that is not finished, although what it is about is there since a day. */
export const taskInPlace = z.object({ id: recordId, title: z.string(), since: day })
export type TaskInPlace = z.infer<typeof taskInPlace>

const affected = ['roadmap', 'documents', 'readiness', 'actions']
const ofTask = z.object({ id: recordId })
/** `pushed`: tasks that were moved because they wait for this one. `heldBy`: the task that it cannot begin before the end of. */
const moved = z.object({ task, pushed: z.number(), heldBy: z.string().nullable() })
export type Moved = z.infer<typeof moved>

export const roadmapContract = {
  plan: ofEngagement.query('The phases and every task of the roadmap', nothing, plan),
  task: ofEngagement.query('One task with the gaps that it closes and the tasks around it', ofTask, task),
  propose: ofEngagement.query('What a plan from this start to this target would add', planStart, planProposal),
  make: ofEngagement.mutation(
    'Make the plan: the tasks of the phases, and tasks from the open gaps of the newest round; what is there stays as it is',
    planStart,
    z.object({ fixed: z.number(), fromGaps: z.number(), gaps: z.number() }),
    [...affected, 'engagement'],
  ),
  add: ofEngagement.mutation(
    'Add a task or a milestone to a phase',
    z.object({ phase: phaseId, kind: taskKind.default('task'), title: shortText.optional(), startOn: day.optional() }),
    task,
    affected,
  ),
  update: ofEngagement.mutation(
    'Change fields of a task; where its dates change, the tasks that wait for it move along',
    ofTask.extend({ fields: taskFields.partial() }),
    moved,
    affected,
  ),
  updateMany: ofEngagement.mutation(
    'Give selected tasks the same values in one change',
    z.object({ ids: z.array(recordId).min(1), fields: sharedTaskFields.partial() }),
    z.object({ changed: z.number() }),
    affected,
    { offersUndo: true },
  ),
  setAfter: ofEngagement.mutation(
    'Name the tasks that have to be finished before this one',
    ofTask.extend({ afterIds: z.array(recordId).max(200) }),
    moved,
    affected,
  ),
  setItems: ofEngagement.mutation(
    'Name the requirements and controls whose gaps a task closes',
    ofTask.extend({ itemIds: z.array(z.string()).max(500) }),
    task,
    affected,
  ),
  inPlace: ofEngagement.query(
    'Tasks that are not finished, although the engagement shows that they are done',
    nothing,
    z.array(taskInPlace),
  ),
  finishInPlace: ofEngagement.mutation(
    'Mark tasks as done that the engagement shows to be done, in one change',
    nothing,
    z.object({ finished: z.number() }),
    affected,
    { offersUndo: true },
  ),
  setBaseline: ofEngagement.mutation('Keep the dates of all tasks as the baseline', nothing, z.object({ tasks: z.number() }), affected),
  remove: ofEngagement.mutation('Remove tasks with what they are linked to', z.object({ ids: z.array(recordId).min(1) }), done, affected, {
    offersUndo: true,
  }),
  burnDown: ofEngagement.query('Open gaps over time: planned, finished, and found by the rounds', nothing, burnDown),
  summary: ofEngagement.query('Phase, next milestone, late tasks and planned end, for the dashboard', nothing, roadmapSummary),
}
