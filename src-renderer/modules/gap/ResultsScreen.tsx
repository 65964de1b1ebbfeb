import { RadarChart } from '@mantine/charts'
import { Box, Group, Select, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GapResults } from '../../../src-main/contract/gap.ts'
import { useProcedure } from '../../app/calls.ts'
import { useRound } from '../../app/round.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { Difference } from './Difference.tsx'
import { HeatMap } from './HeatMap.tsx'
import styles from './ResultsScreen.module.css'
import { RoundBar } from './RoundBar.tsx'
import { TopGaps } from './TopGaps.tsx'

/** Radar and heat map side by side, the top gaps under them, and the difference to an earlier round. */
export function ResultsScreen() {
  const { t } = useTranslation('gap')
  const { rounds, round } = useRound()
  const [compareWith, setCompareWith] = useState<string | null>(null)
  const others = rounds.filter(({ id }) => id !== round?.id)
  const earlier = others.find(({ id }) => id === compareWith)
  const { data: results } = useProcedure('gap.results', { roundId: round?.id ?? '' }, { enabled: round !== undefined })
  const { data: before } = useProcedure('gap.results', { roundId: earlier?.id ?? '' }, { enabled: earlier !== undefined })
  if (!results || !round) return null
  const { total } = results
  return (
    <Box className={styles.page}>
      <Group justify="space-between" mb="md">
        <Title order={1}>{t('results.title')}</Title>
        <Group gap="sm">
          <Select
            aria-label={t('results.compare')}
            placeholder={others.length === 0 ? t('results.noCompare') : t('results.compare')}
            disabled={others.length === 0}
            data={others.map(({ id, name }) => ({ value: id, label: t('results.earlier', { name }) }))}
            value={earlier?.id ?? null}
            onChange={setCompareWith}
            clearable
            w={230}
          />
          <RoundBar />
        </Group>
      </Group>
      <Group gap="xl" mb="lg">
        <Figure
          value={total.conformity === null ? '–' : t('results.share', { percent: Math.round(total.conformity * 100) })}
          label={t('results.conformity')}
        />
        <Figure value={total.maturity === null ? '–' : total.maturity.toFixed(1)} label={t('results.maturity')} />
        <Figure
          value={`${total.confirmed} / ${total.items}`}
          label={t(total.confirmed < total.assessed ? 'results.confirmed' : 'results.assessed')}
        />
        <Figure value={String(total.partly + total.doesNotConform)} label={t('results.gaps')} />
        <Text c="dimmed" size="sm">
          {t('results.effort', { days: results.openEffortDays })}
        </Text>
      </Group>
      <div className={styles.pictures}>
        <Stack gap="xs">
          <Title order={2}>{t('results.radar')}</Title>
          <Radar results={results} before={earlier ? before : undefined} />
        </Stack>
        <Stack gap="xs">
          <Title order={2}>{t('results.heatMap')}</Title>
          <HeatMap results={results} />
        </Stack>
      </div>
      {earlier && <Difference from={earlier.id} to={round.id} />}
      <Title order={2} mt="xl" mb="xs">
        {t('results.topGaps')}
      </Title>
      <TopGaps gaps={results.topGaps} />
    </Box>
  )
}

/** Maturity as it is, conformity scaled to the same five rings. */
function Radar({ results, before }: { results: GapResults; before: GapResults | undefined }) {
  const { t } = useTranslation('gap')
  const groups = [...results.chapters, ...results.objectives]
  const earlier = new Map([...(before?.chapters ?? []), ...(before?.objectives ?? [])].map((group) => [group.id, group]))
  const data = groups.map(({ id, maturity, conformity }) => ({
    group: id,
    maturity: maturity ?? 0,
    conformity: (conformity ?? 0) * 5,
    before: earlier.get(id)?.maturity ?? 0,
  }))
  return (
    <RadarChart
      h={380}
      data={data}
      dataKey="group"
      withPolarRadiusAxis
      withTooltip
      withLegend
      polarRadiusAxisProps={{ domain: [0, 5], tickCount: 6, angle: 78, tick: { fill: 'var(--mantine-color-text)', fontSize: 11 } }}
      polarAngleAxisProps={{ tick: { fill: 'var(--mantine-color-text)', fontSize: 12 } }}
      series={[
        // The earlier round first, so that it lies under what is now.
        ...(before
          ? [
              {
                name: 'before',
                label: t('results.earlier', { name: before.round.name }),
                color: 'gray.5',
                opacity: 0,
                strokeColor: 'gray.5',
              },
            ]
          : []),
        { name: 'maturity', label: t('results.maturity'), color: 'accent.6', opacity: 0.18, strokeColor: 'accent.6' },
        { name: 'conformity', label: t('results.conformity'), color: 'orange.8', opacity: 0.01, strokeColor: 'orange.7' },
      ]}
      radarProps={(series) => ({
        strokeWidth: 2,
        isAnimationActive: false,
        strokeDasharray: series.name === 'maturity' ? '' : series.name === 'conformity' ? '6 3' : '2 3',
      })}
    />
  )
}
