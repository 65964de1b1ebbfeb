import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange, useProcedure } from '../../app/calls.ts'
import { Dialog } from '../../ui/Dialog.tsx'

/** Freezes the SoA as a numbered version. */
export function Approve({ close }: { close: () => void }) {
  const { t } = useTranslation(['soa', 'ui'])
  const { data: engagement } = useProcedure('engagement.get', {})
  const { data: summary } = useProcedure('soa.summary', {})
  const approve = useChange('soa.approve', { quiet: true })
  const [approver, setApprover] = useState<string | null>(null)
  const [approvedOn, setApprovedOn] = useState<string | null>(new Date().toISOString().slice(0, 10))
  const [note, setNote] = useState('')
  const name = approver ?? engagement?.approver ?? ''
  const submit = () =>
    approvedOn &&
    approve.mutate(
      { approver: name.trim(), approvedOn, note },
      {
        onSuccess: ({ number }) => {
          notifications.show({ message: t('approved', { number }) })
          close()
        },
      },
    )
  return (
    <Dialog onClose={close} title={t('approveTitle', { number: (summary?.latestVersion ?? 0) + 1 })}>
      <Stack gap="sm">
        <Text size="sm">{t('approveHelp')}</Text>
        {summary && summary.errors > 0 && (
          <Alert color="gray" styles={{ root: { background: 'var(--tone-fair-tint)' }, message: { color: 'var(--mantine-color-text)' } }}>
            {t('approveErrors', { count: summary.errors })}
          </Alert>
        )}
        {approve.error && (
          <Alert
            color="gray"
            role="alert"
            styles={{ root: { background: 'var(--tone-poor-tint)' }, message: { color: 'var(--mantine-color-text)' } }}
          >
            {approve.error.message}
          </Alert>
        )}
        <TextInput
          data-autofocus
          label={t('report.columns.approver')}
          value={name}
          onChange={({ currentTarget }) => setApprover(currentTarget.value)}
        />
        <DateInput label={t('report.columns.approvedOn')} value={approvedOn} onChange={setApprovedOn} valueFormat="YYYY-MM-DD" />
        <Textarea
          label={t('report.columns.note')}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
          autosize
          minRows={2}
        />
        <Group justify="flex-end">
          <Button onClick={submit} disabled={!name.trim() || !approvedOn} loading={approve.isPending}>
            {t('approve')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
