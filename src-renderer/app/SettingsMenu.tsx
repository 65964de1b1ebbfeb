import { ActionIcon, Popover, SegmentedControl, Stack, Text, TextInput, useMantineColorScheme } from '@mantine/core'
import { IconSettings } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { settings } from '../../src-main/contract/settings.ts'
import { useAutosave } from '../ui/autosave.ts'
import { useChange, useProcedure } from './calls.ts'

/** Name in the history, light or dark, and how dates are read. */
export function SettingsMenu() {
  const { t } = useTranslation('shell')
  return (
    <Popover position="bottom-end" width={300} withArrow trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('settings.title')}>
          <IconSettings size={17} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Settings />
      </Popover.Dropdown>
    </Popover>
  )
}

function Settings() {
  const { t } = useTranslation('shell')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { data } = useProcedure('settings.get', {})
  const { data: about } = useProcedure('settings.about', {})
  const change = useChange('settings.update')
  const name = useAutosave('settings/name', data?.name ?? '', (value) => change.mutateAsync({ name: String(value) }))
  const choose = (value: string) => {
    const scheme = settings.shape.colourScheme.parse(value)
    setColorScheme(scheme)
    change.mutate({ colourScheme: scheme })
  }
  return (
    <Stack gap="sm">
      <TextInput
        label={t('settings.name')}
        description={t('settings.nameHelp')}
        value={String(name.draft)}
        onChange={({ currentTarget }) => name.change(currentTarget.value)}
        onBlur={() => void name.flush()}
      />
      <div>
        <Text size="xs" fw={500} mb={4}>
          {t('settings.scheme')}
        </Text>
        <SegmentedControl
          fullWidth
          aria-label={t('settings.scheme')}
          value={colorScheme}
          onChange={choose}
          data={settings.shape.colourScheme.options.map((value) => ({ value, label: t(`settings.schemes.${value}`) }))}
        />
      </div>
      <div>
        <Text size="xs" fw={500} mb={4}>
          {t('settings.dayOrder')}
        </Text>
        <SegmentedControl
          fullWidth
          aria-label={t('settings.dayOrder')}
          value={data?.dayOrder ?? ''}
          onChange={(value) => change.mutate({ dayOrder: settings.shape.dayOrder.parse(value) })}
          data={settings.shape.dayOrder.options.map((value) => ({ value, label: t(`settings.dayOrders.${value}`) }))}
        />
      </div>
      <Text size="xs" c="dimmed">
        {t('settings.about', { version: about?.version ?? '', content: about?.contentVersion ?? '' })}
      </Text>
    </Stack>
  )
}
