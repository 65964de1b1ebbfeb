import { loadCostContent } from '../catalog/cost-content.ts'
import type { CostItem, Estimate, Range } from '../contract/cost.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { text } from '../language/text.ts'
import { readAssumptions, readCurrency } from './assumptions.ts'
import { amountsOf, baseOf, each, factorOf, internalDays, rounded, towardsLikely, type Values, valuesOf } from './formulas.ts'
import { gapEffort } from './queries.ts'

type Item = ReturnType<typeof loadCostContent>['items'][number]
type Case = keyof Range

const none: Range = { low: 0, likely: 0, high: 0 }
const plus = (a: Range, b: Range): Range => ({ low: a.low + b.low, likely: a.likely + b.likely, high: a.high + b.high })
const total = (items: readonly Range[]) => items.reduce(plus, none)

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })
const say = (value: number) => numbers.format(value)

/** The factors of an item in words: "× 1.2 for 8 AI systems". A factor of one is left out. */
function factorWords({ factors }: Item, values: Values): string[] {
  return factors.flatMap((name) => {
    const factor = factorOf(name, values)
    if (Math.abs(factor - 1) < 0.005) return []
    const counts = { systems: 'systems', highRisk: 'highRisk', size: 'headcount', sites: 'sites' } as const
    const key = name === 'maturity' ? `cost:formula.maturity.${values.maturity}` : `cost:formula.${name}`
    const count = name === 'maturity' ? 0 : values.number(counts[name])
    return [text(key, { factor: say(factor), count, number: say(count) })]
  })
}

/** How one case of an item comes about, in plain words. */
function formulaOf(item: Item, values: Values, money: { currency: string; rate: number }, which: Case): string {
  const base = baseOf(item, values)[which]
  const start =
    item.id === 'internal'
      ? text('cost:formula.internal', {
          people: say(base),
          months: values.number('months'),
          days: values.number('daysPerMonth'),
          rate: say(values.number('dayRate')),
          currency: money.currency,
        })
      : text('cost:formula.price', { amount: say(base) })
  const exchange =
    item.id !== 'internal' && money.rate !== 1
      ? [text('cost:formula.rate', { rate: numbersOfRate.format(money.rate), currency: money.currency })]
      : []
  return [start, ...factorWords(item, values), ...exchange].join(' ')
}

const numbersOfRate = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 })

/** The estimate as it follows from the assumptions. The amounts are rounded first and added up then, so that a table adds up. */
export function readEstimate(file: EngagementFile): Estimate {
  const { items, published } = loadCostContent()
  const money = readCurrency(file)
  const assumptions = readAssumptions(file, money.rate)
  const values = valuesOf(assumptions)
  const costs = items.map(
    (item): CostItem => ({
      id: item.id,
      title: item.title,
      basis: item.basis,
      when: item.when,
      ...each(amountsOf(item, values, money.rate), rounded),
      formula: formulaOf(item, values, money, 'likely'),
      formulaLow: formulaOf(item, values, money, 'low'),
      formulaHigh: formulaOf(item, values, money, 'high'),
    }),
  )
  const added = total(costs.filter(({ when }) => when === 'once'))
  const spread = towardsLikely(added, values.number('endShare'))
  const yearOne = plus(added, spread)
  const yearly = total(costs.filter(({ when }) => when === 'yearly'))
  return {
    ...money,
    items: costs,
    spread,
    yearOne,
    yearly,
    cycle: plus(yearOne, plus(yearly, yearly)),
    published: { low: rounded(published.low * money.rate), high: rounded(published.high * money.rate) },
    crossCheck: crossCheck(file, items, values),
    assumptions,
  }
}

/** The internal effort beside what the gap assessment says, in days: two ways to the same thing. */
function crossCheck(file: EngagementFile, items: readonly Item[], values: Values): Estimate['crossCheck'] {
  const internal = items.find(({ id }) => id === 'internal')
  const days = internal ? internalDays(internal, values) : none
  const { gaps, withoutEffort, effortDays } = file.one(gapEffort, 'gaps')
  const verdict = gaps === 0 || effortDays === 0 ? 'nothing' : effortDays > days.high ? 'above' : effortDays < days.low ? 'below' : 'within'
  const words = text(`cost:crossCheck.${verdict}`, { days: say(effortDays), low: say(days.low), high: say(days.high), count: gaps })
  const missing = withoutEffort > 0 && gaps > 0 ? ` ${text('cost:crossCheck.withoutEffort', { count: withoutEffort })}` : ''
  return { internalDays: days, gapDays: effortDays, gaps, withoutEffort, words: words + missing }
}
