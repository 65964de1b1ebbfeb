import { Menu, Text, UnstyledButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronDown, IconCopy, IconDoorExit, IconShieldCheck } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useChooseFile } from '../ui/choose-file.tsx'
import { call, showError, useChange, useHandle, useJob } from './calls.ts'
import { flushAll, isAllSaved } from './save-state.ts'

/** What concerns the whole file: duplicate it, check it, close it. */
export function EngagementMenu({ client }: { client: string }) {
  const { t } = useTranslation('shell')
  const handle = useHandle()
  const navigate = useNavigate()
  const { chooseSavePath } = useChooseFile()
  const closeFile = useChange('engagement.close')
  const duplicate = useJob('engagement.duplicate')
  const check = useJob('engagement.check')

  const close = async () => {
    await flushAll()
    if (!isAllSaved()) return notifications.show({ message: t('file.notClosed'), autoClose: 8000 })
    // Away from its screens first: they would ask a file that is closed.
    await navigate({ to: '/' })
    await closeFile.mutateAsync({})
  }
  const makeDuplicate = async () => {
    await flushAll()
    const { path: suggested } = await call('engagement.suggestCopy', {}, handle)
    const chosen = await chooseSavePath({ title: t('file.duplicateTitle'), kind: t('file.kind'), extensions: ['aims'], suggested })
    if (chosen === null) return
    const made = await duplicate.start({ path: chosen })
    notifications.show({ title: t('file.duplicated'), message: made.path, autoClose: 8000 })
  }
  const checkFile = async () => {
    const { problems, rows } = await check.start({})
    if (problems.length === 0) notifications.show({ message: t('file.sound', { count: rows }), autoClose: 6000 })
    else notifications.show({ color: 'red', title: t('file.problems'), message: problems.join(' '), autoClose: false })
  }
  const item = (work: () => Promise<unknown>) => () => void work().catch(showError)
  const isBusy = duplicate.running !== null || check.running !== null
  return (
    <Menu position="bottom-start" width={240} withArrow>
      <Menu.Target>
        <UnstyledButton aria-label={t('file.menu', { client })} style={{ display: 'flex', alignItems: 'center', gap: 4, minWidth: 0 }}>
          <Text fw={600} truncate maw={320}>
            {client}
          </Text>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={15} aria-hidden />} onClick={item(makeDuplicate)} disabled={isBusy}>
          {t('file.duplicate')}
        </Menu.Item>
        <Menu.Item leftSection={<IconShieldCheck size={15} aria-hidden />} onClick={item(checkFile)} disabled={isBusy}>
          {t('file.check')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconDoorExit size={15} aria-hidden />} onClick={item(close)}>
          {t('file.close')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
