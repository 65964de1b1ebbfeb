import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../src-main/contract/days.ts'
import type { Approval } from '../../src-main/contract/versions.ts'
import { useProcedure } from '../app/calls.ts'
import { Dialog } from './Dialog.tsx'
import { Failure } from './Failure.tsx'
import { Notice } from './Notice.tsx'
import { useAttempt } from './use-attempt.ts'

/** Freezes a piece of work as a numbered version, with who approved it and when. */
export function ApproveDialog({
  number,
  about,
  warning,
  isRefused = false,
  approve,
  close,
}: {
  /** The number that the version gets. */
  number: number
  about: string
  /** What is open and stands over the fields. */
  warning?: string | undefined
  /** It cannot be approved as it stands; the warning says why. */
  isRefused?: boolean
  approve: (approval: Approval) => Promise<unknown>
  close: () => void
}) {
  const { t } = useTranslation('ui')
  const { data: engagement } = useProcedure('engagement.get', {})
  const [approver, setApprover] = useState<string | null>(null)
  const [approvedOn, setApprovedOn] = useState<string | null>(localDay(new Date()))
  const [note, setNote] = useState('')
  const [isPending, setPending] = useState(false)
  const { attempt, failure } = useAttempt()
  const name = approver ?? engagement?.approver ?? ''
  const submit = async () => {
    if (!approvedOn) return
    setPending(true)
    await attempt(
      () => approve({ approver: name.trim(), approvedOn, note }),
      () => {
        notifications.show({ message: t('approval.done', { number }) })
        close()
      },
    )
    setPending(false)
  }
  return (
    <Dialog onClose={close} title={t('approval.title', { number })}>
      <Stack gap="sm">
        <Text size="sm">{about}</Text>
        {warning && <Notice tone="fair">{warning}</Notice>}
        <Failure failure={failure} />
        {!isRefused && <Text size="sm">{t('approval.undo')}</Text>}
        <TextInput
          data-autofocus
          label={t('approval.approver')}
          value={name}
          onChange={({ currentTarget }) => setApprover(currentTarget.value)}
        />
        <DateInput label={t('approval.approvedOn')} value={approvedOn} onChange={setApprovedOn} valueFormat="YYYY-MM-DD" />
        <Textarea
          label={t('approval.note')}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
          autosize
          minRows={2}
        />
        <Group justify="flex-end">
          <Button onClick={() => void submit()} disabled={isRefused || !name.trim() || !approvedOn} loading={isPending}>
            {t('approval.approve')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
