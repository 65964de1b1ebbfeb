import { Select, Stack, Switch, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type ImportPreview, type SystemField, systemField } from '../../../src-main/contract/inventory.ts'
import { ImportTable } from './ImportTable.tsx'
import type { Import } from './use-import.ts'

/** Which column fills which field, with the first words that each column holds. */
export function ImportColumns({ list, shown }: { list: Import; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  const mapped = new Set(Object.values(shown.mapping).filter((column) => typeof column === 'number'))
  const left = shown.header.length - mapped.size - (shown.isOwn ? 1 : 0)
  const heads = [t('import.field'), t('import.column'), t('import.holds'), t('import.filledCells')]
  return (
    <Stack gap="sm">
      <ImportTable label={t('import.columns')} heads={heads} widths={['170px', '300px', 'auto', '110px']}>
        {systemField.options.map((field) => (
          <Field key={field} field={field} list={list} shown={shown} />
        ))}
      </ImportTable>
      {left > 0 && (
        <Switch
          size="xs"
          label={t('import.keepUnmapped', { count: left })}
          description={t('import.keepUnmappedHelp')}
          checked={shown.keepUnmapped}
          onChange={({ currentTarget }) => list.keepUnmapped(currentTarget.checked)}
        />
      )}
    </Stack>
  )
}

function Field({ field, list, shown }: { field: SystemField; list: Import; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  const column = shown.mapping[field] ?? null
  const about = column === null ? undefined : shown.columns[column]
  const isMissing = field === 'name' && column === null
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {t(`fields.${field}`)}
        {field === 'name' ? ' *' : ''}
      </Table.Th>
      <Table.Td>
        <Select
          aria-label={t('import.columnFor', { field: t(`fields.${field}`) })}
          data={shown.header.map((name, index) => ({ value: String(index), label: name }))}
          value={column === null ? null : String(column)}
          onChange={(value) => list.mapColumn(field, value === null ? null : Number(value))}
          placeholder={t('import.noColumn')}
          clearable
          clearButtonProps={{ 'aria-label': t('import.clear', { field: t(`fields.${field}`) }) }}
          searchable
          error={isMissing ? t('import.nameNeeded') : undefined}
          maxDropdownHeight={280}
        />
      </Table.Td>
      <Table.Td>
        <Text size="xs" c="dimmed" lineClamp={2}>
          {about?.examples.join(' · ') ?? ''}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="xs" c="dimmed">
          {about ? t('import.filledOf', { filled: about.filled, records: shown.records }) : ''}
        </Text>
      </Table.Td>
    </Table.Tr>
  )
}
