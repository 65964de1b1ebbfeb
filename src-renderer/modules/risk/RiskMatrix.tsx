import { Group, SegmentedControl, Text } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RiskCriteria, RiskLevel, RiskRow } from '../../../src-main/contract/risk.ts'
import { type CellPlace, type RiskFilter, type Stage, stages, stepWord } from './levels.ts'
import styles from './MatrixGrid.module.css'
import { MatrixGrid } from './MatrixGrid.tsx'

const keyOf = ({ likelihood, consequence }: { likelihood: number | null; consequence: number | null }) => `${likelihood} ${consequence}`

/** How many open risks lie in each cell, at one stage; a cell filters the table. */
export function RiskMatrix({
  risks,
  criteria,
  levels,
  stage,
  setStage,
  filter,
  setFilter,
}: {
  risks: RiskRow[]
  criteria: RiskCriteria
  levels: RiskLevel[][]
  stage: Stage
  setStage: (stage: Stage) => void
  filter: RiskFilter
  setFilter: (filter: RiskFilter) => void
}) {
  const { t } = useTranslation('risk')
  const counts = useMemo(() => {
    const rated = risks.filter((risk) => risk.state === 'open').map((risk) => keyOf(risk[stage]))
    return new Map([...Map.groupBy(rated, (key) => key)].map(([key, all]) => [key, all.length]))
  }, [risks, stage])
  const countOf = (place: CellPlace) => counts.get(keyOf(place)) ?? 0
  const isPressed = (place: CellPlace) =>
    filter?.kind === 'cell' && filter.stage === stage && filter.likelihood === place.likelihood && filter.consequence === place.consequence
  const words = (place: CellPlace, level: RiskLevel) =>
    t('matrix.cell', {
      count: countOf(place),
      likelihood: stepWord(criteria.likelihood, place.likelihood),
      consequence: stepWord(criteria.consequence, place.consequence),
      level: t(`level.${level}`),
    })
  const unrated = risks.filter((risk) => risk.state === 'open' && risk[stage].level === 'open').length
  return (
    <div style={{ flex: '1 1 430px', maxWidth: 620, minWidth: 0 }}>
      <div style={{ marginBlockEnd: 6 }}>
        <SegmentedControl
          aria-label={t('matrix.stage')}
          data={stages.map((value) => ({ value, label: t(`stage.${value}`) }))}
          value={stage}
          onChange={(value) => {
            setStage(value)
            if (filter?.kind === 'cell') setFilter({ ...filter, stage: value })
          }}
        />
      </div>
      <MatrixGrid
        label={`${t('matrix.title')}: ${t(`stage.${stage}`)}`}
        criteria={criteria}
        levels={levels}
        content={(place) => (
          <>
            <span className={styles.count}>{countOf(place) || ''}</span>
            <span className={styles.level} data-level={t(`level.${levels[place.likelihood - 1]?.[place.consequence - 1] ?? 'open'}`)} />
          </>
        )}
        words={words}
        isPressed={isPressed}
        onChoose={(place) => setFilter(isPressed(place) ? null : { kind: 'cell', stage, ...place })}
        {...(filter === null ? {} : { onEscape: () => setFilter(null) })}
      />
      <Group gap="md" mt={4} justify="space-between">
        <Text size="xs" c="dimmed">
          <span className={styles.line} aria-hidden /> {t('matrix.legend')}. {t('matrix.axes')}.
        </Text>
        {unrated > 0 && (
          <Text size="xs" c="dimmed">
            {t('matrix.unrated', { count: unrated })}
          </Text>
        )}
      </Group>
    </div>
  )
}
