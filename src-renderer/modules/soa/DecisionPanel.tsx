import { Alert, Button, MultiSelect, SimpleGrid, Stack, Text } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { type Decision, type DecisionField, decisionFields, type LintFinding } from '../../../src-main/contract/soa.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import { useCatalog } from '../../app/catalog.ts'
import type { FieldValue } from '../../ui/draft.ts'
import { EvidenceField } from '../../ui/EvidenceField.tsx'
import { LinkedEntries } from '../../ui/LinkedEntries.tsx'
import { RecordField } from '../../ui/RecordField.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { CustomControlFields } from './AddControl.tsx'
import { CalledFor } from './CalledFor.tsx'
import { ProposalCard } from './Proposals.tsx'

/** Everything about one row of the SoA; `field` has the focus where a jump leads here. */
export function DecisionPanel({
  decision,
  findings,
  field: focused,
  close,
}: {
  decision: Decision
  findings: LintFinding[]
  field: string | undefined
  close: () => void
}) {
  const { t } = useTranslation('soa')
  const catalog = useCatalog()
  const { handle } = useParams({ from: '/e/$handle' })
  const decide = useChange('soa.decide', { quiet: true })
  useEffect(() => {
    if (focused) setTimeout(() => document.getElementById(`soa-${decision.code}-${focused}`)?.focus(), 60)
  }, [focused, decision.code])
  const field = (name: DecisionField, words: string = name) => (
    <RecordField
      key={name}
      id={`soa-${decision.code}-${name}`}
      schema={decisionFields.shape[name]}
      area="soa"
      field={name}
      words={words}
      record={decision.id}
      value={decision[name]}
      save={(value: FieldValue) => decide.mutateAsync({ code: decision.code, fields: decisionFields.partial().parse({ [name]: value }) })}
    />
  )
  const control = catalog?.items.get(decision.code)
  const isExcluded = decision.applicability === 'excluded'
  return (
    <SidePanel
      title={decision.title}
      kicker={
        <Text size="xs" c="dimmed" fw={500}>
          {decision.code}
        </Text>
      }
      onClose={close}
    >
      <Stack gap="sm">
        {decision.custom ? <CustomControlFields decision={decision} close={close} /> : <Text size="sm">{control?.asks}</Text>}
        {findings.map((finding) => (
          <Alert
            key={finding.rule}
            variant="light"
            color="gray"
            p="xs"
            styles={{
              root: { background: `var(--tone-${finding.severity === 'error' ? 'poor' : 'fair'}-tint)` },
              message: { color: 'var(--mantine-color-text)' },
            }}
          >
            {finding.sentence}
          </Alert>
        ))}
        <ProposalCard code={decision.code} />
        <CalledFor code={decision.code} />
        {field('applicability')}
        {isExcluded ? (
          <>
            {control?.kind === 'control' && (
              <Text size="xs" c="dimmed">
                {control.exclusion}
              </Text>
            )}
            {field('exclusionJustification')}
            <SimpleGrid cols={2} spacing="sm">
              {field('exclusionApprovedBy')}
              {field('exclusionValidUntil')}
            </SimpleGrid>
          </>
        ) : (
          <>
            {field('reasons', 'reason')}
            {field('reasonText')}
            {field('status')}
            {field('implementation')}
            {field('statusReason')}
          </>
        )}
        {field('responsible')}
        <Systems decision={decision} />
        {!isExcluded && (
          <>
            {field('evidence')}
            <SimpleGrid cols={2} spacing="sm">
              {field('evidenceDate')}
              {field('evidenceState')}
            </SimpleGrid>
          </>
        )}
        {field('reviewDate')}
        <EvidenceField target={{ kind: 'control', id: decision.code }} />
        <LinkedEntries target={{ kind: 'control', id: decision.code }} />
        {!decision.custom && (
          <Button
            variant="subtle"
            renderRoot={(props) => <Link {...props} to="/e/$handle/gap" params={{ handle }} search={{ item: decision.code }} />}
          >
            {t('toGap', { state: t(`gap:conformity.${decision.conformity}`) })}
          </Button>
        )}
      </Stack>
    </SidePanel>
  )
}

/** The AI systems that a control concerns. */
function Systems({ decision }: { decision: Decision }) {
  const { t } = useTranslation('soa')
  const { data: systems = [] } = useProcedure('inventory.systems', {})
  const set = useChange('soa.setSystems')
  return (
    <MultiSelect
      label={t('fields.systems')}
      data={systems.map(({ id, name, department }) => ({ value: id, label: department ? `${name} (${department})` : name }))}
      value={decision.systems.map(({ id }) => id)}
      onChange={(systemIds) => set.mutate({ code: decision.code, systemIds })}
      searchable
      limit={80}
      nothingFoundMessage={t('noSystems')}
    />
  )
}
