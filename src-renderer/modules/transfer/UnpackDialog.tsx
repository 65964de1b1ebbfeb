import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackageSummary } from '../../../src-main/contract/transfer.ts'
import { CallError, useJob } from '../../app/calls.ts'
import { useChooseFile } from '../../ui/choose-file.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { moment } from '../../ui/moment.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useAttempt } from '../../ui/use-attempt.ts'

const asksForPassphrase = (error: unknown) =>
  error instanceof CallError && ['passphrase-needed', 'wrong-passphrase'].includes(error.report.code)

/** Checks a package that a colleague sent, says what is in it, and writes its engagement where the consultant wants it. */
export function UnpackDialog({ path, close, open }: { path: string; close: () => void; open: (path: string) => void }) {
  const { t } = useTranslation(['transfer', 'ui'])
  const { chooseSavePath } = useChooseFile()
  const inspect = useJob('transfer.inspect')
  const unpack = useJob('transfer.unpack')
  const [passphrase, setPassphrase] = useState('')
  const [needsPassphrase, setNeedsPassphrase] = useState(false)
  const [summary, setSummary] = useState<PackageSummary | null>(null)
  const { attempt, failure } = useAttempt()
  const given = passphrase ? { passphrase } : {}
  const look = () => {
    void attempt(
      () =>
        inspect.start({ path, ...given }).catch((error: unknown) => {
          if (asksForPassphrase(error)) setNeedsPassphrase(true)
          throw error
        }),
      setSummary,
    )
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once for each package; again only when asked to
  useEffect(look, [path])
  const write = () => attempt(unpackTo)
  const unpackTo = async () => {
    const to = await chooseSavePath({
      title: t('unpackWhere'),
      kind: t('ui:files.open'),
      extensions: ['aims'],
      suggested: path.replace(/\.aimspack$/i, '.aims'),
    })
    if (to === null) return
    const { path: written } = await unpack.start({ path, to, ...given })
    close()
    open(written)
  }
  // That it is locked is no failure; that a passphrase does not open it is one.
  const isLocked = failure instanceof CallError && failure.report.code === 'passphrase-needed'
  const running = inspect.running ?? unpack.running
  return (
    <Dialog onClose={close} title={t('unpackTitle', { name: path.replace(/^.*[/\\]/, '') })}>
      <Stack gap="sm">
        {isLocked ? <Notice tone="info">{failure.message}</Notice> : <Failure failure={failure} />}
        {needsPassphrase && !summary && (
          <PasswordInput
            data-autofocus
            label={t('passphrase')}
            value={passphrase}
            onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && look()}
            visibilityToggleButtonProps={{ 'aria-label': t('showPassphrase') }}
          />
        )}
        {summary && (
          <>
            <Text fw={600}>{summary.client}</Text>
            <Text size="sm" c="dimmed">
              {t('packedOn', {
                date: moment(summary.createdAt),
                systems: summary.counts.aiSystem ?? 0,
                changes: summary.counts.change ?? 0,
              })}
            </Text>
            <Text size="sm">{t('whole')}</Text>
          </>
        )}
        <JobProgress running={running} cancel={inspect.running ? inspect.cancel : unpack.cancel} />
        <Group justify="flex-end">
          {summary ? (
            <Button onClick={() => void write()} disabled={running !== null} data-autofocus>
              {t('unpackHere')}
            </Button>
          ) : (
            needsPassphrase && (
              <Button onClick={look} disabled={running !== null || !passphrase}>
                {t('unlock')}
              </Button>
            )
          )}
        </Group>
      </Stack>
    </Dialog>
  )
}
