import { NativeSelect, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { choiceField, choicesOf, type ImportPreview } from '../../../src-main/contract/inventory.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import { ImportTable } from './ImportTable.tsx'
import type { Import } from './use-import.ts'

type Word = ImportPreview['values'][number]

/** What each word of a choice column becomes: proposed, and changeable; what becomes nothing is kept in the notes. */
export function ImportWords({ list, shown }: { list: Import; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  if (shown.values.length === 0)
    return (
      <Text size="sm" c="dimmed" py="md">
        {t('import.noWords')}
      </Text>
    )
  const groups = choiceField.options.flatMap((field) => {
    const words = shown.values.filter((word) => word.field === field)
    return words.length === 0 ? [] : [{ field, words: words.toSorted((a, b) => Number(a.becomes !== null) - Number(b.becomes !== null)) }]
  })
  return (
    <ImportTable
      label={t('import.words')}
      heads={[t('import.field'), t('import.word'), t('import.rows'), t('import.becomes'), t('import.state')]}
      widths={['150px', 'auto', '80px', '240px', '170px']}
    >
      {groups.flatMap(({ field, words }) => words.map((word) => <Line key={`${field}\u241F${word.value}`} word={word} list={list} />))}
    </ImportTable>
  )
}

function Line({ word, list }: { word: Word; list: Import }) {
  const { t } = useTranslation('inventory')
  const { field, value, count, becomes } = word
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {t(`fields.${field}`)}
        </Text>
      </Table.Td>
      <Table.Th scope="row">
        <Text size="sm" lineClamp={2}>
          {value}
        </Text>
      </Table.Th>
      <Table.Td>
        <Text size="sm">{count}</Text>
      </Table.Td>
      <Table.Td>
        <NativeSelect
          size="xs"
          aria-label={t('import.becomesFor', { word: value.slice(0, 80), field: t(`fields.${field}`) })}
          value={becomes ?? ''}
          onChange={({ currentTarget }) => list.mapWord({ field, value, becomes: currentTarget.value === '' ? null : currentTarget.value })}
          data={[
            { value: '', label: t('import.nothing') },
            ...choicesOf[field].map((choice) => ({ value: choice, label: t(`${field}.${choice}`) })),
          ]}
        />
      </Table.Td>
      <Table.Td>{becomes === null ? <StateTag tone="fair">{t('import.keptInNotes')}</StateTag> : null}</Table.Td>
    </Table.Tr>
  )
}
