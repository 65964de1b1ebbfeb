import { Group, Radio, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type ImportPreview, onDuplicate } from '../../../src-main/contract/inventory.ts'
import { ImportTable } from './ImportTable.tsx'
import type { Import } from './use-import.ts'

/** The rows whose system is in the inventory already: which they are, and what happens to them. */
export function ImportDuplicates({ list, shown }: { list: Import; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  if (shown.duplicates === 0)
    return (
      <Text size="sm" c="dimmed" py="md">
        {t('import.noDuplicates')}
      </Text>
    )
  const heads = [t('import.row'), t('import.inList'), t('import.thereAs'), t('import.knownBy'), t('import.wouldFill')]
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t('import.onDuplicate')}
        value={shown.onDuplicate}
        onChange={(value) => list.onDuplicate(onDuplicate.parse(value))}
        size="xs"
      >
        <Group gap="lg" mt={4}>
          <Radio value="leave-out" label={t('import.leaveOut')} size="xs" />
          <Radio value="fill" label={t('import.fill', { count: shown.fillable })} size="xs" />
        </Group>
      </Radio.Group>
      <ImportTable label={t('import.there')} heads={heads} widths={['60px', 'auto', 'auto', '170px', '26%']}>
        {shown.found.map(({ row, name, systemId, systemName, by, fills }) => (
          <Table.Tr key={systemId}>
            <Table.Td>
              <Text size="sm">{row}</Text>
            </Table.Td>
            <Table.Th scope="row">
              <Text size="sm" lineClamp={2}>
                {name}
              </Text>
            </Table.Th>
            <Table.Td>
              <Text size="sm" lineClamp={2}>
                {systemName}
              </Text>
            </Table.Td>
            <Table.Td>
              <Text size="sm">{t(`import.by.${by}`)}</Text>
            </Table.Td>
            <Table.Td>
              <Text size="sm" c="dimmed">
                {fills.map((field) => t(`fields.${field}`)).join(', ')}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </ImportTable>
      {shown.found.length < shown.duplicates && (
        <Text size="xs" c="dimmed">
          {t('import.firstShown', { shown: shown.found.length, count: shown.duplicates })}
        </Text>
      )}
    </Stack>
  )
}
