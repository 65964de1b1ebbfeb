import fc from 'fast-check'
import { conformities, type Judgement, type JudgementFields, priorities } from '../../../src-main/contract/gap.ts'

/** The fields that results are made of. */
export type Judged = Pick<JudgementFields, 'conformity' | 'maturity' | 'priority' | 'effortDays'>

/** Any judgement that a person could give the item. */
export const judgedAs = (isControl: boolean): fc.Arbitrary<Judged> =>
  fc.record({
    conformity: fc.constantFrom(...conformities.filter((choice) => isControl || choice !== 'not-applicable')),
    maturity: fc.option(fc.integer({ min: 0, max: 5 })),
    priority: fc.option(fc.constantFrom(...priorities)),
    effortDays: fc.option(fc.integer({ min: 0, max: 80 }).map((quarters) => quarters / 4)),
  })

/**
 * Results as a person would count them on paper, with whole numbers: two points for an item that conforms, one for one that conforms
 * partly, out of two for each that was assessed and applies.
 */
export function countedByHand(judgements: Judgement[]) {
  const sum = {
    assessed: 0,
    conforms: 0,
    partly: 0,
    doesNotConform: 0,
    notApplicable: 0,
    points: 0,
    outOf: 0,
    steps: 0,
    graded: 0,
    quarters: 0,
  }
  for (const { conformity, maturity, effortDays } of judgements) {
    if (conformity === 'conforms') {
      sum.conforms += 1
      sum.points += 2
      sum.outOf += 2
    } else if (conformity === 'partly') {
      sum.partly += 1
      sum.points += 1
      sum.outOf += 2
    } else if (conformity === 'does-not-conform') {
      sum.doesNotConform += 1
      sum.outOf += 2
    } else if (conformity === 'not-applicable') sum.notApplicable += 1
    if (conformity !== 'not-assessed') sum.assessed += 1
    if (maturity !== null && conformity !== 'not-applicable') {
      sum.steps += maturity
      sum.graded += 1
    }
    if (conformity === 'partly' || conformity === 'does-not-conform') sum.quarters += (effortDays ?? 0) * 4
  }
  const { points, outOf, steps, graded, quarters, ...counts } = sum
  return {
    openEffortDays: quarters / 4,
    group: {
      ...counts,
      items: judgements.length,
      conformity: outOf === 0 ? null : points / outOf,
      maturity: graded === 0 ? null : steps / graded,
    },
  }
}
