import { ActionIcon, Popover, ScrollArea, Stack, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcedure } from '../app/calls.ts'
import { moment } from './moment.ts'

/** Who changed a field, when, from what to what. */
export function FieldHistory({ record, field, label }: { record: string; field: string; label: string }) {
  const { t } = useTranslation('ui')
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} width={340} position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="xs"
          aria-label={t('historyOf', { field: label })}
          onClick={() => setOpened((now) => !now)}
        >
          <IconHistory size={13} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>{opened && <Entries record={record} field={field} label={label} />}</Popover.Dropdown>
    </Popover>
  )
}

function Entries({ record, field, label }: { record: string; field: string; label: string }) {
  const { t } = useTranslation('ui')
  const { data = [] } = useProcedure('engagement.history', { record, field })
  return (
    <Stack gap="xs" tabIndex={0} data-autofocus role="region" aria-label={t('historyOf', { field: label })}>
      <Text fw={600}>{t('historyOf', { field: label })}</Text>
      {data.length === 0 && <Text c="dimmed">{t('noHistory')}</Text>}
      <ScrollArea.Autosize mah={280}>
        <Stack gap="sm">
          {data.map((entry) => (
            <div key={`${entry.at}${entry.new}`}>
              <Text size="xs" c="dimmed">
                {moment(entry.at)} · {entry.who}
              </Text>
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                <Text span c="dimmed" td="line-through">
                  {entry.old || t('empty')}
                </Text>{' '}
                → {entry.new || t('empty')}
              </Text>
            </div>
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </Stack>
  )
}
