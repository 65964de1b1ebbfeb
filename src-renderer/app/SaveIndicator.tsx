import { Group, Text, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconLoader, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useReadOnly } from './read-only.ts'
import { useSaveState } from './save-state.ts'

/** Says "All changes saved" only when that is so, and "Read only" where none can be. */
export function SaveIndicator() {
  const { t } = useTranslation('shell')
  const state = useSaveState()
  const isReadOnly = useReadOnly() !== null
  if (isReadOnly)
    return (
      <Group gap={5} wrap="nowrap" c="dimmed" data-save-state="read-only">
        <IconLock size={14} aria-hidden />
        <Text size="sm" inherit>
          {t('readOnly.state')}
        </Text>
      </Group>
    )
  const Icon = state.kind === 'saved' ? IconCheck : state.kind === 'saving' ? IconLoader : IconAlertTriangle
  const colour = state.kind === 'failed' ? 'var(--tone-poor-strong)' : 'var(--mantine-color-dimmed)'
  return (
    <Tooltip label={state.kind === 'failed' ? state.reason : ''} disabled={state.kind !== 'failed'} multiline maw={360}>
      <Group gap={5} wrap="nowrap" role="status" aria-live="polite" c={colour} data-save-state={state.kind}>
        <Icon size={14} aria-hidden />
        <Text size="sm" inherit>
          {t(`save.${state.kind}`)}
        </Text>
      </Group>
    </Tooltip>
  )
}
