import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadCatalog } from '../../../src-main/catalog/load.ts'
import {
  applicabilities,
  type Decision,
  type DecisionFields,
  decisionField,
  evidenceStates,
  implementationStatuses,
  inclusionReasons,
} from '../../../src-main/contract/soa.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const decisions = () => engagement.call('soa.decisions', {})
const decide = (code: string, fields: Partial<DecisionFields>) => engagement.call('soa.decide', { code, fields })
const { controls, objectives } = loadCatalog()
const codes = controls.map(({ id }) => id)
const [control = '', other = ''] = codes
const nowhere = '01993b5e-0000-7000-8000-000000000000'

const untouched: DecisionFields = {
  applicability: 'undecided',
  reasons: [],
  reasonText: '',
  exclusionJustification: '',
  exclusionApprovedBy: '',
  exclusionValidUntil: null,
  status: 'not-started',
  statusReason: '',
  implementation: '',
  responsible: '',
  evidence: '',
  evidenceDate: null,
  evidenceState: 'unknown',
  reviewDate: null,
}

/** Other values for each row, with every choice of every field somewhere among them. */
const valuesFor = (code: string, place: number): DecisionFields => ({
  applicability: applicabilities[place % 3] ?? 'undecided',
  reasons: inclusionReasons.filter((_, index) => (place >> index) % 2 === 1).sort(),
  reasonText: `reason of ${code}`,
  exclusionJustification: `justification “${code}”`,
  exclusionApprovedBy: `Managing Director ${place}`,
  exclusionValidUntil: place % 4 === 0 ? null : '2027-03-31',
  status: implementationStatuses[place % 5] ?? 'planned',
  statusReason: `not yet, ${code}`,
  implementation: `how,\nin two lines ${code}`,
  responsible: `Head of Data ${place}`,
  evidence: `DOC-${place} 日本`,
  evidenceDate: '2026-11-01',
  evidenceState: evidenceStates[place % 3] ?? 'unknown',
  reviewDate: '2027-11-01',
})

it('there is an undecided row for each of the 38 controls from the start, in the order of Annex A', async () => {
  const rows = await decisions()
  expect(rows.map(({ code }) => code)).toEqual(codes)
  expect(rows).toHaveLength(38)
  for (const [place, row] of rows.entries()) {
    expect(row).toMatchObject({ ...untouched, custom: false, systems: [], conformity: 'not-assessed', description: '' })
    expect(row).toMatchObject({ title: controls[place]?.title, objective: controls[place]?.objective })
    expect(row.objectiveTitle).toBe(objectives.find(({ id }) => id === row.objective)?.title)
  }
})

it('every row is decided with every field, and read back from the disk as it was given', async () => {
  expect(Object.keys(untouched).sort()).toEqual([...decisionField.options].sort())
  for (const [place, code] of codes.entries()) expect(await decide(code, valuesFor(code, place))).toMatchObject(valuesFor(code, place))
  await engagement.reopen()
  const rows = await decisions()
  expect(rows).toHaveLength(38)
  for (const [place, row] of rows.entries()) expect(row).toMatchObject(valuesFor(row.code, place))
  expect(new Set(rows.flatMap(({ reasons }) => reasons))).toEqual(new Set(inclusionReasons))
})

it.each(decisionField.options)('%s is changed alone: no other field, no other row, and one undo takes it back', async (field) => {
  const before = await decisions()
  const value = valuesFor(control, 7)[field]
  await decide(control, { [field]: value })
  const after = await decisions()
  expect(after).toEqual(before.map((row) => (row.code === control ? { ...row, [field]: value } : row)))
  expect(after).not.toEqual(before)
  expect(await engagement.undo()).toContain(control)
  expect(await decisions()).toEqual(before)
})

it('the same reasons in another order, or twice, are the same reasons', async () => {
  await decide(control, { reasons: ['legal', 'contractual'] })
  const changes = await engagement.changes()
  expect((await decide(control, { reasons: ['contractual', 'legal', 'legal'] })).reasons).toEqual(['contractual', 'legal'])
  expect(await engagement.changes()).toBe(changes)
})

it.each([
  ['applicability', 'maybe'],
  ['reasons', ['profit']],
  ['status', 'done'],
  ['evidenceDate', '2026-02-30'],
  ['reviewDate', 'soon'],
  ['responsible', 'x'.repeat(501)],
])('%s of %j is refused at the door', async (field, value) => {
  const report = await engagement.refusal('soa.decide', { code: control, fields: { [field]: value } })
  expect(report).toMatchObject({ code: 'invalid-input', details: { reason: expect.stringContaining(field) } })
  expect((await decisions())[0]).toMatchObject(untouched)
})

it('each row shows how the newest round judged its control', async () => {
  const seen = async () => (await decisions()).find(({ code }) => code === control)?.conformity
  const [baseline] = await engagement.call('gap.rounds', {})
  await engagement.call('gap.judge', { roundId: baseline?.id ?? '', itemId: control, fields: { conformity: 'partly' } })
  expect(await seen()).toBe('partly')
  const later = await engagement.call('gap.startRound', { name: 'Later', kind: 'follow-up' })
  expect(await seen()).toBe('not-assessed')
  await engagement.call('gap.judge', { roundId: later.id, itemId: control, fields: { conformity: 'conforms' } })
  expect(await seen()).toBe('conforms')
})

describe('selected rows', () => {
  const selected = [codes[1] ?? '', codes[20] ?? '', codes[37] ?? '']
  const fields = { applicability: 'applicable', reasons: ['legal'], responsible: 'Head of Data', reviewDate: '2027-01-31' } as const

  it('get the same values in one change, which one undo takes back; no other row is touched', async () => {
    await decide(selected[0] ?? '', { responsible: 'someone else', evidence: 'DOC-1' })
    const [before, changes] = [await decisions(), await engagement.changes()]
    expect(await engagement.call('soa.decideMany', { codes: selected, fields: { ...fields, reasons: ['legal'] } })).toEqual({ changed: 3 })
    expect(await engagement.changes()).toBe(changes + 1)
    const after = await decisions()
    expect(after).toEqual(before.map((row) => (selected.includes(row.code) ? { ...row, ...fields } : row)))
    expect(await engagement.undo()).toContain('3')
    expect(await decisions()).toEqual(before)
    await engagement.call('engagement.redo', {})
    expect(await decisions()).toEqual(after)
  })

  it('may be all 38, or one row named twice', async () => {
    expect(await engagement.call('soa.decideMany', { codes, fields: { applicability: 'excluded' } })).toEqual({ changed: 38 })
    expect(await engagement.call('soa.summary', {})).toMatchObject({ controls: 38, excluded: 38, undecided: 0 })
    expect(await engagement.call('soa.decideMany', { codes: [control, control], fields: { status: 'planned' } })).toEqual({ changed: 1 })
  })

  it('are left as they are when one of them is not there', async () => {
    const [before, changes] = [await decisions(), await engagement.changes()]
    const report = await engagement.refusal('soa.decideMany', { codes: [control, 'A.99'], fields })
    expect(report).toMatchObject({ code: 'not-found', details: { what: expect.stringContaining('A.99') } })
    expect([await decisions(), await engagement.changes()]).toEqual([before, changes])
    expect((await engagement.refusal('soa.decideMany', { codes: [], fields })).code).toBe('invalid-input')
    expect((await engagement.refusal('soa.decide', { code: 'A.99', fields })).code).toBe('not-found')
  })
})

describe('the AI systems that a control concerns', () => {
  const add = async (name: string) => (await engagement.call('inventory.add', { name })).id
  const set = (code: string, systemIds: string[]) => engagement.call('soa.setSystems', { code, systemIds })
  const names = ({ systems }: Decision) => systems.map(({ name }) => name)

  it('are set, set anew and taken away, each as one change with its undo, for this control alone', async () => {
    const [chat, scan] = [await add('Chat'), await add('Scan')]
    expect(names(await set(control, [scan, chat, chat]))).toEqual(['Chat', 'Scan'])
    expect(names(await set(other, [chat]))).toEqual(['Chat'])
    expect(names(await set(control, [scan]))).toEqual(['Scan'])
    expect(names(await set(control, []))).toEqual([])
    const shown = async () => (await decisions()).slice(0, 2).map(names)
    expect(await shown()).toEqual([[], ['Chat']])
    await engagement.undo()
    expect(await shown()).toEqual([['Scan'], ['Chat']])
    await engagement.undo()
    expect(await shown()).toEqual([['Chat', 'Scan'], ['Chat']])
  })

  it('that stay are not written again', async () => {
    const chat = await add('Chat')
    await set(control, [chat])
    const changes = await engagement.changes()
    await set(control, [chat])
    expect(await engagement.changes()).toBe(changes)
  })

  it('are gone from the SoA when they are removed from the inventory, and come back with the undo', async () => {
    const [chat, scan] = [await add('Chat'), await add('Scan')]
    await set(control, [chat, scan])
    await engagement.call('inventory.remove', { ids: [chat] })
    expect((await decisions()).slice(0, 1).map(names)).toEqual([['Scan']])
    await engagement.undo()
    expect((await decisions()).slice(0, 1).map(names)).toEqual([['Chat', 'Scan']])
  })

  it('have to be in the inventory, and the control in the SoA', async () => {
    const chat = await add('Chat')
    const changes = await engagement.changes()
    expect((await engagement.refusal('soa.setSystems', { code: control, systemIds: [chat, nowhere] })).code).toBe('not-found')
    expect((await engagement.refusal('soa.setSystems', { code: 'A.99', systemIds: [chat] })).code).toBe('not-found')
    expect((await decisions()).flatMap(names)).toEqual([])
    expect(await engagement.changes()).toBe(changes)
  })
})
