import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useChange, useProcedure } from '../../../app/calls.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Part } from '../Part.tsx'
import { leftUntil, useNow } from './clock.ts'
import { Duties } from './Duties.tsx'
import { Timeline } from './Timeline.tsx'

/** The clock that runs out first, on top of the panel. */
export function NextClockLine({ id }: { id: string }) {
  const { t } = useTranslation('incidents')
  const now = useNow()
  const { data: details } = useProcedure('incidents.get', { id })
  const next = details?.duties.find(({ clock }) => clock === 'overdue' || clock === 'running')
  if (details?.id !== id || !next || next.dueAt === null) return null
  return (
    <Notice tone={Date.parse(next.dueAt) < now ? 'poor' : 'fair'} role="status">
      {`${next.title}: ${leftUntil(t, next.dueAt, now)}.`}
    </Notice>
  )
}

/** What hangs on an incident: who has to be told, the timeline, and what follows from it. */
export function IncidentDetails({ id }: { id: string }) {
  const { data: details } = useProcedure('incidents.get', { id })
  if (details?.id !== id) return null
  return (
    <>
      <SeriousHelp />
      <Duties incident={id} duties={details.duties} />
      <Timeline incident={id} events={details.events} />
      <FollowUp incident={id} />
    </>
  )
}

const cases = ['death', 'health', 'critical-infrastructure', 'fundamental-rights', 'property-environment'] as const

function SeriousHelp() {
  const { t } = useTranslation(['incidents', 'register-incidents'])
  return (
    <details>
      <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
        {t('seriousHelp.title')}
      </Text>
      <ul style={{ margin: '6px 0 0', paddingInlineStart: 18 }}>
        {cases.map((each) => (
          <Text key={each} component="li" size="sm">
            <strong>{t(`register-incidents:serious.${each}`)}:</strong> {t(`seriousHelp.${each}`)}
          </Text>
        ))}
      </ul>
    </details>
  )
}

function FollowUp({ incident }: { incident: string }) {
  const { t } = useTranslation('incidents')
  const follow = useChange('incidents.follow')
  const start = (register: 'nonconformities' | 'actions') =>
    follow.mutate(
      { id: incident, register },
      { onSuccess: ({ reference }) => notifications.show({ message: t('follow.made', { reference }), autoClose: 5000 }) },
    )
  return (
    <Part title={t('follow.title')}>
      <Group gap="xs">
        {(['nonconformities', 'actions'] as const).map((register) => (
          <Button key={register} variant="default" onClick={() => start(register)}>
            {t(`follow.${register}`)}
          </Button>
        ))}
      </Group>
    </Part>
  )
}
