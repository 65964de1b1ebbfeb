import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { useJob, useProcedure } from '../../app/calls.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { sizeWords } from '../../ui/evidence-words.ts'
import { Failure } from '../../ui/Failure.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useAttempt } from '../../ui/use-attempt.ts'

/** Drops files that no entry has any more, after it was said what that means for undo. */
export function FreeSpace({ close }: { close: () => void }) {
  const { t } = useTranslation('evidence')
  const { data: unused } = useProcedure('evidence.unused', {})
  const { start, running, cancel } = useJob('evidence.freeSpace')
  const [done, setDone] = useState<OutputOf<'evidence.freeSpace'> | null>(null)
  const { attempt, failure } = useAttempt()
  const run = () => void attempt(() => start({}), setDone)
  return (
    <Dialog onClose={close} title={t('free.title')} size="md">
      <Stack gap="sm">
        <Text size="sm">{t('free.about')}</Text>
        {done && (
          <Notice tone="good" role="status">
            {t('free.done', { count: done.files, size: sizeWords(t, done.freed) })}
          </Notice>
        )}
        {!done && unused && (
          <Text size="sm" fw={500}>
            {unused.files === 0 ? t('free.nothing') : t('free.found', { count: unused.files, size: sizeWords(t, unused.size) })}
          </Text>
        )}
        {!done && unused && unused.files > 0 && <Notice tone="fair">{t('free.permanent')}</Notice>}
        <Failure failure={failure} />
        <JobProgress running={running} cancel={cancel} />
        <Group justify="flex-end">
          {done || unused?.files === 0 ? (
            <Button onClick={close}>{t('ui:close')}</Button>
          ) : (
            <Button onClick={run} disabled={running !== null || !unused}>
              {t('free.do')}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  )
}
