import { Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { type ActionField, type ActionRow, actionFields, actionSources, actionStates } from '../../../src-main/contract/actions.ts'
import { addDays, localDay } from '../../../src-main/contract/days.ts'
import { priorities } from '../../../src-main/contract/gap.ts'
import type { TableColumn } from '../../ui/DataTable.tsx'
import type { FieldValue } from '../../ui/draft.ts'
import { StateTag, type Tone } from '../../ui/StateTag.tsx'
import { InPlace } from './InPlace.tsx'

export const toneOfState: Record<ActionRow['state'], Tone> = { open: 'neutral', 'under-way': 'info', done: 'good', dropped: 'neutral' }

/** When something is to be done, seen from a day (ISO 8601) a week ahead. */
export const dueGroups = ['overdue', 'this-week', 'later', 'none', 'settled'] as const

export const isOpen = ({ state }: ActionRow) => state === 'open' || state === 'under-way'

/** The last day that counts as this week. */
export const weekEnd = (): string => addDays(localDay(new Date()), 7)

function dueGroup(row: ActionRow, lastDay: string): (typeof dueGroups)[number] {
  if (!isOpen(row)) return 'settled'
  if (row.isOverdue) return 'overdue'
  if (row.dueDate === null) return 'none'
  return row.dueDate <= lastDay ? 'this-week' : 'later'
}

export type SaveField = (row: ActionRow, field: ActionField, value: FieldValue) => Promise<unknown>

/** The columns of the action list; state, owner and day are changed where they stand, as far as the source allows. */
export function actionColumns(t: TFunction, save: SaveField): TableColumn<ActionRow>[] {
  const lastDay = weekEnd()
  const choice = (field: 'state' | 'priority' | 'source') => (value: string) => t(`actions:${field}.${value}`)
  const inPlace = (row: ActionRow, field: 'owner' | 'dueDate' | 'state' | 'priority', shown: React.ReactNode) =>
    row.editable.includes(field) ? (
      <InPlace
        row={row}
        field={field}
        schema={field === 'state' && row.source !== 'actions' ? actionFields.shape.state.exclude(['dropped']) : actionFields.shape[field]}
        save={(value) => save(row, field, value)}
      >
        {shown}
      </InPlace>
    ) : (
      shown
    )
  return [
    {
      id: 'title',
      title: t('actions:columns.title'),
      width: 330,
      text: ({ title, reference }) => `${reference} ${title}`,
      render: ({ title, reference }) => (
        <Text size="sm" lineClamp={2}>
          {reference && <b>{reference} </b>}
          {title}
        </Text>
      ),
    },
    {
      id: 'state',
      title: t('actions:fields.state'),
      width: 142,
      text: ({ state }) => t(`actions:state.${state}`),
      filter: ({ state }) => [state],
      word: choice('state'),
      order: actionStates,
      render: (row) => inPlace(row, 'state', <StateTag tone={toneOfState[row.state]}>{t(`actions:state.${row.state}`)}</StateTag>),
    },
    {
      id: 'dueDate',
      title: t('actions:fields.dueDate'),
      width: 132,
      text: ({ dueDate }) => dueDate ?? '',
      render: (row) =>
        inPlace(
          row,
          'dueDate',
          row.isOverdue ? (
            <StateTag tone="poor" bare>
              {row.dueDate ?? ''}
            </StateTag>
          ) : (
            <Text size="sm">{row.dueDate ?? ''}</Text>
          ),
        ),
    },
    {
      id: 'owner',
      title: t('actions:fields.owner'),
      width: 184,
      text: ({ owner }) => owner,
      filter: ({ owner }) => [owner.trim()],
      render: (row) =>
        inPlace(
          row,
          'owner',
          <Text size="sm" lineClamp={2}>
            {row.owner}
          </Text>,
        ),
    },
    {
      id: 'priority',
      title: t('actions:fields.priority'),
      width: 96,
      text: ({ priority }) => (priority === null ? '' : t(`actions:priority.${priority}`)),
      filter: ({ priority }) => (priority === null ? [] : [priority]),
      word: choice('priority'),
      order: priorities.toReversed(),
    },
    {
      id: 'source',
      title: t('actions:columns.source'),
      width: 128,
      text: ({ source }) => t(`actions:source.${source}`),
      filter: ({ source }) => [source],
      word: choice('source'),
      order: actionSources,
    },
    {
      id: 'origin',
      title: t('actions:columns.origin'),
      width: 240,
      text: ({ origin }) => origin,
      render: ({ origin }) => (
        <Text size="sm" c="dimmed" lineClamp={2}>
          {origin}
        </Text>
      ),
    },
    {
      id: 'due',
      title: t('actions:columns.due'),
      width: 0,
      filterOnly: true,
      text: (row) => t(`actions:due.${dueGroup(row, lastDay)}`),
      filter: (row) => [dueGroup(row, lastDay)],
      word: (value) => t(`actions:due.${value}`),
      order: dueGroups,
    },
  ]
}
