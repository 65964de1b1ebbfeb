import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RiskIssue, type RiskLevel, riskCriteria } from '../../../src-main/contract/risk.ts'
import { fitLine, fitRating, isAccepted, issuesOf, type JudgedRisk, levelOf, levelsOf } from '../../../src-main/risk/rules.ts'

const line = [3, 2, 2, 1, 0]

/** Likelihood, consequence, level. */
const cells: [number | null, number | null, RiskLevel][] = [
  [null, null, 'open'],
  [null, 3, 'open'],
  [3, null, 'open'],
  [1, 1, 'low'],
  [1, 3, 'low'],
  [1, 4, 'medium'],
  [1, 5, 'high'],
  [2, 2, 'low'],
  [2, 3, 'medium'],
  [2, 4, 'high'],
  [3, 2, 'low'],
  [3, 3, 'medium'],
  [3, 4, 'high'],
  [4, 1, 'low'],
  [4, 2, 'medium'],
  [4, 3, 'high'],
  [5, 1, 'medium'],
  [5, 2, 'high'],
  [5, 5, 'high'],
]

it.each(cells)('likelihood %j and consequence %j are %s', (likelihood, consequence, level) => {
  expect(levelOf({ likelihood, consequence }, line)).toBe(level)
})

it('one step less of likelihood is a step as well', () => {
  expect(levelOf({ likelihood: 2, consequence: 3 }, [3, 0, 0])).toBe('medium')
  expect(levelOf({ likelihood: 3, consequence: 3 }, [3, 0, 0])).toBe('high')
})

const scale = (length: number, name: string) => Array.from({ length }, (_, index) => ({ word: `${name} ${index}`, meaning: '' }))
const criteria = fc
  .record({ likelihood: fc.integer({ min: 3, max: 6 }), consequence: fc.integer({ min: 3, max: 6 }) })
  .chain(({ likelihood, consequence }) =>
    fc.array(fc.integer({ min: 0, max: consequence }), { minLength: likelihood, maxLength: likelihood }).map((steps) => ({
      likelihood: scale(likelihood, 'l'),
      consequence: scale(consequence, 'c'),
      acceptance: steps.sort((a, b) => b - a),
      note: '',
    })),
  )
const rank = { open: 0, low: 1, medium: 2, high: 3 }

describe('for any criteria', () => {
  it('a more likely or more severe risk never has a lower level', () => {
    fc.assert(
      fc.property(criteria, (any) => {
        expect(riskCriteria.safeParse(any).success).toBe(true)
        const levels = levelsOf(any)
        for (const [row, cellsOfRow] of levels.entries())
          for (const [column, level] of cellsOfRow.entries()) {
            expect(rank[level]).toBeLessThanOrEqual(rank[levels[row + 1]?.[column] ?? 'high'])
            expect(rank[level]).toBeLessThanOrEqual(rank[cellsOfRow[column + 1] ?? 'high'])
            expect(level === 'low').toBe(column + 1 <= (any.acceptance[row] ?? 0))
          }
      }),
    )
  })

  it('a line fitted to other scales is a line of those scales, and one that fits is left alone', () => {
    fc.assert(
      fc.property(criteria, criteria, (from, to) => {
        const fitted = { ...to, acceptance: fitLine(from.acceptance, to) }
        expect(riskCriteria.safeParse(fitted).success).toBe(true)
        expect(fitted.acceptance).toHaveLength(to.likelihood.length)
        expect(Math.max(...fitted.acceptance)).toBeLessThanOrEqual(to.consequence.length)
        expect(fitLine(from.acceptance, from)).toEqual(from.acceptance)
      }),
    )
  })

  it('a rating fitted to the scales lies on them, and one on them is left alone', () => {
    const step = fc.option(fc.integer({ min: 1, max: 6 }))
    fc.assert(
      fc.property(criteria, step, step, (any, likelihood, consequence) => {
        const fitted = fitRating({ likelihood, consequence }, any)
        expect(fitted.likelihood).toBe(likelihood === null ? null : Math.min(likelihood, any.likelihood.length))
        expect(fitted.consequence).toBe(consequence === null ? null : Math.min(consequence, any.consequence.length))
        expect(fitRating(fitted, any)).toEqual(fitted)
      }),
    )
  })
})

const today = '2026-11-24'
const yesterday = '2026-11-23'
const sound: JudgedRisk = {
  owner: 'Head of Claims',
  current: 'low',
  target: 'low',
  treatment: 'modify',
  treatmentDue: today,
  treatmentStatus: 'under-way',
  acceptedBy: '',
  acceptedOn: null,
  reviewDate: today,
  state: 'open',
  hasPlan: true,
  controls: 1,
}

const raised: [string, Partial<JudgedRisk>, RiskIssue[]][] = [
  ['a sound risk', {}, []],
  ['one that is not rated', { current: 'open' }, ['not-rated']],
  ['one without an owner', { owner: ' \n' }, ['no-owner']],
  ['a high one without treatment', { current: 'high', treatment: null, controls: 0, hasPlan: false }, ['no-treatment']],
  ['a medium one without treatment', { current: 'medium', treatment: null }, ['no-treatment']],
  ['a low one without treatment', { treatment: null, hasPlan: false, controls: 0 }, []],
  ['one to modify without a control', { controls: 0 }, ['modify-without-control']],
  ['one to share without a control', { treatment: 'share', controls: 0 }, []],
  ['one to avoid without a plan', { treatment: 'avoid', hasPlan: false }, ['no-plan']],
  ['one to retain without a plan', { treatment: 'retain', hasPlan: false, controls: 0 }, []],
  ['a treatment due yesterday', { treatmentDue: yesterday }, ['treatment-overdue']],
  ['a treatment due yesterday and done', { treatmentDue: yesterday, treatmentStatus: 'done' }, []],
  ['a day without a treatment', { treatmentDue: yesterday, treatment: null }, []],
  ['a high one that is retained', { current: 'high', treatment: 'retain' }, ['residual-not-accepted']],
  ['a high one that is treated in full', { current: 'high', treatmentStatus: 'done' }, ['residual-not-accepted']],
  ['a high one without a target', { current: 'high', target: 'open' }, ['residual-not-accepted']],
  ['one whose target is beyond the line', { current: 'high', target: 'medium' }, ['target-not-acceptable']],
  ['one on its way to a low target', { current: 'high', target: 'low' }, []],
  ['a review of yesterday', { reviewDate: yesterday }, ['review-overdue']],
  ['a closed one', { state: 'closed', owner: '', current: 'open', reviewDate: yesterday, hasPlan: false, controls: 0 }, []],
]

it.each(raised)('%s', (_, change, issues) => {
  expect(issuesOf({ ...sound, ...change }, today)).toEqual(issues)
})

it.each([
  ['Chief Risk Officer', '2026-11-01', true],
  ['Chief Risk Officer', null, false],
  ['', '2026-11-01', false],
  ['  ', '2026-11-01', false],
] as const)('accepted by %j on %j: %j (clause 6.1.3)', (acceptedBy, acceptedOn, accepted) => {
  expect(isAccepted({ acceptedBy, acceptedOn })).toBe(accepted)
  const issues = issuesOf({ ...sound, current: 'high', treatment: 'retain', acceptedBy, acceptedOn }, today)
  expect(issues).toEqual(accepted ? [] : ['residual-not-accepted'])
})
