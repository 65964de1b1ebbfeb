import { expect, it } from 'vitest'
import { type CheckId, type Count, checks } from '../../../src-main/readiness/checks.ts'
import { judgeReadiness, resultOf } from '../../../src-main/readiness/rules.ts'

const everywhere = (count: Count): Record<CheckId, Count> => {
  const counts: Partial<Record<CheckId, Count>> = {}
  for (const { id } of checks) counts[id] = count
  // Each check has just been given its count.
  return counts as Record<CheckId, Count>
}

it.each([
  [{ done: 0, of: 0 }, false, 'not'],
  [{ done: 0, of: 0 }, true, 'not-applicable'],
  [{ done: 0, of: 3 }, true, 'not'],
  [{ done: 1, of: 3 }, false, 'partly'],
  [{ done: 3, of: 3 }, false, 'met'],
] as const)('%o, where nothing may be there: %s, is %s', (count, mayBeEmpty, result) => {
  expect(resultOf({ mayBeEmpty }, count)).toBe(result)
})

it('everything done is 100 % without a blocker, nothing done is 0 % with all of them', () => {
  expect(judgeReadiness(everywhere({ done: 2, of: 2 })).stages.map(({ percent, blockers }) => [percent, blockers])).toEqual([
    [100, 0],
    [100, 0],
  ])
  const nothing = judgeReadiness(everywhere({ done: 0, of: 2 }))
  for (const { stage, percent, blockers } of nothing.stages) {
    expect(percent).toBe(0)
    expect(blockers).toBe(checks.filter((check) => check.stage === stage && check.isMandatory).length)
  }
})

it('a hair less than everything is not 100 %', () => {
  const counts = { ...everywhere({ done: 1, of: 1 }), controls: { done: 9999, of: 10_000 } }
  expect(judgeReadiness(counts).stages.map(({ percent }) => percent)).toEqual([100, 99])
})

it('the percentage is the sum of the points that are shown, and what does not apply counts for nothing', () => {
  const counts = { ...everywhere({ done: 1, of: 3 }), major: { done: 0, of: 0 }, policy: { done: 1, of: 2 } }
  const { stages, checks: judged } = judgeReadiness(counts)
  expect(judged.find(({ id }) => id === 'major')).toMatchObject({ result: 'not-applicable', points: 0, isBlocking: false })
  for (const { stage, percent, points, weight } of stages) {
    const shown = judged.filter((check) => check.stage === stage && check.result !== 'not-applicable')
    expect(shown.reduce((sum, check) => sum + check.points, 0)).toBeCloseTo(points)
    expect(shown.reduce((sum, check) => sum + check.weight, 0)).toBe(weight)
    expect(percent).toBe(Math.floor((points / weight) * 100))
  }
})

it('blockers stand first, and each that is not met says what to do', () => {
  const { checks: judged } = judgeReadiness(everywhere({ done: 1, of: 2 }))
  const blocking = judged.map(({ isBlocking }) => isBlocking)
  expect(blocking).toEqual([...blocking].sort((a, b) => Number(b) - Number(a)))
  for (const { id, todo, reason, title, why } of judged)
    for (const words of [todo, reason, title, why]) expect(words, id).toMatch(/\w.*[^}]$/)
})
