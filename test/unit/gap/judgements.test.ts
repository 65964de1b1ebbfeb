import { afterEach, beforeEach, expect, it } from 'vitest'
import { assessables, loadCatalog } from '../../../src-main/catalog/load.ts'
import { conformities, type JudgementFields, judgementField, priorities } from '../../../src-main/contract/gap.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
let roundId: string
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
  const [baseline] = await engagement.call('gap.rounds', {})
  roundId = baseline?.id ?? ''
})
afterEach(() => engagement.remove())

const judgements = () => engagement.call('gap.judgements', { roundId })
const judge = (itemId: string, fields: Partial<JudgementFields>) => engagement.call('gap.judge', { roundId, itemId, fields })
const refused = (itemId: string, fields: unknown) => engagement.refusal('gap.judge', { roundId, itemId, fields })
const [control = ''] = loadCatalog().controls.map(({ id }) => id)
const [requirement = ''] = loadCatalog().requirements.map(({ id }) => id)

const untouched: JudgementFields = {
  conformity: 'not-assessed',
  notApplicableReason: '',
  maturity: null,
  notes: '',
  interviewee: '',
  evidenceReference: '',
  finding: '',
  action: '',
  owner: '',
  effortDays: null,
  priority: null,
  dueDate: null,
}

/** Other values for each item, with every choice of every field somewhere among them. */
function valuesFor(itemId: string, place: number): JudgementFields {
  const isControl = assessables().get(itemId)?.kind === 'control'
  const choices = conformities.filter((choice) => isControl || choice !== 'not-applicable')
  return {
    conformity: choices[place % choices.length] ?? 'conforms',
    notApplicableReason: isControl ? `no such system, ${itemId}` : '',
    maturity: place % 7 === 6 ? null : place % 7,
    notes: `${itemId}: “seen”,\n日本 'quoted' \\ %_`,
    interviewee: `Head of Data ${place}`,
    evidenceReference: `DOC-${place}`,
    finding: `finding of ${itemId}`,
    action: `action for ${itemId}`,
    owner: `owner ${place}`,
    effortDays: place / 4,
    priority: priorities[place % 5] ?? null,
    dueDate: `2026-12-${String((place % 31) + 1).padStart(2, '0')}`,
  }
}

it('every requirement and control is there from the start, in the order of the catalog, untouched', async () => {
  const found = await judgements()
  expect(found.map(({ itemId }) => itemId)).toEqual([...loadCatalog().requirements, ...loadCatalog().controls].map(({ id }) => id))
  expect([loadCatalog().requirements.length, loadCatalog().controls.length]).toEqual([114, 38])
  expect(new Set(found.map(({ id }) => id)).size).toBe(152)
  for (const { id: _, roundId: round, itemId: __, ...fields } of found) {
    expect(round).toBe(roundId)
    expect(fields).toEqual({ ...untouched, origin: 'round' })
  }
})

it('every one is judged with every field, and read back from the disk as it was given', async () => {
  const ids = [...assessables().keys()]
  expect(Object.keys(valuesFor(control, 0)).sort()).toEqual([...judgementField.options].sort())
  for (const [place, itemId] of ids.entries()) expect(await judge(itemId, valuesFor(itemId, place))).toMatchObject(valuesFor(itemId, place))
  await engagement.reopen()
  const found = await judgements()
  expect(found.map(({ id: _, roundId: __, origin: ___, ...fields }) => fields)).toEqual(
    ids.map((itemId, place) => ({ ...valuesFor(itemId, place), itemId })),
  )
  const used = (field: 'conformity' | 'priority' | 'maturity') => new Set(found.map((judgement) => judgement[field]))
  expect(used('conformity')).toEqual(new Set(conformities))
  expect(used('priority')).toEqual(new Set([...priorities, null]))
  expect(used('maturity')).toEqual(new Set([0, 1, 2, 3, 4, 5, null]))
})

it.each(judgementField.options)(
  '%s is changed alone: nothing else of the item, no other item, and one undo takes it back',
  async (field) => {
    const before = await judgements()
    const value = { ...valuesFor(control, 3), conformity: 'partly' as const }[field]
    await judge(control, { [field]: value })
    const after = await judgements()
    expect(after).toEqual(before.map((judgement) => (judgement.itemId === control ? { ...judgement, [field]: value } : judgement)))
    expect(after).not.toEqual(before)
    expect(await engagement.undo()).toContain(control)
    expect(await judgements()).toEqual(before)
  },
)

it('a change of one field is named by it in the history, and keeps what was there', async () => {
  const { id } = await judge(requirement, { notes: 'first' })
  await judge(requirement, { notes: 'second' })
  const history = await engagement.call('engagement.history', { record: id, field: 'notes' })
  expect(history.map(({ old, new: value }) => [old, value])).toEqual([
    ['first', 'second'],
    ['', 'first'],
  ])
  expect(new Set(history.map(({ label }) => label)).size).toBe(1)
  expect(history[0]?.label).toMatch(new RegExp(`Notes.*${requirement.replaceAll('.', '\\.')}`))
})

it('every requirement always applies; that is said with its name, and nothing is written', async () => {
  const changes = await engagement.changes()
  for (const { id } of loadCatalog().requirements) {
    const report = await refused(id, { conformity: 'not-applicable', notApplicableReason: 'because', notes: 'lost?' })
    expect(report).toMatchObject({ code: 'conflict', details: { reason: expect.stringContaining(id) } })
  }
  expect(await engagement.changes()).toBe(changes)
  for (const { itemId: _, id: __, roundId: ___, ...fields } of await judgements()) expect(fields).toEqual({ ...untouched, origin: 'round' })
})

it('a control that does not apply keeps the reason, which may come after the judgement as it is typed', async () => {
  await judge(control, { conformity: 'not-applicable' })
  expect(await judge(control, { notApplicableReason: 'No AI system is developed here.' })).toMatchObject({
    conformity: 'not-applicable',
    notApplicableReason: 'No AI system is developed here.',
  })
})

it.each([
  ['maturity', -1],
  ['maturity', 6],
  ['maturity', 2.5],
  ['maturity', '3'],
  ['effortDays', -0.5],
  ['effortDays', 10_001],
  ['effortDays', Number.NaN],
  ['priority', 'urgent'],
  ['conformity', 'yes'],
  ['dueDate', '2026-02-30'],
  ['dueDate', '24.11.2026'],
  ['owner', 'x'.repeat(501)],
  ['notes', 'x'.repeat(100_001)],
])('%s of %j is refused at the door', async (field, value) => {
  expect(await refused(control, { [field]: value })).toMatchObject({
    code: 'invalid-input',
    details: { reason: expect.stringContaining(field) },
  })
  expect((await judgements()).find(({ itemId }) => itemId === control)).toMatchObject(untouched)
})

it('the ends of each range are taken, and a value can be taken away again', async () => {
  for (const fields of [
    { maturity: 0, effortDays: 0, notes: 'x'.repeat(100_000), owner: 'x'.repeat(500) },
    { maturity: 5, effortDays: 10_000, dueDate: '2028-02-29' },
    { maturity: null, effortDays: null, dueDate: null, priority: null, notes: '' },
  ])
    expect(await judge(control, fields)).toMatchObject(fields)
})

it('an item or a round that is not there is named, and no fields are no change', async () => {
  const changes = await engagement.changes()
  expect(await refused('4.99', { maturity: 1 })).toMatchObject({ code: 'not-found', details: { what: '4.99' } })
  const elsewhere = { roundId: '01993b5e-0000-7000-8000-000000000000', itemId: control, fields: { maturity: 1 } }
  expect((await engagement.refusal('gap.judge', elsewhere)).code).toBe('not-found')
  expect(await judge(control, {})).toMatchObject(untouched)
  expect(await engagement.changes()).toBe(changes)
})
