import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadRiskGuide } from '../../../src-main/catalog/risk-guide.ts'
import type { RiskFields } from '../../../src-main/contract/risk.ts'
import { dayFromToday, EngagementInFolder, today } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const nowhere = '01993b5e-0000-7000-8000-000000000000'
const list = () => engagement.call('risk.list', {})
const get = (id: string) => engagement.call('risk.get', { id })
const add = (title?: string) => engagement.call('risk.add', title === undefined ? {} : { title })
const update = (id: string, fields: Partial<RiskFields>) => engagement.call('risk.update', { id, fields })
const sound = async () => expect((await engagement.job('engagement.check', {})).problems).toEqual([])

const everyField: RiskFields = {
  reference: 'KI-7',
  title: 'A risk “with quotes” 日本',
  sources: ['C.3.4', 'C.3.7'],
  objectives: ['C.2.2', 'C.2.11'],
  cause: 'cause\nin two lines',
  event: 'event',
  consequence: 'consequence',
  owner: 'Head of Claims',
  inherentLikelihood: 5,
  inherentConsequence: 4,
  currentLikelihood: 3,
  currentConsequence: 3,
  targetLikelihood: 2,
  targetConsequence: 2,
  treatment: 'modify',
  treatmentPlan: 'plan',
  treatmentOwner: 'Head of Data',
  treatmentDue: dayFromToday(40),
  treatmentStatus: 'under-way',
  acceptedBy: 'Chief Risk Officer',
  acceptedOn: today,
  acceptanceReason: 'worth it',
  reviewDate: dayFromToday(90),
  state: 'open',
  notes: 'notes',
}

describe('a risk', () => {
  it('is added empty under the next free reference, and each addition is one change', async () => {
    const first = await add()
    const second = await add('Drift')
    expect([first.reference, second.reference]).toEqual(['R-001', 'R-002'])
    expect(first).toMatchObject({ title: 'New risk', state: 'open', treatment: null, treatmentStatus: 'not-started', origin: null })
    expect(first.issues).toEqual(['not-rated', 'no-owner'])
    expect(await engagement.undo()).toContain('R-002')
    expect((await list()).map(({ reference }) => reference)).toEqual(['R-001'])
    expect((await add()).reference).toBe('R-002')
  })

  it('counts references as people do, leaves gaps alone and steps over names of another kind', async () => {
    const { id } = await add()
    await update(id, { reference: 'R-999' })
    expect((await add()).reference).toBe('R-1000')
    const other = await add()
    await update(other.id, { reference: 'Old 17' })
    expect((await add()).reference).toBe('R-1001')
    expect((await list()).map(({ reference }) => reference)).toEqual(['Old 17', 'R-999', 'R-1000', 'R-1001'])
  })

  it('keeps every field, in the list, the record and on the disk', async () => {
    const { id } = await add()
    const changed = await update(id, everyField)
    expect(changed).toMatchObject(everyField)
    expect(changed).toMatchObject({ inherent: { level: 'high' }, current: { level: 'medium' }, target: { level: 'low' } })
    expect(changed.issues).toEqual(['modify-without-control'])
    await engagement.reopen()
    expect(await get(id)).toEqual(changed)
    const [row] = await list()
    expect(row).toMatchObject({ id, reference: 'KI-7', current: changed.current, issues: changed.issues, objectives: ['C.2.2', 'C.2.11'] })
    await sound()
  })

  it('is undone field by field, and a change of nothing is none', async () => {
    const { id } = await add('Drift')
    await update(id, { owner: 'Head of Data' })
    const changes = await engagement.changes()
    await update(id, {})
    await update(id, { owner: 'Head of Data' })
    expect(await engagement.changes()).toBe(changes)
    await engagement.undo()
    expect(await get(id)).toMatchObject({ owner: '', title: 'Drift' })
  })

  it.each<[string, unknown, string]>([
    ['a rating of 7', { currentLikelihood: 7 }, 'invalid-input'],
    ['a rating of 0', { targetConsequence: 0 }, 'invalid-input'],
    ['half a step', { inherentLikelihood: 1.5 }, 'invalid-input'],
    ['a rating beyond the scale', { currentLikelihood: 6 }, 'conflict'],
    ['a consequence beyond the scale', { inherentConsequence: 6 }, 'conflict'],
    ['no title', { title: '' }, 'invalid-input'],
    ['a treatment that there is not', { treatment: 'ignore' }, 'invalid-input'],
    ['a day that there is not', { treatmentDue: '2026-02-30' }, 'invalid-input'],
    ['an unknown source', { sources: ['C.9.9'] }, 'not-found'],
    ['an objective among the sources', { sources: ['C.2.1'] }, 'not-found'],
    ['an unknown objective', { objectives: ['C.2.1', 'X'] }, 'not-found'],
  ])('refuses %s, and nothing is written', async (_, fields, code) => {
    const { id } = await add('Drift')
    const [before, changes] = [await get(id), await engagement.changes()]
    expect((await engagement.refusal('risk.update', { id, fields })).code).toBe(code)
    expect([await get(id), await engagement.changes()]).toEqual([before, changes])
  })

  it('refuses a reference that another risk has', async () => {
    const { id } = await add()
    const other = await add()
    expect((await engagement.refusal('risk.update', { id: other.id, fields: { reference: 'R-001' } })).code).toBe('conflict')
    expect((await update(id, { reference: 'R-001' })).reference).toBe('R-001')
  })

  it('that is unknown is named', async () => {
    for (const [procedure, input] of [
      ['risk.get', { id: nowhere }],
      ['risk.update', { id: nowhere, fields: { owner: 'x' } }],
      ['risk.setSystems', { id: nowhere, systemIds: [] }],
      ['risk.setControls', { id: nowhere, codes: [] }],
      ['risk.updateMany', { ids: [nowhere], fields: { owner: 'x' } }],
    ] as const)
      expect((await engagement.refusal(procedure, input)).code, procedure).toBe('not-found')
  })
})

describe('links', () => {
  it('name systems and controls, each change one step, and come back with undo', async () => {
    const { id } = await add('Drift')
    const system = await engagement.call('inventory.add', { name: 'Chat' })
    await engagement.call('soa.addControl', { code: 'C-1', title: 'Model cards', description: '' })
    expect((await engagement.call('risk.setSystems', { id, systemIds: [system.id] })).systems).toEqual([{ id: system.id, name: 'Chat' }])
    const linked = await engagement.call('risk.setControls', { id, codes: ['A.10.2', 'A.2.2', 'C-1', 'A.2.2'] })
    expect(linked.controls.map(({ code }) => code)).toEqual(['A.2.2', 'A.10.2', 'C-1'])
    expect(linked.controls.at(-1)?.title).toBe('Model cards')
    expect(await list()).toMatchObject([{ systemNames: ['Chat'], controlCodes: ['A.2.2', 'A.10.2', 'C-1'] }])
    await engagement.call('risk.setControls', { id, codes: ['A.2.2'] })
    await engagement.undo()
    expect((await get(id)).controls).toEqual(linked.controls)
    await engagement.call('risk.setSystems', { id, systemIds: [] })
    expect((await get(id)).systems).toEqual([])
    await sound()
  })

  it('to an unknown system or code are refused whole', async () => {
    const { id } = await add()
    const system = await engagement.call('inventory.add', { name: 'Chat' })
    const unknownSystem = await engagement.refusal('risk.setSystems', { id, systemIds: [system.id, nowhere] })
    expect(unknownSystem).toMatchObject({ code: 'not-found', details: { what: nowhere } })
    const unknownControl = await engagement.refusal('risk.setControls', { id, codes: ['A.2.2', 'A.99'] })
    expect(unknownControl).toMatchObject({ code: 'not-found', details: { what: 'A.99' } })
    expect(await get(id)).toMatchObject({ systems: [], controls: [] })
    expect((await engagement.refusal('risk.add', { systemIds: [nowhere] })).code).toBe('not-found')
    expect(await list()).toHaveLength(1)
  })

  it('go with a system or a control of the client that is removed, and come back with it', async () => {
    const { id } = await add()
    const system = await engagement.call('inventory.add', { name: 'Chat' })
    await engagement.call('soa.addControl', { code: 'C-1', title: 'Model cards', description: '' })
    await engagement.call('risk.setSystems', { id, systemIds: [system.id] })
    await engagement.call('risk.setControls', { id, codes: ['C-1'] })
    const before = await get(id)
    await engagement.call('inventory.remove', { ids: [system.id] })
    await engagement.call('soa.removeControl', { code: 'C-1' })
    expect(await get(id)).toMatchObject({ systems: [], controls: [] })
    await sound()
    await engagement.undo()
    await engagement.undo()
    expect(await get(id)).toEqual(before)
  })
})

describe('several risks', () => {
  it('get the same values in one change', async () => {
    const ids = [(await add()).id, (await add()).id, (await add()).id]
    const fields = {
      owner: 'Head of Data',
      treatment: 'retain',
      reviewDate: dayFromToday(30),
      currentLikelihood: 2,
      currentConsequence: 2,
    } as const
    expect(await engagement.call('risk.updateMany', { ids: ids.slice(0, 2), fields })).toEqual({ changed: 2 })
    expect((await list()).map(({ owner }) => owner)).toEqual(['Head of Data', 'Head of Data', ''])
    await engagement.undo()
    expect((await list()).map(({ owner }) => owner)).toEqual(['', '', ''])
    expect((await engagement.refusal('risk.updateMany', { ids, fields: { targetLikelihood: 6 } })).code).toBe('conflict')
    expect((await engagement.refusal('risk.updateMany', { ids: [...ids, nowhere], fields })).code).toBe('not-found')
    expect((await list()).map(({ owner }) => owner)).toEqual(['', '', ''])
    expect((await engagement.refusal('risk.updateMany', { ids: [], fields })).code).toBe('invalid-input')
  })

  it('are removed with their links in one change, and come back whole', async () => {
    const [first, second] = [await add(), await add()]
    await engagement.call('risk.setControls', { id: first.id, codes: ['A.2.2'] })
    const before = await list()
    await engagement.call('risk.remove', { ids: [first.id, second.id] })
    expect(await list()).toEqual([])
    await sound()
    await engagement.undo()
    expect(await list()).toEqual(before)
  })
})

describe('what a risk starts from', () => {
  const [entry] = loadRiskGuide().library
  if (!entry) throw new Error('the library is empty')

  it('is an entry of the library, with its words, topics and controls', async () => {
    const risk = await engagement.call('risk.add', { from: { origin: 'library', originId: entry.id } })
    expect(risk).toMatchObject({
      title: entry.title,
      cause: entry.cause,
      event: entry.event,
      consequence: entry.consequence,
      treatmentPlan: entry.plan,
      origin: 'library',
      originId: entry.id,
      originTitle: entry.title,
    })
    expect(new Set(risk.sources)).toEqual(new Set(entry.sources))
    expect(new Set(risk.objectives)).toEqual(new Set(entry.objectives))
    expect(new Set(risk.controls.map(({ code }) => code))).toEqual(new Set(entry.controls))
    const seeds = await engagement.call('risk.seeds', { origin: 'library' })
    expect(seeds).toHaveLength(loadRiskGuide().library.length)
    expect(seeds.filter(({ used }) => used > 0)).toMatchObject([{ originId: entry.id, used: 1 }])
  })

  it('is the whole library at once, in one change', async () => {
    const from = loadRiskGuide().library.map(({ id }) => ({ origin: 'library' as const, originId: id }))
    const { ids } = await engagement.call('risk.addMany', { from })
    const rows = await list()
    expect(rows.map(({ id }) => id)).toEqual(ids)
    expect(new Set(rows.map(({ reference }) => reference)).size).toBe(from.length)
    expect(rows.map(({ title }) => title)).toEqual(loadRiskGuide().library.map(({ title }) => title))
    await sound()
    await engagement.undo()
    expect(await list()).toEqual([])
  })

  it('is a finding of the newest round, with action, owner, due date and control', async () => {
    const [round] = await engagement.call('gap.rounds', {})
    if (!round) throw new Error('no round')
    expect(await engagement.call('risk.seeds', { origin: 'finding' })).toEqual([])
    const fields = {
      conformity: 'partly',
      finding: 'Nobody watches drift. It is late.',
      action: 'Watch it',
      owner: 'Head of Data',
      dueDate: today,
    } as const
    await engagement.call('gap.judge', { roundId: round.id, itemId: 'A.6.2.6', fields })
    const seed = (await engagement.call('risk.seeds', { origin: 'finding' })).find(({ originId }) => originId === 'A.6.2.6')
    expect(seed).toMatchObject({ title: 'Nobody watches drift', used: 0 })
    const risk = await engagement.call('risk.add', { from: { origin: 'finding', originId: 'A.6.2.6' }, title: 'Drift' })
    expect(risk).toMatchObject({
      title: 'Drift',
      cause: fields.finding,
      treatmentPlan: 'Watch it',
      treatmentOwner: 'Head of Data',
      treatmentDue: today,
    })
    expect(risk.controls.map(({ code }) => code)).toEqual(['A.6.2.6'])
  })

  it('that is unknown is refused, and nothing is added', async () => {
    for (const origin of ['library', 'impact', 'finding'] as const) {
      const report = await engagement.refusal('risk.add', { from: { origin, originId: nowhere } })
      expect(report).toMatchObject({ code: 'not-found', details: { what: nowhere } })
    }
    const from = [
      { origin: 'library', originId: entry.id },
      { origin: 'library', originId: 'no-such' },
    ]
    expect((await engagement.refusal('risk.addMany', { from })).code).toBe('not-found')
    expect((await engagement.refusal('risk.addMany', { from: [] })).code).toBe('invalid-input')
    expect((await engagement.refusal('risk.seeds', { origin: 'nowhere' })).code).toBe('invalid-input')
    expect(await list()).toEqual([])
  })
})
