import { Button, Checkbox, Group, Popover, ScrollArea, Stack, Tabs, Text, TextInput } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableView } from '../../../src-main/contract/views.ts'
import type { TableColumn } from './column.ts'
import { filterOptions } from './lines.ts'
import { withFilter } from './view-state.ts'

interface FilterMenuProps<Row> {
  rows: Row[]
  /** Columns that have a filter. */
  columns: TableColumn<Row>[]
  view: TableView
  onView: (view: TableView) => void
}

/** Which values of which column the table lets through. */
export function FilterMenu<Row>({ rows, columns, view, onView }: FilterMenuProps<Row>) {
  const { t } = useTranslation('ui')
  const [isOpen, setIsOpen] = useState(false)
  const active = Object.keys(view.filters).length
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" width={500} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconFilter size={14} aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {active === 0 ? t('filter') : t('filters', { count: active })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('filter')}>
        <Columns rows={rows} columns={columns} view={view} onView={onView} />
      </Popover.Dropdown>
    </Popover>
  )
}

/** Drawn only while the menu is open: the values are counted then. */
function Columns<Row>({ rows, columns, view, onView }: FilterMenuProps<Row>) {
  const first = columns.find(({ id }) => id in view.filters) ?? columns[0]
  return (
    <Tabs
      orientation="vertical"
      defaultValue={first?.id ?? null}
      keepMounted={false}
      styles={{ tabLabel: { flex: 1, textAlign: 'start' } }}
    >
      <Tabs.List style={{ flexShrink: 0 }} w={170} py={4}>
        {columns.map(({ id, title }) => (
          <Tabs.Tab key={id} value={id} py={6} rightSection={<Chosen count={view.filters[id]?.length ?? 0} />}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {columns.map((column) => (
        <Tabs.Panel key={column.id} value={column.id} style={{ minWidth: 0 }}>
          <Values
            rows={rows}
            column={column}
            chosen={view.filters[column.id] ?? []}
            choose={(values) => onView(withFilter(view, column.id, values))}
          />
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

const Chosen = ({ count }: { count: number }) =>
  count === 0 ? null : (
    <Text size="xs" fw={600}>
      {count}
    </Text>
  )

/** Longer lists get a box to search in, and show the first of what it finds. */
const shortList = 12
const most = 100

function Values<Row>({
  rows,
  column,
  chosen,
  choose,
}: {
  rows: Row[]
  column: TableColumn<Row>
  chosen: string[]
  choose: (values: string[]) => void
}) {
  const { t } = useTranslation('ui')
  const [words, setWords] = useState('')
  const options = useMemo(() => filterOptions(rows, column, t('withoutValue')), [rows, column, t])
  const found = options.filter(({ word }) => word.toLowerCase().includes(words.toLowerCase().trim()))
  return (
    <Stack gap={0} p="xs">
      {options.length > shortList && (
        <TextInput
          mb="xs"
          placeholder={t('searchValues', { count: options.length })}
          aria-label={t('searchIn', { list: column.title })}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
      )}
      <ScrollArea.Autosize mah="min(300px, 50vh)" type="auto" offsetScrollbars viewportProps={{ tabIndex: -1 }}>
        <Stack gap={6} p={2} role="group" aria-label={column.title}>
          {found.slice(0, most).map(({ value, word, count }) => (
            <Checkbox
              key={value}
              checked={chosen.includes(value)}
              onChange={({ currentTarget }) =>
                choose(currentTarget.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
              }
              styles={{ body: { alignItems: 'flex-start' }, labelWrapper: { flex: 1 } }}
              label={
                <Group justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
                  <span style={{ overflowWrap: 'anywhere' }}>{word}</span>
                  <Text span size="xs" c="dimmed">
                    {count}
                  </Text>
                </Group>
              }
            />
          ))}
          {found.length > most && (
            <Text size="xs" c="dimmed">
              {t('moreValues', { count: found.length - most })}
            </Text>
          )}
          {found.length === 0 && (
            <Text size="xs" c="dimmed">
              {t('nothingFound')}
            </Text>
          )}
        </Stack>
      </ScrollArea.Autosize>
    </Stack>
  )
}
