import { daysBetween } from '../contract/days.ts'
import type { RoadmapSummary } from '../contract/roadmap.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { lastOf } from './days.ts'
import { readPlan } from './read.ts'

/** What the dashboard says: the first phase with something left to do, the next milestone, what is late, and how the end meets the target. */
export function readSummary(file: EngagementFile, today: string): RoadmapSummary {
  const { tasks, phases, endOn, certificationTarget } = readPlan(file, today)
  const open = tasks.filter(({ state }) => state !== 'done')
  const current = phases.filter((phase) => phase.startOn !== null && phase.startOn <= today && phase.done < phase.tasks)
  // The phase that today lies in; an earlier one with a few tasks left over is late, and not where the work is.
  const phase =
    current.findLast((each) => each.endOn !== null && each.endOn >= today) ??
    current.at(-1) ??
    phases.find((each) => each.done < each.tasks)
  const next = open.filter(({ kind }) => kind === 'milestone').sort((a, b) => a.endOn.localeCompare(b.endOn))[0]
  const baselineEnd = lastOf(tasks.flatMap(({ baselineEndOn }) => baselineEndOn ?? []))
  return {
    hasPlan: tasks.length > 0,
    phase: phase ? { id: phase.id, title: phase.title } : null,
    nextMilestone: next ? { id: next.id, title: next.title, day: next.endOn, isLate: next.state === 'late' } : null,
    tasks: tasks.length,
    done: tasks.length - open.length,
    late: open.filter(({ state }) => state === 'late').map(({ id, title, owner, endOn: end }) => ({ id, title, owner, endOn: end })),
    plannedEnd: endOn,
    certificationTarget,
    daysAfterTarget: endOn === null || certificationTarget === null ? null : daysBetween(certificationTarget, endOn),
    daysAfterBaseline: endOn === null || baselineEnd === null ? null : daysBetween(baselineEnd, endOn),
  }
}
