import { Group, Progress, Stack, Text } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProcedure } from '../../../app/calls.ts'
import { EntryPageLink } from '../EntryPageLink.tsx'
import { isFinding } from './results.ts'

/** How far the checklist of an audit is, and the way to it. */
export function AuditDetails({ id }: { id: string }) {
  const { t } = useTranslation('register-audits')
  const { data: items } = useProcedure('audits.items', { auditId: id })
  if (!items || items.some(({ auditId }) => auditId !== id)) return null
  const answered = items.filter(({ result }) => result !== 'open').length
  const findings = items.filter(({ result }) => isFinding(result)).length
  return (
    <Stack gap={6} component="section" aria-label={t('details.title')}>
      {items.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('details.none')}
        </Text>
      ) : (
        <>
          <Text size="sm">
            {t('details.progress', { answered, items: items.length })}
            {' · '}
            {t('details.findings', { count: findings })}
          </Text>
          <Progress
            value={(answered / items.length) * 100}
            size={4}
            aria-label={t('details.progress', { answered, items: items.length })}
          />
        </>
      )}
      <Group>
        <EntryPageLink page="audits" record={id} kind="checklist" icon={<IconChecklist size={15} aria-hidden />}>
          {t(items.length === 0 ? 'details.make' : 'details.open')}
        </EntryPageLink>
      </Group>
    </Stack>
  )
}
