import { sql } from 'kysely'
import { loadQuestionnaire } from '../catalog/questionnaire.ts'
import { type RiskClass, riskClasses } from '../contract/classification.ts'
import { addDays, daysBetween } from '../contract/days.ts'
import type { Dashboard, Place, Readiness } from '../contract/readiness.ts'
import type { SoaStanding } from '../engagement/context.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { readEngagement } from '../engagement/queries.ts'
import { rawQuery } from '../engagement/raw.ts'
import { inUse } from '../engagement/systems-in-use.ts'
import { text } from '../language/text.ts'
import { readCounts, risksByLine } from './counts.ts'
import { readOverdue, readUpcoming } from './due.ts'
import { readNextSteps } from './next-steps.ts'
import { judgeReadiness } from './rules.ts'

/** Every check of readiness. `today` is a calendar day, ISO 8601. */
export const readReadiness = (file: EngagementFile, today: string, soa: SoaStanding): Readiness =>
  judgeReadiness(readCounts(file, today, soa), soa.first ? { 'soa-lint': { screen: 'soa', search: soa.first } } : {})

const daysAhead = 30
/** Months of notice that a day of the law needs. */
const lawAhead = 800

/** The first screen of an engagement. `today` is a calendar day, ISO 8601. */
export function readDashboard(file: EngagementFile, today: string, soa: SoaStanding): Dashboard {
  const readiness = readReadiness(file, today, soa)
  const standing = readStanding(file, readiness, today)
  const firstSteps = readFirstSteps(file, standing)
  return {
    isNew: standing.judged + standing.carriedOver === 0 && standing.systems === 0,
    firstSteps,
    standing,
    next: readNextSteps(file, readiness, soa),
    overdue: readOverdue(file, today),
    upcoming: readUpcoming(file, today, addDays(today, daysAhead)),
    law: loadQuestionnaire()
      .dates.filter(({ date }) => date >= today && date <= addDays(today, lawAhead))
      .slice(0, 3)
      .map(({ date, what }) => ({ day: date, what, days: daysBetween(today, date) })),
  }
}

interface Numbers {
  items: number
  judged: number
  carriedOver: number
  conformity: number | null
  maturity: number | null
  controls: number
  decided: number
  applicable: number
  implemented: number
}

/** Partly conforming counts half; what is not assessed or does not apply counts for nothing, as in the results of the gap assessment. */
const numbers = sql<Numbers>`
  SELECT g.*, s.* FROM (
    SELECT count(*) AS items, coalesce(sum(conformity <> 'not-assessed' AND origin = 'round'), 0) AS judged,
      coalesce(sum(origin = 'carried-over'), 0) AS carriedOver,
      avg(CASE conformity WHEN 'conforms' THEN 1.0 WHEN 'partly' THEN 0.5 WHEN 'does-not-conform' THEN 0.0 END) AS conformity,
      avg(CASE WHEN conformity <> 'not-applicable' THEN maturity END) AS maturity
    FROM judgement WHERE roundId = (SELECT id FROM gapRound ORDER BY createdAt DESC, id DESC LIMIT 1)
  ) AS g, (
    SELECT count(*) AS controls, coalesce(sum(applicability <> 'undecided'), 0) AS decided,
      coalesce(sum(applicability = 'applicable'), 0) AS applicable,
      coalesce(sum(applicability = 'applicable' AND status IN ('implemented', 'verified')), 0) AS implemented
    FROM soaDecision
  ) AS s`

const classes = sql<{ riskClass: RiskClass; count: number }>`
  SELECT coalesce(riskClass, 'unclassified') AS riskClass, count(*) AS count
  FROM aiSystem LEFT JOIN classification ON systemId = aiSystem.id WHERE ${inUse} GROUP BY 1`

/** The phase of the roadmap that is under way: the first with something left to do. */
const phase = sql<{ phase: string; progress: number }>`
  SELECT phase, round(avg(progress)) AS progress FROM roadmapTask GROUP BY phase
  HAVING min(progress) < 100 ORDER BY min(startOn), phase LIMIT 1`

function readStanding(file: EngagementFile, { stages }: Readiness, today: string): Dashboard['standing'] {
  const ofFile = file.one(rawQuery(numbers), 'gapRound')
  const found = file.all(rawQuery(classes))
  const { certificationTarget: target } = readEngagement(file)
  const { all, beyond } = risksByLine(file)
  const current = file.first(rawQuery(phase))
  return {
    ...ofFile,
    risks: all,
    risksBeyond: beyond,
    systems: found.reduce((sum, { count }) => sum + count, 0),
    classes: found.sort((a, b) => riskClasses.indexOf(a.riskClass) - riskClasses.indexOf(b.riskClass)),
    stages,
    target,
    daysLeft: target === null ? null : daysBetween(today, target),
    phase: current?.phase ?? null,
    phaseProgress: current?.progress ?? null,
  }
}

/** What an engagement begins with, in its order. */
function readFirstSteps(file: EngagementFile, standing: Dashboard['standing']): Dashboard['firstSteps'] {
  const unclassified = standing.classes.find(({ riskClass }) => riskClass === 'unclassified')?.count ?? 0
  const steps: [string, Place['screen'], boolean][] = [
    ['systems', 'systems', standing.systems > 0],
    ['classify', 'classification', standing.systems > 0 && unclassified === 0],
    ['gap', 'gap', standing.items > 0 && standing.judged === standing.items],
    ['scope', 'registers', readEngagement(file).scope.trim() !== ''],
    ['risks', 'risks', standing.risks > 0],
    ['soa', 'soa', standing.controls > 0 && standing.decided === standing.controls],
  ]
  return steps.map(([id, screen, isDone]) => ({
    id,
    sentence: text(`readiness:first.${id}`),
    isDone,
    place: { screen, search: id === 'scope' ? { page: 'scope' } : {} },
  }))
}
