import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadImpactGuide } from '../../../src-main/catalog/impact-guide.ts'
import { bandOf } from '../../../src-main/contract/impact.ts'
import { stateOf } from '../../../src-main/engagement/assessments.ts'
import { consequenceOf, highestLevels, isHigh, levelsOf, proposeTriage } from '../../../src-main/impact/rules.ts'

const step = fc.integer({ min: 1, max: 5 })
const maybe = fc.option(step)
const ratings = { severity: 1, reach: 1, reversibility: 1, likelihood: 1, residualSeverity: null, residualLikelihood: null }

describe('the level of a harm', () => {
  it.each([
    // severity, reach, reversibility, likelihood: consequence, level
    [3, 3, 3, 3, 3, 9],
    [3, 4, 3, 3, 4, 12],
    [3, 3, 4, 3, 4, 12],
    [3, 4, 4, 3, 5, 15],
    [3, 5, 5, 3, 5, 15],
    [5, 5, 5, 5, 5, 25],
    [5, 1, 1, 5, 5, 25],
    [4, 4, 5, 2, 5, 10],
    [1, 1, 1, 1, 1, 1],
    [1, 5, 5, 1, 3, 3],
  ])('severity %i, reach %i, reversibility %i and likelihood %i give consequence %i and level %i', (...row) => {
    const [severity, reach, reversibility, likelihood, consequence, level] = row
    expect(levelsOf({ ...ratings, severity, reach, reversibility, likelihood })).toMatchObject({ consequence, level })
  })

  it('after the measures keeps whom it reaches and whether it can be undone', () => {
    const harm = { severity: 5, reach: 4, reversibility: 1, likelihood: 4, residualSeverity: 2, residualLikelihood: 2 }
    expect(levelsOf(harm)).toEqual({ consequence: 5, level: 20, residualConsequence: 3, residualLevel: 6 })
  })

  it('is between 1 and 25, a whole number, and null exactly where a rating is open', () => {
    fc.assert(
      fc.property(maybe, maybe, maybe, maybe, (severity, reach, reversibility, likelihood) => {
        const { level } = levelsOf({ ...ratings, severity, reach, reversibility, likelihood })
        const isOpen = [severity, reach, reversibility, likelihood].includes(null)
        expect(level === null).toBe(isOpen)
        if (level !== null) expect(Number.isInteger(level) && level >= 1 && level <= 25).toBe(true)
      }),
    )
  })

  it('never falls when any rating rises, and is never below severity times likelihood', () => {
    fc.assert(
      fc.property(step, step, step, step, fc.constantFrom('severity', 'reach', 'reversibility', 'likelihood'), (s, r, u, l, raised) => {
        const harm = { ...ratings, severity: s, reach: r, reversibility: u, likelihood: l }
        const higher = { ...harm, [raised]: Math.min(5, harm[raised] + 1) }
        const level = levelsOf(harm).level ?? 0
        expect(levelsOf(higher).level ?? 0).toBeGreaterThanOrEqual(level)
        expect(level).toBeGreaterThanOrEqual(s * l)
      }),
    )
  })

  it('is the same after the measures as before where severity and likelihood are', () => {
    fc.assert(
      fc.property(step, step, step, step, (severity, reach, reversibility, likelihood) => {
        const all = { severity, reach, reversibility, likelihood, residualSeverity: severity, residualLikelihood: likelihood }
        const { level, residualLevel } = levelsOf(all)
        expect(residualLevel).toBe(level)
      }),
    )
  })

  it('has a word at each limit, and a high one needs a measure', () => {
    const words = [1, 4, 5, 9, 10, 15, 16, 25].map(bandOf)
    expect(words).toEqual(['low', 'low', 'moderate', 'moderate', 'high', 'high', 'very-high', 'very-high'])
    expect([null, 1, 9, 10, 25].map(isHigh)).toEqual([false, false, false, true, true])
  })

  it('has no consequence while severity, reach or reversibility is open', () => {
    expect([consequenceOf(null, 1, 1), consequenceOf(1, null, 1), consequenceOf(1, 1, null), consequenceOf(2, 1, 1)]).toEqual([
      null,
      null,
      null,
      2,
    ])
  })
})

describe('the highest levels of an assessment', () => {
  const harm = (level: number | null, residualLevel: number | null) => ({
    consequence: null,
    level,
    residualConsequence: null,
    residualLevel,
  })

  it('count a harm that was not rated again as it was before', () => {
    expect(highestLevels([harm(20, 8), harm(12, null)])).toEqual({ level: 20, residualLevel: 12 })
    expect(highestLevels([harm(20, null), harm(12, null)])).toEqual({ level: 20, residualLevel: null })
    expect(highestLevels([harm(null, null)])).toEqual({ level: null, residualLevel: null })
    expect(highestLevels([])).toEqual({ level: null, residualLevel: null })
  })
})

describe('the proposal of the triage', () => {
  const questions = loadImpactGuide().triage
  const all = (value: boolean) => Object.fromEntries(questions.map(({ id }) => [id, value]))

  it('is a full assessment for any one yes, whatever else is answered', () => {
    for (const { id } of questions) {
      expect(proposeTriage({ ...all(false), [id]: true }, questions), id).toBe('full')
      expect(proposeTriage({ [id]: true }, questions), id).toBe('full')
    }
  })

  it('is none for a no to each question, and open while one without a yes is not answered', () => {
    expect(proposeTriage(all(false), questions)).toBe('not-needed')
    expect(proposeTriage({}, questions)).toBe('open')
    for (const { id } of questions) {
      const { [id]: _, ...others } = all(false)
      expect(proposeTriage(others, questions), id).toBe('open')
    }
  })

  it('does not heed answers to questions that are not there', () => {
    expect(proposeTriage({ ...all(false), gone: true }, questions)).toBe('not-needed')
  })
})

describe('the state of an assessment', () => {
  const today = '2027-01-01'
  it.each([
    ['triage', { triage: 'open', latestVersion: null, changedSince: false, reviewDate: null }],
    ['draft', { triage: 'full', latestVersion: null, changedSince: false, reviewDate: null }],
    ['draft', { triage: 'full', latestVersion: null, changedSince: false, reviewDate: '2026-12-31' }],
    ['approved', { triage: 'full', latestVersion: 1, changedSince: false, reviewDate: '2027-01-01' }],
    ['changed', { triage: 'full', latestVersion: 1, changedSince: true, reviewDate: null }],
    ['overdue', { triage: 'full', latestVersion: 1, changedSince: true, reviewDate: '2026-12-31' }],
    ['not-needed', { triage: 'not-needed', latestVersion: null, changedSince: false, reviewDate: null }],
    ['overdue', { triage: 'not-needed', latestVersion: null, changedSince: false, reviewDate: '2026-12-31' }],
    ['not-needed', { triage: 'not-needed', latestVersion: 1, changedSince: false, reviewDate: null }],
    ['changed', { triage: 'open', latestVersion: 1, changedSince: true, reviewDate: null }],
  ] as const)('is %s for %j', (state, standing) => {
    expect(stateOf(standing, today)).toBe(state)
  })
})
