import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { eventFields, type IncidentEvent } from '../../../../src-main/contract/incidents.ts'
import { useChange } from '../../../app/calls.ts'
import { moment } from '../../../ui/moment.ts'
import { RecordField } from '../../../ui/RecordField.tsx'
import { Part } from '../Part.tsx'
import styles from '../strip.module.css'

/** What happened and who did what, step by step; each is changed where it stands. */
export function Timeline({ incident, events }: { incident: string; events: IncidentEvent[] }) {
  const { t } = useTranslation('incidents')
  const add = useChange('incidents.addEvent')
  return (
    <Part title={t('timeline.title')}>
      {events.length === 0 && (
        <Text size="sm" c="dimmed" mb={8}>
          {t('timeline.empty')}
        </Text>
      )}
      <ol className={styles.plain} aria-label={t('timeline.title')}>
        {events.map((event) => (
          <li key={event.id} className={styles.card}>
            <Step event={event} />
          </li>
        ))}
      </ol>
      <Button mt={8} variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add.mutate({ id: incident })}>
        {t('timeline.add')}
      </Button>
    </Part>
  )
}

function Step({ event }: { event: IncidentEvent }) {
  const { t } = useTranslation('incidents')
  const update = useChange('incidents.updateEvent', { quiet: true })
  const remove = useChange('incidents.removeEvent')
  const field = (name: 'at' | 'who' | 'what') => (
    <RecordField
      withoutHistory
      schema={eventFields.shape[name]}
      area="incidents"
      field={name}
      record={event.id}
      value={event[name]}
      save={(value) => update.mutateAsync({ eventId: event.id, fields: { [name]: value } })}
      minRows={1}
    />
  )
  return (
    <>
      <Group gap="xs" align="flex-end" wrap="nowrap" mb={6}>
        <div style={{ flex: 1, minWidth: 0 }}>{field('at')}</div>
        <div style={{ flex: 1, minWidth: 0 }}>{field('who')}</div>
        <ActionIcon
          variant="subtle"
          color="gray"
          mb={3}
          aria-label={t('timeline.remove', { at: moment(event.at) })}
          onClick={() => remove.mutate({ eventId: event.id })}
        >
          <IconTrash size={15} />
        </ActionIcon>
      </Group>
      {field('what')}
    </>
  )
}
