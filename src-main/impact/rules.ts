import type { z } from 'zod'
import { type assessmentRow, bandOf, type Impact, type ImpactFields, type ImpactGuide } from '../contract/impact.ts'

type AssessmentRow = z.infer<typeof assessmentRow>

type Ratings = Pick<ImpactFields, 'severity' | 'reach' | 'reversibility' | 'likelihood' | 'residualSeverity' | 'residualLikelihood'>
type Levels = Pick<Impact, 'consequence' | 'level' | 'residualConsequence' | 'residualLevel'>

/** From this step on a scale raises the severity: a large part of a group is reached; undoing it is hard. */
const raisesFrom = 4
const highest = 5

/**
 * Severity, 1 to 5, one step higher where many are reached (4 or 5) and one step higher where it is hard or impossible to undo (4 or 5),
 * and never above 5; null while a rating is open.
 */
export function consequenceOf(severity: number | null, reach: number | null, reversibility: number | null): number | null {
  if (severity === null || reach === null || reversibility === null) return null
  return Math.min(highest, severity + (reach >= raisesFrom ? 1 : 0) + (reversibility >= raisesFrom ? 1 : 0))
}

const times = (consequence: number | null, likelihood: number | null) =>
  consequence === null || likelihood === null ? null : consequence * likelihood

/**
 * The level of an impact before and after its measures, 1 to 25: consequence times likelihood. Measures change how severe and how likely
 * it is; whom it reaches and whether it can be undone stay what they are.
 */
export function levelsOf(ratings: Ratings): Levels {
  const consequence = consequenceOf(ratings.severity, ratings.reach, ratings.reversibility)
  const residualConsequence = consequenceOf(ratings.residualSeverity, ratings.reach, ratings.reversibility)
  return {
    consequence,
    level: times(consequence, ratings.likelihood),
    residualConsequence,
    residualLevel: times(residualConsequence, ratings.residualLikelihood),
  }
}

/** A harm that cannot stand without a measure. */
export const isHigh = (level: number | null) => level !== null && ['high', 'very-high'].includes(bandOf(level))

/**
 * The highest level of harms before and after their measures. A harm that was not rated again counts after the measures as it did
 * before; where none was rated again, nothing is known of the time after.
 */
export function highestLevels(harms: readonly Levels[]): { level: number | null; residualLevel: number | null } {
  const most = (levels: (number | null)[]) => levels.reduce((a, b) => (b !== null && (a === null || b > a) ? b : a), null)
  const isRatedAgain = harms.some(({ residualLevel }) => residualLevel !== null)
  return {
    level: most(harms.map(({ level }) => level)),
    residualLevel: isRatedAgain ? most(harms.map(({ level, residualLevel }) => residualLevel ?? level)) : null,
  }
}

/** One yes asks for a full assessment; a no to every question for none; anything else is still open (ISO/IEC 42005, 5.7). */
export function proposeTriage(answers: Readonly<Record<string, boolean>>, questions: ImpactGuide['triage']): AssessmentRow['triage'] {
  if (questions.some(({ id }) => answers[id] === true)) return 'full'
  return questions.every(({ id }) => answers[id] === false) ? 'not-needed' : 'open'
}
