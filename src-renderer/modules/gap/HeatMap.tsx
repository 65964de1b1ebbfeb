import { Stack, Text, Tooltip } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { GapResults, GroupResult } from '../../../src-main/contract/gap.ts'
import { type Tone, toneColours } from '../../ui/StateTag.tsx'
import styles from './ResultsScreen.module.css'

/** Share of conformity by its tone; the limits are those of the report. */
const toneOf = (share: number | null): Tone => (share === null ? 'neutral' : share >= 0.8 ? 'good' : share >= 0.5 ? 'fair' : 'poor')

/** Every clause and objective as a tinted cell with its number; each leads to its rows. */
export function HeatMap({ results }: { results: GapResults }) {
  const { t } = useTranslation('gap')
  return (
    <Stack gap="sm">
      <Text size="xs" fw={600} c="dimmed">
        {t('results.clauses')}
      </Text>
      <div className={styles.map}>
        {results.clauses.map((group) => (
          <Cell key={group.id} group={group} />
        ))}
      </div>
      <Text size="xs" fw={600} c="dimmed">
        {t('results.objectives')}
      </Text>
      <div className={styles.map}>
        {results.objectives.map((group) => (
          <Cell key={group.id} group={group} />
        ))}
      </div>
    </Stack>
  )
}

function Cell({ group }: { group: GroupResult }) {
  const { t } = useTranslation('gap')
  const { handle } = useParams({ from: '/e/$handle' })
  const share = group.conformity === null ? '–' : t('results.share', { percent: Math.round(group.conformity * 100) })
  return (
    <Tooltip
      label={`${group.title}: ${share}, ${t('results.maturity')} ${group.maturity?.toFixed(1) ?? '–'}, ${group.confirmed}/${group.items}`}
    >
      <Link
        to="/e/$handle/judgements"
        params={{ handle }}
        search={{ group: group.id }}
        className={styles.cell}
        style={toneColours(toneOf(group.conformity))}
      >
        <strong>{group.id}</strong> {share}
        <br />
        {t('results.maturity')} {group.maturity?.toFixed(1) ?? '–'}
      </Link>
    </Tooltip>
  )
}
