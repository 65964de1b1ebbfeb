import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core'
import { IconBookmark, IconCheck, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type SavedView, savedView, type TableView, type ViewScreen } from '../../../src-main/contract/views.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { isPlain, plainView } from './view-state.ts'

interface ViewsMenuProps {
  screen: ViewScreen
  view: TableView
  onView: (view: TableView) => void
}

const isSame = (one: TableView, other: TableView) => JSON.stringify(canonical(one)) === JSON.stringify(canonical(other))

const canonical = ({ words, filters, groupBy, sort }: TableView) => [
  words,
  Object.entries(filters)
    .map(([column, values]) => [column, values.toSorted()] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  groupBy,
  sort && [sort.column, sort.descending],
]

/** The views that were kept of this table: choose one, keep what is shown now, remove one. */
export function ViewsMenu({ screen, view, onView }: ViewsMenuProps) {
  const { t } = useTranslation('views')
  const [isOpen, setIsOpen] = useState(false)
  const { data: views = [] } = useProcedure('views.list', { screen })
  const current = views.find((saved) => isSame(saved.view, view))
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" width={280} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={14} aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          maw={200}
        >
          {current ? current.name : t('title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('title')}>
        <Stack gap="xs">
          <Stack gap={2} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
            {views.map((saved) => (
              <SavedViewLine
                key={saved.id}
                saved={saved}
                isCurrent={saved.id === current?.id}
                choose={() => {
                  onView(saved.view)
                  setIsOpen(false)
                }}
              />
            ))}
          </Stack>
          {views.length === 0 && (
            <Text size="xs" c="dimmed" px={4}>
              {t('empty')}
            </Text>
          )}
          {!isPlain(view) && !current && <SaveView screen={screen} view={view} saved={() => setIsOpen(false)} />}
          {!isPlain(view) && (
            <Button
              variant="subtle"
              onClick={() => {
                onView(plainView)
                setIsOpen(false)
              }}
            >
              {t('everything')}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function SavedViewLine({ saved, isCurrent, choose }: { saved: SavedView; isCurrent: boolean; choose: () => void }) {
  const { t } = useTranslation('views')
  const remove = useChange('views.remove')
  return (
    <Group component="li" gap={2} wrap="nowrap">
      <Button
        variant="subtle"
        justify="flex-start"
        fullWidth
        miw={0}
        {...(isCurrent ? { rightSection: <IconCheck size={14} aria-hidden />, 'aria-current': true } : {})}
        onClick={choose}
      >
        {saved.name}
      </Button>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('remove', { name: saved.name })}
        onClick={() => remove.mutate({ id: saved.id })}
      >
        <IconTrash size={14} />
      </ActionIcon>
    </Group>
  )
}

function SaveView({ screen, view, saved }: { screen: ViewScreen; view: TableView; saved: () => void }) {
  const { t } = useTranslation('views')
  const save = useChange('views.save')
  const [name, setName] = useState('')
  const checked = savedView.shape.name.safeParse(name.trim())
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (checked.success) save.mutate({ screen, name: checked.data, view }, { onSuccess: saved })
      }}
    >
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <TextInput label={t('name')} value={name} onChange={({ currentTarget }) => setName(currentTarget.value)} flex={1} data-autofocus />
        <Button type="submit" disabled={!checked.success}>
          {t('save')}
        </Button>
      </Group>
    </form>
  )
}
