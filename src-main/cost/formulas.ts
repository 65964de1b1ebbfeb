import type { Assumption, CostContent, CostFactor, IsoMaturity, Range } from '../contract/cost.ts'

/** The assumptions by their names. */
export interface Values {
  number: (id: string) => number
  maturity: IsoMaturity
}

export function valuesOf(assumptions: readonly Pick<Assumption, 'id' | 'value'>[]): Values {
  const byId = new Map(assumptions.map(({ id, value }) => [id, value]))
  return {
    number(id) {
      const value = byId.get(id)
      if (typeof value !== 'number') throw new Error(`no number: ${id}`)
      return value
    },
    maturity: (['iso-9001', 'iso-27001', 'both'] as const).find((each) => each === byId.get('maturity')) ?? 'none',
  }
}

/** The published ranges are taken as those of an organization of this size: its first year then lies within the published total. */
const usual = { systems: 8, highRisk: 2, headcount: 250, sites: 1 }
/** However small or large: a project has a core, and the larger it gets the more is shared. */
const bounds = { least: 0.7, most: 3 }
const bounded = (factor: number) => Math.min(bounds.most, Math.max(bounds.least, factor))

/** What an item is multiplied by for one property of the organization. */
export function factorOf(factor: CostFactor, { number, maturity }: Values): number {
  switch (factor) {
    case 'systems':
      return bounded(1 + number('perSystem') * (number('systems') - usual.systems))
    case 'highRisk':
      return bounded(1 + number('perHighRisk') * (number('highRisk') - usual.highRisk))
    case 'size':
      return bounded(1 + number('perDoubling') * Math.log2(Math.max(1, number('headcount')) / usual.headcount))
    case 'sites':
      return bounded(1 + number('perSite') * (number('sites') - usual.sites))
    case 'maturity':
      return { none: 1, 'iso-9001': number('factor9001'), 'iso-27001': number('factor27001'), both: number('factorBoth') }[maturity]
  }
}

type Item = CostContent['items'][number]

/** The three cases of an item's base: an amount in USD, or the number of internal people. Where the ends are given the wrong way round they change places. */
export function baseOf({ low, high }: Pick<Item, 'low' | 'high'>, values: Values): Range {
  const ends = [values.number(low), values.number(high)] as const
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  return { low: least, likely: least + (most - least) * values.number('likelyShare'), high: most }
}

export const each = (range: Range, change: (value: number) => number): Range => ({
  low: change(range.low),
  likely: change(range.likely),
  high: change(range.high),
})

/** The amounts of an item in the currency of the estimate, unrounded. The day rate of internal people is in that currency already. */
export function amountsOf(item: Item, values: Values, rate: number): Range {
  const factor = item.factors.reduce((product, name) => product * factorOf(name, values), 1)
  const perUnit = item.id === 'internal' ? values.number('months') * values.number('daysPerMonth') * values.number('dayRate') : rate
  return each(baseOf(item, values), (base) => base * factor * perUnit)
}

/** Working days of internal people. */
export function internalDays(item: Item, values: Values): Range {
  const factor = item.factors.reduce((product, name) => product * factorOf(name, values), 1)
  return each(baseOf(item, values), (people) => Math.round(people * factor * values.number('months') * values.number('daysPerMonth')))
}

/** As one says an amount: two figures and a half. 15,230 is 15,000; 123,400 is 125,000. It keeps the order of amounts. */
export function rounded(amount: number): number {
  if (amount === 0) return 0
  const step = 10 ** (Math.floor(Math.log10(amount)) - 1) / 2
  return Math.round(amount / step) * step
}

/**
 * What brings the added ends of several items towards their likely sum: not all of them turn out at their end at once.
 * `share` is how much of the distance is left; the ends never pass the likely sum.
 */
export function towardsLikely({ low, likely, high }: Range, share: number): Range {
  const part = (distance: number) => Math.min(distance, rounded(distance * (1 - share)))
  return { low: part(likely - low), likely: 0, high: -part(high - likely) }
}
