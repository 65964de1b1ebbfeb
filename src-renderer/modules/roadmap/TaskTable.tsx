import { Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { type ReactNode, type Ref, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { phaseIds, type TaskRow, taskStates } from '../../../src-main/contract/roadmap.ts'
import { DataTable, type DataTableHandle, type TableColumn } from '../../ui/DataTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import type { Selection } from '../../ui/selection.ts'
import { toneOf } from './words.ts'

interface TableProps {
  tasks: TaskRow[]
  openId: string | null
  onOpen: (id: string) => void
  selected: Selection
  select: (ids: Selection) => void
  toolbar: ReactNode
  ref: Ref<DataTableHandle>
}

/** The tasks as a table, with filters, groups and saved views. */
export function TaskTable({ tasks, openId, onOpen, selected, select, toolbar, ref }: TableProps) {
  const { t } = useTranslation('roadmap')
  const columns = useMemo(() => taskColumns(t), [t])
  return (
    <DataTable
      ref={ref}
      label={t('title')}
      views="roadmap"
      rows={tasks}
      columns={columns}
      rowId={({ id }) => id}
      groupOf={({ phase }) => t(`phase.${phase}`)}
      openId={openId}
      onOpen={({ id }) => onOpen(id)}
      selected={selected}
      onSelect={select}
      toolbar={toolbar}
      empty={null}
    />
  )
}

const dateColumn = (t: TFunction<'roadmap'>, field: 'startOn' | 'endOn' | 'baselineEndOn' | 'actualEndOn'): TableColumn<TaskRow> => ({
  id: field,
  title: t(`fields.${field}`),
  width: 112,
  text: (row) => row[field] ?? '',
})

function taskColumns(t: TFunction<'roadmap'>): TableColumn<TaskRow>[] {
  return [
    {
      id: 'title',
      title: t('fields.title'),
      width: 330,
      text: ({ title }) => title,
      render: ({ title, kind }) => (
        <Text size="sm" fw={kind === 'milestone' ? 600 : 400} lineClamp={2}>
          {kind === 'milestone' ? `◆ ${title}` : title}
        </Text>
      ),
    },
    {
      id: 'state',
      title: t('fields.state'),
      width: 124,
      text: ({ state }) => t(`state.${state}`),
      filter: ({ state }) => [state],
      word: (value) => t(`state.${value}`),
      order: taskStates,
      render: ({ state }) => <StateTag tone={toneOf[state]}>{t(`state.${state}`)}</StateTag>,
    },
    { id: 'owner', title: t('fields.owner'), width: 180, text: ({ owner }) => owner, filter: ({ owner }) => [owner] },
    dateColumn(t, 'startOn'),
    dateColumn(t, 'endOn'),
    dateColumn(t, 'baselineEndOn'),
    dateColumn(t, 'actualEndOn'),
    { id: 'progress', title: t('fields.progress'), width: 90, align: 'right', text: ({ progress }) => `${progress} %` },
    {
      id: 'effortDays',
      title: t('fields.effortDays'),
      width: 90,
      align: 'right',
      text: ({ effortDays }) => (effortDays === null ? '' : String(effortDays)),
    },
    { id: 'items', title: t('fields.items'), width: 200, text: ({ itemIds }) => itemIds.join(', ') },
    {
      id: 'phase',
      title: t('fields.phase'),
      width: 130,
      text: ({ phase }) => t(`phase.${phase}`),
      filter: ({ phase }) => [phase],
      word: (value) => t(`phase.${value}`),
      order: phaseIds,
      filterOnly: true,
    },
  ]
}
