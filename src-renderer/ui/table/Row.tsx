import { Checkbox } from '@mantine/core'
import { type KeyboardEvent, memo, type ReactNode } from 'react'
import type { TableColumn } from './column.ts'
import styles from './DataTable.module.css'
import { selectWidth, startOf } from './Header.tsx'

/** What a row does; the same functions for as long as the table is there, so that a row is drawn again only when it has changed. */
export interface RowActions {
  focused: (id: string) => void
  pressed: (event: KeyboardEvent<HTMLElement>, id: string) => void
  clicked: (id: string) => void
  toggled: (id: string) => void
}

interface DataRowProps {
  id: string
  index: number
  /** Draws the cells; the same function for as long as the row's record is the same. */
  cells: () => ReactNode
  /** Name of the box that selects the row; null where rows cannot be selected. */
  box: string | null
  isChecked: boolean
  isOpen: boolean
  isTabStop: boolean
  measure: (element: Element | null) => void
  actions: RowActions
}

const control = 'input, textarea, button, a, [role="combobox"], [role="option"], label'

/**
 * One row. Its row and cells are plain elements: a table's part of the library costs more than what it draws, and a flick of the wheel
 * draws hundreds of them.
 */
export const DataRow = memo(function DataRow({ id, index, cells, box, isChecked, isOpen, isTabStop, measure, actions }: DataRowProps) {
  return (
    <tr
      data-row={id}
      data-index={index}
      ref={measure}
      className={styles.row}
      tabIndex={isTabStop ? 0 : -1}
      aria-selected={isChecked || isOpen}
      aria-rowindex={index + 2}
      onFocus={() => actions.focused(id)}
      onKeyDown={(event) => actions.pressed(event, id)}
      onClick={(event) => {
        if (!(event.target instanceof HTMLElement && event.target.closest(control))) actions.clicked(id)
      }}
    >
      {box !== null && (
        <td className={styles.sticky}>
          <Checkbox tabIndex={-1} aria-label={box} checked={isChecked} onChange={() => actions.toggled(id)} />
        </td>
      )}
      {cells()}
    </tr>
  )
})

/** The cells of each row, worked out once for as long as the row's record and the columns are the same. */
export function cellsOf<Row extends object>(columns: TableColumn<Row>[], hasBox: boolean): (row: Row) => () => ReactNode {
  const known = new WeakMap<Row, () => ReactNode>()
  return (row) => {
    const cells = known.get(row) ?? (() => columns.map((column, index) => <Cell key={column.id} {...{ column, index, hasBox, row }} />))
    known.set(row, cells)
    return cells
  }
}

function Cell<Row>({ column, index, hasBox, row }: { column: TableColumn<Row>; index: number; hasBox: boolean; row: Row }) {
  const isFirst = index === 0
  return (
    <td
      className={isFirst ? styles.sticky : undefined}
      style={{ textAlign: column.align ?? 'left', ...(isFirst ? startOf(hasBox ? selectWidth : 0) : {}) }}
    >
      {column.render ? column.render(row) : <span className={styles.clamp}>{column.text(row)}</span>}
    </td>
  )
}
