import { sql } from 'kysely'
import { z } from 'zod'
import { FieldbookError } from '../contract/errors.ts'
import { type RiskCriteria, type RiskMatrix, riskCriteria, scaleLengths, scaleStep } from '../contract/risk.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { usualAcceptance } from '../engagement/queries.ts'
import { text } from '../language/text.ts'
import { riskRatings, storedCriteria } from './queries.ts'
import { fitLine, fitRating, levelOf, levelsOf, type Rating } from './rules.ts'

/** The one row of the criteria: the same name in every engagement, so that the rows of two copies are one. */
export const riskCriteriaId = '019aa000-0000-7000-8000-000000000001'

const ratingColumns = {
  likelihood: ['inherentLikelihood', 'currentLikelihood', 'targetLikelihood'],
  consequence: ['inherentConsequence', 'currentConsequence', 'targetConsequence'],
} as const

const defaultSteps = ['1', '2', '3', '4', '5']

/** Five by five, until somebody sets other criteria. */
function defaultCriteria(): RiskCriteria {
  const scale = (name: string) =>
    defaultSteps.map((step) => ({ word: text(`risk:scale.${name}.${step}`), meaning: text(`risk:scale.${name}Meaning.${step}`) }))
  return { likelihood: scale('likelihood'), consequence: scale('consequence'), acceptance: [...usualAcceptance], note: '' }
}

const steps = z.array(scaleStep)

/** The risk criteria of the engagement (clause 6.1.2), or the usual ones where none were set. */
export function readCriteria(file: EngagementFile): RiskCriteria {
  const row = file.first(storedCriteria)
  if (!row) return defaultCriteria()
  return {
    likelihood: steps.parse(JSON.parse(row.likelihood)),
    consequence: steps.parse(JSON.parse(row.consequence)),
    acceptance: riskCriteria.shape.acceptance.parse(JSON.parse(row.acceptance)),
    note: row.note,
  }
}

/** The criteria with some of their parts changed. A line that is given must fit the scales; one that is not is fitted to them. */
function withChanges(now: RiskCriteria, changes: Partial<RiskCriteria>): RiskCriteria {
  const changed = { ...now, ...changes }
  if (changes.acceptance === undefined) return { ...changed, acceptance: fitLine(now.acceptance, changed) }
  const { acceptance, likelihood, consequence } = changed
  if (acceptance.length !== likelihood.length || acceptance.some((accepted) => accepted > consequence.length))
    throw new FieldbookError('conflict', { reason: text('risk:lineDoesNotFit') })
  return changed
}

/** Sets the risk criteria; ratings beyond a scale that got shorter move to its last step in the same change. */
export function changeCriteria(file: EngagementFile, changes: Partial<RiskCriteria>): void {
  if (Object.keys(changes).length === 0) return
  const { likelihood, consequence, acceptance, note } = withChanges(readCriteria(file), changes)
  const row = {
    likelihood: JSON.stringify(likelihood),
    consequence: JSON.stringify(consequence),
    acceptance: JSON.stringify(acceptance),
    note,
  }
  const isStored = file.first(storedCriteria) !== undefined
  file.write(text('risk:history.criteria'), () => {
    file.run(
      isStored
        ? database.updateTable('riskCriteria').set(row).where('id', '=', riskCriteriaId)
        : database.insertInto('riskCriteria').values({ id: riskCriteriaId, ...row }),
    )
    for (const scale of ['likelihood', 'consequence'] as const) {
      const length = scale === 'likelihood' ? likelihood.length : consequence.length
      if (length < Math.max(...scaleLengths)) file.run(shortened(scale, length))
    }
  })
}

/** Moves every rating of one scale that lies beyond its last step to that step. */
function shortened(scale: keyof typeof ratingColumns, length: number) {
  const columns = ratingColumns[scale]
  const values = Object.fromEntries(columns.map((column) => [column, sql<number>`min(${sql.ref(column)}, ${length})`]))
  return database
    .updateTable('risk')
    .set(values)
    .where((is) => is.or(columns.map((column) => is(column, '>', length))))
}

/** A rating must lie on the scales; fails with conflict where it does not. */
export function checkRatings(criteria: RiskCriteria, fields: Readonly<Record<string, unknown>>): void {
  for (const scale of ['likelihood', 'consequence'] as const) {
    const { length } = criteria[scale]
    const isBeyond = ratingColumns[scale].some((column) => Number(fields[column] ?? 0) > length)
    if (isBeyond)
      throw new FieldbookError('conflict', { reason: text('risk:beyondScale', { scale: text(`risk:${scale}`), steps: length }) })
  }
}

const rank = { open: 0, low: 1, medium: 2, high: 3 }

/** The level of each cell, and what a draft of other criteria would change in the register. */
export function previewMatrix(file: EngagementFile, changes: Partial<RiskCriteria>): RiskMatrix {
  const now = readCriteria(file)
  const draft = withChanges(now, changes)
  const ratings = file.all(riskRatings)
  const change = ({ likelihood, consequence }: Rating) =>
    rank[levelOf(fitRating({ likelihood, consequence }, draft), draft.acceptance)] -
    rank[levelOf({ likelihood, consequence }, now.acceptance)]
  const changed = ratings.map(change)
  const isBeyond = (steps: (number | null)[], length: number) => steps.some((step) => (step ?? 0) > length)
  // Without controls, today or after the treatment: each of the ratings moves.
  const isMoved = (risk: (typeof ratings)[number]) =>
    isBeyond([risk.inherentLikelihood, risk.likelihood, risk.targetLikelihood], draft.likelihood.length) ||
    isBeyond([risk.inherentConsequence, risk.consequence, risk.targetConsequence], draft.consequence.length)
  return {
    levels: levelsOf(draft),
    acceptance: draft.acceptance,
    better: changed.filter((by) => by < 0).length,
    worse: changed.filter((by) => by > 0).length,
    moved: ratings.filter(isMoved).length,
  }
}
