import { useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { TableView, ViewScreen } from '../../../src-main/contract/views.ts'
import { useHandle } from '../../app/calls.ts'

export const plainView: TableView = { words: '', filters: {}, groupBy: null, sort: null }

/** Nothing is filtered, grouped or sorted: the table as it comes. */
export const isPlain = ({ words, filters, groupBy, sort }: TableView): boolean =>
  words === '' && groupBy === null && sort === null && Object.keys(filters).length === 0

/** The view with other values chosen in one column; none means that the column lets everything through. */
export function withFilter(view: TableView, column: string, values: readonly string[]): TableView {
  const { [column]: _, ...others } = view.filters
  return { ...view, filters: values.length === 0 ? others : { ...others, [column]: [...values] } }
}

/** Views as they were left, while the window is open: who comes back to a screen finds the table as it was. */
const left = new Map<string, TableView>()

/**
 * How a table is looked at, and a way to change it. Where `screen` is named the view is still there when the person comes back, and a
 * jump to the screen with `filter` in its address (values by column) starts from that filter alone.
 */
export function useTableView(screen?: ViewScreen): [TableView, (view: TableView) => void] {
  const handle = useHandle()
  const { filter } = useSearch({ strict: false })
  const key = `${handle}/${screen}`
  const jump = screen && filter ? JSON.stringify(filter) : null
  const [followed, setFollowed] = useState<string | null>(null)
  const [view, setView] = useState<TableView>(() => (screen ? left.get(key) : undefined) ?? plainView)
  const change = useCallback(
    (next: TableView) => {
      if (screen) left.set(key, next)
      setView(next)
    },
    [screen, key],
  )
  if (jump !== followed) {
    setFollowed(jump)
    if (jump !== null && filter) change({ ...plainView, filters: filter })
  }
  return [view, change]
}
