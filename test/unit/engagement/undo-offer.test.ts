import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { procedures } from '../../../src-main/contract/index.ts'
import { EngagementInFolder, today } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const lastStep = () => engagement.call('engagement.lastStep', {})
const names = async () => (await engagement.call('inventory.systems', {})).map(({ name }) => name)

it('every change that removes something, or gives many rows a value, offers to be undone', () => {
  // An upload that is given up has not reached the engagement.
  const without = new Set(['evidence.uploadCancel'])
  const removing = [...procedures].filter(
    ([name, { kind, scope }]) =>
      kind === 'mutation' &&
      scope === 'engagement' &&
      /\.(remove|delete|detach|unlink|updateMany|decideMany|reset|release)/.test(name) &&
      !without.has(name),
  )
  expect(removing.length).toBeGreaterThan(20)
  expect(removing.filter(([, { offersUndo }]) => !offersUndo).map(([name]) => name)).toEqual([])
})

describe('a step that is named', () => {
  it('is undone while it is the last, and never takes back something else', async () => {
    const [one, two] = [await engagement.call('inventory.add', { name: 'One' }), await engagement.call('inventory.add', { name: 'Two' })]
    await engagement.call('inventory.remove', { ids: [one.id, two.id] })
    const { step, label } = await lastStep()
    expect(label).toBe('2 AI systems removed')
    await engagement.call('engagement.undo', { step: step ?? '' })
    expect(await names()).toEqual(['One', 'Two'])
    const refused = await engagement.refusal('engagement.undo', { step })
    expect(refused).toMatchObject({ code: 'not-the-last-step', sentence: expect.stringContaining('Nothing was undone now') })
    expect(await names()).toEqual(['One', 'Two'])

    await engagement.call('inventory.remove', { ids: [one.id] })
    const removal = await lastStep()
    await engagement.call('inventory.update', { id: two.id, fields: { owner: 'Sales' } })
    expect((await engagement.refusal('engagement.undo', { step: removal.step })).code).toBe('not-the-last-step')
    expect(await names()).toEqual(['Two'])
    // Once what came later is taken back, it is the last again.
    await engagement.undo()
    await engagement.call('engagement.undo', { step: removal.step ?? '' })
    expect(await names()).toEqual(['One', 'Two'])
  })

  it('is said with thousands set apart', async () => {
    const { id } = await engagement.call('inventory.add', { name: 'One' })
    const ids = [id]
    for (let count = 0; count < 1000; count += 1) ids.push((await engagement.call('inventory.add', { name: `System ${count}` })).id)
    await engagement.call('inventory.remove', { ids })
    expect((await lastStep()).label).toBe('1,001 AI systems removed')
  })
})

it('says what keeps undo from going further, and says nothing of it in a new file', async () => {
  expect(await lastStep()).toEqual({ step: null, label: null, end: null })
  expect((await engagement.refusal('engagement.undo', {})).sentence).toBe('There is nothing left to undo.')
  const codes = (await engagement.call('soa.decisions', {})).map(({ code }) => code)
  await engagement.call('soa.decideMany', { codes, fields: { applicability: 'applicable' } })
  await engagement.call('soa.approve', { approver: 'Board', approvedOn: today })
  expect(await lastStep()).toEqual({ step: null, label: null, end: 'SoA version 1 approved' })
  expect(await engagement.refusal('engagement.undo', {})).toMatchObject({
    code: 'nothing-to-undo',
    sentence: expect.stringContaining('SoA version 1 approved'),
  })
  await engagement.call('inventory.add', { name: 'One' })
  expect(await lastStep()).toMatchObject({ label: expect.any(String), end: null })
})
