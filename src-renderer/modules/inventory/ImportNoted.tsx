import { Checkbox, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../../src-main/contract/inventory.ts'
import type { NotedRow } from '../../../src-main/contract/list-reading.ts'
import { ImportTable } from './ImportTable.tsx'
import type { Import } from './use-import.ts'

/** Rows that are no systems of their own, or have no name: each with its reason, and a person decides. */
export function ImportNoted({ list, shown }: { list: Import; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  const hasSheets = shown.sheets.filter(({ isRead }) => isRead).length > 1
  if (shown.noted.length === 0)
    return (
      <Text size="sm" c="dimmed" py="md">
        {t('import.nothingNoted')}
      </Text>
    )
  return (
    <Stack gap="sm">
      <Text size="xs" c="dimmed">
        {t('import.notedHelp')}
      </Text>
      <ImportTable
        label={t('import.noted')}
        heads={[t('import.isSystem'), t('import.row'), t('import.reason'), t('import.content')]}
        widths={['90px', hasSheets ? '170px' : '70px', '220px', 'auto']}
      >
        {shown.noted.map((noted) => (
          <Line key={`${noted.sheet ?? ''}\u241F${noted.row}`} noted={noted} list={list} hasSheets={hasSheets} />
        ))}
      </ImportTable>
    </Stack>
  )
}

function Line({ noted, list, hasSheets }: { noted: NotedRow; list: Import; hasSheets: boolean }) {
  const { t } = useTranslation('inventory')
  const { sheet, row, content, reason, isTaken } = noted
  return (
    <Table.Tr>
      <Table.Td>
        {reason === 'above' || reason === 'hidden' ? null : (
          <Checkbox
            size="xs"
            aria-label={t('import.takeRow', { row })}
            checked={isTaken && reason !== 'joined'}
            onChange={({ currentTarget }) => list.takeRow(noted, currentTarget.checked)}
          />
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm" truncate>
          {hasSheets ? `${sheet ?? ''}, ${row}` : row}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{t(`import.reasons.${reason}`)}</Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm" lineClamp={2}>
          {content}
        </Text>
      </Table.Td>
    </Table.Tr>
  )
}
