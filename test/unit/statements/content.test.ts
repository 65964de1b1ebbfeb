import { describe, expect, it } from 'vitest'
import { checkStatementGuide } from '../../../src-main/catalog/check-statement-guide.ts'
import { loadCatalog } from '../../../src-main/catalog/load.ts'
import { loadStatementGuide } from '../../../src-main/catalog/statement-guide.ts'

const catalog = loadCatalog()
const guide = loadStatementGuide()
const [scope, ...others] = guide
if (!scope) throw new Error('there is no content')
const [section, ...sections] = scope.sections
if (!section) throw new Error('the scope has no section')
const checked = (changes: Partial<typeof scope>) => checkStatementGuide([{ ...scope, ...changes }, ...others], catalog)

it('the content of the statements is whole, and every requirement of their clauses has one', () => {
  expect(checkStatementGuide(guide, catalog)).toEqual([])
  for (const { clause, requirements } of guide)
    expect(requirements, clause).toEqual(catalog.requirements.filter((each) => each.clause === clause).map(({ id }) => id))
})

describe('the check finds', () => {
  it('a statement without content', () => {
    expect(checkStatementGuide(others, catalog)).toContain('scope: there is no content for it')
  })
  it('a requirement that does not exist, and one of another clause', () => {
    expect(checked({ requirements: ['4.3-99'] })).toContain('scope: there is no 4.3-99')
    expect(checked({ requirements: ['5.2-1'] })).toContain('scope: 5.2-1 is of another clause')
  })
  it('a section that stands twice, a word that nothing fills in, and a sentence in the manner of the standard', () => {
    expect(checked({ sections: [section, section, ...sections] })).toContain('scope: the section statement stands twice')
    expect(checked({ sections: [{ ...section, start: 'Of {nobody}' }, ...sections] })).toContain(
      'scope: nothing fills in {nobody} in statement',
    )
    expect(checked({ about: 'The organization shall decide.' })[0]).toContain("sounds like the standard's own text")
  })
})
