import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Risk } from '../../../src-main/contract/risk.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
let risks: Risk[]
beforeAll(async () => {
  engagement = await EngagementInFolder.create({ sample: true })
  const rows = await engagement.call('risk.list', {})
  risks = await Promise.all(rows.map(({ id }) => engagement.call('risk.get', { id })))
})
afterAll(() => engagement.remove())

it('shows every state of a register: treatments, accepted, overdue, not rated, closed', () => {
  expect(new Set(risks.map(({ treatment }) => treatment))).toEqual(new Set(['modify', 'avoid', 'share', 'retain', null]))
  expect(risks.filter(({ acceptedOn }) => acceptedOn !== null).length).toBeGreaterThanOrEqual(3)
  expect(risks.some(({ current, state }) => current.level === 'open' && state === 'open')).toBe(true)
  expect(risks.some(({ state }) => state === 'closed')).toBe(true)
  expect(new Set(risks.flatMap(({ systems }) => systems.map(({ name }) => name))).size).toBe(8)
})

it('stands on the sources, objectives and controls that exist, and starts from entries of the library', async () => {
  const { topics, library } = await engagement.call('risk.guide', {})
  const known = new Set(topics.map(({ id }) => id))
  expect(risks.flatMap(({ sources, objectives }) => [...sources, ...objectives]).filter((id) => !known.has(id))).toEqual([])
  const codes = new Set((await engagement.call('soa.decisions', {})).map(({ code }) => code))
  expect(risks.flatMap(({ controls }) => controls).filter(({ code }) => !codes.has(code))).toEqual([])
  expect(risks.filter(({ originId }) => !library.some(({ id }) => id === originId))).toEqual([])
})

it('is what the reasons in the SoA name: each risk that a control names has that control', async () => {
  const decisions = await engagement.call('soa.decisions', {})
  const named = decisions.flatMap(({ code, reasonText }) => (reasonText.match(/\bR-\d+/g) ?? []).map((reference) => ({ code, reference })))
  expect(named.length).toBeGreaterThanOrEqual(8)
  const linked = ({ code, reference }: (typeof named)[number]) =>
    risks.some((risk) => risk.reference === reference && risk.controls.some((control) => control.code === code))
  expect(named.filter((pair) => !linked(pair))).toEqual([])
})
