import { LineChart } from '@mantine/charts'
import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MeasureDetails } from '../../../../src-main/contract/measures.ts'
import type { Entry } from '../../../../src-main/contract/registers/index.ts'
import { useProcedure } from '../../../app/calls.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import { levelTones } from './tones.ts'

/** Where a measure stands: the chart with its lines, the alert in words, and the trend. */
export function MeasureHead({ id }: { id: string }) {
  const { t } = useTranslation('measures')
  const { data: details } = useProcedure('measures.get', { id })
  const { data: entry } = useProcedure('registers.get', { register: 'measures', id })
  if (details?.id !== id || entry?.id !== id) return null
  const { level, sentence, trend } = details.standing
  return (
    <Stack gap={6} component="section" aria-label={t('chart.title')}>
      <Group gap={8}>
        <StateTag tone={levelTones[level]}>{t(`level.${level}`)}</StateTag>
        <Text size="sm">{sentence}</Text>
        {trend !== 'unknown' && (
          <Text size="sm" c="dimmed">
            {t(`trend.${trend}`)}
          </Text>
        )}
      </Group>
      {details.readings.length > 1 && <Chart details={details} fields={entry.fields} />}
    </Stack>
  )
}

const lines = [
  { field: 'target', color: 'var(--tone-good-strong)' },
  { field: 'alertBelow', color: 'var(--tone-poor-strong)' },
  { field: 'alertAbove', color: 'var(--tone-poor-strong)' },
] as const

function Chart({ details, fields }: { details: MeasureDetails; fields: Entry['fields'] }) {
  const { t } = useTranslation('measures')
  const data = details.readings.toReversed().map(({ day, value }) => ({ day, value }))
  const levels = lines.flatMap(({ field, color }) => {
    const value = fields[field]
    return typeof value === 'number' ? [{ value, color, label: `${t(`chart.${field}`)} ${value}` }] : []
  })
  return (
    <div role="img" aria-label={`${t('chart.title')}. ${details.standing.sentence}`}>
      <LineChart
        h={190}
        data={data}
        dataKey="day"
        withTooltip
        curveType="linear"
        series={[{ name: 'value', label: t('chart.value'), color: 'accent.6' }]}
        referenceLines={levels.map(({ value, color, label }) => ({
          y: value,
          color,
          label,
          labelPosition: 'insideTopRight' as const,
          ifOverflow: 'extendDomain' as const,
        }))}
        yAxisProps={{ domain: ['auto', 'auto'], width: 56 }}
        lineChartProps={{ margin: { top: 8, right: 12, bottom: 0, left: 0 } }}
        xAxisProps={{ minTickGap: 24 }}
        lineProps={{ isAnimationActive: false }}
      />
    </div>
  )
}
