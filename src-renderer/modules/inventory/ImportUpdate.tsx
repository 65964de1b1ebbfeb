import { Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type ImportPreview, onDuplicate, sameReference, systemField } from '../../../src-main/contract/inventory.ts'
import type { Import } from './use-import.ts'

/** What happens to systems that are there: left alone, filled or updated, and in which fields; and what rows with a shared reference are. */
export function ImportUpdate({ list, shown }: { list: Import; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  const counts = { 'leave-out': shown.duplicates, fill: shown.fillable, update: shown.updatable }
  return (
    <Stack gap="xs">
      {shown.askedCount > 0 && <SharedReferences list={list} shown={shown} />}
      {shown.duplicates > 0 && (
        <Radio.Group
          label={t('import.onDuplicate')}
          value={shown.onDuplicate}
          onChange={(value) => list.onDuplicate(onDuplicate.parse(value))}
          size="xs"
        >
          <Group gap="lg" mt={4}>
            {onDuplicate.options.map((mode) => (
              <Radio key={mode} value={mode} label={t(`import.modes.${mode}`, { count: counts[mode] })} size="xs" />
            ))}
          </Group>
        </Radio.Group>
      )}
      {shown.onDuplicate !== 'leave-out' && <Fields list={list} shown={shown} />}
    </Stack>
  )
}

/** The fields in which list and inventory differ, each to be taken over or not. */
function Fields({ list, shown }: { list: Import; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  const isUpdate = shown.onDuplicate === 'update'
  const fields = shown.differing
    .map(({ field, fills, differs }) => ({ field, count: isUpdate ? differs : fills }))
    .filter(({ count }) => count > 0)
  if (fields.length === 0)
    return (
      <Text size="xs" c="dimmed">
        {t(isUpdate ? 'import.nothingDiffers' : 'import.nothingToFill')}
      </Text>
    )
  return (
    <Checkbox.Group
      label={t('import.fieldsToTake')}
      size="xs"
      value={shown.updateFields}
      onChange={(values) => list.updateFields(systemField.options.filter((field) => values.includes(field)))}
    >
      <Group gap="md" mt={4} align="center">
        {fields.map(({ field, count }) => (
          <Checkbox key={field} size="xs" value={field} label={t('import.fieldCount', { field: t(`fields.${field}`), count })} />
        ))}
        <Group gap={4}>
          <Button variant="subtle" size="compact-xs" onClick={() => list.updateFields([...systemField.options])}>
            {t('import.allFields')}
          </Button>
          <Button variant="subtle" size="compact-xs" onClick={() => list.updateFields([])}>
            {t('import.noFields')}
          </Button>
        </Group>
      </Group>
    </Checkbox.Group>
  )
}

function SharedReferences({ list, shown }: { list: Import; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  const [first, ...others] = new Set(shown.asked.map(({ is }) => is))
  return (
    <Radio.Group
      label={t('import.asked', { count: shown.askedCount })}
      value={others.length === 0 ? (first ?? null) : null}
      onChange={(value) => list.sameReference(sameReference.parse(value))}
      size="xs"
    >
      <Group gap="lg" mt={4}>
        {sameReference.options.map((option) => (
          <Radio key={option} value={option} label={t(`import.areAll.${option}`)} size="xs" />
        ))}
      </Group>
    </Radio.Group>
  )
}
