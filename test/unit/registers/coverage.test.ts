import { expect, it } from 'vitest'
import { loadCatalog } from '../../../src-main/catalog/load.ts'
import { placesOf } from '../../../src-main/catalog/places.ts'
import { registerIds, registers } from '../../../src-main/contract/registers/index.ts'

const { clauses, controls } = loadCatalog()

it('every clause and every control has a place where its evidence is made or kept', () => {
  expect(clauses).toHaveLength(32)
  expect(controls).toHaveLength(38)
  const withoutPlace = [...clauses, ...controls].filter(({ id }) => placesOf(id).length === 0).map(({ id, title }) => `${id} ${title}`)
  expect(withoutPlace).toEqual([])
})

it('every place is one for a clause or control that there is', () => {
  const known = new Set([...clauses, ...controls].map(({ id }) => id))
  const named = registerIds.flatMap((register) => [...registers[register].clauses, ...registers[register].controls])
  expect(named.filter((id) => !known.has(id))).toEqual([])
})

it('mandatory documented information has a place beside the register that lists it', () => {
  const mandatory = clauses.filter(({ documentedInformation }) => documentedInformation !== null)
  expect(mandatory.length).toBeGreaterThan(10)
  expect(mandatory.filter(({ id }) => !placesOf(id).some((place) => place !== 'information')).map(({ id }) => id)).toEqual([])
})
