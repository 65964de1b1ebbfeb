import { ActionIcon, Group, Menu, Select } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../src-main/contract/days.ts'
import { useChange } from '../../app/calls.ts'
import { useRound } from '../../app/round.tsx'
import { useConfirmRemoval } from '../../ui/confirm-removal.tsx'
import { useJudgements } from './judgements.ts'
import { RenameRound, StartRound } from './RoundDialogs.tsx'

/** Which round is shown, and what can be done with rounds. */
export function RoundBar() {
  const { t } = useTranslation('gap')
  const { rounds, round, choose } = useRound()
  const update = useChange('gap.updateRound')
  const remove = useChange('gap.deleteRound')
  const [dialog, setDialog] = useState<'start' | 'rename' | null>(null)
  const confirmRemoval = useConfirmRemoval()
  const { judgements } = useJudgements()
  const close = () => setDialog(null)
  if (!round) return null
  const isClosed = round.closedOn !== null
  const removeRound = async () => {
    const count = judgements.length
    const title = t('removal.title', { name: round.name })
    if (await confirmRemoval({ count, title, goes: t('removal.goes', { count }) })) remove.mutate({ roundId: round.id })
  }
  const today = localDay(new Date())
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
          <Menu.Item onClick={() => setDialog('start')}>{t('startRound')}</Menu.Item>
          <Menu.Item onClick={() => setDialog('rename')}>{t('renameRound')}</Menu.Item>
          <Menu.Item onClick={() => update.mutate({ roundId: round.id, closedOn: isClosed ? null : today })}>
            {t(isClosed ? 'reopenRound' : 'closeRound')}
          </Menu.Item>
          <Menu.Item disabled={rounds.length < 2} onClick={() => void removeRound()}>
            {t('deleteRound')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'start' && <StartRound latest={round} close={close} started={choose} />}
      {dialog === 'rename' && <RenameRound round={round} close={close} />}
    </Group>
  )
}
