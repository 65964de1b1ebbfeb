import { MultiSelect, Select, Stack, Switch, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { columnsOf, type ImportPreview, type SystemField, systemField } from '../../../src-main/contract/inventory.ts'
import { ImportTable } from './ImportTable.tsx'
import type { Import } from './use-import.ts'

/** Which column fills which field, with the first words that each column holds. */
export function ImportColumns({ list, shown }: { list: Import; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  const mapped = new Set(systemField.options.flatMap((field) => columnsOf(shown.mapping, field)))
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
  const columns = columnsOf(shown.mapping, field)
  const examples = columns.flatMap((column) => shown.columns[column]?.examples ?? [])
  const filled = Math.max(0, ...columns.map((column) => shown.columns[column]?.filled ?? 0))
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {t(`fields.${field}`)}
        {field === 'name' ? ' *' : ''}
      </Table.Th>
      <Table.Td>
        {field === 'dataCategories' ? <Columns list={list} shown={shown} /> : <Column field={field} list={list} shown={shown} />}
      </Table.Td>
      <Table.Td>
        <Text size="xs" c="dimmed" lineClamp={2}>
          {examples.join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="xs" c="dimmed">
          {columns.length > 0 ? t('import.filledOf', { filled, records: shown.records }) : ''}
        </Text>
      </Table.Td>
    </Table.Tr>
  )
}

const optionsOf = (shown: ImportPreview) => shown.header.map((name, index) => ({ value: String(index), label: name }))

function Column({ field, list, shown }: { field: Exclude<SystemField, 'dataCategories'>; list: Import; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  const column = shown.mapping[field] ?? null
  return (
    <Select
      aria-label={t('import.columnFor', { field: t(`fields.${field}`) })}
      data={optionsOf(shown)}
      value={column === null ? null : String(column)}
      onChange={(value) => list.mapColumn(field, value === null ? null : Number(value))}
      placeholder={t('import.noColumn')}
      clearable
      clearButtonProps={{ 'aria-label': t('import.clear', { field: t(`fields.${field}`) }) }}
      searchable
      error={field === 'name' && column === null ? t('import.nameNeeded') : undefined}
      maxDropdownHeight={280}
    />
  )
}

/** Lists often have a column of yes and no for each kind of data: several columns fill the field together. */
function Columns({ list, shown }: { list: Import; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  const columns = columnsOf(shown.mapping, 'dataCategories')
  return (
    <MultiSelect
      aria-label={t('import.columnsFor', { field: t('fields.dataCategories') })}
      data={optionsOf(shown)}
      value={columns.map(String)}
      onChange={(values) => list.mapColumns(values.map(Number))}
      {...(columns.length === 0 ? { placeholder: t('import.noColumn') } : {})}
      clearable
      clearButtonProps={{ 'aria-label': t('import.clear', { field: t('fields.dataCategories') }) }}
      searchable
      maxDropdownHeight={280}
    />
  )
}
