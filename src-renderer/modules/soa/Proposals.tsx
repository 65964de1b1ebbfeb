import { Alert, Badge, Button, Checkbox, Group, ScrollArea, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconBulb } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proposal } from '../../../src-main/contract/soa.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { StateTag } from '../../ui/StateTag.tsx'

/** How many proposals wait; leads to all of them. */
export function ProposalsButton({ open }: { open: () => void }) {
  const { t } = useTranslation('soa')
  const { data: proposals = [] } = useProcedure('soa.proposals', {})
  if (proposals.length === 0) return null
  return (
    <Button variant="light" leftSection={<IconBulb size={15} aria-hidden />} onClick={open}>
      {t('proposals.bar', { count: proposals.length })}
    </Button>
  )
}

/** What accepting a proposal would do, in words. */
function useEffectInWords() {
  const { t } = useTranslation('soa')
  return ({ applicability, reasons, writesText }: Proposal) =>
    [
      ...(applicability === 'applicable' ? [] : [t('proposals.becomes', { now: t(`applicability.${applicability}`) })]),
      ...(reasons.length === 0 ? [] : [t('proposals.adds', { reasons: reasons.map((reason) => t(`reason.${reason}`)).join(', ') })]),
      t(writesText ? 'proposals.writes' : 'proposals.keeps'),
    ].join('; ')
}

function useAccept() {
  const { t } = useTranslation('soa')
  const accept = useChange('soa.acceptProposals')
  return (codes: string[], then: () => void) =>
    accept.mutate(
      { codes },
      {
        onSuccess: ({ changed }) => {
          notifications.show({ message: t('proposals.accepted', { count: changed }) })
          then()
        },
      },
    )
}

/** Every proposal, to be accepted one by one or together. What is excluded today is chosen by hand alone. */
export function Proposals({ close }: { close: () => void }) {
  const { t } = useTranslation('soa')
  const { data: proposals } = useProcedure('soa.proposals', {})
  const accept = useAccept()
  const inWords = useEffectInWords()
  const list = useRef<HTMLDivElement>(null)
  const buttons = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('[data-accept]') ?? [])]
  /** The button that has the focus goes with its proposal: the one after it takes over, and in the end what closes the dialog. */
  const acceptOne = (code: string) => {
    const place = buttons().findIndex((button) => button.dataset.accept === code)
    const next = buttons()[place + 1] ?? buttons()[place - 1]
    accept([code], () => (next ?? document.querySelector<HTMLElement>('[role="dialog"] button'))?.focus())
  }
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map())
  if (!proposals) return null
  const isChosen = ({ code, applicability }: Proposal) => changed.get(code) ?? applicability !== 'excluded'
  const chosen = proposals.filter(isChosen)
  const safe = proposals.filter(({ applicability }) => applicability !== 'excluded')
  return (
    <Dialog onClose={close} size="min(860px, 94vw)" title={t('proposals.title')}>
      {proposals.length === 0 ? (
        <EmptyState title={t('proposals.none')}>{t('proposals.noneHelp')}</EmptyState>
      ) : (
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('proposals.help')}
          </Text>
          <Group justify="space-between">
            <Checkbox
              data-autofocus
              label={t('proposals.all')}
              checked={safe.length > 0 && safe.every(isChosen)}
              indeterminate={chosen.length > 0 && !safe.every(isChosen)}
              onChange={({ currentTarget }) => {
                const { checked } = currentTarget
                setChanged(new Map(proposals.map(({ code, applicability }) => [code, checked && applicability !== 'excluded'])))
              }}
            />
            <Button
              disabled={chosen.length === 0}
              onClick={() =>
                accept(
                  chosen.map(({ code }) => code),
                  close,
                )
              }
            >
              {t('proposals.acceptChosen', { count: chosen.length })}
            </Button>
          </Group>
          <ScrollArea.Autosize mah="56vh" type="auto" className="list-edge" viewportProps={{ tabIndex: -1 }} viewportRef={list}>
            <Stack gap={0} component="ul" m={0} p={0} pe="md" style={{ listStyle: 'none' }}>
              {proposals.map((proposal) => (
                <Group
                  key={proposal.code}
                  component="li"
                  gap="sm"
                  wrap="nowrap"
                  align="flex-start"
                  py="xs"
                  style={{ borderBlockStart: '1px solid var(--line-quiet)' }}
                >
                  <Checkbox
                    mt={3}
                    aria-label={`${proposal.code} ${proposal.title}`}
                    checked={isChosen(proposal)}
                    onChange={({ currentTarget }) => {
                      const { checked } = currentTarget
                      setChanged((now) => new Map([...now, [proposal.code, checked]]))
                    }}
                  />
                  <div style={{ flex: 1, minWidth: 0 }}>
                    <Group gap="xs">
                      <Text size="sm" fw={600}>
                        {proposal.code} {proposal.title}
                      </Text>
                      {proposal.applicability === 'excluded' && <StateTag tone="fair">{t('applicability.excluded')}</StateTag>}
                    </Group>
                    <Text size="sm">{proposal.sentence}</Text>
                    <Text size="xs" c="dimmed">
                      {inWords(proposal)}
                    </Text>
                  </div>
                  <Button
                    variant="default"
                    aria-label={`${t('proposals.accept')} ${proposal.code}`}
                    data-accept={proposal.code}
                    onClick={() => acceptOne(proposal.code)}
                  >
                    {t('proposals.accept')}
                  </Button>
                </Group>
              ))}
            </Stack>
          </ScrollArea.Autosize>
        </Stack>
      )}
    </Dialog>
  )
}

/** The proposal for the row that is open, with what it would write. */
export function ProposalCard({ code }: { code: string }) {
  const { t } = useTranslation('soa')
  const { data: proposals = [] } = useProcedure('soa.proposals', {})
  const accept = useAccept()
  const inWords = useEffectInWords()
  const proposal = proposals.find((candidate) => candidate.code === code)
  if (!proposal) return null
  return (
    <Alert
      variant="light"
      p="xs"
      styles={{ root: { background: 'var(--tone-info-tint)' }, message: { color: 'var(--mantine-color-text)' } }}
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Badge variant="transparent" tt="none" px={0} leftSection={<IconBulb size={13} aria-hidden />} c="var(--tone-info-strong)">
            {t('proposals.inPanel')}
          </Badge>
          <Text size="sm">{proposal.sentence}</Text>
          <Text size="xs">{inWords(proposal)}</Text>
        </div>
        <Button
          variant="default"
          style={{ flexShrink: 0 }}
          onClick={() => accept([code], () => document.getElementById(`soa-${code}-applicability`)?.focus())}
        >
          {t('proposals.accept')}
        </Button>
      </Group>
    </Alert>
  )
}
