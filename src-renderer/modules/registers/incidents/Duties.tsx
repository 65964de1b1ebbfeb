import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type IncidentDuty, notificationFields } from '../../../../src-main/contract/incidents.ts'
import { useChange } from '../../../app/calls.ts'
import { moment } from '../../../ui/moment.ts'
import { RecordField } from '../../../ui/RecordField.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { Part } from '../Part.tsx'
import styles from '../strip.module.css'
import { clockTones, leftUntil, lengthOf, useNow } from './clock.ts'

/** Who has to be told of an incident and by when, and what was done about it. */
export function Duties({ incident, duties }: { incident: string; duties: IncidentDuty[] }) {
  const { t } = useTranslation('incidents')
  return (
    <Part title={t('duties.title')}>
      {duties.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('duties.none')}
        </Text>
      )}
      {duties.some(({ hours, dueAt, clock }) => hours !== null && dueAt === null && clock === 'no-clock') && (
        <Text size="sm" mb={8}>
          {t('duties.noAwareness')}
        </Text>
      )}
      <ul className={styles.plain}>
        {duties.map((duty) => (
          <li key={duty.id} className={styles.card}>
            <Duty incident={incident} duty={duty} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

const shown = ['needed', 'sentAt', 'recipient', 'reason'] as const

function Duty({ incident, duty }: { incident: string; duty: IncidentDuty }) {
  const { t } = useTranslation('incidents')
  const decide = useChange('incidents.decide', { quiet: true })
  return (
    <Stack gap={6}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <Text size="sm" fw={600}>
          {duty.title}
        </Text>
        <div className={styles.whole}>
          <Clock duty={duty} />
        </div>
      </Group>
      <Text size="xs" c="dimmed">
        {`${duty.articles.join(', ')} · ${t(`force.${duty.force}`)}. ${duty.because}`}
      </Text>
      <Text size="sm">{duty.what}</Text>
      <Text size="sm">{t('duties.to', { to: duty.to })}</Text>
      <details open={duty.fields.needed !== 'open' || duty.fields.reason !== ''}>
        <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
          {t('duties.details')}
        </Text>
        <Stack gap={6} mt={6} role="group" aria-label={duty.title}>
          {shown.map((field) => (
            <RecordField
              key={field}
              withoutHistory
              schema={notificationFields.shape[field]}
              area="incidents"
              field={field}
              record={`${incident}/${duty.id}`}
              value={duty.fields[field]}
              save={(value) => decide.mutateAsync({ id: incident, duty: duty.id, fields: { [field]: value } })}
              minRows={1}
            />
          ))}
        </Stack>
      </details>
    </Stack>
  )
}

function Clock({ duty: { clock, dueAt, hours, fields } }: { duty: IncidentDuty }) {
  const { t } = useTranslation('incidents')
  const now = useNow()
  const isRunning = clock === 'running' || clock === 'overdue'
  const tone = isRunning && dueAt !== null && Date.parse(dueAt) < now ? 'poor' : clockTones[clock]
  if (clock === 'done' && fields.sentAt !== null)
    return <StateTag tone={tone}>{t('duties.sent', { moment: moment(fields.sentAt) })}</StateTag>
  if (!isRunning || dueAt === null) return <StateTag tone={tone}>{t(`clock.${clock}`)}</StateTag>
  if (hours === 0) return <StateTag tone={tone}>{t('duties.since', { time: lengthOf(t, now - Date.parse(dueAt)) })}</StateTag>
  return (
    <Stack gap={2} align="flex-end">
      <StateTag tone={tone}>{leftUntil(t, dueAt, now)}</StateTag>
      <Text size="xs" c="dimmed">
        {t('duties.due', { moment: moment(dueAt) })}
      </Text>
    </Stack>
  )
}
