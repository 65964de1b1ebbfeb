import { Checkbox, Table, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TableView } from '../../../src-main/contract/views.ts'
import type { TableColumn } from './column.ts'
import styles from './DataTable.module.css'

/** Pixels of the column with the boxes that select a row. */
export const selectWidth = 40

/** Where a first column stays while the others scroll: the style sheet lets it go where the room is short. */
export const startOf = (pixels: number): Record<`--${string}`, string> => ({ '--start': `${pixels}px` })

type Sorting = TableView['sort']

interface HeaderProps<Row> {
  columns: TableColumn<Row>[]
  sorting: Sorting
  onSort: (sorting: Sorting) => void
  /** Left out where rows cannot be selected. */
  selection?: { all: boolean; some: boolean; selectAll: (all: boolean) => void } | undefined
}

/** The titles of the columns: a click sorts upwards, the next one downwards, the third not at all. */
export function Header<Row>({ columns, sorting, onSort, selection }: HeaderProps<Row>) {
  const { t } = useTranslation('ui')
  return (
    <Table.Thead>
      <Table.Tr>
        {selection && (
          <Table.Th className={styles.sticky}>
            <Checkbox
              aria-label={t('selectAll')}
              checked={selection.all}
              indeterminate={selection.some && !selection.all}
              onChange={({ currentTarget }) => selection.selectAll(currentTarget.checked)}
            />
          </Table.Th>
        )}
        {columns.map((column, index) => (
          <HeaderCell
            key={column.id}
            column={column}
            sticky={index === 0}
            start={selection ? selectWidth : 0}
            sorting={sorting}
            onSort={onSort}
          />
        ))}
      </Table.Tr>
    </Table.Thead>
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
  sorting: Sorting
  onSort: (sorting: Sorting) => void
}) {
  const own = sorting?.column === column.id ? sorting : null
  const Arrow = own?.descending ? IconArrowDown : IconArrowUp
  const next = own === null ? { column: column.id, descending: false } : own.descending ? null : { column: column.id, descending: true }
  return (
    <Table.Th
      className={sticky ? styles.sticky : undefined}
      aria-sort={own === null ? 'none' : own.descending ? 'descending' : 'ascending'}
      style={{ textAlign: column.align ?? 'left', ...(sticky ? startOf(start) : {}) }}
    >
      <UnstyledButton fz="inherit" fw="inherit" c="inherit" onClick={() => onSort(next)}>
        {column.title} {own && <Arrow size={12} aria-hidden />}
      </UnstyledButton>
    </Table.Th>
  )
}
