import { Button, Popover, Stack, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange, useProcedure } from '../../app/calls.ts'

/** Tasks that the engagement shows to be done although nobody has marked them so: which, since when, and all of them marked at once. */
export function InPlace() {
  const { t } = useTranslation('roadmap')
  const [isOpen, setIsOpen] = useState(false)
  const { data: tasks = [] } = useProcedure('roadmap.inPlace', {})
  const finish = useChange('roadmap.finishInPlace')
  if (tasks.length === 0) return null
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" width={340} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconCircleCheck size={14} aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('inPlace.title', { count: tasks.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('inPlace.title', { count: tasks.length })}>
        <Stack gap="xs">
          <Text size="sm">{t('inPlace.about')}</Text>
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {tasks.map(({ id, title, since }) => (
              <Text key={id} component="li" size="sm">
                {`${title}, ${t('inPlace.since', { day: since })}`}
              </Text>
            ))}
          </ul>
          <Button data-autofocus onClick={() => finish.mutate({}, { onSuccess: () => setIsOpen(false) })}>
            {t('inPlace.finish')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
