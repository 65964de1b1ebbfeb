import type { BurnDown } from '../contract/roadmap.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { firstOf, lastOf } from './days.ts'
import { coveredItems, newestGaps } from './gaps.ts'
import { allItems, allTasks, gapsOfRounds, roundsOldestFirst } from './queries.ts'

interface Point {
  day: string
  open: number
}

/** How many are open after each day on which some are closed; `ends` has null for what is never closed. */
function steps(ends: readonly (string | null)[], startOn: string, until: string): Point[] {
  const days = [...new Set(ends.flatMap((end) => (end === null || end > until ? [] : [end < startOn ? startOn : end])))].sort()
  const openAfter = (day: string) => ends.filter((end) => end === null || end > day).length
  const points = [startOn, ...days.filter((day) => day > startOn), until].map((day) => ({ day, open: openAfter(day) }))
  return points.filter(({ day }, index) => day !== points[index - 1]?.day)
}

interface Covered {
  planned: string
  finished: string | null
}

/** For each gap that tasks cover: when the last of them ends by the plan, and when it was finished. */
function coveredGaps(file: EngagementFile): Map<string, Covered> {
  const tasks = new Map(file.all(allTasks).map((task) => [task.id, task]))
  const byItem = Map.groupBy(file.all(allItems), ({ itemId }) => itemId)
  return new Map(
    [...byItem].flatMap(([itemId, links]) => {
      const covering = links.flatMap(({ taskId }) => tasks.get(taskId) ?? [])
      const planned = lastOf(covering.map(({ baselineEndOn, endOn }) => baselineEndOn ?? endOn))
      if (planned === null) return []
      const ends = covering.flatMap(({ actualEndOn }) => actualEndOn ?? [])
      return [[itemId, { planned, finished: ends.length === covering.length ? lastOf(ends) : null }] as const]
    }),
  )
}

/** Open gaps over time: as planned (baseline where there is one), as finished, and as each round of the gap assessment found them. */
export function readBurnDown(file: EngagementFile, today: string): BurnDown {
  const tasks = file.all(allTasks)
  const covered = coveredGaps(file)
  const { startedOn, gaps } = newestGaps(file)
  const inPlan = coveredItems(file, startedOn)
  const uncovered = gaps.filter(({ itemId }) => !inPlan.has(itemId) && !covered.has(itemId)).length
  const openNow = new Set(gaps.map(({ itemId }) => itemId))
  const startOn = firstOf(tasks.map(({ baselineStartOn, startOn: start }) => baselineStartOn ?? start))
  const endOn = lastOf([...tasks.flatMap((task) => [task.endOn, task.baselineEndOn ?? task.endOn]), ...(startOn === null ? [] : [today])])
  const open = (ends: readonly (string | null)[]) => ends.filter((end) => end === null || end > today).length
  const never = Array.from({ length: uncovered }, () => null)
  const planned = [...covered.values()].map((each) => each.planned)
  const finished = [...covered.values()].map((each) => each.finished)
  const found = Map.groupBy(file.all(gapsOfRounds), ({ roundId }) => roundId)
  return {
    today,
    total: covered.size + uncovered,
    uncovered,
    startOn,
    endOn,
    planned: startOn === null || endOn === null ? [] : steps([...planned, ...never], startOn, endOn),
    isBaseline: tasks.some(({ baselineEndOn }) => baselineEndOn !== null),
    actual: startOn === null || startOn > today ? [] : steps([...finished, ...never], startOn, today),
    rounds: file.all(roundsOldestFirst).map(({ id, name, startedOn: day }) => ({ name, day, open: (found.get(id) ?? []).length })),
    unverified: [...covered].filter(([itemId, each]) => each.finished !== null && each.finished <= today && openNow.has(itemId)).length,
    plannedToday: open(planned) + uncovered,
    openToday: open(finished) + uncovered,
  }
}
