import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Round, roundKind } from '../../../src-main/contract/gap.ts'
import { useChange } from '../../app/calls.ts'
import { Dialog } from '../../ui/Dialog.tsx'

/** Starts a round, from the judgements of the latest one or empty. */
export function StartRound({ latest, close, started }: { latest: Round; close: () => void; started: (id: string) => void }) {
  const { t } = useTranslation('gap')
  const start = useChange('gap.startRound')
  const [kind, setKind] = useState<Round['kind']>('follow-up')
  const [name, setName] = useState('')
  const [from, setFrom] = useState('latest')
  const shown = name || t(`roundKind.${kind}`)
  const submit = () =>
    start.mutate(
      { name: shown, kind, basedOn: from === 'latest' ? latest.id : null },
      {
        onSuccess: ({ id }) => {
          started(id)
          close()
        },
      },
    )
  return (
    <Dialog onClose={close} title={t('startRound')}>
      <Stack gap="sm">
        <Select
          data-autofocus
          label={t('kind')}
          data={roundKind.options.map((value) => ({ value, label: t(`roundKind.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(roundKind.parse(value))}
          allowDeselect={false}
        />
        <TextInput label={t('roundName')} placeholder={shown} value={name} onChange={({ currentTarget }) => setName(currentTarget.value)} />
        <Select
          label={t('startFrom')}
          data={[
            { value: 'latest', label: t('fromRound', { name: latest.name }) },
            { value: 'empty', label: t('fromNothing') },
          ]}
          value={from}
          onChange={(value) => setFrom(value ?? 'latest')}
          allowDeselect={false}
        />
        <Group justify="flex-end">
          <Button onClick={submit} loading={start.isPending}>
            {t('start')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

/** Gives a round another name. */
export function RenameRound({ round, close }: { round: Round; close: () => void }) {
  const { t } = useTranslation('gap')
  const update = useChange('gap.updateRound')
  const [name, setName] = useState(round.name)
  const submit = () => {
    if (name.trim()) update.mutate({ roundId: round.id, name: name.trim() }, { onSuccess: close })
  }
  return (
    <Dialog onClose={close} title={t('renameRound')}>
      <Stack gap="sm">
        <TextInput
          data-autofocus
          label={t('roundName')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && submit()}
        />
        <Group justify="flex-end">
          <Button onClick={() => submit()} disabled={!name.trim()} loading={update.isPending}>
            {t('rename')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
