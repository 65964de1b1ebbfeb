import { ActionIcon, Button, Group } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FoldedGuidance } from './Guidance.tsx'
import styles from './Impact.module.css'
import type { StepProps } from './step.ts'

interface RecordsTableProps<Row> {
  step: StepProps['step']
  assessmentId: string
  rows: Row[]
  columns: TableColumn<Row>[]
  /** Words of the language file: `<words>.add`, `<words>.remove`, `<words>.emptyTitle`, `<words>.empty`. */
  words: string
  add: () => void
  remove: (id: string) => void
}

/** A step whose records are edited in place: its guidance, a button that adds one, and the table. */
export function RecordsTable<Row extends { id: string; description: string }>({
  step,
  assessmentId,
  rows,
  columns,
  words,
  add,
  remove,
}: RecordsTableProps<Row>) {
  const { t } = useTranslation('impact')
  const removal: TableColumn<Row> = {
    id: 'remove',
    title: t('columns.remove'),
    width: 76,
    text: () => '',
    render: ({ id, description }) => (
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t(`${words}.remove`, { name: description || t('unnamed') })}
        onClick={() => remove(id)}
      >
        <IconTrash size={15} />
      </ActionIcon>
    ),
  }
  return (
    <div className={styles.table}>
      <div className={styles.bar}>
        <FoldedGuidance step={step} assessmentId={assessmentId} />
        <Group mt={6}>
          <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
            {t(`${words}.add`)}
          </Button>
        </Group>
      </div>
      <DataTable
        label={step.title}
        rows={rows}
        columns={[...columns, removal]}
        rowId={({ id }) => id}
        empty={<EmptyState title={t(`${words}.emptyTitle`)}>{t(`${words}.empty`)}</EmptyState>}
      />
    </div>
  )
}
