import { Table, Text } from '@mantine/core'
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableView } from '../../../src-main/contract/views.ts'
import { isForOpenList, useEscape } from '../layers.ts'
import { SideEdge } from '../SideEdge.tsx'
import { Body } from './Body.tsx'
import type { TableColumn } from './column.ts'
import styles from './DataTable.module.css'
import { Header, selectWidth } from './Header.tsx'
import type { Line } from './lines.ts'
import { useFocusAfterSelection, useMovement } from './movement.ts'
import type { RowActions } from './Row.tsx'

export interface GridHandle {
  focusRow: (id: string) => void
  focusFirst: () => void
}

interface GridProps<Row extends object> {
  label: string
  lines: Line<Row>[]
  columns: TableColumn<Row>[]
  /** The same function for as long as the table is there, or everything is worked out anew each time. */
  rowId: (row: Row) => string
  /** Every row is two lines of text high. */
  isEven: boolean
  /** Pixels of a usual row. */
  rowHeight: number
  view: TableView
  onView: (view: TableView) => void
  openId: string | null
  onOpen?: ((row: Row) => void) | undefined
  onFocusRow?: ((row: Row) => void) | undefined
  selected?: ReadonlySet<string> | undefined
  onSelect?: ((ids: ReadonlySet<string>) => void) | undefined
  onRowKey?: ((event: KeyboardEvent<HTMLElement>, row: Row) => void) | undefined
  ref: Ref<GridHandle>
}

/** Header and rows. Scrolling draws this part again and nothing around it. */
export function Grid<Row extends object>({
  label,
  lines,
  columns,
  rowId,
  isEven,
  rowHeight,
  view,
  onView,
  openId,
  onOpen,
  onFocusRow,
  selected,
  onSelect,
  onRowKey,
  ref,
}: GridProps<Row>) {
  const { t } = useTranslation('ui')
  const scroller = useRef<HTMLDivElement>(null)
  const found = useMemo(() => lines.flatMap((line) => (line.kind === 'row' ? [rowId(line.row)] : [])), [lines, rowId])
  const selectedHere = useMemo(() => (selected ? found.filter((id) => selected.has(id)).length : 0), [found, selected])
  const { virtualizer, tabStop, activate, indexOf, focusIndex, target } = useMovement(lines, rowId, scroller, rowHeight)
  useFocusAfterSelection(selected?.size ?? 0, () => focusIndex(tabStop))
  useImperativeHandle(ref, () => ({
    // A row that a search or a filter hides leaves the focus where a person comes into the table.
    focusRow: (id: string) => focusIndex(indexOf(id) >= 0 ? indexOf(id) : tabStop),
    focusFirst: () => focusIndex(lines.findIndex((line) => line.kind === 'row')),
  }))

  const rowOf = (id: string): Row | undefined => {
    const line = lines[indexOf(id)]
    return line?.kind === 'row' ? line.row : undefined
  }
  const toggle = (id: string) => {
    if (!onSelect || !selected) return
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    onSelect(next)
  }
  const open = (id: string) => {
    const row = rowOf(id)
    if (row) onOpen?.(row)
  }
  const press = (event: KeyboardEvent<HTMLElement>, id: string) => {
    const row = rowOf(id)
    if (event.key === 'Escape') leaveCell(event)
    if (!row || event.target !== event.currentTarget) return
    const next = target(event.key, indexOf(id))
    const isSelectAll = event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && onSelect !== undefined
    const isOwn = next !== undefined || isSelectAll || (event.key === 'Enter' && onOpen) || (event.key === ' ' && onSelect)
    if (!isOwn) return onRowKey?.(event, row)
    event.preventDefault()
    if (next !== undefined) {
      if (event.shiftKey) toggle(id)
      focusIndex(next)
    } else if (isSelectAll) onSelect(new Set(found))
    else if (event.key === 'Enter') onOpen?.(row)
    else toggle(id)
  }
  useEscape(() => onSelect?.(new Set()), { height: 'work', isOpen: onSelect !== undefined && (selected?.size ?? 0) > 0 })
  const focused = (id: string) => {
    activate(id)
    const row = rowOf(id)
    if (row) onFocusRow?.(row)
  }
  const actions = useActions({ focused, pressed: press, clicked: open, toggled: toggle })

  return (
    <div className={styles.frame}>
      <div ref={scroller} className={styles.scroller}>
        <Table
          role="grid"
          aria-label={label}
          aria-rowcount={found.length + 1}
          className={isEven ? `${styles.table} ${styles.even}` : styles.table}
          withRowBorders={false}
          verticalSpacing={7}
          horizontalSpacing="sm"
          w={columns.reduce((sum, { width }) => sum + width, onSelect ? selectWidth : 0)}
        >
          <colgroup>
            {onSelect && <col style={{ width: selectWidth }} />}
            {columns.map(({ id, width }) => (
              <col key={id} style={{ width }} />
            ))}
          </colgroup>
          <Header
            columns={columns}
            sorting={view.sort}
            onSort={(sort) => onView({ ...view, sort })}
            selection={
              onSelect && {
                all: found.length > 0 && selectedHere === found.length,
                some: (selected?.size ?? 0) > 0,
                selectAll: (all) => onSelect(new Set(all ? found : [])),
              }
            }
          />
          <Body
            lines={lines}
            columns={columns}
            rowId={rowId}
            items={virtualizer.getVirtualItems()}
            height={virtualizer.getTotalSize()}
            measure={virtualizer.measureElement}
            selected={onSelect ? selected : undefined}
            openId={openId}
            tabStop={tabStop}
            actions={actions}
          />
        </Table>
        {found.length === 0 && (
          <Text p="xl" ta="center" c="dimmed">
            {Object.keys(view.filters).length > 0 ? t('nothingPasses') : t('nothingFound')}
          </Text>
        )}
      </div>
      <SideEdge of={scroller} />
    </div>
  )
}

/** Escape leads from a field or button in a row to the row, before it closes anything. */
function leaveCell(event: KeyboardEvent<HTMLElement>): void {
  const isInCell = event.target !== event.currentTarget && event.target instanceof Node && event.currentTarget.contains(event.target)
  if (!isInCell || event.defaultPrevented || isForOpenList(event.nativeEvent)) return
  event.preventDefault()
  event.currentTarget.focus()
}

/** The same functions for as long as the table is there, which do what the table would do now. */
function useActions(now: RowActions): RowActions {
  const latest = useRef(now)
  useEffect(() => {
    latest.current = now
  })
  return useMemo(
    () => ({
      focused: (id) => latest.current.focused(id),
      pressed: (event, id) => latest.current.pressed(event, id),
      clicked: (id) => latest.current.clicked(id),
      toggled: (id) => latest.current.toggled(id),
    }),
    [],
  )
}
