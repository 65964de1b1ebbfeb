import type { ReactNode } from 'react'

export interface TableColumn<Row> {
  id: string
  title: string
  /** Pixels. */
  width: number
  align?: 'left' | 'right'
  /** What stands in the cell; the text where it is left out. */
  render?: (row: Row) => ReactNode
  /** For searching and sorting. */
  text: (row: Row) => string
  /** The values that the column can be filtered and grouped by; no value, or an empty one, is offered as "nothing entered". */
  filter?: (row: Row) => readonly string[]
  /** Searched, filtered and grouped by, but not drawn. */
  filterOnly?: boolean
  /** A value of the filter in words; the value itself where it is left out. */
  word?: (value: string) => string
  /** The values of the filter in the order of the field, which sorting follows too; by their words where it is left out. */
  order?: readonly string[]
}

/** A row's values in a column that can be filtered; a row without one has the empty value. */
export function valuesOf<Row>({ filter }: TableColumn<Row>, row: Row): readonly string[] {
  const values = filter?.(row) ?? []
  return values.length === 0 ? nothing : values
}

const nothing = [''] as const
