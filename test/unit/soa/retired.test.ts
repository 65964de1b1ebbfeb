import { afterEach, expect, it } from 'vitest'
import type { EngagementInFolder } from '../engagement-in-folder.ts'
import { dutyOf, linkedEngagement, type Rows } from '../trace/linked-engagement.ts'

let engagement: EngagementInFolder
afterEach(() => engagement.remove())

const duty = dutyOf('A.5.4')

/** A high-risk system with everything that can call for a control. */
function everything(rows: Rows, name: string): string {
  const system = rows.system(name, { riskClass: 'high-risk', duties: [duty.id] })
  const { harm } = rows.assessment(`Assessment of ${name}`, system, ['A.5.4'])
  rows.risk(`R-${name}`, { systems: [system], controls: ['A.3.3'] })
  rows.risk(`H-${name}`, { systems: [system], controls: ['A.6.2.4'], origin: 'impact', originId: harm })
  return system
}

const retire = (id: string) => engagement.call('inventory.update', { id, fields: { lifeCycleStage: 'retired' } })

it('a retired system proposes nothing for the SoA and drives nothing; taken into use again, it does', async () => {
  const { engagement: made, ids: system } = await linkedEngagement((rows) => everything(rows, 'Screening'))
  engagement = made
  const driven = async () => ({
    proposals: (await engagement.call('soa.proposals', {})).length,
    basis: (await engagement.call('soa.basis', {})).length,
    traced: (await engagement.call('trace.start', {})).controls.length,
    binding: (await engagement.call('crosswalk.rows', { framework: 'ai-act' })).filter(({ systems }) => systems > 0).length,
    classes: (await engagement.call('readiness.dashboard', {})).standing.classes.length,
    systems: (await engagement.call('readiness.dashboard', {})).standing.systems,
    seeds: (await engagement.call('risk.seeds', { origin: 'impact' })).length,
    duties: (await engagement.call('search.find', { words: duty.title })).filter(({ kind }) => kind === 'duty').length,
  })
  const before = await driven()
  expect(Object.values(before).every((count) => count > 0)).toBe(true)
  await retire(system)
  expect(await driven()).toEqual({ proposals: 0, basis: 0, traced: 0, binding: 0, classes: 0, systems: 0, seeds: 0, duties: 0 })
  await engagement.call('inventory.update', { id: system, fields: { lifeCycleStage: 'operation' } })
  expect(await driven()).toEqual(before)
})

it('a risk that another system in use shares still calls for its control, and names that system alone', async () => {
  const { engagement: made, ids } = await linkedEngagement((rows) => {
    const [old, current] = [rows.system('Old'), rows.system('Current')]
    rows.risk('R-1', { systems: [old, current], controls: ['A.3.3'] })
    rows.risk('R-2', { controls: ['A.2.2'] })
    return old
  })
  engagement = made
  await retire(ids)
  const [shared] = await engagement.call('soa.basis', { code: 'A.3.3' })
  expect(shared).toMatchObject({ risks: [{ reference: 'R-1' }], systems: [{ name: 'Current' }] })
  expect(await engagement.call('soa.basis', { code: 'A.2.2' })).toMatchObject([{ risks: [{ reference: 'R-2' }] }])
})
