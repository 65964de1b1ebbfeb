import { Table, Text } from '@mantine/core'
import type { VirtualItem } from '@tanstack/react-virtual'
import { Fragment, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableColumn } from './column.ts'
import styles from './DataTable.module.css'
import type { Line } from './lines.ts'
import { cellsOf, DataRow, type RowActions } from './Row.tsx'

interface BodyProps<Row extends object> {
  lines: Line<Row>[]
  columns: TableColumn<Row>[]
  rowId: (row: Row) => string
  /** The lines to draw, and how high all lines are together. */
  items: VirtualItem[]
  height: number
  measure: (element: Element | null) => void
  selected?: ReadonlySet<string> | undefined
  openId: string | null
  /** Line that Tab leads to. */
  tabStop: number
  actions: RowActions
}

/** The lines in sight, with space for those that are not. */
export function Body<Row extends object>({
  lines,
  columns,
  rowId,
  items,
  height,
  measure,
  selected,
  openId,
  tabStop,
  actions,
}: BodyProps<Row>) {
  const { t } = useTranslation('ui')
  const hasBox = selected !== undefined
  const cells = useMemo(() => cellsOf(columns, hasBox), [columns, hasBox])
  const span = columns.length + (hasBox ? 1 : 0)
  return (
    <Table.Tbody>
      {items.map((item, position) => {
        const line = lines[item.index]
        if (!line) return null
        const gap = item.start - (items[position - 1]?.end ?? 0)
        return (
          <Fragment key={item.key}>
            <Space height={gap} span={span} />
            {line.kind === 'group' ? (
              <tr className={styles.group} data-index={item.index} ref={measure}>
                <td colSpan={span}>
                  {line.title}{' '}
                  <Text span inherit fw={400} c="dimmed">
                    {line.count}
                  </Text>
                </td>
              </tr>
            ) : (
              <DataRow
                id={rowId(line.row)}
                index={item.index}
                cells={cells(line.row)}
                box={hasBox ? t('select', { row: columns[0]?.text(line.row) ?? '' }) : null}
                isChecked={selected?.has(rowId(line.row)) ?? false}
                isOpen={openId === rowId(line.row)}
                isTabStop={item.index === tabStop}
                measure={measure}
                actions={actions}
              />
            )}
          </Fragment>
        )
      })}
      <Space height={height - (items.at(-1)?.end ?? 0)} span={span} />
    </Table.Tbody>
  )
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
