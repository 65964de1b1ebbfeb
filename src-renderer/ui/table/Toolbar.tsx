import { Group, Select, Text, TextInput } from '@mantine/core'
import { IconSearch, IconStack2 } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableView, ViewScreen } from '../../../src-main/contract/views.ts'
import type { TableColumn } from './column.ts'
import { FilterMenu } from './FilterMenu.tsx'
import { ViewsMenu } from './ViewsMenu.tsx'

interface ToolbarProps<Row> {
  label: string
  rows: Row[]
  columns: TableColumn<Row>[]
  /** Rows that are shown. */
  found: number
  /** Selected rows that are not. */
  hidden: number
  view: TableView
  onView: (view: TableView) => void
  views?: ViewScreen | undefined
  toRows: () => void
  children: ReactNode
}

/** Above the table: what to look for, what to let through, how to group it, the views that were kept; then what the screen adds. */
export function Toolbar<Row>({ label, rows, columns, found, hidden, view, onView, views, toRows, children }: ToolbarProps<Row>) {
  const { t } = useTranslation('ui')
  const filterable = columns.filter(({ filter }) => filter !== undefined)
  const shown = found === rows.length ? t('count', { count: rows.length }) : t('found', { count: found, total: rows.length })
  return (
    <Group px="md" py="xs" gap="xs" wrap="wrap">
      <Search label={label} words={view.words} onWords={(words) => onView({ ...view, words })} toRows={toRows} />
      {views && filterable.length > 0 && (
        <>
          <FilterMenu rows={rows} columns={filterable} view={view} onView={onView} />
          <Select
            aria-label={t('groupBy')}
            placeholder={t('groupBy')}
            leftSection={<IconStack2 size={14} aria-hidden />}
            data={filterable.map(({ id, title }) => ({ value: id, label: title }))}
            value={view.groupBy}
            onChange={(groupBy) => onView({ ...view, groupBy })}
            clearable
            clearButtonProps={{ 'aria-label': t('ungroup') }}
            comboboxProps={{ width: 200, position: 'bottom-start' }}
            style={{ flex: '1 1 116px' }}
            maw={150}
          />
          <ViewsMenu screen={views} view={view} onView={onView} />
        </>
      )}
      <Text size="xs" c="dimmed" aria-live="polite">
        {hidden > 0 ? `${shown} ${t('selectedHidden', { count: hidden })}` : shown}
      </Text>
      {children}
    </Group>
  )
}

function Search({ label, words, onWords, toRows }: { label: string; words: string; onWords: (words: string) => void; toRows: () => void }) {
  const { t } = useTranslation('ui')
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onSlash = (event: globalThis.KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]')
      if (event.key !== '/' || inField) return
      event.preventDefault()
      search.current?.focus()
    }
    document.addEventListener('keydown', onSlash)
    return () => document.removeEventListener('keydown', onSlash)
  }, [])
  return (
    <TextInput
      ref={search}
      leftSection={<IconSearch size={14} aria-hidden />}
      placeholder={t('search')}
      aria-label={t('searchIn', { list: label })}
      value={words}
      onChange={({ currentTarget }) => onWords(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && words !== '') {
          event.preventDefault()
          onWords('')
        }
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
        event.preventDefault()
        toRows()
      }}
      maxLength={500}
      style={{ flex: '1 1 104px' }}
      maw={200}
    />
  )
}
