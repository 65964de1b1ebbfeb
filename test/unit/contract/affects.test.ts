import { expect, it } from 'vitest'
import { contract, type ProcedureName, procedures } from '../../../src-main/contract/index.ts'

/** A screen that was seen before shows what it was told then, unless the change says that it has become stale. */
it.each<[ProcedureName, string, string]>([
  ['impact.addImpact', 'risk', 'a new harm is one to start a risk from'],
  ['impact.removeImpact', 'risk', 'a risk names its harm no more'],
  ['impact.remove', 'risk', 'a risk names its harm no more'],
  ['gap.judge', 'risk', 'a new finding is one to start a risk from'],
  ['gap.startRound', 'risk', 'findings are those of the newest round'],
  ['gap.deleteRound', 'risk', 'findings are those of the newest round'],
  ['soa.removeControl', 'risk', 'a risk is treated by it no more'],
  ['soa.removeControl', 'impact', 'a measure goes through it no more'],
  ['soa.setSystems', 'inventory', 'a system names its controls'],
  ['soa.decide', 'evidence', 'evidence is asked for controls that are applicable'],
  ...(
    [
      'risk.update',
      'risk.remove',
      'inventory.update',
      'inventory.remove',
      'inventory.import',
      'impact.update',
      'impact.remove',
      'soa.updateControl',
      'soa.removeControl',
    ] as const
  ).flatMap((name): [ProcedureName, string, string][] => [
    [name, 'registers', 'an entry tells what it is linked with'],
    [name, 'evidence', 'evidence tells what it is linked with'],
  ]),
])('%s makes %s stale: %s', (name, group) => {
  expect(procedures.get(name)?.affects).toContain(group)
})

it('what is said to be stale is a group that there is', () => {
  const groups = new Set(['*', ...Object.keys(contract)])
  const unknown = [...procedures].flatMap(([name, { affects }]) =>
    affects.filter((group) => !groups.has(group)).map((group) => `${name}: ${group}`),
  )
  expect(unknown).toEqual([])
})
