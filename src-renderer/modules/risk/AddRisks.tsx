import { Button, Checkbox, Group, ScrollArea, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RiskSeed, riskOrigin, riskOrigins } from '../../../src-main/contract/risk.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import styles from './AddRisks.module.css'

export type SeedOrigin = RiskSeed['origin']

/** Chooses what risks start from: typical AI risks, harms of impact assessments, findings. Several are added in one step. */
export function AddRisks({ origin: first, close, added }: { origin: SeedOrigin; close: () => void; added: (ids: string[]) => void }) {
  const { t } = useTranslation('risk')
  const [origin, setOrigin] = useState(first)
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { data: seeds, isPlaceholderData } = useProcedure('risk.seeds', { origin })
  const add = useChange('risk.addMany')
  const found = useMemo(() => search(isPlaceholderData ? [] : (seeds ?? []), words), [seeds, isPlaceholderData, words])
  const submit = () =>
    add.mutate(
      { from: [...chosen].map((originId) => ({ origin, originId })) },
      {
        onSuccess: ({ ids }) => {
          close()
          added(ids)
        },
      },
    )
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return (
    <Dialog onClose={close} title={t('addTitle')} size={720}>
      <Stack gap="sm">
        <Group justify="space-between">
          <SegmentedControl
            data={riskOrigins.map((value) => ({ value, label: t(`addFrom.${value}`) }))}
            value={origin}
            onChange={(value) => {
              setOrigin(riskOrigin.parse(value))
              setChosen(new Set())
            }}
          />
          <TextInput
            data-autofocus
            leftSection={<IconSearch size={14} aria-hidden />}
            aria-label={t('seedSearch')}
            placeholder={t('ui:search')}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
            w={220}
          />
        </Group>
        <ScrollArea.Autosize mah="min(440px, 50vh)" type="auto" className="list-edge" viewportProps={{ tabIndex: -1 }}>
          <ul className={styles.list} aria-label={t('seedList')}>
            {found.map((seed) => (
              <li key={seed.originId} className={styles.entry}>
                <SeedBox seed={seed} isChosen={chosen.has(seed.originId)} toggle={() => toggle(seed.originId)} />
              </li>
            ))}
          </ul>
          {found.length === 0 && seeds && !isPlaceholderData && (
            <Text c="dimmed" p="lg" ta="center">
              {seeds.length === 0 ? t(`seedEmpty.${origin}`) : t('seedNothing')}
            </Text>
          )}
        </ScrollArea.Autosize>
        <Group justify="flex-end">
          <Button onClick={submit} disabled={chosen.size === 0} loading={add.isPending}>
            {chosen.size === 0 ? t('addChosenNone') : t('addChosen', { count: chosen.size })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

function SeedBox({ seed, isChosen, toggle }: { seed: RiskSeed; isChosen: boolean; toggle: () => void }) {
  const { t } = useTranslation('risk')
  return (
    <Group wrap="nowrap" align="flex-start" gap="sm">
      <Checkbox
        style={{ flex: 1 }}
        label={seed.title}
        description={seed.about}
        checked={isChosen}
        onChange={toggle}
        styles={{ label: { fontWeight: 500 } }}
      />
      {seed.used > 0 && (
        <StateTag tone="info" bare>
          {t('seedUsed', { count: seed.used })}
        </StateTag>
      )}
    </Group>
  )
}

function search(seeds: RiskSeed[], words: string): RiskSeed[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return seeds.filter(({ title, about }) => wanted.every((word) => `${title}\n${about}`.toLowerCase().includes(word)))
}
