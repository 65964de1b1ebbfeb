import { expect, it } from 'vitest'
import { loadCostContent } from '../../../src-main/catalog/cost-content.ts'
import { amountsOf, factorOf, rounded, towardsLikely, valuesOf } from '../../../src-main/cost/formulas.ts'

const { assumptions, items } = loadCostContent()
type Changes = Record<string, number | 'none' | 'iso-9001' | 'iso-27001' | 'both'>
/** A client at which every factor counts. */
const client: Changes = { headcount: 900, sites: 3, systems: 13, highRisk: 4, maturity: 'iso-27001' }
const withChanges = (changes: Changes) =>
  valuesOf(assumptions.map(({ id, default: value }) => ({ id, value: changes[id] ?? client[id] ?? value })))

function total(changes: Changes = {}) {
  const amounts = items.map((item) => amountsOf(item, withChanges(changes), 1))
  const sum = (which: 'low' | 'likely' | 'high') => amounts.reduce((all, each) => all + each[which], 0)
  return { low: sum('low'), likely: sum('likely'), high: sum('high') }
}
const numbers = assumptions.flatMap(({ id, default: value }) =>
  typeof value === 'number' ? [{ id, value: Number(client[id] ?? value) }] : [],
)
const withoutOrder = ['factor9001', 'factorBoth', 'endShare']

it.each(numbers.filter(({ id }) => !withoutOrder.includes(id)))(
  'more of $id never makes it cheaper, and makes the likely total dearer',
  ({ id, value }) => {
    const [before, after] = [total(), total({ [id]: value * 1.2 + (value === 0 ? 1 : 0) })]
    expect(after.likely).toBeGreaterThan(before.likely)
    expect(after.low).toBeGreaterThanOrEqual(before.low)
    expect(after.high).toBeGreaterThanOrEqual(before.high)
  },
)

it.each([
  ['iso-9001', 'factor9001'],
  ['iso-27001', 'factor27001'],
  ['both', 'factorBoth'],
] as const)('what stands already makes it cheaper: %s', (maturity, factor) => {
  expect(total({ maturity }).likely).toBeLessThan(total({ maturity: 'none' }).likely)
  expect(total({ maturity, [factor]: 1 }).likely).toBeCloseTo(total({ maturity: 'none' }).likely)
})

it('every case has its order: low, likely, high, also where the ends are given the wrong way round', () => {
  const clients: Changes[] = [{}, { systems: 0, headcount: 1 }, { systems: 100_000, highRisk: 900 }, { auditLow: 30_000, auditHigh: 100 }]
  for (const changes of clients)
    for (const item of items) {
      const { low, likely, high } = amountsOf(item, withChanges(changes), 0.92)
      expect(low).toBeLessThanOrEqual(likely)
      expect(likely).toBeLessThanOrEqual(high)
      expect(low).toBeGreaterThan(0)
    }
})

it('counts the factors as they are said: 1.2 for thirteen systems, 0.8 where ISO/IEC 27001 stands', () => {
  expect(factorOf('systems', withChanges({}))).toBeCloseTo(1.2)
  expect(factorOf('maturity', withChanges({}))).toBe(0.8)
  expect(factorOf('size', withChanges({ headcount: 500 }))).toBeCloseTo(1.1)
  expect(factorOf('sites', withChanges({ sites: 1 }))).toBe(1)
  expect(factorOf('systems', withChanges({ systems: 100_000 }))).toBe(3)
})

it('rounds as one says an amount, and keeps the order', () => {
  expect([0, 185, 15_230, 123_400, 1_249_000].map(rounded)).toEqual([0, 185, 15_000, 125_000, 1_250_000])
  const amounts = Array.from({ length: 400 }, (_, index) => rounded(1.05 ** index))
  expect(amounts).toEqual([...amounts].sort((a, b) => a - b))
})

it('brings the ends towards the likely sum by the share, never past it', () => {
  const added = { low: 50_000, likely: 100_000, high: 180_000 }
  expect(towardsLikely(added, 0.5)).toEqual({ low: 25_000, likely: 0, high: -40_000 })
  expect(towardsLikely(added, 1)).toEqual({ low: 0, likely: 0, high: -0 })
  const { low, high } = towardsLikely({ low: 51_234, likely: 101_111, high: 181_118 }, 0)
  expect([51_234 + low, 181_118 + high].map((end) => Math.abs(end - 101_111) < 2_500)).toEqual([true, true])
  expect(51_234 + low).toBeLessThanOrEqual(101_111)
  expect(181_118 + high).toBeGreaterThanOrEqual(101_111)
})
