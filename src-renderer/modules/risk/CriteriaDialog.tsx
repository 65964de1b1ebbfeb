import { Button, Group, Stack, Tabs, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RiskCriteria, riskCriteria } from '../../../src-main/contract/risk.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { LineEditor } from './LineEditor.tsx'
import { ScaleEditor } from './ScaleEditor.tsx'

/** The criteria of the engagement: scales in words, and where acceptance ends (clause 6.1.2). Nothing changes before they are used. */
export function CriteriaDialog({ close }: { close: () => void }) {
  const { t } = useTranslation('risk')
  const { data: criteria } = useProcedure('risk.criteria', {})
  return (
    <Dialog onClose={close} title={t('criteria.title')} size={760}>
      {criteria && <CriteriaForm stored={criteria} close={close} />}
    </Dialog>
  )
}

/** A line for scales that got longer or shorter: cut, or continued as it ends. */
const refit = (draft: RiskCriteria): RiskCriteria => ({
  ...draft,
  acceptance: draft.likelihood.map((_, index) =>
    Math.min(draft.acceptance[index] ?? draft.acceptance.at(-1) ?? 0, draft.consequence.length),
  ),
})

function CriteriaForm({ stored, close }: { stored: RiskCriteria; close: () => void }) {
  const { t } = useTranslation('risk')
  const [draft, setDraft] = useState(stored)
  const set = useChange('risk.setCriteria')
  const isValid = riskCriteria.safeParse(draft).success
  const { data: matrix } = useProcedure('risk.matrix', draft, { enabled: isValid })
  const scale = { likelihood: t('criteria.likelihoodScale'), consequence: t('criteria.consequenceScale') }
  return (
    <Stack gap="sm">
      <Tabs defaultValue="line" keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="line" data-autofocus>
            {t('criteria.line')}
          </Tabs.Tab>
          <Tabs.Tab value="likelihood">{scale.likelihood}</Tabs.Tab>
          <Tabs.Tab value="consequence">{scale.consequence}</Tabs.Tab>
          <Tabs.Tab value="note">{t('criteria.noteField')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="line">
          {matrix && <LineEditor criteria={draft} levels={matrix.levels} change={(acceptance) => setDraft({ ...draft, acceptance })} />}
        </Tabs.Panel>
        {(['likelihood', 'consequence'] as const).map((name) => (
          <Tabs.Panel key={name} value={name}>
            <ScaleEditor title={scale[name]} steps={draft[name]} change={(steps) => setDraft(refit({ ...draft, [name]: steps }))} />
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="note">
          <Textarea
            label={t('criteria.note')}
            value={draft.note}
            onChange={({ currentTarget }) => setDraft({ ...draft, note: currentTarget.value })}
            autosize
            minRows={4}
          />
        </Tabs.Panel>
      </Tabs>
      <Group justify="space-between" align="center" wrap="nowrap">
        <Text size="sm" aria-live="polite">
          {isValid ? matrix && effects(matrix, t) : t('criteria.sameWord')}
        </Text>
        <Button
          onClick={() => set.mutate(draft, { onSuccess: close })}
          disabled={!isValid}
          loading={set.isPending}
          style={{ flexShrink: 0 }}
        >
          {t('criteria.save')}
        </Button>
      </Group>
    </Stack>
  )
}

/** What the draft would change in the register, in words. */
function effects(matrix: { better: number; worse: number; moved: number }, t: (key: string, values?: { count: number }) => string): string {
  const parts = (['worse', 'better', 'moved'] as const).filter((part) => matrix[part] > 0)
  if (parts.length === 0) return `${t('criteria.noChange')}.`
  return `${parts.map((part) => t(`criteria.${part}`, { count: matrix[part] })).join('. ')}.`
}
