import { Box, Group, RingProgress, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useProcedure } from '../../app/calls.ts'
import { useRound } from '../../app/round.tsx'
import { moment } from '../../ui/moment.ts'
import { useNextSteps } from './next-steps.ts'
import styles from './OverviewScreen.module.css'

/** Where we stand, what is missing next, and what was done last. */
export function OverviewScreen() {
  const { t } = useTranslation('shell')
  const { handle } = useParams({ from: '/e/$handle' })
  const { round } = useRound()
  const { data: engagement } = useProcedure('engagement.get', {})
  const { data: info } = useProcedure('engagement.info', {})
  const { data: results } = useProcedure('gap.results', { roundId: round?.id ?? '' }, { enabled: round !== undefined })
  const { data: soa } = useProcedure('soa.summary', {})
  const { data: changes = [] } = useProcedure('engagement.recentChanges', { limit: 12 })
  const steps = useNextSteps()
  if (!engagement || !info || !results || !soa) return null
  const { total } = results
  return (
    <Box className={styles.page}>
      <Title order={1}>{engagement.client}</Title>
      <Text c="dimmed" mb="lg">
        {engagement.title}
      </Text>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="lg" mb="xl">
        <Ring share={total.assessed / Math.max(1, total.items)} value={`${total.assessed} / ${total.items}`} label={t('overview.judged')} />
        <Ring
          share={total.conformity ?? 0}
          value={total.conformity === null ? '–' : `${Math.round(total.conformity * 100)} %`}
          label={t('overview.conformity')}
        />
        <Ring
          share={(soa.controls - soa.undecided) / Math.max(1, soa.controls)}
          value={`${soa.controls - soa.undecided} / ${soa.controls}`}
          label={t('overview.decided')}
        />
        <div className={styles.number}>
          <Text fz={28} fw={600} lh={1.1}>
            {info.aiSystems.toLocaleString()}
          </Text>
          <Text size="sm" c="dimmed">
            {t('overview.systems')}
          </Text>
        </div>
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <section>
          <Title order={2} mb="xs">
            {t('overview.next')}
          </Title>
          {steps.length === 0 && <Text c="dimmed">{t('overview.nothingNext')}</Text>}
          <Stack gap={0}>
            {steps.map((step) => (
              <Link key={step.sentence} to={`/e/$handle/${step.screen}`} params={{ handle }} search={step.search} className={styles.step}>
                <span>{step.sentence}</span>
                <IconArrowRight size={15} aria-hidden />
              </Link>
            ))}
          </Stack>
        </section>
        <section>
          <Title order={2} mb="xs">
            {t('overview.changes')}
          </Title>
          <Stack gap={0}>
            {changes.map((change) => (
              <Group key={change.uid} justify="space-between" wrap="nowrap" className={styles.change}>
                <Text size="sm" truncate td={change.undone ? 'line-through' : undefined}>
                  {change.label}
                </Text>
                <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
                  {change.who} · {moment(change.at)}
                </Text>
              </Group>
            ))}
          </Stack>
        </section>
      </SimpleGrid>
    </Box>
  )
}

function Ring({ share, value, label }: { share: number; value: string; label: string }) {
  return (
    <Group wrap="nowrap" gap="sm">
      <RingProgress size={64} thickness={6} roundCaps sections={[{ value: share * 100, color: 'accent' }]} aria-hidden />
      <div>
        <Text fz={20} fw={600} lh={1.2}>
          {value}
        </Text>
        <Text size="sm" c="dimmed">
          {label}
        </Text>
      </div>
    </Group>
  )
}
