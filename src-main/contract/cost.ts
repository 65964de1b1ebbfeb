import { z } from 'zod'
import { nothing, ofEngagement } from './procedure.ts'

/** Management systems by ISO that the organization has already. */
export const maturities = ['none', 'iso-9001', 'iso-27001', 'both'] as const
export const isoMaturity = z.enum(maturities)
export type IsoMaturity = z.infer<typeof isoMaturity>

export const assumptionGroups = ['client', 'systems', 'effort', 'prices', 'factors'] as const
export const costFactors = ['systems', 'highRisk', 'maturity', 'size', 'sites'] as const
export const costFactor = z.enum(costFactors)
export type CostFactor = z.infer<typeof costFactor>

const sentence = z.string().trim().min(1)

/** Content: the items with their published ranges, and the assumptions that they are scaled by. */
export const costContent = z.object({
  version: z.string(),
  notice: sentence,
  /** Published total of the first year for a mid-size company, in USD. */
  published: z.object({ low: z.number(), high: z.number() }),
  items: z.array(
    z.object({
      id: z.string(),
      title: sentence,
      basis: sentence,
      when: z.enum(['once', 'yearly']),
      /** Assumptions that hold its two ends. */
      low: z.string(),
      high: z.string(),
      factors: z.array(costFactor),
    }),
  ),
  assumptions: z.array(
    z.object({
      id: z.string(),
      group: z.enum(assumptionGroups),
      kind: z.enum(['number', 'choice']),
      default: z.union([z.number(), isoMaturity]),
      min: z.number().nullable(),
      max: z.number().nullable(),
      title: sentence,
      why: sentence,
    }),
  ),
})
export type CostContent = z.infer<typeof costContent>

/** Where a value comes from: a person, what the engagement holds, or the content. */
export const assumptionSources = ['entered', 'engagement', 'default'] as const

export const assumption = z.object({
  id: z.string(),
  group: z.enum(assumptionGroups),
  kind: z.enum(['number', 'choice']),
  value: z.union([z.number(), isoMaturity]),
  /** What it goes back to. */
  proposed: z.union([z.number(), isoMaturity]),
  source: z.enum(assumptionSources),
  min: z.number().nullable(),
  max: z.number().nullable(),
  title: z.string(),
  why: z.string(),
})
export type Assumption = z.infer<typeof assumption>

/** Amounts in the currency of the estimate, rounded as one says them. */
export const range = z.object({ low: z.number(), likely: z.number(), high: z.number() })
export type Range = z.infer<typeof range>

export const costItem = range.extend({
  id: z.string(),
  title: z.string(),
  basis: z.string(),
  when: z.enum(['once', 'yearly']),
  /** How the likely amount comes about, in words, and the two ends. */
  formula: z.string(),
  formulaLow: z.string(),
  formulaHigh: z.string(),
})
export type CostItem = z.infer<typeof costItem>

export const estimate = z.object({
  currency: z.string(),
  /** Units of the currency for one US dollar. */
  rate: z.number(),
  isRateSet: z.boolean(),
  items: z.array(costItem),
  /** What the ends of year 1 are brought towards the likely sum, as not every item turns out at its end at once: added to the low end, taken from the high one. */
  spread: range,
  yearOne: range,
  yearly: range,
  /** Three years: the first, and two with surveillance. */
  cycle: range,
  /** Published total for a mid-size company, in the currency of the estimate. */
  published: z.object({ low: z.number(), high: z.number() }),
  /** Working days: by the internal effort, and by what the gap assessment has estimated. */
  crossCheck: z.object({ internalDays: range, gapDays: z.number(), gaps: z.number(), withoutEffort: z.number(), words: z.string() }),
  assumptions: z.array(assumption),
})
export type Estimate = z.infer<typeof estimate>

/** ISO 4217. */
const currency = z.string().regex(/^[A-Z]{3}$/)
const affected = ['cost', 'documents']

export const costContract = {
  estimate: ofEngagement.query('The cost estimate with every assumption and formula', nothing, estimate),
  set: ofEngagement.mutation(
    'Change an assumption; null sets it back to what is proposed',
    z.object({ id: z.string(), value: z.union([z.number(), isoMaturity]).nullable() }),
    estimate,
    affected,
  ),
  setCurrency: ofEngagement.mutation(
    'Choose the currency (ISO 4217) and what one US dollar is in it',
    z.object({ currency, rate: z.number().positive().max(1_000_000).nullable() }),
    estimate,
    affected,
  ),
  reset: ofEngagement.mutation('Set every assumption back to what is proposed', nothing, estimate, affected, { offersUndo: true }),
}
