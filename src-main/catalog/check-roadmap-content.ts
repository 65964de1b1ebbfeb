import type { Catalog } from '../contract/catalog.ts'
import { phaseIds, type RoadmapContent, roadmapContent } from '../contract/roadmap.ts'
import { repeated } from './repeated.ts'

/** Says what is wrong with the phases: shape, months that do not follow on, gaps without a phase, tasks that wait for what comes later. */
export function checkRoadmapContent(content: RoadmapContent, catalog: Catalog): string[] {
  const shape = roadmapContent.safeParse(content)
  if (!shape.success) return shape.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  return [...checkPhases(content), ...checkCover(content, catalog), ...checkTasks(content, catalog), ...checkTexts(content)]
}

function checkPhases({ phases }: RoadmapContent): string[] {
  const misplaced = phases.filter(({ id }, index) => id !== phaseIds[index]).map(({ id }) => `${id}: not in its place`)
  const torn = phases
    .filter(({ firstMonth, lastMonth }, index) => firstMonth !== (phases[index - 1]?.lastMonth ?? 0) + 1 || lastMonth < firstMonth)
    .map(({ id }) => `${id}: its months do not follow on`)
  return [...misplaced, ...torn]
}

/** Each clause and each control objective has its gaps closed in exactly one phase; the certification body closes none. */
function checkCover({ phases }: RoadmapContent, { clauses, objectives }: Catalog): string[] {
  const covered = phases.flatMap(({ covers }) => covers)
  const known = [...clauses, ...objectives].map(({ id }) => id)
  return [
    ...known.filter((id) => !covered.includes(id)).map((id) => `${id}: no phase closes its gaps`),
    ...repeated(covered).map((id) => `${id}: two phases close its gaps`),
    ...covered.filter((id) => !known.includes(id)).map((id) => `${id}: neither a clause nor an objective`),
  ]
}

function checkTasks({ phases }: RoadmapContent, { clauses }: Catalog): string[] {
  const tasks = phases.flatMap((phase, number) =>
    phase.tasks.map((task) => ({ ...task, end: number + task.to, start: number + task.from })),
  )
  const ends = new Map(tasks.map(({ id, end }) => [id, end]))
  const knownClauses = new Set(clauses.map(({ id }) => id))
  return [
    ...repeated(tasks.map(({ id }) => id)).map((id) => `${id}: this identifier is used twice`),
    ...tasks.filter(({ from, to }) => to < from).map(({ id }) => `${id}: ends before it begins`),
    ...tasks.filter(({ kind, from, to }) => kind === 'milestone' && from !== to).map(({ id }) => `${id}: a milestone is one day`),
    ...tasks.flatMap(({ id, after, start }) =>
      after.filter((before) => (ends.get(before) ?? Infinity) > start).map((before) => `${id}: begins before ${before} ends`),
    ),
    ...tasks.flatMap(({ id, clauses: named }) =>
      named.filter((clause) => !knownClauses.has(clause)).map((clause) => `${id}: there is no clause ${clause}`),
    ),
  ]
}

function checkTexts({ phases }: RoadmapContent): string[] {
  const texts = phases.flatMap(({ about, tasks }) => [about, ...tasks.flatMap((task) => [task.title, task.about])])
  return [
    ...repeated(texts).map((sentence) => `said twice: ${sentence}`),
    ...texts.filter((sentence) => /\bshall\b/i.test(sentence)).map((sentence) => `sounds like the standard's own text: ${sentence}`),
  ]
}
