import { Box, VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, type Ref, useCallback, useImperativeHandle, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableView, ViewScreen } from '../../src-main/contract/views.ts'
import type { TableColumn } from './table/column.ts'
import { FilterPills } from './table/FilterPills.tsx'
import { Grid, type GridHandle } from './table/Grid.tsx'
import { arrange, rowWords } from './table/lines.ts'
import { Toolbar } from './table/Toolbar.tsx'
import { useTableView } from './table/view-state.ts'

export type { TableColumn } from './table/column.ts'

export interface DataTableHandle {
  focusRow: (id: string) => void
}

/** Two lines of text, as the style sheet makes the rows of the tables that keep views. */
const evenRow = 55

interface DataTableProps<Row extends object> {
  label: string
  rows: Row[]
  columns: TableColumn<Row>[]
  /** Names a row; what it names a row at first is what it goes on naming it. */
  rowId: (row: Row) => string
  /** Rows of one group stand together under its title, in the order in which they come. */
  groupOf?: (row: Row) => string
  /** The screen whose views are kept: the table gets filters, groups and saved views of the columns that have a `filter`. */
  views?: ViewScreen
  /** How the table is looked at, where something beside it changes that too; from useTableView. */
  view?: TableView
  onView?: (view: TableView) => void
  /** Pixels of a usual row, so that the first look draws no more than what is in sight. */
  rowHeight?: number
  openId?: string | null
  onOpen?: (row: Row) => void
  /** The focus has come to a row, by keys or otherwise. */
  onFocusRow?: (row: Row) => void
  selected?: ReadonlySet<string>
  onSelect?: (ids: ReadonlySet<string>) => void
  /** Beside the search box. */
  toolbar?: ReactNode
  empty: ReactNode
  onRowKey?: (event: KeyboardEvent<HTMLElement>, row: Row) => void
  ref?: Ref<DataTableHandle>
}

/**
 * The one table: search, filters, sorting, groups, saved views, selection, movement by keys, and as many rows as there are, of which only
 * those in sight are drawn.
 */
export function DataTable<Row extends object>({
  label,
  rows,
  columns,
  groupOf,
  views,
  view: givenView,
  onView,
  rowHeight = views ? evenRow : 42,
  openId = null,
  toolbar,
  empty,
  ref,
  rowId,
  ...ofGrid
}: DataTableProps<Row>) {
  const { t } = useTranslation('ui')
  const [ownView, setOwnView] = useTableView(givenView ? undefined : views)
  const view = givenView ?? ownView
  const setView = onView ?? setOwnView
  const grid = useRef<GridHandle>(null)
  const givenId = useRef(rowId)
  const sameId = useCallback((row: Row) => givenId.current(row), [])
  useImperativeHandle(ref, () => ({ focusRow: (id: string) => grid.current?.focusRow(id) }))
  const drawn = useMemo(() => columns.filter(({ filterOnly }) => !filterOnly), [columns])
  const wordsOf = useMemo(() => rowWords(columns), [columns])
  const lines = useMemo(
    () => arrange(rows, { columns, view, groupOf, wordsOf, withoutValue: t('withoutValue') }),
    [rows, columns, view, groupOf, wordsOf, t],
  )
  const found = useMemo(() => lines.filter(({ kind }) => kind === 'row').length, [lines])
  const { selected } = ofGrid
  // What is done with the selected rows is done with these too: a person has to know.
  const hidden = useMemo(() => {
    if (!selected || selected.size === 0 || found === rows.length) return 0
    return selected.size - lines.filter((line) => line.kind === 'row' && selected.has(sameId(line.row))).length
  }, [selected, lines, found, rows.length, sameId])

  return (
    <Box style={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0, minWidth: 0 }}>
      <VisuallyHidden component="h1">{label}</VisuallyHidden>
      {rows.length === 0 ? (
        empty
      ) : (
        <>
          <Toolbar
            label={label}
            rows={rows}
            columns={columns}
            found={found}
            hidden={hidden}
            view={view}
            onView={setView}
            views={views}
            toRows={() => grid.current?.focusFirst()}
          >
            {toolbar}
          </Toolbar>
          <FilterPills columns={columns} view={view} onView={setView} />
          <Grid
            {...ofGrid}
            ref={grid}
            label={label}
            lines={lines}
            columns={drawn}
            rowId={sameId}
            isEven={views !== undefined}
            rowHeight={rowHeight}
            view={view}
            onView={setView}
            openId={openId}
          />
        </>
      )}
    </Box>
  )
}
