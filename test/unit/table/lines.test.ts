import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TableView } from '../../../src-main/contract/views.ts'
import type { TableColumn } from '../../../src-renderer/ui/table/column.ts'
import { arrange, filterOptions, rowWords } from '../../../src-renderer/ui/table/lines.ts'

interface Row {
  name: string
  stage: string
  data: string[]
}

const columns: TableColumn<Row>[] = [
  { id: 'name', title: 'Name', width: 1, text: ({ name }) => name },
  {
    id: 'stage',
    title: 'Stage',
    width: 1,
    text: ({ stage }) => stage.toUpperCase(),
    filter: ({ stage }) => [stage],
    word: (value) => value.toUpperCase(),
    order: ['idea', 'build', 'run'],
  },
  { id: 'data', title: 'Data', width: 1, text: ({ data }) => data.join(' '), filter: ({ data }) => data },
]
const rows: Row[] = [
  { name: 'Ten 10', stage: 'run', data: ['personal'] },
  { name: 'Two 2', stage: 'idea', data: ['personal', 'public'] },
  { name: 'alpha', stage: '', data: [] },
  { name: 'Beta', stage: 'build', data: ['public'] },
]
const plain: TableView = { words: '', filters: {}, groupBy: null, sort: null }
const lines = (view: Partial<TableView>, groupOf?: (row: Row) => string) =>
  arrange(rows, { columns, view: { ...plain, ...view }, groupOf, wordsOf: rowWords(columns), withoutValue: 'nothing' })
const said = (view: Partial<TableView>, groupOf?: (row: Row) => string) =>
  lines(view, groupOf).map((line) => (line.kind === 'group' ? `# ${line.title} ${line.count}` : line.row.name))

describe('filters', () => {
  it('let a row through that has one of the values, in every column that is filtered', () => {
    expect(said({ filters: { data: ['personal'] } })).toEqual(['Ten 10', 'Two 2'])
    expect(said({ filters: { data: ['personal', 'public'], stage: ['idea', 'build'] } })).toEqual(['Two 2', 'Beta'])
  })
  it('name rows without a value by the empty one', () => {
    expect(said({ filters: { data: [''] } })).toEqual(['alpha'])
    expect(said({ filters: { stage: ['', 'run'] } })).toEqual(['Ten 10', 'alpha'])
  })
  it('of a column that is not there, or that chooses nothing, let everything through', () => {
    expect(said({ filters: { gone: ['x'], data: [], name: ['alpha'] } })).toEqual(rows.map(({ name }) => name))
  })
  it('and words hold together', () => {
    expect(said({ words: 'PUBLIC two', filters: { stage: ['idea'] } })).toEqual(['Two 2'])
    expect(said({ words: 'two', filters: { stage: ['run'] } })).toEqual([])
  })
})

describe('groups', () => {
  it('of a column stand in the order of its field, without a value last, and say how many there are', () => {
    expect(said({ groupBy: 'stage' })).toEqual(['# IDEA 1', 'Two 2', '# BUILD 1', 'Beta', '# RUN 1', 'Ten 10', '# nothing 1', 'alpha'])
  })
  it('of several values are groups of their own, and each row stands once', () => {
    expect(said({ groupBy: 'data' })).toEqual([
      '# personal 1',
      'Ten 10',
      '# personal, public 1',
      'Two 2',
      '# public 1',
      'Beta',
      '# nothing 1',
      'alpha',
    ])
  })
  it('of a column keep their rows sorted; those of the table itself give way to sorting', () => {
    const sort = { column: 'name', descending: false }
    expect(said({ groupBy: 'data', filters: { data: ['public'] }, sort })).toEqual(['# personal, public 1', 'Two 2', '# public 1', 'Beta'])
    expect(said({}, () => 'All')).toEqual(['# All 4', ...rows.map(({ name }) => name)])
    expect(said({ sort }, () => 'All')).toEqual(['alpha', 'Beta', 'Ten 10', 'Two 2'])
  })
})

describe('sorting', () => {
  it('follows the order of the field, and numbers in a text count', () => {
    expect(said({ sort: { column: 'stage', descending: false } })).toEqual(['Two 2', 'Beta', 'Ten 10', 'alpha'])
    expect(said({ sort: { column: 'stage', descending: true } })).toEqual(['alpha', 'Ten 10', 'Beta', 'Two 2'])
  })
  it('by a column that is not there changes nothing', () => {
    expect(said({ sort: { column: 'gone', descending: true } })).toEqual(rows.map(({ name }) => name))
  })
})

it('the options of a filter are every value that rows have, with their number', () => {
  const [, stage, data] = columns
  if (!stage || !data) throw new Error('there are three columns')
  expect(filterOptions(rows, stage, 'nothing').map(({ word, count }) => `${word} ${count}`)).toEqual([
    'IDEA 1',
    'BUILD 1',
    'RUN 1',
    'nothing 1',
  ])
  expect(filterOptions(rows, data, 'nothing').map(({ value, count }) => `${value} ${count}`)).toEqual(['personal 2', 'public 2', ' 1'])
})

it('whatever the view, no row is doubled or made up, and those that are left out do not pass', () => {
  const anyRow = fc.record({
    name: fc.string(),
    stage: fc.constantFrom('', 'idea', 'build', 'run', 'other'),
    data: fc.uniqueArray(fc.constantFrom('personal', 'public')),
  })
  const anyView = fc.record({
    words: fc.string({ maxLength: 3 }),
    filters: fc.dictionary(fc.constantFrom('stage', 'data', 'gone'), fc.array(fc.constantFrom('', 'idea', 'personal')), {
      noNullPrototype: true,
    }),
    groupBy: fc.constantFrom(null, 'stage', 'data', 'gone'),
    sort: fc.option(fc.record({ column: fc.constantFrom('name', 'stage', 'gone'), descending: fc.boolean() })),
  })
  fc.assert(
    fc.property(fc.array(anyRow), anyView, (some, view) => {
      const wordsOf = rowWords(columns)
      const arranged = arrange(some, { columns, view, wordsOf, withoutValue: 'nothing' })
      const shown = arranged.flatMap((line) => (line.kind === 'row' ? [line.row] : []))
      expect(new Set(shown).size).toBe(shown.length)
      const passes = (row: Row) =>
        view.words
          .toLowerCase()
          .split(/\s+/)
          .every((word) => wordsOf(row).includes(word)) &&
        [view.filters.stage, view.filters.data].every((chosen, index) => {
          const values = index === 0 ? [row.stage] : row.data.length === 0 ? [''] : row.data
          return !chosen || chosen.length === 0 || values.some((value) => chosen.some((each) => each === value))
        })
      expect(new Set(shown)).toEqual(new Set(some.filter(passes)))
      const groups = arranged.flatMap((line) => (line.kind === 'group' ? [line.count] : []))
      if (groups.length > 0) expect(groups.reduce((sum, count) => sum + count, 0)).toBe(shown.length)
    }),
  )
})
