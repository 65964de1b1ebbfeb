import { Button, Group, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TableView } from '../../../src-main/contract/views.ts'
import type { TableColumn } from './column.ts'
import { plainView, withFilter } from './view-state.ts'

/** Values that are named in a pill before it only counts. */
const named = 3

/** What the table does not let through, each taken away with one press. Nothing where everything is shown. */
export function FilterPills<Row>({
  columns,
  view,
  onView,
}: {
  columns: TableColumn<Row>[]
  view: TableView
  onView: (view: TableView) => void
}) {
  const { t } = useTranslation('ui')
  const active = columns.filter(({ id, filter }) => filter !== undefined && (view.filters[id]?.length ?? 0) > 0)
  if (active.length === 0 && view.groupBy === null) return null
  const wordsOf = ({ id, word = (value: string) => value }: TableColumn<Row>) => {
    const values = (view.filters[id] ?? []).map((value) => (value === '' ? t('withoutValue') : word(value)))
    return values.length > named ? t('someValues', { count: values.length }) : values.join(t('or'))
  }
  return (
    <Group px="md" pb="xs" gap={6} role="group" aria-label={t('activeFilters')}>
      {active.map((column) => {
        const words = t('pill', { column: column.title, values: wordsOf(column) })
        return (
          <Button
            key={column.id}
            size="compact-xs"
            variant="default"
            radius="xl"
            fw={400}
            maw={360}
            rightSection={<IconX size={12} aria-hidden />}
            aria-label={t('removeFilter', { filter: words })}
            onClick={() => onView(withFilter(view, column.id, []))}
          >
            <Text inherit truncate>
              {words}
            </Text>
          </Button>
        )
      })}
      <Button size="compact-xs" variant="subtle" onClick={() => onView(plainView)}>
        {t('reset')}
      </Button>
    </Group>
  )
}
