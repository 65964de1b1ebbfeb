import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useProcedure } from '../../../app/calls.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import { EntryLink } from '../EntryLink.tsx'
import styles from '../strip.module.css'
import { leftUntil, useNow } from './clock.ts'

/** So many stand above the table; the others are in its column. */
const most = 3

/** The clocks that run out first, each a click away from its incident. */
export function RunningClocks() {
  const { t } = useTranslation('incidents')
  const now = useNow()
  const { data: clocks } = useProcedure('incidents.clocks', {})
  const { data: summary } = useProcedure('incidents.summary', {})
  if (!clocks) return null
  return (
    <section aria-label={t('above.title')} className={styles.strip}>
      <Text size="sm" fw={600}>
        {clocks.length === 0 ? t('above.none') : t('above.title')}
      </Text>
      <ul>
        {clocks.slice(0, most).map(({ incidentId, reference, duty, dueAt }) => (
          <li key={incidentId}>
            <Group gap={6} wrap="nowrap">
              <div className={styles.whole}>
                <StateTag tone={Date.parse(dueAt) < now ? 'poor' : 'fair'}>{leftUntil(t, dueAt, now)}</StateTag>
              </div>
              <EntryLink register="incidents" id={incidentId}>
                {t('above.open', { reference, duty })}
              </EntryLink>
            </Group>
          </li>
        ))}
      </ul>
      {summary && summary.notJudged > 0 && (
        <Text size="sm" c="dimmed">
          {t('above.notJudged', { count: summary.notJudged })}
        </Text>
      )}
    </section>
  )
}
