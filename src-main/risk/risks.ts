import { z } from 'zod'
import { assessables } from '../catalog/load.ts'
import type { Risk, RiskFields, RiskRow } from '../contract/risk.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { toListColumn } from '../engagement/lists.ts'
import { readCriteria } from './criteria.ts'
import { controlsOfRisks, fullRisks, riskById, riskRows, systemsOfRisks } from './queries.ts'
import { issuesOf, levelOf } from './rules.ts'
import { readOrigin } from './seeds.ts'

/** The fields as the table holds them. */
export function toColumns<Fields extends Partial<RiskFields>>({ sources, objectives, ...fields }: Fields) {
  return {
    ...fields,
    ...(sources === undefined ? {} : { sources: toListColumn(sources) }),
    ...(objectives === undefined ? {} : { objectives: toListColumn(objectives) }),
  }
}

const inOrder = new Intl.Collator('en', { numeric: true })
const topicList = z.array(z.string())

/** Topics of a list column, in the order of their numbers. */
const topics = (column: string): string[] => (column === noTopics ? [] : topicList.parse(JSON.parse(column)).sort(inOrder.compare))
const noTopics = toListColumn([])

interface Stages {
  inherentLikelihood: number | null
  inherentConsequence: number | null
  currentLikelihood: number | null
  currentConsequence: number | null
  targetLikelihood: number | null
  targetConsequence: number | null
}

/** Each stage's rating with its level. */
function ratingsOf(row: Stages, line: readonly number[]) {
  const rated = (likelihood: number | null, consequence: number | null) => ({
    likelihood,
    consequence,
    level: levelOf({ likelihood, consequence }, line),
  })
  return {
    inherent: rated(row.inherentLikelihood, row.inherentConsequence),
    current: rated(row.currentLikelihood, row.currentConsequence),
    target: rated(row.targetLikelihood, row.targetConsequence),
  }
}

const byReference = (a: { reference: string; id: string }, b: { reference: string; id: string }) =>
  inOrder.compare(a.reference, b.reference) || (a.id < b.id ? -1 : 1)

/** Every risk with what a table shows of it, by reference. `today` is a calendar day. */
export function readRiskRows(file: EngagementFile, today: string): RiskRow[] {
  const { acceptance } = readCriteria(file)
  const systems = Map.groupBy(file.all(systemsOfRisks), ({ riskId }) => riskId)
  const controls = Map.groupBy(file.all(controlsOfRisks), ({ riskId }) => riskId)
  return file
    .all(riskRows)
    .map(({ hasPlan, ...row }) => {
      const ratings = ratingsOf(row, acceptance)
      const controlCodes = (controls.get(row.id) ?? []).map(({ code }) => code).sort(inOrder.compare)
      return {
        ...row,
        ...ratings,
        sources: topics(row.sources),
        objectives: topics(row.objectives),
        systemNames: (systems.get(row.id) ?? []).map(({ name }) => name),
        controlCodes,
        issues: issuesOf(judged(row, ratings, hasPlan === 1, controlCodes.length), today),
      }
    })
    .sort(byReference)
}

type Judged = Parameters<typeof issuesOf>[0]

const judged = (
  row: Omit<Judged, 'current' | 'target' | 'hasPlan' | 'controls'>,
  { current, target }: Pick<RiskRow, 'current' | 'target'>,
  hasPlan: boolean,
  controls: number,
): Judged => ({ ...row, current: current.level, target: target.level, hasPlan, controls })

type FullRow = ReturnType<typeof readRow>
const readRow = (file: EngagementFile, id: string) => file.one(riskById(id), id)

interface Links {
  systems: { id: string; name: string }[]
  controls: { code: string; ownTitle: string | null }[]
}

function whole(file: EngagementFile, row: FullRow, links: Links, line: readonly number[], today: string): Risk {
  const ratings = ratingsOf(row, line)
  return {
    ...row,
    ...ratings,
    sources: topics(row.sources),
    objectives: topics(row.objectives),
    systems: links.systems.map(({ id, name }) => ({ id, name })),
    controls: links.controls
      .map(({ code, ownTitle }) => ({ code, title: ownTitle ?? assessables().get(code)?.title ?? '' }))
      .sort((a, b) => inOrder.compare(a.code, b.code)),
    issues: issuesOf(judged(row, ratings, row.treatmentPlan.trim() !== '', links.controls.length), today),
    ...readOrigin(file, row.origin, row.originId),
  }
}

/** One risk with everything that is known of it; fails with not-found where there is none of this id. */
export function readRisk(file: EngagementFile, id: string, today: string): Risk {
  const links = {
    systems: file.all(systemsOfRisks.where('riskId', '=', id)),
    controls: file.all(controlsOfRisks.where('riskId', '=', id)),
  }
  return whole(file, readRow(file, id), links, readCriteria(file).acceptance, today)
}

/** Every risk with everything but its origin, by reference. */
export function readRisks(file: EngagementFile, today: string): Risk[] {
  const { acceptance } = readCriteria(file)
  const systems = Map.groupBy(file.all(systemsOfRisks), ({ riskId }) => riskId)
  const controls = Map.groupBy(file.all(controlsOfRisks), ({ riskId }) => riskId)
  return file
    .all(fullRisks)
    .map((row) => {
      const links = { systems: systems.get(row.id) ?? [], controls: controls.get(row.id) ?? [] }
      return whole(file, { ...row, origin: null, originId: null }, links, acceptance, today)
    })
    .sort(byReference)
}
