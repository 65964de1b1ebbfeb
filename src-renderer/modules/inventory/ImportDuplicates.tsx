import { NativeSelect, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type ImportPreview, type SystemField, sameReference } from '../../../src-main/contract/inventory.ts'
import { fieldWords } from './field-words.ts'
import { ImportTable } from './ImportTable.tsx'
import { ImportUpdate } from './ImportUpdate.tsx'
import type { Import } from './use-import.ts'

type Found = ImportPreview['found'][number]
type Asked = ImportPreview['asked'][number]

/** The rows whose system is in the inventory already: which they are, what the list has differently, and what happens to them. */
export function ImportDuplicates({ list, shown }: { list: Import; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  if (shown.duplicates + shown.askedCount === 0)
    return (
      <Text size="sm" c="dimmed" py="md">
        {t('import.noDuplicates')}
      </Text>
    )
  const heads = [t('import.row'), t('import.inList'), t('import.thereAs'), t('import.knownBy'), t('import.differences')]
  const rest = shown.duplicates + shown.askedCount - shown.found.length - shown.asked.length
  return (
    <Stack gap="sm">
      <ImportUpdate list={list} shown={shown} />
      <ImportTable label={t('import.there')} heads={heads} widths={['60px', '20%', '20%', '180px', 'auto']}>
        {shown.asked.map((asked) => (
          <AskedRow key={asked.row} asked={asked} list={list} />
        ))}
        {shown.found.map((found) => (
          <FoundRow key={found.systemId} found={found} shown={shown} />
        ))}
      </ImportTable>
      {rest > 0 && (
        <Text size="xs" c="dimmed">
          {t('import.firstShown', {
            shown: shown.found.length + shown.asked.length,
            count: shown.duplicates + shown.askedCount,
          })}
        </Text>
      )}
    </Stack>
  )
}

function Names({ row, name, systemName }: { row: number; name: string; systemName: string }) {
  return (
    <>
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
    </>
  )
}

/** A row with the reference of a system that has another name: only a person knows whether it is the same. */
function AskedRow({ asked: { row, name, reference, systemName, is }, list }: { asked: Asked; list: Import }) {
  const { t } = useTranslation('inventory')
  return (
    <Table.Tr>
      <Names row={row} name={name} systemName={systemName} />
      <Table.Td>
        <NativeSelect
          size="xs"
          aria-label={t('import.isFor', { name: name.slice(0, 80), row })}
          value={is}
          onChange={({ currentTarget }) => list.sameReferenceRow(row, sameReference.parse(currentTarget.value))}
          data={sameReference.options.map((option) => ({ value: option, label: t(`import.is.${option}`) }))}
        />
      </Table.Td>
      <Table.Td>
        <Text size="xs" c="dimmed">
          {t('import.sharedReference', { reference })}
        </Text>
      </Table.Td>
    </Table.Tr>
  )
}

function FoundRow({ found, shown }: { found: Found; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  return (
    <Table.Tr>
      <Names row={found.row} name={found.name} systemName={found.systemName} />
      <Table.Td>
        <Text size="sm">{t(`import.by.${found.by}`)}</Text>
      </Table.Td>
      <Table.Td>
        {found.differences.map(({ field, from, to }) => (
          <Text key={field} size="xs" lineClamp={4} c={isTaken(found, field, shown) ? undefined : 'dimmed'}>
            <Text span inherit fw={600}>
              {t(`fields.${field}`)}
            </Text>{' '}
            {t('import.change', { from: fieldWords(field, from, t) || t('import.empty'), to: fieldWords(field, to, t) })}
          </Text>
        ))}
        {found.differences.length === 0 && (
          <Text size="xs" c="dimmed">
            {t('import.noDifference')}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

/** Whether a difference would be taken from the list, as things are chosen now. */
function isTaken({ fills }: Found, field: SystemField, { onDuplicate, updateFields }: ImportPreview): boolean {
  if (onDuplicate === 'leave-out' || !updateFields.includes(field)) return false
  return onDuplicate === 'update' || fills.includes(field)
}
