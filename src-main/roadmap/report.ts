import type { ReportOptions } from '../contract/documents.ts'
import type { BurnDown, Plan, TaskRow, TaskState } from '../contract/roadmap.ts'
import type { EngagementFile } from '../engagement/file.ts'
import type { ReportMaker } from '../engagement/reports/maker.ts'
import { text } from '../language/text.ts'
import type { ReportHead } from '../report/head.ts'
import { type Block, type Cell, type Column, type GanttChart, mostGanttRows, type Section, type Tone } from '../report/model.ts'
import { readBurnDown } from './burn-down.ts'
import { firstOf, lastOf } from './days.ts'
import { readPlan } from './read.ts'
import { readSummary } from './summary.ts'

/** The way to certification: phases, tasks with dates and owners, the Gantt chart and the burn-down of open gaps. */
export const roadmapReport: ReportMaker = { head, sections }

const toneOf: Record<TaskState, Tone> = { late: 'poor', waiting: 'fair', 'under-way': 'info', planned: 'neutral', done: 'good' }

function head(_file: EngagementFile, _options: ReportOptions, today: string): ReportHead {
  return {
    report: 'roadmap',
    title: text('roadmap:report.title'),
    subtitle: text('roadmap:report.subtitle'),
    documentId: text('roadmap:report.documentId'),
    version: today,
    status: text('documents:state.draft'),
    isReady: false,
    date: today,
  }
}

function sections(file: EngagementFile, _options: ReportOptions, today: string): Section[] {
  const plan = readPlan(file, today)
  if (plan.tasks.length === 0)
    return [{ id: 'summary', title: text('roadmap:report.sections.summary'), blocks: [paragraph(text('roadmap:report.empty'))] }]
  return [summary(file, plan, today), burnDownSection(readBurnDown(file, today)), ...gantt(plan), taskSection(plan)]
}

const paragraph = (words: string): Block => ({ kind: 'paragraph', runs: [{ text: words }] })
const column = (id: string, width: number, align: Column['align'] = 'left'): Column => ({
  id,
  title: text(`roadmap:report.columns.${id}`),
  width,
  align,
})
const dateCell = (day: string | null): Cell => (day === null ? { text: '' } : { text: day, date: day })
const numberCell = (value: number | null): Cell => (value === null ? { text: '' } : { text: String(value), number: value })

function summary(file: EngagementFile, plan: Plan, today: string): Section {
  const { phase, nextMilestone, late, done, plannedEnd, certificationTarget, daysAfterTarget } = readSummary(file, today)
  const target =
    daysAfterTarget === null
      ? text('roadmap:target.none')
      : text(daysAfterTarget > 0 ? 'roadmap:target.after' : 'roadmap:target.before', {
          end: plannedEnd ?? '',
          target: certificationTarget ?? '',
          count: Math.abs(daysAfterTarget),
        })
  const phases: Block = {
    kind: 'table',
    id: 'phases',
    title: text('roadmap:report.phases'),
    columns: [column('phase', 18), column('from', 12), column('to', 12), column('done', 10, 'right'), column('what', 48)],
    rows: plan.phases.map((each) => ({
      id: each.id,
      cells: [
        { text: each.title, strong: true },
        dateCell(each.startOn),
        dateCell(each.endOn),
        { text: text('roadmap:report.doneOf', { done: each.done, tasks: each.tasks }) },
        { text: each.about },
      ],
    })),
    empty: '',
  }
  const lateList: Block[] =
    late.length === 0
      ? []
      : [
          { kind: 'paragraph', runs: [{ text: text('roadmap:report.lateTitle'), strong: true }] },
          {
            kind: 'list',
            items: late.map(({ title, owner, endOn }) => [
              { text: `${title}. `, strong: true },
              { text: text('roadmap:report.lateItem', { owner: owner || text('roadmap:noOwner'), end: endOn }) },
            ]),
          },
        ]
  return {
    id: 'summary',
    title: text('roadmap:report.sections.summary'),
    blocks: [
      {
        kind: 'figures',
        items: [
          { value: `${done} / ${plan.tasks.length}`, label: text('roadmap:report.figures.done') },
          { value: String(late.length), label: text('roadmap:report.figures.late'), tone: late.length > 0 ? 'poor' : 'good' },
          { value: plannedEnd ?? '', label: text('roadmap:report.figures.end') },
          { value: certificationTarget ?? '–', label: text('roadmap:report.figures.target') },
        ],
      },
      paragraph(
        [
          phase ? text('roadmap:report.phaseNow', { phase: phase.title }) : '',
          nextMilestone ? text('roadmap:report.nextMilestone', { title: nextMilestone.title, day: nextMilestone.day }) : '',
          target,
        ]
          .filter(Boolean)
          .join(' '),
      ),
      ...lateList,
      phases,
    ],
  }
}

/** What the burn-down shows, in one honest sentence. */
function burnDownWords({ openToday, plannedToday, total, uncovered, unverified }: BurnDown): string {
  const behind = openToday - plannedToday
  const first = text(behind > 0 ? 'roadmap:burn.behind' : behind < 0 ? 'roadmap:burn.ahead' : 'roadmap:burn.level', {
    open: openToday,
    total,
    count: Math.abs(behind),
  })
  return [
    first,
    uncovered > 0 ? text('roadmap:burn.uncovered', { count: uncovered }) : '',
    unverified > 0 ? text('roadmap:burn.unverified', { count: unverified }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function burnDownSection(burn: BurnDown): Section {
  const of = (points: BurnDown['planned']) => points.map(({ day, open }) => ({ day, value: open }))
  return {
    id: 'burn-down',
    title: text('roadmap:report.sections.burnDown'),
    blocks: [
      {
        kind: 'steps',
        id: 'burn-down-chart',
        title: text('roadmap:burn.title'),
        description: text('roadmap:burn.about'),
        today: { day: burn.today, label: text('roadmap:today') },
        series: [
          { name: text(burn.isBaseline ? 'roadmap:burn.baseline' : 'roadmap:burn.planned'), style: 'dashed', points: of(burn.planned) },
          { name: text('roadmap:burn.actual'), style: 'line', points: of(burn.actual) },
          { name: text('roadmap:burn.rounds'), style: 'points', points: of(burn.rounds) },
        ],
      },
      paragraph(burnDownWords(burn)),
    ],
  }
}

type GanttRow = GanttChart['rows'][number]

const ganttRow = (task: TaskRow): GanttRow => ({
  label: task.title,
  isGroup: false,
  isMilestone: task.kind === 'milestone',
  from: task.startOn,
  to: task.endOn,
  baseline: task.baselineStartOn && task.baselineEndOn ? { from: task.baselineStartOn, to: task.baselineEndOn } : null,
  tone: toneOf[task.state],
  state: text(`roadmap:state.${task.state}`),
  progress: task.progress,
})

/** One picture for the whole where it fits on a page; otherwise as many as it takes, each on the same months. */
function gantt(plan: Plan): Section[] {
  const rows = plan.phases.flatMap((phase): GanttRow[] => {
    if (phase.startOn === null || phase.endOn === null) return []
    const group: GanttRow = {
      label: phase.title,
      isGroup: true,
      isMilestone: false,
      from: phase.startOn,
      to: phase.endOn,
      baseline: null,
      tone: 'neutral',
      state: text('roadmap:report.doneOf', { done: phase.done, tasks: phase.tasks }),
      progress: 0,
    }
    return [group, ...plan.tasks.filter((task) => task.phase === phase.id).map(ganttRow)]
  })
  const pages = Array.from({ length: Math.ceil(rows.length / mostGanttRows) }, (_, page) =>
    rows.slice(page * mostGanttRows, (page + 1) * mostGanttRows),
  )
  const starts = plan.tasks.flatMap(({ startOn, baselineStartOn }) => [startOn, baselineStartOn ?? startOn])
  const ends = plan.tasks.flatMap(({ endOn, baselineEndOn }) => [endOn, baselineEndOn ?? endOn])
  const span = { from: firstOf(starts) ?? plan.today, to: lastOf(ends) ?? plan.today }
  const blocks = pages.map(
    (page, index): Block => ({
      kind: 'gantt',
      id: `gantt-${index + 1}`,
      title: text('roadmap:report.ganttTitle', { page: index + 1, pages: pages.length }),
      description: text('roadmap:report.ganttAbout'),
      legend: {
        planned: text('roadmap:legend.planned'),
        baseline: text('roadmap:legend.baseline'),
        milestone: text('roadmap:legend.milestone'),
        today: text('roadmap:today'),
      },
      today: plan.today,
      span,
      rows: page,
    }),
  )
  return [{ id: 'gantt', title: text('roadmap:report.sections.gantt'), landscape: true, blocks }]
}

function taskSection(plan: Plan): Section {
  const table: Block = {
    kind: 'table',
    id: 'tasks',
    title: text('roadmap:report.sections.tasks'),
    columns: [
      column('task', 34),
      column('owner', 16),
      column('effort', 8, 'right'),
      column('from', 11),
      column('to', 11),
      column('baselineTo', 11),
      column('finished', 11),
      column('state', 10),
    ],
    rows: plan.phases.flatMap((phase) => [
      { group: true as const, id: phase.id, title: phase.title },
      ...plan.tasks
        .filter((task) => task.phase === phase.id)
        .map((task) => ({
          id: task.id,
          cells: [
            { text: task.kind === 'milestone' ? `• ${task.title}` : task.title, strong: task.kind === 'milestone' },
            { text: task.owner },
            numberCell(task.effortDays),
            dateCell(task.startOn),
            dateCell(task.endOn),
            dateCell(task.baselineEndOn),
            dateCell(task.actualEndOn),
            { text: text(`roadmap:state.${task.state}`), tone: toneOf[task.state] },
          ],
        })),
    ]),
    empty: '',
  }
  return { id: 'tasks', title: text('roadmap:report.sections.tasks'), landscape: true, blocks: [table] }
}
