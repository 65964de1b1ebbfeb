import { ActionIcon, Button, Group, Menu, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconDotsVertical, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RaciActivity } from '../../../../src-main/contract/raci.ts'
import { useChange } from '../../../app/calls.ts'
import { Dialog } from '../../../ui/Dialog.tsx'

/** Renames, moves or removes an activity. */
export function ActivityMenu({ activity: { id, title } }: { activity: RaciActivity }) {
  const { t } = useTranslation('raci')
  const [isRenaming, setIsRenaming] = useState(false)
  const move = useChange('raci.move')
  const remove = useChange('raci.remove')
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('menu', { title })}>
            <IconDotsVertical size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={14} />} onClick={() => setIsRenaming(true)}>
            {t('rename')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowUp size={14} />} onClick={() => move.mutate({ id, by: -1 })}>
            {t('up')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowDown size={14} />} onClick={() => move.mutate({ id, by: 1 })}>
            {t('down')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => remove.mutate({ id })}>
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isRenaming && <Rename id={id} title={title} close={() => setIsRenaming(false)} />}
    </>
  )
}

function Rename({ id, title, close }: { id: string; title: string; close: () => void }) {
  const { t } = useTranslation('raci')
  const rename = useChange('raci.rename')
  const [name, setName] = useState(title)
  return (
    <Dialog title={t('renameTitle')} onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          rename.mutate({ id, title: name }, { onSuccess: close })
        }}
      >
        <TextInput data-autofocus label={t('ownTitle')} value={name} onChange={({ currentTarget }) => setName(currentTarget.value)} />
        <Group justify="flex-end" mt="sm">
          <Button type="submit" disabled={name.trim() === ''}>
            {t('rename')}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
