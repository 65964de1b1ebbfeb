import { afterEach, beforeEach, expect, it } from 'vitest'
import { EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const decisions = () => engagement.call('soa.decisions', {})
const own = async () => (await decisions()).filter(({ custom }) => custom)
const add = (code: string, title = `Title of ${code}`, description = '') => engagement.call('soa.addControl', { code, title, description })

it('a control of the client is added with an undecided row after Annex A, in one change', async () => {
  const before = await decisions()
  const added = await add('C-1', 'Model cards', 'Every model has a card.')
  expect(added).toMatchObject({ code: 'C-1', title: 'Model cards', description: 'Every model has a card.', custom: true })
  expect(added).toMatchObject({ applicability: 'undecided', status: 'not-started', objective: 'custom', systems: [] })
  expect(await decisions()).toEqual([...before, added])
  expect(await engagement.undo()).toContain('C-1')
  expect(await decisions()).toEqual(before)
  await engagement.call('engagement.redo', {})
  await engagement.reopen()
  expect(await decisions()).toEqual([...before, added])
})

it('several stand in the order of their codes as people count', async () => {
  for (const code of ['C-10', 'C-2', 'B-1']) await add(code)
  expect((await own()).map(({ code }) => code)).toEqual(['B-1', 'C-2', 'C-10'])
})

it('it is decided, selected with others, given systems and counted like a control of Annex A', async () => {
  await add('C-1')
  const { id } = await engagement.call('inventory.add', { name: 'Chat' })
  await engagement.call('soa.decideMany', { codes: ['C-1', 'A.2.2'], fields: { applicability: 'applicable', status: 'verified' } })
  await engagement.call('soa.setSystems', { code: 'C-1', systemIds: [id] })
  expect(await own()).toMatchObject([{ applicability: 'applicable', status: 'verified', systems: [{ id, name: 'Chat' }] }])
  expect(await engagement.call('soa.summary', {})).toMatchObject({ controls: 39, applicable: 2, implemented: 2, undecided: 37 })
})

it('its title and what it asks are changed, its decision stays, and undo takes the change back', async () => {
  await add('C-1', 'Old', 'Old text')
  await engagement.call('soa.decide', { code: 'C-1', fields: { applicability: 'applicable' } })
  const changed = await engagement.call('soa.updateControl', { code: 'C-1', title: 'New' })
  expect(changed).toMatchObject({ title: 'New', description: 'Old text', applicability: 'applicable' })
  expect(await engagement.call('soa.updateControl', { code: 'C-1', description: '' })).toMatchObject({ title: 'New', description: '' })
  await engagement.undo()
  await engagement.undo()
  expect(await own()).toMatchObject([{ title: 'Old', description: 'Old text', applicability: 'applicable' }])
})

it('it is removed with its decision and its systems in one change, and comes back whole', async () => {
  const annexA = await decisions()
  await add('C-1')
  const { id } = await engagement.call('inventory.add', { name: 'Chat' })
  await engagement.call('soa.decide', { code: 'C-1', fields: { applicability: 'applicable', evidence: 'DOC-1' } })
  await engagement.call('soa.setSystems', { code: 'C-1', systemIds: [id] })
  const assessment = await engagement.call('impact.start', { systemId: id })
  const measure = { description: 'Check', controlCode: 'C-1' }
  const { measures } = await engagement.call('impact.addMeasure', { assessmentId: assessment.id, fields: measure })
  expect(measures).toMatchObject([measure])
  const before = await decisions()
  await engagement.call('soa.removeControl', { code: 'C-1' })
  expect(await decisions()).toEqual(annexA)
  expect(await engagement.call('impact.get', { assessmentId: assessment.id })).toMatchObject({
    measures: [{ ...measure, controlCode: null }],
  })
  expect((await engagement.job('engagement.check', {})).problems).toEqual([])
  await engagement.undo()
  expect(await decisions()).toEqual(before)
  expect((await engagement.job('engagement.check', {})).problems).toEqual([])
})

it.each([['A.2.2'], ['a.2.2'], [' A.2.2 '], ['C-1']])('the code %j is taken, and nothing is written', async (code) => {
  await add('C-1')
  const [before, changes] = [await decisions(), await engagement.changes()]
  expect((await engagement.refusal('soa.addControl', { code, title: 'x' })).code).toBe('conflict')
  expect([await decisions(), await engagement.changes()]).toEqual([before, changes])
})

it.each([
  [{ code: '', title: 'x' }],
  [{ code: '   ', title: 'x' }],
  [{ code: 'x'.repeat(41), title: 'x' }],
  [{ code: 'C-1', title: '' }],
  [{ code: 'C-1' }],
])('%j is no control', async (input) => {
  expect((await engagement.refusal('soa.addControl', input)).code).toBe('invalid-input')
  expect(await own()).toEqual([])
})

it('a control of Annex A is neither changed nor removed, and an unknown one is named', async () => {
  const before = await decisions()
  for (const code of ['A.2.2', 'C-9']) {
    const report = { code: 'not-found', details: { what: code } }
    expect(await engagement.refusal('soa.removeControl', { code })).toMatchObject(report)
    expect(await engagement.refusal('soa.updateControl', { code, title: 'x' })).toMatchObject(report)
  }
  expect(await decisions()).toEqual(before)
})
