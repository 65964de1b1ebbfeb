import { Group, MultiSelect, Select, Stack, Switch, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../../src-main/contract/inventory.ts'
import { encodingName, encodings } from '../../../src-main/contract/list-reading.ts'
import { ImportPicture } from './ImportPicture.tsx'
import type { Import } from './use-import.ts'

/** How the file is read: sheets, header row, encoding and delimiter, above a picture of its first rows. */
export function ImportReading({ list, shown }: { list: Import; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-start">
        {shown.sheets.length > 1 && <Sheets list={list} shown={shown} />}
        <HeaderRow list={list} shown={shown} />
        {shown.isText && <Encoding list={list} shown={shown} />}
        {shown.isText && <Delimiter list={list} shown={shown} />}
      </Group>
      {(shown.hiddenRows > 0 || list.reading.hiddenRows !== undefined) && (
        <Switch
          size="xs"
          label={t('import.hiddenRows', { count: shown.hiddenRows })}
          checked={list.reading.hiddenRows !== 'leave-out'}
          onChange={({ currentTarget }) => list.read({ hiddenRows: currentTarget.checked ? 'take' : 'leave-out' })}
        />
      )}
      <Text size="xs" c="dimmed">
        {shown.isTurned ? t('import.pictureTurned') : t('import.pictureHelp')}
      </Text>
      <ImportPicture list={list} shown={shown} />
    </Stack>
  )
}

function Sheets({ list, shown }: { list: Import; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  const read = shown.sheets.filter(({ isRead }) => isRead).map(({ name }) => name)
  return (
    <MultiSelect
      label={t('import.sheets')}
      data={shown.sheets.map(({ name, isHidden, rows }) => ({
        value: name,
        label: isHidden ? t('import.hiddenSheet', { name, count: rows }) : t('import.sheetRows', { name, count: rows }),
      }))}
      value={read}
      onChange={(sheets) => sheets.length > 0 && list.readSheets(sheets)}
      searchable
      w={340}
      maxDropdownHeight={240}
    />
  )
}

const noHeader = 'none'

function HeaderRow({ list, shown }: { list: Import; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  const rows = shown.picture.map(({ row, cells }) => ({
    value: String(row),
    label: t('import.headerIn', {
      row,
      content: cells
        .filter((cell) => cell !== '')
        .join(', ')
        .slice(0, 60),
    }),
  }))
  const current = shown.isTurned ? null : String(shown.headerRows.at(-1) ?? noHeader)
  return (
    <Select
      label={t('import.headerRow')}
      data={[{ value: noHeader, label: t('import.noHeader') }, ...rows]}
      value={current}
      placeholder={t('import.inColumns')}
      onChange={(row) => row !== null && list.readHeader(row === noHeader ? 'none' : Number(row))}
      allowDeselect={false}
      searchable
      w={260}
      maxDropdownHeight={280}
    />
  )
}

function Encoding({ list, shown }: { list: Import; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  return (
    <Select
      label={t('import.encoding')}
      data={[...encodings]}
      value={shown.encoding}
      onChange={(name) => name !== null && list.read({ encoding: encodingName.parse(name) })}
      allowDeselect={false}
      searchable
      w={190}
      maxDropdownHeight={280}
    />
  )
}

/** Delimiters by the names that a person calls them. */
const delimiters: [string, string][] = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'pipe'],
  ['^', 'caret'],
  ['~', 'tilde'],
  ['', 'none'],
]

export const delimiterName = (delimiter: string): string | null => delimiters.find(([one]) => one === delimiter)?.[1] ?? null

function Delimiter({ list, shown }: { list: Import; shown: ImportPreview }) {
  const { t } = useTranslation('inventory')
  const known = delimiters.map(([, name]) => ({ value: name, label: t(`import.delimiterNames.${name}`) }))
  const current = delimiterName(shown.delimiter)
  return (
    <Select
      label={t('import.delimiter')}
      data={current === null ? [...known, { value: 'other', label: shown.delimiter }] : known}
      value={current ?? 'other'}
      onChange={(name) => {
        const chosen = delimiters.find(([, one]) => one === name)
        if (chosen) list.read({ delimiter: chosen[0] })
      }}
      allowDeselect={false}
      w={190}
    />
  )
}
