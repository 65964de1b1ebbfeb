import { describe, expect, it } from 'vitest'
import { checkCatalog } from '../../../src-main/catalog/check.ts'
import { loadCatalog } from '../../../src-main/catalog/load.ts'

describe('content pack', () => {
  const catalog = loadCatalog()

  it('has every clause, objective and control, and the clauses split into assessable requirements', () => {
    expect(catalog.clauses).toHaveLength(32)
    expect(catalog.objectives.map(({ id }) => id)).toEqual(['A.2', 'A.3', 'A.4', 'A.5', 'A.6', 'A.7', 'A.8', 'A.9', 'A.10'])
    expect(catalog.controls).toHaveLength(38)
    expect(catalog.requirements.length).toBeGreaterThanOrEqual(90)
    expect(catalog.requirements.length).toBeLessThanOrEqual(125)
  })

  it('is whole: unique identifiers, references that lead somewhere, no empty and no repeated text', () => {
    expect(checkCatalog(catalog)).toEqual([])
  })

  it('names an article of the final AI Act for every clause and control, and what older guides cite for every clause', () => {
    expect(catalog.clauses.filter(({ aiAct }) => aiAct.length === 0)).toEqual([])
    expect(catalog.clauses.filter(({ olderGuides }) => olderGuides === null)).toEqual([])
    expect(catalog.controls.filter(({ aiAct }) => aiAct.length === 0)).toEqual([])
  })

  it('keeps the mandatory documented information of every clause that asks for some', () => {
    const asked = catalog.clauses.filter(({ documentedInformation }) => documentedInformation !== null).map(({ id }) => id)
    const kept = new Set(
      catalog.requirements.filter(({ documentedInformation }) => documentedInformation !== null).map(({ clause }) => clause),
    )
    expect(asked.filter((id) => !kept.has(id))).toEqual([])
  })
})

describe('check of a content pack', () => {
  const catalog = loadCatalog()
  const [first, ...others] = catalog.controls
  if (!first) throw new Error('no controls')

  it('finds a reference that leads nowhere', () => {
    expect(checkCatalog({ ...catalog, controls: [{ ...first, relatedClauses: ['99.9'] }, ...others] })).toContain(
      `${first.id}: there is no clause 99.9`,
    )
  })

  it('finds an identifier used twice', () => {
    expect(checkCatalog({ ...catalog, controls: [first, ...catalog.controls] })).toContain(`${first.id}: this identifier is used twice`)
  })

  it('finds an empty text', () => {
    expect(checkCatalog({ ...catalog, controls: [{ ...first, asks: ' ' }, ...others] })[0]).toContain('asks')
  })

  it('finds an objective that was left out', () => {
    const withoutUse = { ...catalog, objectives: catalog.objectives.filter(({ id }) => id !== 'A.9') }
    expect(checkCatalog(withoutUse)).toContain('A.9.2: its objective is missing')
  })
})
