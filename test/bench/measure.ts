import { z } from 'zod'
import { watchMemory } from './memory.ts'

export const measureSchema = z.object({
  what: z.string(),
  /** Milliseconds; the 95th percentile where the name says so. */
  median: z.number(),
  /** The same of the bare work that this one is held against, in the same run. */
  bare: z.number(),
  /** What the bare work is. */
  against: z.string(),
  ratio: z.number(),
  /** Most resident memory beyond that at the start, in megabytes. */
  memory: z.number(),
  repetitions: z.number(),
  /** What a requirement allows, where it names a figure; memory in megabytes. */
  mostRatio: z.number().optional(),
  mostMemory: z.number().optional(),
})
export type Measure = z.infer<typeof measureSchema>

/** What was measured beyond what a requirement allows, a sentence each. */
export const beyond = (measured: readonly Measure[]): string[] =>
  measured.flatMap(({ what, ratio, memory, mostRatio = Number.POSITIVE_INFINITY, mostMemory = Number.POSITIVE_INFINITY }) => [
    ...(ratio > mostRatio ? [`${what}: ${ratio.toFixed(2)} times the bare work, and ${mostRatio} are allowed`] : []),
    ...(memory > mostMemory ? [`${what}: ${memory.toFixed(0)} MB, and ${mostMemory} are allowed`] : []),
  ])

export interface Size {
  /** Few repetitions and small data, to see that everything runs. */
  isShort: boolean
  /** Where the prepared engagement and table are, and where a measure may write. */
  folder: string
}

/** Does the work once and says how many milliseconds of it count: what is set up and cleared away around it does not. */
export type Attempt = () => number | Promise<number>

export interface Comparison {
  ours: Attempt
  bare: Attempt
  repetitions: number
  /** Attempts that are not timed. */
  warmUp?: number
}

export interface Compared {
  ours: number[]
  bare: number[]
  memory: number
}

export async function clock(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/**
 * Times both in turns, so that what slows the machine down for a moment slows down both. The memory is that of our first attempts, before
 * anything else was done in this process: what was freed by then would be used again, and not be seen.
 */
export async function compare({ ours, bare, repetitions, warmUp = 0 }: Comparison): Promise<Compared> {
  const most = watchMemory()
  const first = await times(Math.max(1, warmUp), ours)
  const memory = most()
  const firstBare = await times(Math.max(1, warmUp), bare)
  const compared: Compared = { ours: warmUp === 0 ? first : [], bare: warmUp === 0 ? firstBare : [], memory }
  while (compared.ours.length < repetitions) {
    compared.ours.push(await ours())
    compared.bare.push(await bare())
  }
  return compared
}

async function times(count: number, attempt: Attempt): Promise<number[]> {
  const taken: number[] = []
  while (taken.length < count) taken.push(await attempt())
  return taken
}

/** The value below which the given share of the values lies, between two of them where it has to be. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const [below = Number.NaN, above = below] = sorted.slice(Math.floor(place), Math.floor(place) + 2)
  return below + (above - below) * (place % 1)
}

export function measureOf(what: string, against: string, { ours, bare, memory }: Compared, share = 0.5): Measure {
  const median = quantile(ours, share)
  const plain = quantile(bare, share)
  return { what, median, bare: plain, against, ratio: median / plain, memory: memory / 1024 ** 2, repetitions: ours.length }
}
