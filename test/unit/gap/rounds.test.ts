import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadCatalog } from '../../../src-main/catalog/load.ts'
import { type Judgement, roundKinds } from '../../../src-main/contract/gap.ts'
import { EngagementInFolder, moment, today } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
let baseline: string
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
  const [first] = await engagement.call('gap.rounds', {})
  baseline = first?.id ?? ''
})
afterEach(() => engagement.remove())

const rounds = () => engagement.call('gap.rounds', {})
const start = (name: string, basedOn: string | null = null) => engagement.call('gap.startRound', { name, kind: 'follow-up', basedOn })
const judgements = (roundId: string) => engagement.call('gap.judgements', { roundId })
/** What was judged, without the names of the rows. */
const said = (of: Judgement[]) => of.map(({ id: _, roundId: __, origin: ___, ...fields }) => fields)
const [control = ''] = loadCatalog().controls.map(({ id }) => id)
const [requirement = ''] = loadCatalog().requirements.map(({ id }) => id)
const untouched = loadCatalog().requirements.at(-1)?.id ?? ''
const nowhere = '01993b5e-0000-7000-8000-000000000000'

const judged = {
  conformity: 'partly',
  maturity: 2,
  notes: 'seen',
  interviewee: 'Head of Data',
  evidenceReference: 'DOC-1',
  finding: 'gap',
  action: 'close it',
  owner: 'AI owner',
  effortDays: 1.5,
  priority: 'high',
  dueDate: '2027-01-31',
} as const

it('a new engagement has one open round, the baseline', async () => {
  expect(await rounds()).toMatchObject([{ id: baseline, kind: 'baseline', closedOn: null, basedOn: null }])
})

describe('a round that is started', () => {
  it.each(roundKinds)('is of the kind that was asked for: %s', async (kind) => {
    const round = await engagement.call('gap.startRound', { name: `The ${kind}`, kind, startedOn: '2026-03-01' })
    expect(round).toEqual({
      id: round.id,
      name: `The ${kind}`,
      kind,
      startedOn: '2026-03-01',
      closedOn: null,
      basedOn: null,
      createdAt: moment,
    })
    expect((await rounds()).map(({ id }) => id)).toEqual([baseline, round.id])
  })

  it('starts today where no day is named', async () => {
    expect((await start('Today')).startedOn).toBe(today)
  })

  it('empty has every item, none judged, and leaves the others alone', async () => {
    await engagement.call('gap.judge', { roundId: baseline, itemId: control, fields: judged })
    const before = await judgements(baseline)
    const untouched = said(before).find(({ itemId }) => itemId === requirement)
    const { id } = await start('Empty')
    expect(said(await judgements(id))).toEqual(before.map(({ itemId }) => ({ ...untouched, itemId })))
    expect(await judgements(baseline)).toEqual(before)
  })

  it('from the last carries every field of every judgement over, in rows of its own', async () => {
    for (const itemId of [control, requirement]) await engagement.call('gap.judge', { roundId: baseline, itemId, fields: judged })
    const fields = { conformity: 'not-applicable', notApplicableReason: 'nothing is bought' } as const
    await engagement.call('gap.judge', { roundId: baseline, itemId: 'A.10.3', fields })
    const before = await judgements(baseline)
    const { id, basedOn } = await start('Follow-up', baseline)
    expect(basedOn).toBe(baseline)
    const after = await judgements(id)
    expect(said(after)).toEqual(said(before))
    expect(after.find(({ itemId }) => itemId === control)).toMatchObject(judged)
    expect(new Set([...before, ...after].map((judgement) => judgement.id)).size).toBe(304)
    await engagement.call('gap.judge', { roundId: id, itemId: control, fields: { conformity: 'conforms' } })
    expect(await judgements(baseline)).toEqual(before)
  })

  it('counts what it carried over as confirmed once somebody judges or confirms it, and not before', async () => {
    for (const itemId of [control, requirement, '5.2-1']) await engagement.call('gap.judge', { roundId: baseline, itemId, fields: judged })
    const { id } = await start('Follow-up', baseline)
    const counts = async () => {
      const { total } = await engagement.call('gap.results', { roundId: id })
      const { judged: confirmed, carriedOver } = (await engagement.call('readiness.dashboard', {})).standing
      expect(confirmed).toBe(total.confirmed)
      expect((await engagement.call('engagement.info', {})).judged).toBe(total.confirmed)
      return [total.confirmed, carriedOver, total.assessed]
    }
    const originOf = async (wanted: string) => (await judgements(id)).find(({ itemId }) => itemId === wanted)?.origin
    expect(await counts()).toEqual([0, 3, 3])
    expect(await originOf(untouched)).toBe('round')
    await engagement.call('gap.judge', { roundId: id, itemId: control, fields: { owner: 'Somebody', dueDate: '2027-02-01' } })
    expect(await originOf(control)).toBe('carried-over')
    await engagement.call('gap.judge', { roundId: id, itemId: control, fields: { conformity: judged.conformity } })
    expect(await counts()).toEqual([1, 2, 3])
    expect(await engagement.call('gap.confirm', { roundId: id, itemIds: [requirement, control, untouched] })).toEqual({ confirmed: 1 })
    expect(await counts()).toEqual([2, 1, 3])
    await engagement.undo()
    expect(await counts()).toEqual([1, 2, 3])
    await engagement.call('gap.updateRound', { roundId: id, closedOn: today })
    expect((await engagement.refusal('gap.confirm', { roundId: id, itemIds: [requirement] })).code).toBe('conflict')
    expect((await engagement.refusal('gap.confirm', { roundId: id, itemIds: ['9.9-9'] })).code).toBe('conflict')
  })

  it('is one change, that one undo takes back and one redo brings again', async () => {
    const before = await rounds()
    const { id } = await start('Follow-up', baseline)
    const [after, carried] = [await rounds(), await judgements(id)]
    expect(await engagement.undo()).toContain('Follow-up')
    expect(await rounds()).toEqual(before)
    expect((await engagement.refusal('gap.judgements', { roundId: id })).code).toBe('not-found')
    await engagement.call('engagement.redo', {})
    expect([await rounds(), await judgements(id)]).toEqual([after, carried])
  })

  it.each([
    ['a round that is not there', { name: 'x', kind: 'follow-up', basedOn: nowhere }, 'not-found'],
    ['no name', { name: '', kind: 'follow-up' }, 'invalid-input'],
    ['another kind', { name: 'x', kind: 'surveillance' }, 'invalid-input'],
    ['no day of the calendar', { name: 'x', kind: 'follow-up', startedOn: '2026-13-01' }, 'invalid-input'],
  ])('is refused from %s, and nothing is written', async (_name, input, code) => {
    const changes = await engagement.changes()
    expect((await engagement.refusal('gap.startRound', input)).code).toBe(code)
    expect(await rounds()).toHaveLength(1)
    expect(await engagement.changes()).toBe(changes)
  })
})

describe('a round that is closed', () => {
  const close = (closedOn: string | null) => engagement.call('gap.updateRound', { roundId: baseline, closedOn })

  it('is judged no more, until it is opened again', async () => {
    await engagement.call('gap.judge', { roundId: baseline, itemId: control, fields: judged })
    expect((await close('2026-12-01')).closedOn).toBe('2026-12-01')
    const attempt = { roundId: baseline, itemId: control, fields: { notes: 'later' } }
    expect((await engagement.refusal('gap.judge', attempt)).code).toBe('conflict')
    expect((await judgements(baseline)).find(({ itemId }) => itemId === control)).toMatchObject(judged)
    await close(null)
    expect((await engagement.call('gap.judge', attempt)).notes).toBe('later')
  })

  it('can be read, counted, compared, renamed, and be the start of the next', async () => {
    await close('2026-12-01')
    const next = await start('Next', baseline)
    expect(next.closedOn).toBeNull()
    expect(await engagement.call('gap.updateRound', { roundId: baseline, name: 'First' })).toMatchObject({
      name: 'First',
      closedOn: '2026-12-01',
    })
    expect((await engagement.call('gap.results', { roundId: baseline })).total.items).toBe(152)
    expect((await engagement.call('gap.difference', { from: baseline, to: next.id })).unchanged).toBe(152)
  })
})

describe('a round that is deleted', () => {
  it('goes with its judgements, in one change, and comes back whole', async () => {
    const { id } = await start('Mistake', baseline)
    await engagement.call('gap.judge', { roundId: id, itemId: control, fields: judged })
    const [listed, rows] = [await rounds(), await judgements(id)]
    await engagement.call('gap.deleteRound', { roundId: id })
    expect((await rounds()).map((round) => round.id)).toEqual([baseline])
    expect((await engagement.refusal('gap.results', { roundId: id })).code).toBe('not-found')
    expect((await engagement.job('engagement.check', {})).problems).toEqual([])
    await engagement.undo()
    expect([await rounds(), await judgements(id)]).toEqual([listed, rows])
  })

  it('is never the last one', async () => {
    expect((await engagement.refusal('gap.deleteRound', { roundId: baseline })).code).toBe('conflict')
    expect(await rounds()).toHaveLength(1)
    expect(await judgements(baseline)).toHaveLength(152)
  })

  it('leaves no round that says it is based on it', async () => {
    const { id } = await start('Follow-up', baseline)
    await engagement.call('gap.deleteRound', { roundId: baseline })
    expect(await rounds()).toMatchObject([{ id, basedOn: null }])
    await engagement.undo()
    expect((await rounds()).map(({ basedOn }) => basedOn)).toEqual([null, baseline])
  })

  it('leaves the one before it as the newest, which the SoA looks at', async () => {
    const seen = async () => (await engagement.call('soa.decisions', {})).find(({ code }) => code === control)?.conformity
    await engagement.call('gap.judge', { roundId: baseline, itemId: control, fields: { conformity: 'conforms' } })
    const { id } = await start('Follow-up')
    expect(await seen()).toBe('not-assessed')
    await engagement.call('gap.deleteRound', { roundId: id })
    expect(await seen()).toBe('conforms')
  })
})
