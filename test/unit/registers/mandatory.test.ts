import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadCatalog } from '../../../src-main/catalog/load.ts'
import { mandatoryInformation } from '../../../src-main/engagement/registers/mandatory.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeAll(async () => {
  engagement = await EngagementInFolder.create()
})
afterAll(() => engagement.remove())

const missing = async () => (await engagement.call('registers.mandatoryMissing', {})).map(({ requirement }) => requirement)

it('has an item for each clause that asks for documented information', () => {
  const clauses = loadCatalog().clauses.flatMap(({ id, documentedInformation }) => (documentedInformation === null ? [] : [id]))
  expect([...new Set(mandatoryInformation().map(({ requirement }) => requirement.split('-')[0]))]).toEqual(clauses)
})

it('misses everything at first; what is linked is there, and what is withdrawn is not', async () => {
  expect(await missing()).toEqual(mandatoryInformation().map(({ requirement }) => requirement))
  const links = [{ kind: 'requirement' as const, id: '6.1.3-4' }]
  const { id } = await engagement.call('registers.add', { register: 'information', fields: { title: 'SoA' }, links })
  // The clause asks for two documents: the Statement of Applicability is not the process.
  expect(await missing()).not.toContain('6.1.3-4')
  expect(await missing()).toContain('6.1.3-9')
  await engagement.call('registers.update', { register: 'information', id, fields: { state: 'withdrawn' } })
  expect(await missing()).toContain('6.1.3-4')
  await engagement.call('registers.remove', { register: 'information', ids: [id] })
})

it('a link with any requirement of a clause that asks for one document says which is meant', async () => {
  const links = [{ kind: 'requirement' as const, id: '5.2-4' }]
  const { id } = await engagement.call('registers.add', { register: 'information', fields: { title: 'Policy' }, links })
  expect(await missing()).not.toContain('5.2-1')
  await engagement.call('registers.remove', { register: 'information', ids: [id] })
})

it('brings in what is missing once, linked with its requirement, as one change', async () => {
  const wanted = await missing()
  expect(await engagement.call('registers.addMandatory', {})).toEqual({ added: wanted.length })
  expect(await engagement.call('registers.addMandatory', {})).toEqual({ added: 0 })
  expect(await missing()).toEqual([])
  const entries = await engagement.call('registers.list', { register: 'information' })
  expect(entries).toHaveLength(wanted.length)
  for (const { fields, links } of entries) expect([fields.mandatory, fields.state, links]).toEqual(['yes', 'missing', 1])
  await engagement.undo()
  expect(await engagement.call('registers.list', { register: 'information' })).toEqual([])
})
