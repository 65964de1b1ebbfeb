import { expect, test } from 'vitest'
import { checkCatalog } from '../../../src-main/catalog/check.ts'
import { loadCatalog } from '../../../src-main/catalog/load.ts'
import type { Catalog } from '../../../src-main/contract/catalog.ts'

/** The real content, of which each case breaks one thing. */
const catalog = loadCatalog()
const [requirement, nextRequirement] = catalog.requirements
const [control] = catalog.controls
const [objective] = catalog.objectives
const [clause] = catalog.clauses
if (!requirement || !nextRequirement || !control || !objective || !clause) throw new Error('the content pack is empty')

/** The list with its first item changed. */
const withFirst = <Item extends object>([first, ...others]: Item[], changes: Partial<Item>): Item[] =>
  first ? [{ ...first, ...changes }, ...others] : []

const [question = ''] = requirement.questions

const cases: { name: string; changes: Partial<Catalog>; found: string[] }[] = [
  {
    name: 'a clause whose chapter is missing',
    changes: { chapters: catalog.chapters.filter(({ id }) => id !== '10') },
    found: catalog.clauses.filter(({ id }) => id.startsWith('10.')).map(({ id }) => `${id}: its chapter is missing`),
  },
  {
    name: 'a clause that nothing assesses',
    changes: { requirements: catalog.requirements.filter((item) => item.clause !== clause.id) },
    found: [`${clause.id}: no requirement assesses this clause`],
  },
  {
    name: 'a requirement of a clause that is not there',
    changes: { requirements: withFirst(catalog.requirements, { clause: '99.9', id: '99.9-1' }) },
    found: [`99.9-1: there is no clause 99.9`],
  },
  {
    name: 'a requirement that does not begin with its clause',
    changes: { requirements: withFirst(catalog.requirements, { id: '10.2-99' }) },
    found: ['10.2-99: does not begin with its clause'],
  },
  {
    name: 'a requirement used twice as an identifier',
    changes: { requirements: withFirst(catalog.requirements, { id: nextRequirement.id, clause: nextRequirement.clause }) },
    found: [`${nextRequirement.id}: this identifier is used twice`],
  },
  {
    name: 'a control with the identifier of a clause',
    changes: { controls: withFirst(catalog.controls, { id: clause.id }) },
    found: [`${clause.id}: this identifier is used twice`],
  },
  {
    name: 'an objective that no control belongs to',
    changes: { controls: catalog.controls.filter((item) => item.objective !== objective.id) },
    found: [`${objective.id}: no control belongs to this objective`],
  },
  {
    name: 'a text said twice',
    changes: { controls: withFirst(catalog.controls, { questions: [question, ...control.questions.slice(1)] }) },
    found: [`said twice: ${question}`],
  },
  {
    name: 'a title used twice',
    changes: { requirements: withFirst(catalog.requirements, { title: nextRequirement.title }) },
    found: [`title used twice: ${nextRequirement.title}`],
  },
  {
    name: "a text in the manner of the standard's own",
    changes: { controls: withFirst(catalog.controls, { asks: 'The organization shall do this.' }) },
    found: ["sounds like the standard's own text: The organization shall do this."],
  },
]

test.each(cases)('finds $name, and nothing else', ({ changes, found }) => {
  expect(found).not.toEqual([])
  expect(checkCatalog({ ...catalog, ...changes }).toSorted()).toEqual(found.toSorted())
})

const empty: { name: string; changes: Partial<Catalog> }[] = [
  { name: 'title', changes: { requirements: withFirst(catalog.requirements, { title: '' }) } },
  { name: 'asks', changes: { controls: withFirst(catalog.controls, { asks: '' }) } },
  { name: 'questions', changes: { controls: withFirst(catalog.controls, { questions: ['  '] }) } },
  { name: 'title', changes: { objectives: withFirst(catalog.objectives, { title: '' }) } },
]

test.each(empty)('finds an empty $name', ({ name, changes }) => {
  const [group] = Object.keys(changes)
  expect(checkCatalog({ ...catalog, ...changes })).toEqual([expect.stringMatching(new RegExp(`^${group}\\.0\\.${name}`))])
})
