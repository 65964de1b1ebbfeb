import type { TableView } from '../../../src-main/contract/views.ts'
import { type TableColumn, valuesOf } from './column.ts'

/** What a table draws: a row, or the title of the group of the rows after it. */
export type Line<Row> = { kind: 'row'; row: Row } | { kind: 'group'; title: string; count: number }

export interface Arrangement<Row> {
  columns: TableColumn<Row>[]
  view: TableView
  /** The groups that the table has by itself. Sorted rows stand without them: they would be torn apart. */
  groupOf?: ((row: Row) => string) | undefined
  /** Everything that stands in a row, in lower case. */
  wordsOf: (row: Row) => string
  /** Title of the group whose rows have no value. */
  withoutValue: string
}

/** The rows that hold every word and pass every filter, sorted, with the titles of their groups. */
export function arrange<Row>(rows: Row[], { columns, view, groupOf, wordsOf, withoutValue }: Arrangement<Row>): Line<Row>[] {
  const found = filtered(searched(rows, view.words, wordsOf), columns, view.filters)
  const sorting = columns.find(({ id }) => id === view.sort?.column)
  const ordered = sorting ? sorted(found, sorting, view.sort?.descending ?? false) : found
  const grouping = columns.find(({ id, filter }) => id === view.groupBy && filter !== undefined)
  if (grouping) return grouped(ordered, grouping, withoutValue)
  if (!groupOf || sorting) return ordered.map((row) => ({ kind: 'row', row }))
  return [...Map.groupBy(ordered, groupOf)].flatMap(([title, members]) => linesOf(title, members))
}

const linesOf = <Row>(title: string, members: Row[]): Line<Row>[] => [
  { kind: 'group', title, count: members.length },
  ...members.map((row) => ({ kind: 'row' as const, row })),
]

/** Everything that stands in a row, in lower case; worked out once for each row, since a person types one letter after the other. */
export function rowWords<Row extends object>(columns: TableColumn<Row>[]): (row: Row) => string {
  const known = new WeakMap<Row, string>()
  return (row) => {
    const words =
      known.get(row) ??
      columns
        .map((column) => column.text(row))
        .join('\n')
        .toLowerCase()
    known.set(row, words)
    return words
  }
}

function searched<Row>(rows: Row[], words: string, wordsOf: (row: Row) => string): Row[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return wanted.length === 0 ? rows : rows.filter((row) => wanted.every((word) => wordsOf(row).includes(word)))
}

function filtered<Row>(rows: Row[], columns: TableColumn<Row>[], filters: TableView['filters']): Row[] {
  const active = columns.flatMap((column) => {
    const chosen = filters[column.id] ?? []
    return column.filter && chosen.length > 0 ? [{ column, chosen: new Set(chosen) }] : []
  })
  return active.length === 0
    ? rows
    : rows.filter((row) => active.every(({ column, chosen }) => valuesOf(column, row).some((value) => chosen.has(value))))
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** Where a value stands in its field's order; what the field does not name comes last. */
function place(order: readonly string[], value: string | undefined): number {
  const index = order.indexOf(value ?? '')
  return index < 0 ? order.length : index
}

function sorted<Row>(rows: Row[], column: TableColumn<Row>, descending: boolean): Row[] {
  const { order } = column
  const keyed = rows.map((row) => ({ row, key: column.text(row), place: order ? place(order, valuesOf(column, row)[0]) : 0 }))
  keyed.sort((a, b) => a.place - b.place || collator.compare(a.key, b.key))
  if (descending) keyed.reverse()
  return keyed.map(({ row }) => row)
}

/** Groups by the values of a column, in the order of the field; rows without a value come last. */
function grouped<Row>(rows: Row[], column: TableColumn<Row>, withoutValue: string): Line<Row>[] {
  const { order, word = (value: string) => value } = column
  const groups = [...Map.groupBy(rows, (row) => valuesOf(column, row).join('\n'))].map(([key, members]) => {
    const values = key.split('\n')
    return { isEmpty: key === '', place: order ? place(order, values[0]) : 0, title: values.map(word).join(', '), members }
  })
  groups.sort((a, b) => Number(a.isEmpty) - Number(b.isEmpty) || a.place - b.place || collator.compare(a.title, b.title))
  return groups.flatMap(({ isEmpty, title, members }) => linesOf(isEmpty ? withoutValue : title, members))
}

export interface FilterOption {
  value: string
  word: string
  /** Rows that have it, whatever else is filtered. */
  count: number
}

/** The values that a column can be filtered by, in the order of the field; "nothing entered" comes last. */
export function filterOptions<Row>(rows: Row[], column: TableColumn<Row>, withoutValue: string): FilterOption[] {
  const counts = new Map<string, number>()
  for (const row of rows) for (const value of valuesOf(column, row)) counts.set(value, (counts.get(value) ?? 0) + 1)
  const { order, word = (value: string) => value } = column
  const options = [...counts].map(([value, count]) => ({ value, count, word: value === '' ? withoutValue : word(value) }))
  return options.sort(
    (a, b) =>
      Number(a.value === '') - Number(b.value === '') ||
      (order ? place(order, a.value) - place(order, b.value) : 0) ||
      collator.compare(a.word, b.word),
  )
}
