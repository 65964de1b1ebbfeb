import { Button, Group, RingProgress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { StageReadiness } from '../../../src-main/contract/readiness.ts'
import { StateTag } from '../../ui/StateTag.tsx'

/** A stage as a ring with its blockers; the sum behind the percentage is one click away. */
export function StageHead({ stage, isOpen, toggle }: { stage: StageReadiness; isOpen: boolean; toggle: () => void }) {
  const { t } = useTranslation('readiness')
  return (
    <Group wrap="nowrap" gap="md">
      <RingProgress
        size={72}
        thickness={7}
        roundCaps
        sections={[{ value: stage.percent, color: 'accent' }]}
        label={
          <Text ta="center" fw={600} size="sm">
            {t('of100', { percent: stage.percent })}
          </Text>
        }
      />
      <div>
        <Group gap="xs">
          <Text fw={600}>{t(`stage.${stage.stage}`)}</Text>
          <StateTag tone={stage.blockers === 0 ? 'good' : 'poor'}>
            {stage.blockers === 0 ? t('noBlockers') : t('blockers', { count: stage.blockers })}
          </StateTag>
        </Group>
        <Text size="sm" c="dimmed">
          {`${t(`stageAbout.${stage.stage}`)} · ${t('met', { met: stage.met, of: stage.checks })}`}
        </Text>
        <Button variant="subtle" size="compact-xs" px={0} aria-expanded={isOpen} onClick={toggle}>
          {isOpen ? t('hide') : t('how')}
        </Button>
      </div>
    </Group>
  )
}
