import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assessables, loadCatalog } from '../../../src-main/catalog/load.ts'
import type { GroupResult, Judgement, JudgementFields } from '../../../src-main/contract/gap.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'
import { countedByHand, judgedAs } from './random-judgements.ts'

let engagement: EngagementInFolder
beforeAll(async () => {
  engagement = await EngagementInFolder.create()
})
afterAll(() => engagement.remove())

const emptyRound = async (name: string) => (await engagement.call('gap.startRound', { name, kind: 'follow-up' })).id
const results = (roundId: string) => engagement.call('gap.results', { roundId })
const judgements = (roundId: string) => engagement.call('gap.judgements', { roundId })
const judge = (roundId: string, itemId: string, fields: Partial<JudgementFields>) =>
  engagement.call('gap.judge', { roundId, itemId, fields })
const isMandatory = (itemId: string) => assessables().get(itemId)?.documentedInformation !== null
const clauseOf = (itemId: string) => loadCatalog().requirements.find(({ id }) => id === itemId)?.clause

/** A round in which every item has some judgement, another one for each seed. */
async function randomRound(seed: number): Promise<string> {
  const roundId = await emptyRound(`Round ${seed}`)
  for (const [place, { id, kind }] of [...assessables().values()].entries()) {
    const [fields] = fc.sample(judgedAs(kind === 'control'), { seed: seed * 1000 + place, numRuns: 1 })
    if (fields) await judge(roundId, id, fields)
  }
  return roundId
}

function expectCounted(found: GroupResult | undefined, members: Judgement[]): void {
  const { conformity, maturity, ...counts } = countedByHand(members).group
  expect(found).toMatchObject(counts)
  for (const [value, expected] of [
    [found?.conformity, conformity],
    [found?.maturity, maturity],
  ] as const) {
    if (expected === null) expect(value).toBeNull()
    else expect(value).toBeCloseTo(expected, 10)
  }
}

it('a round in which nothing was judged has no share, no maturity and no gap', async () => {
  const { total, chapters, clauses, objectives, topGaps, openEffortDays } = await results(await emptyRound('Empty'))
  expect(total).toMatchObject({ items: 152, assessed: 0, conformity: null, maturity: null })
  expect([chapters.length, clauses.length, objectives.length]).toEqual([7, 32, 9])
  for (const group of [...chapters, ...clauses, ...objectives])
    expect(group).toMatchObject({ assessed: 0, conformity: null, maturity: null })
  expect([topGaps, openEffortDays]).toEqual([[], 0])
})

it.each([1, 2, 3])(
  'random judgements, seed %i: the whole and each chapter, clause and objective are what is counted by hand',
  async (seed) => {
    const roundId = await randomRound(seed)
    const [found, all] = [await results(roundId), await judgements(roundId)]
    expectCounted(found.total, all)
    expect(found.openEffortDays).toBe(countedByHand(all).openEffortDays)
    expect(found.clauses.map(({ id }) => id)).toEqual(loadCatalog().clauses.map(({ id }) => id))
    for (const group of found.clauses)
      expectCounted(
        group,
        all.filter(({ itemId }) => clauseOf(itemId) === group.id),
      )
    expect(found.chapters.map(({ id }) => id)).toEqual(['4', '5', '6', '7', '8', '9', '10'])
    for (const group of found.chapters)
      expectCounted(
        group,
        all.filter(({ itemId }) => clauseOf(itemId)?.split('.')[0] === group.id),
      )
    expect(found.objectives.map(({ id }) => id)).toEqual(loadCatalog().objectives.map(({ id }) => id))
    for (const group of found.objectives)
      expectCounted(
        group,
        all.filter(({ itemId }) => itemId.startsWith(`${group.id}.`)),
      )
    const items = (groups: GroupResult[]) => groups.reduce((sum, group) => sum + group.items, 0)
    expect([items(found.chapters), items(found.clauses), items(found.objectives)]).toEqual([114, 114, 38])
  },
)

describe('top gaps', () => {
  it.each([4, 5])('of random judgements, seed %i, are the 15 worst: none that is left out comes before one that is in', async (seed) => {
    const roundId = await randomRound(seed)
    const { topGaps } = await results(roundId)
    const byItem = new Map((await judgements(roundId)).map((judgement) => [judgement.itemId, judgement]))
    const gaps = [...byItem.values()].filter(({ conformity }) => conformity === 'partly' || conformity === 'does-not-conform')
    /** One text for each gap, whose alphabetical order is the order of the gaps. */
    const worth = ({ conformity, priority, itemId, maturity }: Judgement) =>
      [
        conformity === 'does-not-conform' ? 'a' : 'b',
        { critical: 'a', high: 'b', medium: 'c', low: 'd', none: 'e' }[priority ?? 'none'],
        isMandatory(itemId) ? 'a' : 'b',
        maturity ?? 5,
      ].join('')
    expect(gaps.length).toBeGreaterThan(15)
    const shown = topGaps.flatMap(({ itemId }) => byItem.get(itemId) ?? [])
    expect(shown.map(worth)).toEqual(gaps.map(worth).sort().slice(0, 15))
    expect(new Set(shown).size).toBe(15)
    for (const { title, itemId, ...gap } of topGaps) {
      expect(byItem.get(itemId)).toMatchObject(gap)
      expect(title).toBe(assessables().get(itemId)?.title)
    }
  })

  it('stand by conformity, then priority, then mandatory documented information, then maturity', async () => {
    const roundId = await emptyRound('Order')
    const ids = [...assessables().keys()]
    const [mandatory = '', alsoMandatory = ''] = ids.filter(isMandatory)
    const [plain = '', plain2 = '', plain3 = '', plain4 = '', plain5 = ''] = ids.filter((id) => !isMandatory(id))
    const worstFirst: [string, Partial<JudgementFields>][] = [
      [plain, { conformity: 'does-not-conform', priority: 'critical', maturity: 5 }],
      [mandatory, { conformity: 'does-not-conform', priority: 'low', maturity: 4 }],
      [plain2, { conformity: 'does-not-conform', priority: 'low', maturity: 0 }],
      [plain3, { conformity: 'does-not-conform', priority: 'low', maturity: null }],
      [alsoMandatory, { conformity: 'does-not-conform', priority: null, maturity: 0 }],
      [plain4, { conformity: 'partly', priority: 'critical', maturity: 0 }],
      [plain5, { conformity: 'partly', priority: null, maturity: 0 }],
    ]
    for (const [itemId, fields] of worstFirst.toReversed()) await judge(roundId, itemId, fields)
    expect((await results(roundId)).topGaps.map(({ itemId }) => itemId)).toEqual(worstFirst.map(([itemId]) => itemId))
  })
})

describe('the difference between two rounds', () => {
  it('of random judgements is what is compared by hand, both ways', async () => {
    const [from, to] = [await randomRound(6), await randomRound(7)]
    const before = new Map((await judgements(from)).map((judgement) => [judgement.itemId, judgement]))
    const forth = await engagement.call('gap.difference', { from, to })
    const points = new Map([
      ['conforms', 20],
      ['partly', 10],
      ['does-not-conform', 0],
    ])
    const expected = (await judgements(to)).flatMap((after) => {
      const earlier = before.get(after.itemId)
      if (!earlier || (earlier.conformity === after.conformity && earlier.maturity === after.maturity)) return []
      const [had, has] = [points.get(earlier.conformity), points.get(after.conformity)]
      const step = had === undefined || has === undefined ? 0 : has + (after.maturity ?? 0) - had - (earlier.maturity ?? 0)
      return [{ itemId: after.itemId, change: step > 0 ? 'improved' : step < 0 ? 'worsened' : 'changed' }]
    })
    const count = (change: string) => expected.filter((item) => item.change === change).length
    expect(forth.items.map(({ itemId, change }) => ({ itemId, change }))).toEqual(expected)
    expect(forth).toMatchObject({ improved: count('improved'), worsened: count('worsened'), unchanged: 152 - expected.length })
    expect(Math.min(count('improved'), count('worsened'), count('changed'), 152 - expected.length)).toBeGreaterThan(0)
    const back = await engagement.call('gap.difference', { from: to, to: from })
    expect([back.improved, back.worsened, back.unchanged]).toEqual([forth.worsened, forth.improved, forth.unchanged])
    expect(back.items.map((item) => [item.itemId, item.from, item.to, item.fromMaturity, item.toMaturity])).toEqual(
      forth.items.map((item) => [item.itemId, item.to, item.from, item.toMaturity, item.fromMaturity]),
    )
  })

  it('names what was and what is, and an item first judged in one round is neither better nor worse', async () => {
    const from = await emptyRound('Before')
    await judge(from, 'A.2.2', { conformity: 'does-not-conform', maturity: 1 })
    await judge(from, 'A.2.3', { conformity: 'conforms', maturity: 3 })
    const to = (await engagement.call('gap.startRound', { name: 'After', kind: 'follow-up', basedOn: from })).id
    expect(await engagement.call('gap.difference', { from, to })).toMatchObject({ items: [], improved: 0, worsened: 0, unchanged: 152 })
    await judge(to, 'A.2.2', { conformity: 'partly', notes: 'better' })
    await judge(to, 'A.2.3', { maturity: 2 })
    await judge(to, 'A.2.4', { conformity: 'conforms', maturity: 5 })
    await judge(to, 'A.3.2', { notes: 'a note alone is no difference' })
    const { items, ...counts } = await engagement.call('gap.difference', { from, to })
    expect(counts).toMatchObject({ from: { id: from }, to: { id: to }, improved: 1, worsened: 1, unchanged: 149 })
    expect(items.map(({ title: _, ...item }) => item)).toEqual([
      { itemId: 'A.2.2', from: 'does-not-conform', to: 'partly', fromMaturity: 1, toMaturity: 1, change: 'improved' },
      { itemId: 'A.2.3', from: 'conforms', to: 'conforms', fromMaturity: 3, toMaturity: 2, change: 'worsened' },
      { itemId: 'A.2.4', from: 'not-assessed', to: 'conforms', fromMaturity: null, toMaturity: 5, change: 'changed' },
    ])
  })
})
