import { Button, Group, Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RunningJob } from '../app/calls.ts'

/** How far a long piece of work is, what it does now, and a way to stop it. */
export function JobProgress({ running, cancel }: { running: RunningJob | null; cancel: () => void }) {
  const { t } = useTranslation('ui')
  if (!running) return null
  return (
    <Group gap="sm" wrap="nowrap" role="status">
      <Progress value={Math.max(4, running.progress * 100)} w={160} aria-label={t('progress')} transitionDuration={100} />
      <Text size="sm" c="dimmed" truncate>
        {running.step}
      </Text>
      <Button variant="subtle" onClick={cancel}>
        {t('cancel')}
      </Button>
    </Group>
  )
}
