import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useProcedure } from '../../../app/calls.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import { EntryLink } from '../EntryLink.tsx'
import styles from '../strip.module.css'

/** The measures in alert, with why, each a click away. */
export function Alerts() {
  const { t } = useTranslation('measures')
  const { data: summary } = useProcedure('measures.summary', {})
  if (!summary) return null
  const { alerts, withoutReadings } = summary
  return (
    <section aria-label={t('above.title')} className={styles.strip}>
      {alerts.length === 0 && (
        <Text size="sm" fw={600}>
          {t('above.none')}
        </Text>
      )}
      <ul>
        {alerts.map(({ id, reference, title, sentence }) => (
          <li key={id}>
            <Group gap={6}>
              <StateTag tone="poor">{t('level.alert')}</StateTag>
              <EntryLink register="measures" id={id}>{`${reference} ${title}`}</EntryLink>
              <Text size="sm">{sentence}</Text>
            </Group>
          </li>
        ))}
      </ul>
      {withoutReadings > 0 && (
        <Text size="sm" c="dimmed">
          {t('above.withoutReadings', { count: withoutReadings })}
        </Text>
      )}
    </section>
  )
}
