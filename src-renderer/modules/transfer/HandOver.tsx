import { Button, Group, PasswordInput, Popover, Stack, Text } from '@mantine/core'
import { IconPackageExport } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackageSummary } from '../../../src-main/contract/transfer.ts'
import { call, useHandle, useJob } from '../../app/calls.ts'
import { desktop } from '../../app/host.ts'
import { flushAll } from '../../app/save-state.ts'
import { useChooseFile } from '../../ui/choose-file.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { useAttempt } from '../../ui/use-attempt.ts'

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toLocaleString(undefined, { maximumFractionDigits: 2 })

/** Hands the engagement to a colleague: two clicks make a checked, compressed package beside the file. */
export function HandOver() {
  const { t } = useTranslation('transfer')
  const [opened, setOpened] = useState(false)
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={380}
      trapFocus
      returnFocus
      withArrow
      closeOnClickOutside={false}
    >
      <Popover.Target>
        <Button leftSection={<IconPackageExport size={15} aria-hidden />} onClick={() => setOpened((now) => !now)}>
          {t('handOver')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>{opened && <PackForm close={() => setOpened(false)} />}</Popover.Dropdown>
    </Popover>
  )
}

function PackForm({ close }: { close: () => void }) {
  const { t } = useTranslation(['transfer', 'ui'])
  const handle = useHandle()
  const { chooseSavePath } = useChooseFile()
  const { start, running, cancel } = useJob('transfer.pack')
  const [passphrase, setPassphrase] = useState('')
  const [done, setDone] = useState<PackageSummary | null>(null)
  const { attempt, failure } = useAttempt()
  const pack = (choose: boolean) =>
    attempt(async () => {
      await flushAll()
      const { path } = await call('transfer.suggestPackage', {}, handle)
      const to = choose ? await chooseSavePath({ title: t('where'), kind: t('kind'), extensions: ['aimspack'], suggested: path }) : path
      return to === null ? null : start({ to, overwrite: choose, ...(passphrase ? { passphrase } : {}) })
    }, setDone)
  if (done) return <Packed summary={done} close={close} />
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('copyForEmail')}</Text>
      <Text size="sm" c="dimmed">
        {t('copyHelp')}
      </Text>
      <PasswordInput
        label={t('passphrase')}
        description={t('passphraseHelp')}
        value={passphrase}
        onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('showPassphrase') }}
      />
      <Failure failure={failure} />
      <JobProgress running={running} cancel={cancel} />
      <Group justify="flex-end">
        <Button variant="default" onClick={() => void pack(true)} disabled={running !== null}>
          {t('saveAs')}
        </Button>
        <Button onClick={() => void pack(false)} disabled={running !== null} data-autofocus>
          {t('copy')}
        </Button>
      </Group>
    </Stack>
  )
}

function Packed({ summary, close }: { summary: PackageSummary; close: () => void }) {
  const { t } = useTranslation(['transfer', 'ui'])
  const bridge = desktop()
  return (
    <Stack gap="sm" role="status">
      <Text fw={600}>{t('ready', { size: megabytes(summary.size) })}</Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {summary.path}
      </Text>
      <Text size="xs" c="dimmed">
        {t(summary.encrypted ? 'encrypted' : 'plain')}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => void navigator.clipboard.writeText(summary.path)}>
          {t('copyPath')}
        </Button>
        {bridge && (
          <Button variant="default" onClick={() => void bridge.revealFile(summary.path)}>
            {t('reveal')}
          </Button>
        )}
        <Button onClick={close} data-autofocus>
          {t('ui:close')}
        </Button>
      </Group>
    </Stack>
  )
}
