import { Anchor, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { RiskClass } from '../../../src-main/contract/classification.ts'
import { type AiSystem, type SystemField, systemFields } from '../../../src-main/contract/inventory.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import type { FieldValue } from '../../ui/draft.ts'
import { EvidenceField } from '../../ui/EvidenceField.tsx'
import { LinkedEntries } from '../../ui/LinkedEntries.tsx'
import { RecordField } from '../../ui/RecordField.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { LinkedRecords } from './LinkedRecords.tsx'
import { addressesIn } from './links.ts'
import { RiskClassTag } from './RiskClassTag.tsx'

/** Everything about one AI system, and what it is linked with. */
export function SystemPanel({ id, riskClass, close }: { id: string; riskClass: RiskClass; close: () => void }) {
  const { data: system } = useProcedure('inventory.system', { id })
  return system?.id === id ? <SystemFields key={id} system={system} riskClass={riskClass} close={close} /> : null
}

function SystemFields({ system, riskClass, close }: { system: AiSystem; riskClass: RiskClass; close: () => void }) {
  const { t } = useTranslation('inventory')
  const { handle } = useParams({ from: '/e/$handle' })
  const update = useChange('inventory.update', { quiet: true })
  const field = (name: SystemField, options: { autoFocus?: boolean } = {}) => (
    <RecordField
      key={name}
      schema={systemFields.shape[name]}
      area="inventory"
      field={name}
      record={system.id}
      value={system[name]}
      save={(value: FieldValue) => update.mutateAsync({ id: system.id, fields: systemFields.partial().parse({ [name]: value }) })}
      {...options}
    />
  )
  return (
    <SidePanel title={system.name} kicker={<Reference reference={system.reference} />} onClose={close} width={460}>
      <Stack gap="lg">
        <Group gap="xs" justify="space-between">
          <RiskClassTag riskClass={riskClass} />
          <Button
            variant="subtle"
            size="compact-xs"
            renderRoot={(props) => <Link {...props} to="/e/$handle/classification" params={{ handle }} search={{ system: system.id }} />}
          >
            {riskClass === 'unclassified' ? t('classify') : t('toClassification')}
          </Button>
        </Group>
        <Section title={t('sections.what')}>
          {field('name', { autoFocus: system.name === t('newName') })}
          {field('purpose')}
          {field('intendedUse')}
          <SimpleGrid cols={2} spacing="sm">
            {field('kind')}
            {field('lifeCycleStage')}
          </SimpleGrid>
        </Section>
        <Section title={t('sections.who')}>
          <SimpleGrid cols={2} spacing="sm">
            {field('role')}
            {field('owner')}
            {field('department')}
            {field('supplier')}
          </SimpleGrid>
        </Section>
        <Section title={t('sections.how')}>
          {field('autonomy')}
          {field('humanOversight')}
          {field('models')}
        </Section>
        <Section title={t('sections.data')}>
          {field('dataCategories')}
          {field('affectedPeople')}
          {field('reach')}
        </Section>
        <Section title={t('sections.links')}>
          {field('links')}
          <Addresses links={system.links} />
          {field('notes')}
          {field('reference')}
        </Section>
        <Section title={t('sections.linked')}>
          <LinkedRecords id={system.id} />
        </Section>
        <EvidenceField target={{ kind: 'system', id: system.id }} />
        <LinkedEntries target={{ kind: 'system', id: system.id }} />
      </Stack>
    </SidePanel>
  )
}

const Reference = ({ reference }: { reference: string }) =>
  reference === '' ? null : (
    <Text size="xs" c="dimmed" fw={500}>
      {reference}
    </Text>
  )

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <Stack gap="sm" component="section" aria-labelledby={id}>
      <Title order={3} id={id}>
        {title}
      </Title>
      {children}
    </Stack>
  )
}

/** The web addresses among what was written as links: those alone can be opened. */
function Addresses({ links }: { links: string }) {
  const addresses = addressesIn(links)
  if (addresses.length === 0) return null
  return (
    <Stack gap={2}>
      {addresses.map((address) => (
        <Anchor key={address} href={address} target="_blank" rel="noreferrer noopener" size="sm" style={{ overflowWrap: 'anywhere' }}>
          {address}
        </Anchor>
      ))}
    </Stack>
  )
}
