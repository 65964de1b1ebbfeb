import { Group, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EvidenceRow } from '../../../src-main/contract/evidence.ts'
import { useProcedure } from '../../app/calls.ts'
import { StateTag } from '../../ui/StateTag.tsx'

/** How many requirements and applicable controls are backed by evidence, and what is late. */
export function CoverageBar({ entries }: { entries: readonly EvidenceRow[] }) {
  const { t } = useTranslation('evidence')
  const { data: items = [] } = useProcedure('evidence.coverage', {})
  const backed = items.filter(({ accepted, received }) => accepted + received > 0).length
  const asked = items.filter(({ accepted, received, asked: open }) => accepted + received === 0 && open > 0).length
  const overdue = entries.filter(({ isOverdue }) => isOverdue).length
  const expired = entries.filter(({ validity }) => validity === 'expired').length
  const total = Math.max(1, items.length)
  return (
    <Stack gap={6} component="section" aria-label={t('summary.label')}>
      <Text size="sm">{t('summary.backed', { count: backed, total: items.length })}</Text>
      <Progress.Root size={6}>
        <Progress.Section value={(backed / total) * 100} color="var(--tone-good-strong)" aria-label={t('summary.label')} />
      </Progress.Root>
      <Group gap={12}>
        <Text size="xs" c="dimmed">
          {t('summary.open', { count: items.length - backed })} · {t('summary.asked', { count: asked })}
        </Text>
        {overdue > 0 && (
          <StateTag tone="poor" bare>
            {t('summary.overdue', { count: overdue })}
          </StateTag>
        )}
        {expired > 0 && (
          <StateTag tone="poor" bare>
            {t('summary.expired', { count: expired })}
          </StateTag>
        )}
      </Group>
    </Stack>
  )
}
