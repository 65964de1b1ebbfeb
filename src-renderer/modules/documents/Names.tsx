import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type EngagementRecord, engagementField, engagementFields } from '../../../src-main/contract/engagement.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import type { FieldValue } from '../../ui/draft.ts'
import { RecordField } from '../../ui/RecordField.tsx'

/** What stands on every cover and in every control table. */
export function Names() {
  const { t } = useTranslation('documents')
  const { data: engagement } = useProcedure('engagement.get', {})
  if (!engagement) return null
  return (
    <Stack gap="sm">
      <Text size="xs" fw={600} c="dimmed">
        {t('names')}
      </Text>
      {engagementField.options.map((field) => (
        <NameField key={field} engagement={engagement} field={field} />
      ))}
    </Stack>
  )
}

function NameField({ engagement, field }: { engagement: EngagementRecord; field: keyof typeof engagementFields.shape }) {
  const update = useChange('engagement.update', { quiet: true })
  return (
    <RecordField
      schema={engagementFields.shape[field]}
      area="engagement"
      field={field}
      record={engagement.id}
      value={engagement[field]}
      save={(value: FieldValue) => update.mutateAsync(engagementFields.partial().parse({ [field]: value }))}
    />
  )
}
