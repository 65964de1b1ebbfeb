import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readDocx } from '../../../src-main/documents/verify/read-docx.ts'
import { readPdf } from '../../../src-main/documents/verify/read-pdf.ts'
import { readXlsx } from '../../../src-main/documents/verify/read-xlsx.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const estimate = () => engagement.call('cost.estimate', {})
const assumption = async (id: string) => (await estimate()).assumptions.find((each) => each.id === id)

it('counts the systems of the inventory until a person enters another number, and goes back to them', async () => {
  expect(await assumption('systems')).toMatchObject({ value: 8, source: 'default' })
  for (const name of ['A', 'B', 'C', 'D']) await engagement.call('inventory.add', { name })
  expect(await assumption('systems')).toMatchObject({ value: 4, source: 'engagement' })
  await engagement.call('cost.set', { id: 'systems', value: 12 })
  expect(await assumption('systems')).toMatchObject({ value: 12, proposed: 4, source: 'entered' })
  await engagement.call('cost.set', { id: 'systems', value: null })
  expect(await assumption('systems')).toMatchObject({ value: 4, source: 'engagement' })
})

it('adds up what it shows, says how each number comes about, and one undo takes a change back', async () => {
  await engagement.call('cost.set', { id: 'maturity', value: 'iso-27001' })
  await engagement.call('cost.set', { id: 'systems', value: 13 })
  const { items, spread, yearOne, yearly, cycle } = await estimate()
  for (const which of ['low', 'likely', 'high'] as const) {
    expect(items.filter(({ when }) => when === 'once').reduce((sum, item) => sum + item[which], spread[which])).toBe(yearOne[which])
    expect(cycle[which]).toBe(yearOne[which] + 2 * yearly[which])
  }
  expect(items.find(({ id }) => id === 'consultancy')?.formulaLow).toBe(
    '15,000 USD × 1.2 for 13 AI systems × 0.8 because ISO/IEC 27001 stands',
  )
  await engagement.undo()
  expect((await assumption('systems'))?.value).toBe(8)
  await engagement.call('cost.reset', {})
  expect((await estimate()).assumptions.filter(({ source }) => source === 'entered')).toEqual([])
})

it('a mid-size company without another management system lies within the published total; ISO/IEC 27001 makes it cheaper', async () => {
  for (const [id, value] of [
    ['headcount', 250],
    ['systems', 8],
    ['highRisk', 2],
    ['maturity', 'none'],
  ] as const)
    await engagement.call('cost.set', { id, value })
  const { yearOne, published } = await estimate()
  expect(yearOne.low).toBeGreaterThanOrEqual(published.low)
  expect(yearOne.likely).toBeGreaterThan(yearOne.low)
  expect(yearOne.high).toBeGreaterThan(yearOne.likely)
  expect(yearOne.high).toBeLessThanOrEqual(published.high)
  expect(yearOne.high).toBeGreaterThan(published.high * 0.9)
  const { yearOne: certified } = await engagement.call('cost.set', { id: 'maturity', value: 'iso-27001' })
  for (const which of ['low', 'likely', 'high'] as const) expect(certified[which]).toBeLessThan(yearOne[which])
})

it('counts in the currency of the client by the rate that is entered, and says where there is none', async () => {
  const before = await estimate()
  expect((await engagement.call('cost.setCurrency', { currency: 'CHF', rate: null })).isRateSet).toBe(false)
  const after = await engagement.call('cost.setCurrency', { currency: 'CHF', rate: 2 })
  expect(after).toMatchObject({ currency: 'CHF', rate: 2, isRateSet: true })
  expect(after.yearly.low).toBe(before.yearly.low * 2)
  expect(after.assumptions.find(({ id }) => id === 'dayRate')?.value).toBe(500)
  expect((await engagement.refusal('cost.setCurrency', { currency: 'XQQ', rate: 1 })).sentence).toContain('ISO 4217')
})

it('refuses a value that cannot be, with a sentence', async () => {
  expect((await engagement.refusal('cost.set', { id: 'likelyShare', value: 2 })).sentence).toContain('between 0 and 1')
  expect((await engagement.refusal('cost.set', { id: 'months', value: 'both' })).sentence).toContain('cannot have this value')
  expect((await engagement.refusal('cost.set', { id: 'nothing', value: 1 })).code).toBe('not-found')
})

it('checks the internal effort against the gap assessment', async () => {
  expect((await estimate()).crossCheck.words).toContain('no estimate of effort yet')
  const roundId = (await engagement.call('gap.rounds', {})).at(-1)?.id ?? ''
  const judge = (itemId: string, effortDays: number | null) =>
    engagement.call('gap.judge', { roundId, itemId, fields: { conformity: 'partly', effortDays } })
  await judge('A.6.2.4', 5000)
  await judge('A.7.5', null)
  const { crossCheck } = await estimate()
  expect(crossCheck).toMatchObject({ gapDays: 5000, gaps: 2, withoutEffort: 1 })
  expect(crossCheck.words).toContain('raise the number of people')
})

const folded = (text: string) => text.replace(/\s+/g, '')
const readers = { docx: readDocx, pdf: readPdf, xlsx: readXlsx }

it.each(['docx', 'pdf', 'xlsx'] as const)(
  '%s holds every item with its formula, every assumption, and that it is no promise',
  async (format) => {
    const path = engagement.at(`cost.${format}`)
    await engagement.job('documents.export', { report: 'cost', format, to: path })
    const found = await readers[format](readFileSync(path))
    const { items, assumptions } = await estimate()
    const wanted = [...items.flatMap(({ title, formula }) => [title, formula]), ...assumptions.map(({ title }) => title), 'not offers']
    for (const words of wanted) expect(folded(found.text)).toContain(folded(words))
    const audit = items.find(({ id }) => id === 'audit')
    if (format === 'xlsx') expect(found.rows?.some((row) => row[1] === String(audit?.low) && row[3] === String(audit?.high))).toBe(true)
  },
)
