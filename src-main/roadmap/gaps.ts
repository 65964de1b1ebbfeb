import { assessables } from '../catalog/load.ts'
import type { Judgement } from '../contract/gap.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { allItems, allTasks, gapsOfRounds, roundsOldestFirst } from './queries.ts'

export type OpenGap = Pick<Judgement, 'itemId' | 'finding' | 'action' | 'owner' | 'effortDays' | 'priority' | 'dueDate'>

/** The newest round, and what it shows as not met in full. */
export function newestGaps(file: EngagementFile): { startedOn: string; gaps: OpenGap[] } {
  const newest = file.all(roundsOldestFirst).at(-1)
  if (!newest) return { startedOn: '', gaps: [] }
  return { startedOn: newest.startedOn, gaps: file.all(gapsOfRounds.where('roundId', '=', newest.id)) }
}

/** Items that a task covers: one that is not finished, or one that was finished after the newest round had looked. */
export function coveredItems(file: EngagementFile, roundStartedOn: string): ReadonlySet<string> {
  const ends = new Map(file.all(allTasks).map(({ id, actualEndOn }) => [id, actualEndOn]))
  const covers = (taskId: string) => {
    const end = ends.get(taskId) ?? null
    return end === null || end >= roundStartedOn
  }
  return new Set(file.all(allItems).flatMap(({ taskId, itemId }) => (covers(taskId) ? [itemId] : [])))
}

/** Clause or control objective that an item belongs to. */
export function groupOfItem(itemId: string): string {
  const item = assessables().get(itemId)
  if (!item) return ''
  return item.kind === 'requirement' ? item.clause : item.objective
}
