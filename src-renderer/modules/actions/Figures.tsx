import { Text, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconListCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ActionRow } from '../../../src-main/contract/actions.ts'
import type { TableView } from '../../../src-main/contract/views.ts'
import { plainView } from '../../ui/table/view-state.ts'
import styles from './Actions.module.css'
import { isOpen, weekEnd } from './columns.tsx'

const open = { state: ['open', 'under-way'] }

/** What each figure counts, and the filter that shows just that. */
const figures = [
  { id: 'overdue', isBad: true, filters: { due: ['overdue'] }, counts: ({ isOverdue }: ActionRow) => isOverdue },
  {
    id: 'thisWeek',
    isBad: false,
    filters: { due: ['this-week'] },
    counts: (row: ActionRow, lastDay: string) => isOpen(row) && !row.isOverdue && row.dueDate !== null && row.dueDate <= lastDay,
  },
  {
    id: 'withoutOwner',
    isBad: true,
    filters: { ...open, owner: [''] },
    counts: (row: ActionRow) => isOpen(row) && row.owner.trim() === '',
  },
  { id: 'withoutDate', isBad: true, filters: { due: ['none'] }, counts: (row: ActionRow) => isOpen(row) && row.dueDate === null },
  { id: 'open', isBad: false, filters: open, counts: isOpen },
  { id: 'done', isBad: false, filters: { state: ['done'] }, counts: ({ state }: ActionRow) => state === 'done' },
] as const

/** How the list stands in figures; each filters the table to what it counts. */
export function Figures({ rows, view, onView }: { rows: ActionRow[]; view: TableView; onView: (view: TableView) => void }) {
  const { t } = useTranslation('actions')
  const lastDay = weekEnd()
  return (
    <ul className={styles.figures} aria-label={t('figures.title')}>
      {figures.map(({ id, isBad, filters, counts }) => {
        const count = rows.filter((row) => counts(row, lastDay)).length
        const isPressed = JSON.stringify(view.filters) === JSON.stringify(filters)
        const Shape = !isBad ? IconListCheck : count === 0 ? IconCircleCheck : IconAlertTriangle
        const tone = !isBad ? 'neutral' : count === 0 ? 'good' : id === 'overdue' ? 'poor' : 'fair'
        return (
          <li key={id}>
            <UnstyledButton
              className={styles.figure}
              aria-pressed={isPressed}
              onClick={() => onView(isPressed ? plainView : { ...plainView, filters: mutable(filters) })}
            >
              <Shape size={15} aria-hidden color={`var(--tone-${tone}-strong)`} />
              <span className={styles.number}>{count}</span>
              <Text size="sm">{t(`figures.${id}`)}</Text>
            </UnstyledButton>
          </li>
        )
      })}
    </ul>
  )
}

const mutable = (filters: Readonly<Record<string, readonly string[]>>): TableView['filters'] =>
  Object.fromEntries(Object.entries(filters).map(([column, values]) => [column, [...values]]))
