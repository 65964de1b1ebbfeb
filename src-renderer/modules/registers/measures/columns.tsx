import { Sparkline } from '@mantine/charts'
import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { measureLevels } from '../../../../src-main/contract/measures.ts'
import type { EntryRow } from '../../../../src-main/contract/registers/index.ts'
import { useProcedure } from '../../../app/calls.ts'
import type { TableColumn } from '../../../ui/DataTable.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { levelTones } from './tones.ts'

/** Where each measure stands: its state, the last value, and its course as a small line. */
export function useMeasureColumns(): TableColumn<EntryRow>[] {
  const { t } = useTranslation('measures')
  const { data: states } = useProcedure('measures.states', {})
  return useMemo(() => {
    const byId = new Map((states ?? []).map((state) => [state.id, state]))
    const word = (level: string) => t(`level.${level}`)
    return [
      {
        id: 'standing',
        title: t('column.standing'),
        width: 130,
        text: ({ id }) => word(byId.get(id)?.level ?? 'none'),
        filter: ({ id }) => [byId.get(id)?.level ?? 'none'],
        word,
        order: measureLevels,
        render: ({ id }) => {
          const level = byId.get(id)?.level ?? 'none'
          return <StateTag tone={levelTones[level]}>{word(level)}</StateTag>
        },
      },
      {
        id: 'last',
        title: t('column.last'),
        width: 92,
        align: 'right',
        text: ({ id }) => String(byId.get(id)?.last?.value ?? ''),
        render: ({ id }) => <Text size="sm">{byId.get(id)?.last?.value ?? ''}</Text>,
      },
      {
        id: 'line',
        title: t('column.line'),
        width: 110,
        text: ({ id }) => t(`trend.${byId.get(id)?.trend ?? 'unknown'}`),
        render: ({ id }) => {
          const state = byId.get(id)
          if (!state || state.values.length < 2) return null
          const lowest = Math.min(...state.values)
          return (
            <div role="img" aria-label={t(`trend.${state.trend}`)}>
              <Sparkline
                w={94}
                h={24}
                data={state.values.map((value) => value - lowest)}
                color="accent.6"
                fillOpacity={0}
                strokeWidth={1.6}
                curveType="linear"
              />
            </div>
          )
        },
      },
    ]
  }, [t, states])
}
