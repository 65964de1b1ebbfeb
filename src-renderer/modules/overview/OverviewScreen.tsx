import { Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Dashboard } from '../../../src-main/contract/readiness.ts'
import { useProcedure } from '../../app/calls.ts'
import { FirstSteps, LastChanges, NextSteps, Overdue, Upcoming } from './Lists.tsx'
import styles from './OverviewScreen.module.css'
import { Standing } from './Standing.tsx'

/** The first screen of an engagement: where it stands, what is next, what is overdue, what comes, and what was done last. */
export function OverviewScreen() {
  const { t } = useTranslation('shell')
  const { data: engagement } = useProcedure('engagement.get', {})
  const { data: dashboard } = useProcedure('readiness.dashboard', {})
  if (!engagement || !dashboard) return null
  const isStarting = dashboard.firstSteps.filter(({ isDone }) => !isDone).length > 3
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <div>
          <Title order={1}>{engagement.client}</Title>
          <Text c="dimmed">{engagement.title}</Text>
        </div>
        <Target standing={dashboard.standing} />
      </div>
      <Standing standing={dashboard.standing} />
      <div className={styles.columns}>
        <Stack gap={20}>{isStarting ? <FirstSteps steps={dashboard.firstSteps} /> : <NextSteps steps={dashboard.next} />}</Stack>
        <Stack gap={20}>
          {isStarting && <NextSteps steps={dashboard.next.slice(0, 4)} />}
          <Overdue overdue={dashboard.overdue} />
          {!isStarting && <LastChanges />}
        </Stack>
        <Stack gap={20}>
          <Upcoming items={dashboard.upcoming} law={dashboard.law} />
          {isStarting && <LastChanges />}
        </Stack>
      </div>
      <Text size="xs" c="dimmed" mt="md">
        {t('overview.promise')}
      </Text>
    </div>
  )
}

/** The day of certification with the days that are left, and the phase of the roadmap. */
function Target({ standing: { target, daysLeft, phase, phaseProgress } }: { standing: Dashboard['standing'] }) {
  const { t } = useTranslation(['shell', 'roadmap'])
  const left =
    daysLeft === null
      ? t('overview.noTarget')
      : daysLeft < 0
        ? t('overview.daysPast', { count: -daysLeft })
        : t('overview.daysLeft', { count: daysLeft })
  const phaseWords = phase === null ? null : t(`roadmap:phase.${phase}`, { defaultValue: phase })
  return (
    <div>
      <Text size="sm" ta="right">
        {t('overview.target')}: <b>{target === null ? left : `${target}, ${left}`}</b>
      </Text>
      {phaseWords !== null && (
        <Text size="sm" c="dimmed" ta="right">
          {t('overview.phase', { phase: phaseWords, progress: phaseProgress ?? 0 })}
        </Text>
      )}
    </div>
  )
}
