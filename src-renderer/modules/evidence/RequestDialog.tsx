import { Button, Checkbox, Group, ScrollArea, Stack, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestProposal } from '../../../src-main/contract/evidence.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DayInput, isDay } from '../../ui/date/DayInput.tsx'
import styles from './EvidenceScreen.module.css'

/** Days that a client usually has for a list. */
const usualDays = 14
const none: RequestProposal[] = []

function search(proposals: RequestProposal[], words: string): RequestProposal[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return proposals.filter(({ id, itemTitle, hints }) =>
    wanted.every((word) => [id, itemTitle, ...hints].join('\n').toLowerCase().includes(word)),
  )
}

/** Chooses what the client is asked for: one proposal for each requirement and control without evidence. */
export function RequestDialog({ close, added }: { close: () => void; added: (ids: string[]) => void }) {
  const { t } = useTranslation('evidence')
  const { data: proposals = none, isSuccess } = useProcedure('evidence.proposals', {})
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [dueDate, setDueDate] = useState<string | null>(dayjs().add(usualDays, 'day').format('YYYY-MM-DD'))
  const add = useChange('evidence.addRequests')
  const found = useMemo(() => search(proposals, words), [proposals, words])
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const submit = () => {
    const items = proposals.filter(({ id }) => chosen.has(id)).map(({ kind, id }) => ({ kind, id }))
    const onSuccess = ({ ids }: { ids: string[] }) => {
      close()
      added(ids)
    }
    add.mutate({ items, dueDate }, { onSuccess })
  }
  return (
    <Dialog onClose={close} title={t('requests.title')} size={760}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('requests.about')}
        </Text>
        <Group align="flex-end" wrap="nowrap">
          <TextInput
            data-autofocus
            leftSection={<IconSearch size={14} aria-hidden />}
            aria-label={t('requests.search')}
            placeholder={t('ui:search')}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
            style={{ flex: 1 }}
          />
          <Button
            variant="default"
            onClick={() => setChosen(new Set([...chosen, ...found.map(({ id }) => id)]))}
            disabled={found.length === 0}
          >
            {t('requests.all')}
          </Button>
          <Button variant="default" onClick={() => setChosen(new Set())} disabled={chosen.size === 0}>
            {t('requests.none')}
          </Button>
        </Group>
        <ScrollArea.Autosize mah="min(440px, 46vh)" type="auto" viewportProps={{ tabIndex: -1 }}>
          <ul className={styles.list} aria-label={t('requests.list')}>
            {found.map((proposal) => (
              <li key={proposal.id} className={styles.proposal}>
                <Proposal proposal={proposal} isChosen={chosen.has(proposal.id)} toggle={() => toggle(proposal.id)} />
              </li>
            ))}
          </ul>
          {isSuccess && found.length === 0 && (
            <Text c="dimmed" p="lg" ta="center">
              {t(proposals.length === 0 ? 'requests.nothing' : 'requests.notFound')}
            </Text>
          )}
        </ScrollArea.Autosize>
        <Group justify="space-between" align="flex-end">
          <DayInput label={t('requests.due')} value={dueDate} onChange={setDueDate} clearable w={200} />
          <Button onClick={submit} disabled={chosen.size === 0 || !isDay(dueDate)} loading={add.isPending}>
            {chosen.size === 0 ? t('requests.addNone') : t('requests.add', { count: chosen.size })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

function Proposal({ proposal, isChosen, toggle }: { proposal: RequestProposal; isChosen: boolean; toggle: () => void }) {
  const { t } = useTranslation(['evidence', 'gap'])
  const groups = proposal.ask.map((group) => t(`gap:ask.${group}`)).join(', ')
  return (
    <Checkbox
      label={`${proposal.id} ${proposal.itemTitle}`}
      description={
        <>
          {proposal.hints.join(' · ')}
          <br />
          {t('requests.from', { groups })}
        </>
      }
      checked={isChosen}
      onChange={toggle}
      styles={{ label: { fontWeight: 500 }, description: { fontSize: 'var(--mantine-font-size-xs)', lineHeight: 1.4 } }}
    />
  )
}
