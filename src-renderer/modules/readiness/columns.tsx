import { Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { type CheckResult, checkResults, type ReadinessCheck, stages } from '../../../src-main/contract/readiness.ts'
import type { TableColumn } from '../../ui/DataTable.tsx'
import { StateTag, type Tone } from '../../ui/StateTag.tsx'

export const resultTones: Record<CheckResult, Tone> = { met: 'good', partly: 'fair', not: 'poor', 'not-applicable': 'neutral' }

const lines = (text: string) => (
  <Text size="sm" lineClamp={2}>
    {text}
  </Text>
)

/** Columns of the checks, what blocks before everything else. */
export const readinessColumns = (t: TFunction<'readiness'>): TableColumn<ReadinessCheck>[] => [
  {
    id: 'title',
    title: t('fields.title'),
    width: 250,
    text: ({ title }) => title,
    render: ({ title }) => (
      <Text size="sm" fw={600} lineClamp={2}>
        {title}
      </Text>
    ),
  },
  {
    id: 'result',
    title: t('fields.result'),
    width: 136,
    text: ({ result }) => t(`result.${result}`),
    filter: ({ result }) => [result],
    word: (value) => t(`result.${value}`),
    order: checkResults,
    render: ({ result }) => <StateTag tone={resultTones[result]}>{t(`result.${result}`)}</StateTag>,
  },
  {
    id: 'blocking',
    title: t('fields.blocking'),
    width: 92,
    text: ({ isBlocking }) => (isBlocking ? t('blocking.yes') : ''),
    filter: ({ isBlocking }) => [isBlocking ? 'yes' : 'no'],
    word: (value) => t(`blocking.${value}`),
    order: ['yes', 'no'],
    render: ({ isBlocking }) =>
      isBlocking && (
        <StateTag tone="poor" bare>
          {t('blocking.yes')}
        </StateTag>
      ),
  },
  {
    id: 'stage',
    title: t('fields.stage'),
    width: 84,
    text: ({ stage }) => t(`stage.${stage}`),
    filter: ({ stage }) => [stage],
    word: (value) => t(`stage.${value}`),
    order: stages,
  },
  { id: 'reason', title: t('fields.reason'), width: 270, text: ({ reason }) => reason, render: ({ reason }) => lines(reason) },
  { id: 'todo', title: t('fields.todo'), width: 290, text: ({ todo }) => todo, render: ({ todo }) => lines(todo) },
  { id: 'clause', title: t('fields.clause'), width: 76, text: ({ clause }) => clause },
  {
    id: 'points',
    title: t('fields.points'),
    width: 96,
    align: 'right',
    text: ({ points, weight, result }) => t('points', { points: points.toFixed(1), weight: result === 'not-applicable' ? 0 : weight }),
  },
]
