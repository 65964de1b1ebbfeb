import { ScrollArea, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type ImportPreview, systemField } from '../../../src-main/contract/inventory.ts'
import { fieldWords } from './field-words.ts'
import styles from './ImportTable.module.css'

/** The first systems as they would come in. */
export function ImportSample({ shown }: { shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  const fields = systemField.options.filter((field) => shown.systems.some((system) => fieldWords(field, system[field], t) !== ''))
  if (shown.systems.length === 0)
    return (
      <Text size="sm" c="dimmed" py="md">
        {t('import.nothingNew')}
      </Text>
    )
  return (
    <ScrollArea h="min(46vh, 430px)" type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t('import.sample'), role: 'region' }}>
      <Table
        verticalSpacing={6}
        horizontalSpacing="xs"
        layout="fixed"
        stickyHeader
        miw={Math.max(900, fields.length * 170)}
        className={styles.table ?? ''}
        aria-label={t('import.sample')}
      >
        <Table.Thead>
          <Table.Tr>
            {fields.map((field) => (
              <Table.Th key={field}>{t(`fields.${field}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.systems.map((system, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list may hold the same row twice, and the rows never move
            <Table.Tr key={index}>
              {fields.map((field) => (
                <Table.Td key={field} style={{ verticalAlign: 'top' }}>
                  <Text size="xs" lineClamp={4} style={{ whiteSpace: 'pre-line' }}>
                    {fieldWords(field, system[field], t)}
                  </Text>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  )
}
