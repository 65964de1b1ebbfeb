export interface Sorting {
  column: string
  descending: boolean
}

/** What a table draws: a row, or the title of the group of the rows after it. */
export type Line<Row> = { kind: 'row'; row: Row } | { kind: 'group'; title: string }

interface Searchable<Row> {
  id: string
  text: (row: Row) => string
}

/** The rows that hold every word, sorted, with the titles of their groups. Sorted rows stand without groups: they would be torn apart. */
export function arrange<Row>(
  rows: Row[],
  columns: Searchable<Row>[],
  words: string,
  sorting: Sorting | null,
  groupOf: ((row: Row) => string) | undefined,
): Line<Row>[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const found = wanted.length === 0 ? rows : rows.filter((row) => holdsAll(columns, row, wanted))
  if (sorting !== null) return sorted(found, columns, sorting).map((row) => ({ kind: 'row', row }))
  if (!groupOf) return found.map((row) => ({ kind: 'row', row }))
  return [...Map.groupBy(found, groupOf)].flatMap(([title, members]): Line<Row>[] => [
    { kind: 'group', title },
    ...members.map((row) => ({ kind: 'row' as const, row })),
  ])
}

function holdsAll<Row>(columns: Searchable<Row>[], row: Row, wanted: string[]): boolean {
  const text = columns
    .map((column) => column.text(row))
    .join('\n')
    .toLowerCase()
  return wanted.every((word) => text.includes(word))
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

function sorted<Row>(rows: Row[], columns: Searchable<Row>[], { column: id, descending }: Sorting): Row[] {
  const column = columns.find((candidate) => candidate.id === id)
  if (!column) return rows
  const keyed = rows.map((row) => ({ row, key: column.text(row) }))
  keyed.sort((a, b) => collator.compare(a.key, b.key))
  if (descending) keyed.reverse()
  return keyed.map(({ row }) => row)
}
