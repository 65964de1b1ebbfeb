import { Box, Checkbox, Group, Table, Text, TextInput, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconSearch } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './DataTable.module.css'
import { arrange, type Line, type Sorting } from './table-lines.ts'

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
}

export interface DataTableHandle {
  focusRow: (id: string) => void
}

interface DataTableProps<Row> {
  label: string
  rows: Row[]
  columns: TableColumn<Row>[]
  rowId: (row: Row) => string
  /** Rows of one group stand together under its title, in the order in which they come. */
  groupOf?: (row: Row) => string
  openId?: string | null
  onOpen?: (row: Row) => void
  selected?: ReadonlySet<string>
  onSelect?: (ids: ReadonlySet<string>) => void
  /** Beside the search box. */
  toolbar?: ReactNode
  empty: ReactNode
  onRowKey?: (event: KeyboardEvent<HTMLElement>, row: Row) => void
  ref?: Ref<DataTableHandle>
}

const rowHeight = 42
const groupHeight = 30
const selectWidth = 40

/** The one table: search, sorting, groups, selection, movement by keys, and as many rows as there are, of which only those in sight are drawn. */
export function DataTable<Row>({
  label,
  rows,
  columns,
  rowId,
  groupOf,
  openId,
  onOpen,
  selected,
  onSelect,
  toolbar,
  empty,
  onRowKey,
  ref,
}: DataTableProps<Row>) {
  const { t } = useTranslation('ui')
  const [words, setWords] = useState('')
  const [sorting, setSorting] = useState<Sorting | null>(null)
  const [active, setActive] = useState<string | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const lines = useMemo(() => arrange(rows, columns, words, sorting, groupOf), [rows, columns, words, sorting, groupOf])
  const found = useMemo(() => lines.filter((line) => line.kind === 'row').length, [lines])
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'group' ? groupHeight : rowHeight),
    overscan: 12,
    getItemKey: (index) => keyOf(lines[index], rowId),
  })
  const indexOf = (id: string) => lines.findIndex((line) => line.kind === 'row' && rowId(line.row) === id)
  const focusIndex = (index: number) => {
    const line = lines[index]
    if (line?.kind !== 'row') return
    setActive(rowId(line.row))
    virtualizer.scrollToIndex(index, { align: 'auto' })
    // The row may be drawn only after the table has moved to it.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(rowId(line.row))}"]`)?.focus()),
    )
  }
  useImperativeHandle(ref, () => ({ focusRow: (id: string) => focusIndex(indexOf(id)) }))
  useEffect(() => {
    const onSlash = (event: globalThis.KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]')
      if (event.key !== '/' || inField) return
      event.preventDefault()
      search.current?.focus()
    }
    document.addEventListener('keydown', onSlash)
    return () => document.removeEventListener('keydown', onSlash)
  }, [])

  const step = (from: number, by: number): number => {
    const target = Math.min(lines.length - 1, Math.max(0, from + by))
    const direction = Math.sign(by) || 1
    const passable = (index: number) => lines[index]?.kind === 'row'
    let index = target
    while (index >= 0 && index < lines.length && !passable(index)) index += direction
    return passable(index) ? index : from
  }
  const toggle = (id: string) => {
    if (!onSelect || !selected) return
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    onSelect(next)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, line: Line<Row>, index: number) => {
    if (line.kind !== 'row' || event.target !== event.currentTarget) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 1)
    const moves: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -lines.length,
      End: lines.length,
    }
    const by = moves[event.key]
    if (by !== undefined) {
      event.preventDefault()
      const next = by === -lines.length ? step(-1, 1) : by === lines.length ? step(lines.length, -1) : step(index, by)
      if (event.shiftKey) toggle(rowId(line.row))
      return focusIndex(next)
    }
    if (event.key === 'Enter' && onOpen) {
      event.preventDefault()
      return onOpen(line.row)
    }
    if (event.key === ' ' && onSelect) {
      event.preventDefault()
      return toggle(rowId(line.row))
    }
    if (event.key === 'a' && (event.ctrlKey || event.metaKey) && onSelect) {
      event.preventDefault()
      return onSelect(new Set(lines.flatMap((each) => (each.kind === 'row' ? [rowId(each.row)] : []))))
    }
    onRowKey?.(event, line.row)
  }
  const items = virtualizer.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)
  const span = columns.length + (onSelect ? 1 : 0)
  const firstRow = lines.findIndex((line) => line.kind === 'row')
  const activeIndex = active === null ? -1 : indexOf(active)
  const tabStop = activeIndex >= 0 ? activeIndex : firstRow

  return (
    <Box style={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0, minWidth: 0 }}>
      <VisuallyHidden component="h1">{label}</VisuallyHidden>
      {rows.length > 0 && (
        <Group px="md" py="xs" gap="sm" wrap="wrap">
          <TextInput
            ref={search}
            leftSection={<IconSearch size={14} aria-hidden />}
            placeholder={t('search')}
            aria-label={t('searchIn', { list: label })}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown' || event.key === 'Enter') {
                event.preventDefault()
                focusIndex(firstRow)
              }
            }}
            w={220}
          />
          <Text size="xs" c="dimmed" aria-live="polite">
            {words === '' ? t('count', { count: rows.length }) : t('found', { count: found, total: rows.length })}
          </Text>
          {toolbar}
        </Group>
      )}
      {rows.length === 0 ? (
        empty
      ) : (
        <div ref={scroller} className={styles.scroller}>
          <Table
            role="grid"
            aria-label={label}
            aria-rowcount={found + 1}
            className={styles.table}
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
            <Table.Thead>
              <Table.Tr>
                {onSelect && selected && (
                  <Table.Th className={styles.sticky}>
                    <Checkbox
                      aria-label={t('selectAll')}
                      checked={selected.size > 0 && selected.size >= found}
                      indeterminate={selected.size > 0 && selected.size < found}
                      onChange={({ currentTarget }) =>
                        onSelect(
                          currentTarget.checked
                            ? new Set(lines.flatMap((each) => (each.kind === 'row' ? [rowId(each.row)] : [])))
                            : new Set(),
                        )
                      }
                    />
                  </Table.Th>
                )}
                {columns.map((column, index) => (
                  <HeaderCell
                    key={column.id}
                    column={column}
                    sticky={index === 0}
                    start={onSelect ? selectWidth : 0}
                    sorting={sorting}
                    onSort={setSorting}
                  />
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              <Space height={before} span={span} />
              {items.map((item) => {
                const line = lines[item.index]
                if (!line) return null
                if (line.kind === 'group') {
                  return (
                    <Table.Tr key={item.key} className={styles.group} data-index={item.index} ref={virtualizer.measureElement}>
                      <Table.Td colSpan={span}>{line.title}</Table.Td>
                    </Table.Tr>
                  )
                }
                const id = rowId(line.row)
                const isSelected = selected ? selected.has(id) : openId === id
                return (
                  <Table.Tr
                    key={item.key}
                    data-row={id}
                    data-index={item.index}
                    ref={virtualizer.measureElement}
                    className={styles.row}
                    tabIndex={item.index === tabStop ? 0 : -1}
                    aria-selected={isSelected || openId === id}
                    aria-rowindex={item.index + 2}
                    onFocus={() => setActive(id)}
                    onKeyDown={(event) => onKeyDown(event, line, item.index)}
                    onClick={(event) => {
                      const control =
                        event.target instanceof HTMLElement &&
                        event.target.closest('input, textarea, button, a, [role="combobox"], [role="option"], label')
                      if (!control) onOpen?.(line.row)
                    }}
                  >
                    {onSelect && (
                      <Table.Td className={styles.sticky}>
                        <Checkbox
                          tabIndex={-1}
                          aria-label={t('select', { row: columns[0]?.text(line.row) ?? id })}
                          checked={selected?.has(id) ?? false}
                          onChange={() => toggle(id)}
                        />
                      </Table.Td>
                    )}
                    {columns.map((column, index) => (
                      <Table.Td
                        key={column.id}
                        className={index === 0 ? styles.sticky : undefined}
                        style={{
                          textAlign: column.align ?? 'left',
                          ...(index === 0 ? { insetInlineStart: onSelect ? selectWidth : 0 } : {}),
                        }}
                      >
                        {column.render ? column.render(line.row) : <span className={styles.clamp}>{column.text(line.row)}</span>}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                )
              })}
              <Space height={after} span={span} />
            </Table.Tbody>
          </Table>
          {found === 0 && (
            <Text p="xl" ta="center" c="dimmed">
              {t('nothingFound')}
            </Text>
          )}
        </div>
      )}
    </Box>
  )
}

function keyOf<Row>(line: Line<Row> | undefined, rowId: (row: Row) => string): string {
  if (!line) return ''
  return line.kind === 'group' ? `group ${line.title}` : rowId(line.row)
}

/** Stands for the rows out of sight. */
function Space({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden className={styles.space}>
      <td colSpan={span} style={{ height }} />
    </tr>
  )
}

function HeaderCell<Row>({
  column,
  sticky,
  start,
  sorting,
  onSort,
}: {
  column: TableColumn<Row>
  sticky: boolean
  start: number
  sorting: Sorting | null
  onSort: (sorting: Sorting | null) => void
}) {
  const own = sorting?.column === column.id ? sorting : null
  const Arrow = own?.descending ? IconArrowDown : IconArrowUp
  const next = own === null ? { column: column.id, descending: false } : own.descending ? null : { column: column.id, descending: true }
  return (
    <Table.Th
      className={sticky ? styles.sticky : undefined}
      aria-sort={own === null ? 'none' : own.descending ? 'descending' : 'ascending'}
      style={{ textAlign: column.align ?? 'left', ...(sticky ? { insetInlineStart: start } : {}) }}
    >
      <UnstyledButton fz="inherit" fw="inherit" c="inherit" onClick={() => onSort(next)}>
        {column.title} {own && <Arrow size={12} aria-hidden />}
      </UnstyledButton>
    </Table.Th>
  )
}
