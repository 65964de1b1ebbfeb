import { describe, expect, it } from 'vitest'
import { checkRiskGuide } from '../../../src-main/catalog/check-risk-guide.ts'
import { loadCatalog } from '../../../src-main/catalog/load.ts'
import { loadRiskGuide } from '../../../src-main/catalog/risk-guide.ts'

const catalog = loadCatalog()
const guide = loadRiskGuide()
const [risk, ...others] = guide.library
const [topic, ...topics] = guide.topics
if (!risk || !topic) throw new Error('the guide is empty')

describe('content of the risk register', () => {
  it('is whole: unique identifiers, references that lead somewhere, no empty and no repeated text', () => {
    expect(checkRiskGuide(guide, catalog)).toEqual([])
    expect(guide.library.length).toBeGreaterThanOrEqual(40)
  })

  it('has every topic of Annex C of the standard, under its own number', () => {
    const ids = (kind: string) => guide.topics.filter((each) => each.kind === kind).map(({ id }) => id)
    expect(ids('objective')).toEqual(Array.from({ length: 11 }, (_, index) => `C.2.${index + 1}`))
    expect(ids('source')).toEqual(Array.from({ length: 7 }, (_, index) => `C.3.${index + 1}`))
    const signs = guide.topics.map((each) => each.signs.length)
    expect(Math.min(...signs)).toBeGreaterThanOrEqual(3)
  })
})

describe('check of that content', () => {
  it('finds a control, a source and an objective that do not exist', () => {
    const broken = { ...risk, controls: ['A.99.1'], sources: ['C.2.1'], objectives: ['C.3.1'] }
    expect(checkRiskGuide({ ...guide, library: [broken, ...others] }, catalog)).toEqual(
      expect.arrayContaining([
        `${risk.id}: there is no A.99.1 among the controls`,
        `${risk.id}: there is no C.2.1 among the sources`,
        `${risk.id}: there is no C.3.1 among the objectives`,
      ]),
    )
  })

  it('finds an identifier and a text that stand twice', () => {
    const found = checkRiskGuide({ ...guide, library: [risk, ...guide.library] }, catalog)
    expect(found).toContain(`${risk.id}: this identifier is used twice`)
    expect(found).toContain(`said twice: ${risk.plan}`)
  })

  it('finds an empty text, a control named twice and a topic that no risk is about', () => {
    expect(checkRiskGuide({ ...guide, topics: [{ ...topic, about: '  ' }, ...topics] }, catalog)[0]).toContain('about')
    const doubled = { ...risk, controls: ['A.2.2', 'A.2.2'] }
    expect(checkRiskGuide({ ...guide, library: [doubled, ...others] }, catalog)).toContain(`${risk.id}: names A.2.2 twice`)
    const without = guide.library.filter(({ objectives }) => !objectives.includes('C.2.4'))
    expect(checkRiskGuide({ ...guide, library: without }, catalog)).toContain('C.2.4: no risk of the library is about it')
  })

  it('finds a sentence in the manner of the standard', () => {
    const found = checkRiskGuide({ ...guide, library: [{ ...risk, plan: 'The owner shall act.' }, ...others] }, catalog)
    expect(found).toEqual(["sounds like the standard's own text: The owner shall act."])
  })
})
