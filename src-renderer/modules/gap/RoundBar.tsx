import { ActionIcon, Button, Group, Menu, Select, Stack, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Round, roundKind } from '../../../src-main/contract/gap.ts'
import { useChange } from '../../app/calls.ts'
import { useRound } from '../../app/round.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

/** Which round is shown, and what can be done with rounds. */
export function RoundBar() {
  const { t } = useTranslation('gap')
  const { rounds, round, choose } = useRound()
  const update = useChange('gap.updateRound')
  const remove = useChange('gap.deleteRound')
  const [isStarting, setIsStarting] = useState(false)
  if (!round) return null
  const isClosed = round.closedOn !== null
  const today = new Date().toISOString().slice(0, 10)
  return (
    <Group gap={4} wrap="nowrap" p="xs">
      <Select
        aria-label={t('roundShown')}
        data={rounds.map(({ id, name, closedOn }) => ({ value: id, label: closedOn ? t('closedRound', { name }) : name }))}
        value={round.id}
        onChange={(id) => id && choose(id)}
        allowDeselect={false}
        style={{ flex: 1 }}
      />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('roundMenu')}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setIsStarting(true)}>{t('startRound')}</Menu.Item>
          <Menu.Item onClick={() => update.mutate({ roundId: round.id, closedOn: isClosed ? null : today })}>
            {t(isClosed ? 'reopenRound' : 'closeRound')}
          </Menu.Item>
          <Menu.Item disabled={rounds.length < 2} onClick={() => remove.mutate({ roundId: round.id })}>
            {t('deleteRound')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isStarting && <StartRound latest={round} close={() => setIsStarting(false)} started={choose} />}
    </Group>
  )
}

function StartRound({ latest, close, started }: { latest: Round; close: () => void; started: (id: string) => void }) {
  const { t } = useTranslation(['gap', 'ui'])
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
