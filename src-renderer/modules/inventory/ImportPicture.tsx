import { ScrollArea, Table, Text, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../../src-main/contract/inventory.ts'
import styles from './ImportPicture.module.css'
import type { Import } from './use-import.ts'

/** The first rows as they are in the file; a row becomes the header by its number. */
export function ImportPicture({ list, shown }: { list: Import; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  const width = Math.max(1, ...shown.picture.map(({ cells }) => cells.length))
  return (
    <ScrollArea h="min(34vh, 320px)" type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t('import.picture'), role: 'region' }}>
      <Table
        verticalSpacing={3}
        horizontalSpacing="xs"
        layout="fixed"
        miw={150 + width * 150}
        className={styles.picture ?? ''}
        aria-label={t('import.picture')}
      >
        <Table.Thead className="mantine-visually-hidden">
          <Table.Tr>
            <Table.Th w={150}>{t('import.row')}</Table.Th>
            <Table.Th colSpan={width}>{t('import.content')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.picture.map((line) => (
            <Line key={line.row} line={line} width={width} list={list} isTurned={shown.isTurned} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  )
}

function Line({
  line: { row, cells, part },
  width,
  list,
  isTurned,
}: {
  line: ImportPreview['picture'][number]
  width: number
  list: Import
  isTurned: boolean
}) {
  const { t } = useTranslation('inventory')
  const isHeader = part === 'header'
  const isOut = part !== 'header' && part !== 'record' && part !== 'joined' && part !== 'nameless' && part !== 'asked'
  const state = isHeader ? t('import.header') : part === 'record' || isTurned ? '' : t(`import.reasons.${part}`)
  return (
    <Table.Tr data-part={isHeader ? 'header' : isOut ? 'out' : 'record'}>
      <Table.Th scope="row" w={150}>
        <div className={styles.place ?? ''}>
          <UnstyledButton
            className={styles.choose ?? ''}
            aria-pressed={isHeader}
            aria-label={t('import.useAsHeader', { row })}
            onClick={() => list.readHeader(row)}
          >
            <Text span size="xs">
              {row}
            </Text>
          </UnstyledButton>
          <Text span size="xs" truncate title={state}>
            {state}
          </Text>
        </div>
      </Table.Th>
      {Array.from({ length: width }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file have no other name, and never move
        <Table.Td key={column}>
          <Text size="xs" truncate title={cells[column] ?? ''}>
            {cells[column] ?? ''}
          </Text>
        </Table.Td>
      ))}
    </Table.Tr>
  )
}
