import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addToScale, type Scale } from '../../bench/scale.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const add = async (...names: string[]) => Promise.all(names.map(async (name) => (await engagement.call('inventory.add', { name })).id))
const missing = '01890000-0000-7000-8000-000000000000'

const scale = (scaled: Scale) => engagement.reopen((path) => addToScale(path, scaled))

describe('many systems', () => {
  it('get the same values as one change, which one undo takes back', async () => {
    const [first = '', second = '', third = ''] = await add('A', 'B', 'C')
    const fields = { owner: 'Head of Claims', role: 'deployer', dataCategories: ['special', 'personal'], kind: null } as const
    const before = await engagement.changes()
    const answer = await engagement.call('inventory.updateMany', {
      ids: [first, second],
      fields: { ...fields, dataCategories: ['special', 'personal'] },
    })
    expect(answer).toEqual({ changed: 2 })
    expect(await engagement.changes()).toBe(before + 1)
    expect(await engagement.systems()).toMatchObject([
      { name: 'A', owner: 'Head of Claims', role: 'deployer', dataCategories: ['personal', 'special'] },
      { name: 'B', owner: 'Head of Claims', role: 'deployer', dataCategories: ['personal', 'special'] },
      { id: third, owner: '', role: null, dataCategories: [] },
    ])
    expect(await engagement.undo()).toBe('2 AI systems changed')
    expect((await engagement.systems()).map(({ owner }) => owner)).toEqual(['', '', ''])
  })

  it('may be 5,000, more than a statement may have parameters', async () => {
    await scale({ systems: 5000, risks: 0, assessments: 0 })
    const ids = (await engagement.call('inventory.systems', {})).map(({ id }) => id)
    expect(ids).toHaveLength(5000)
    expect(await engagement.call('inventory.updateMany', { ids, fields: { reach: 'public' } })).toEqual({ changed: 5000 })
    expect((await engagement.call('inventory.systems', {})).every(({ reach }) => reach === 'public')).toBe(true)
    await engagement.undo()
    expect((await engagement.call('inventory.systems', {})).every(({ reach }) => reach === 'public')).toBe(false)
    await engagement.call('inventory.remove', { ids })
    expect(await engagement.call('inventory.systems', {})).toEqual([])
    await engagement.undo()
    expect(await engagement.call('inventory.systems', {})).toHaveLength(5000)
  })

  it('change all or none, and only in fields that many can share', async () => {
    const [id = ''] = await add('A')
    const before = await engagement.changes()
    const refused = (input: unknown) => engagement.refusal('inventory.updateMany', input)
    expect(await refused({ ids: [id, missing], fields: { owner: 'X' } })).toMatchObject({ code: 'not-found' })
    for (const fields of [{ name: 'X' }, { role: 'king' }, { dataCategories: ['secret'] }, { notes: 'X' }])
      expect(await refused({ ids: [id], fields })).toMatchObject({ code: 'invalid-input' })
    expect(await refused({ ids: [], fields: { owner: 'X' } })).toMatchObject({ code: 'invalid-input' })
    expect(await engagement.call('inventory.updateMany', { ids: [id], fields: {} })).toEqual({ changed: 0 })
    expect(await engagement.call('inventory.updateMany', { ids: [id, id], fields: { owner: '' } })).toEqual({ changed: 1 })
    expect(await engagement.changes()).toBe(before)
    expect(await engagement.systems()).toMatchObject([{ name: 'A', owner: '' }])
  })
})

describe('what a system is linked with', () => {
  it('are its assessments, its risks, and the controls of all of them and of the SoA', async () => {
    await scale({ systems: 3, risks: 2, assessments: 2 })
    const systems = await engagement.call('inventory.systems', {})
    const idOf = (reference: string) => systems.find((system) => system.reference === reference)?.id ?? ''
    await engagement.call('soa.setSystems', { code: 'A.9.4', systemIds: [idOf('S-00001')] })
    const links = await engagement.call('inventory.links', { id: idOf('S-00001') })
    expect(links.assessments).toMatchObject([{ title: 'Impact assessment 1', triage: 'full', decision: 'open' }])
    expect(links.risks.map(({ reference, state }) => `${reference} ${state}`)).toEqual(['R-1001 open'])
    expect(links.controls.map(({ code }) => code)).toEqual(['A.2.2', 'A.3.2', 'A.4.3', 'A.5.4', 'A.9.4'])
    expect((await engagement.call('inventory.links', { id: idOf('S-00002') })).risks).toHaveLength(2)
    const third = await engagement.call('inventory.links', { id: idOf('S-00003') })
    expect(third.assessments).toEqual([])
    expect(third.risks.map(({ reference }) => reference)).toEqual(['R-1002'])
  })

  it('goes with it, and one undo brings all of it back', async () => {
    await scale({ systems: 3, risks: 2, assessments: 2 })
    const ids = (await engagement.call('inventory.systems', {})).map(({ id }) => id)
    const before = await Promise.all(ids.map((id) => engagement.call('inventory.links', { id })))
    await engagement.call('inventory.remove', { ids })
    expect(await engagement.call('inventory.systems', {})).toEqual([])
    const empty = { assessments: [], risks: [], controls: [] }
    expect(await Promise.all(ids.map((id) => engagement.call('inventory.links', { id })))).toEqual([empty, empty, empty])
    await engagement.undo()
    expect(await Promise.all(ids.map((id) => engagement.call('inventory.links', { id })))).toEqual(before)
  })
})
