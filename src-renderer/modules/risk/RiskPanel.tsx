import { Alert, Anchor, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconTopologyStar3, IconTrash } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Risk, type RiskField, riskFields } from '../../../src-main/contract/risk.ts'
import { useChange, useProcedure } from '../../app/calls.ts'
import type { FieldValue } from '../../ui/draft.ts'
import { EvidenceField } from '../../ui/EvidenceField.tsx'
import { LinkedEntries } from '../../ui/LinkedEntries.tsx'
import { RecordField } from '../../ui/RecordField.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { Assess } from './Assess.tsx'
import { ControlsField, SystemsField, TopicsField } from './Links.tsx'
import { type Stage, toneOfLevel } from './levels.ts'

/** Everything about one risk, in the order of the work: identify, assess, treat, accept, review. */
export function RiskPanel({ id, close, remove }: { id: string; close: () => void; remove: () => void }) {
  const { data: risk } = useProcedure('risk.get', { id })
  return risk?.id === id ? <RiskForm risk={risk} close={close} remove={remove} /> : null
}

function RiskForm({ risk, close, remove }: { risk: Risk; close: () => void; remove: () => void }) {
  const { t } = useTranslation('risk')
  const update = useChange('risk.update', { quiet: true })
  const field = (name: RiskField, options: { autoFocus?: boolean; minRows?: number } = {}) => (
    <RecordField
      key={name}
      schema={riskFields.shape[name]}
      area="risk"
      field={name}
      record={risk.id}
      value={risk[name]}
      save={(value: FieldValue) => update.mutateAsync({ id: risk.id, fields: riskFields.partial().parse({ [name]: value }) })}
      {...options}
    />
  )
  // Every field of the register has its place below, or in `Assess`: a new one is a type error until it has.
  const fields = {
    title: field('title', { autoFocus: risk.title === t('newTitle') }),
    reference: field('reference'),
    sources: <TopicsField risk={risk} kind="source" />,
    objectives: <TopicsField risk={risk} kind="objective" />,
    cause: field('cause'),
    event: field('event'),
    consequence: field('consequence'),
    owner: field('owner'),
    treatment: field('treatment'),
    treatmentStatus: field('treatmentStatus'),
    treatmentPlan: field('treatmentPlan'),
    treatmentOwner: field('treatmentOwner'),
    treatmentDue: field('treatmentDue'),
    acceptedBy: field('acceptedBy'),
    acceptedOn: field('acceptedOn'),
    acceptanceReason: field('acceptanceReason'),
    reviewDate: field('reviewDate'),
    state: field('state'),
    notes: field('notes'),
  } satisfies Record<Exclude<RiskField, `${Stage}${'Likelihood' | 'Consequence'}`>, ReactNode>
  return (
    <SidePanel title={risk.title} width={500} kicker={<Kicker risk={risk} />} onClose={close}>
      <Stack gap="sm">
        <Issues risk={risk} />
        <Part title={t('panel.identify')}>
          <div style={{ display: 'grid', gridTemplateColumns: '1fr 96px', gap: 12 }}>
            {fields.title}
            {fields.reference}
          </div>
          {fields.sources}
          {fields.objectives}
          {fields.cause}
          {fields.event}
          {fields.consequence}
          <SystemsField risk={risk} />
          {fields.owner}
        </Part>
        <Part title={t('panel.assess')}>
          <Assess risk={risk} />
        </Part>
        <Part title={t('panel.treat')}>
          <SimpleGrid cols={2} spacing="sm">
            {fields.treatment}
            {fields.treatmentStatus}
          </SimpleGrid>
          <ControlsField risk={risk} />
          {fields.treatmentPlan}
          <SimpleGrid cols={2} spacing="sm">
            {fields.treatmentOwner}
            {fields.treatmentDue}
          </SimpleGrid>
        </Part>
        <Part title={t('panel.accept')}>
          <Text size="xs" c="dimmed">
            {t('panel.acceptHelp')}
          </Text>
          <AcceptedTag risk={risk} />
          <SimpleGrid cols={2} spacing="sm">
            {fields.acceptedBy}
            {fields.acceptedOn}
          </SimpleGrid>
          {fields.acceptanceReason}
        </Part>
        <EvidenceField target={{ kind: 'risk', id: risk.id }} />
        <LinkedEntries target={{ kind: 'risk', id: risk.id }} />
        <Part title={t('panel.review')}>
          <SimpleGrid cols={2} spacing="sm">
            {fields.reviewDate}
            {fields.state}
          </SimpleGrid>
          {fields.notes}
          <Origin risk={risk} />
          <Group>
            <TraceButton id={risk.id} />
            <Button variant="default" leftSection={<IconTrash size={14} aria-hidden />} onClick={remove}>
              {t('removeThis')}
            </Button>
          </Group>
        </Part>
      </Stack>
    </SidePanel>
  )
}

/** Everything that is linked with the risk, drawn around it. */
function TraceButton({ id }: { id: string }) {
  const { t } = useTranslation('risk')
  const { handle } = useParams({ from: '/e/$handle' })
  return (
    <Button
      variant="default"
      leftSection={<IconTopologyStar3 size={14} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/e/$handle/trace" params={{ handle }} search={{ kind: 'risk', id }} />}
    >
      {t('panel.trace')}
    </Button>
  )
}

function Kicker({ risk }: { risk: Risk }) {
  const { t } = useTranslation('risk')
  return (
    <Group gap={8}>
      <Text size="xs" c="dimmed" fw={500}>
        {risk.reference}
      </Text>
      <StateTag tone={toneOfLevel[risk.current.level]}>{t(`level.${risk.current.level}`)}</StateTag>
    </Group>
  )
}

/** What an auditor would raise. */
function Issues({ risk }: { risk: Risk }) {
  const { t } = useTranslation('risk')
  if (risk.issues.length === 0) return null
  return (
    <Alert
      variant="light"
      color="gray"
      p="xs"
      styles={{ root: { background: 'var(--tone-fair-tint)' }, message: { color: 'var(--mantine-color-text)' } }}
    >
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {risk.issues.map((issue) => (
          <li key={issue}>{t(`issue.${issue}`)}</li>
        ))}
      </ul>
    </Alert>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} style={{ borderBlockStart: '1px solid var(--line-quiet)', paddingBlockStart: 10 }}>
      <Title order={3} mb={8}>
        {title}
      </Title>
      <Stack gap="sm">{children}</Stack>
    </section>
  )
}

/** Whether what remains is accepted: by the criteria, by a person, or not yet. */
function AcceptedTag({ risk }: { risk: Risk }) {
  const { t } = useTranslation('risk')
  const [hasName, hasDay] = [risk.acceptedBy.trim() !== '', risk.acceptedOn !== null]
  if (hasName && hasDay) return <StateTag tone="good">{t('panel.accepted')}</StateTag>
  if (hasName || hasDay) return <StateTag tone="poor">{t('panel.partlyAccepted')}</StateTag>
  const needsOne = risk.issues.includes('residual-not-accepted') || risk.issues.includes('target-not-acceptable')
  if (needsOne) return <StateTag tone="poor">{t('panel.notAccepted')}</StateTag>
  return risk.current.level === 'low' ? <Text size="sm">{t('panel.within')}</Text> : null
}

/** Where the risk started from, as a link where there is somewhere to go. */
function Origin({ risk }: { risk: Risk }) {
  const { t } = useTranslation('risk')
  const { handle } = useParams({ from: '/e/$handle' })
  if (risk.origin === null) return null
  const words = `${t(`origin.${risk.origin}`)}: ${risk.originTitle || t('panel.originGone')}`
  const jump =
    risk.origin === 'finding' && risk.originId !== null
      ? { to: '/e/$handle/gap' as const, search: { item: risk.originId } }
      : risk.originAssessmentId !== null
        ? {
            to: '/e/$handle/impacts' as const,
            search: { assessment: risk.originAssessmentId, item: 'impacts', ...(risk.originId ? { id: risk.originId } : {}) },
          }
        : null
  return (
    <Text size="sm" c="dimmed">
      {jump === null ? (
        t('panel.from', { origin: words })
      ) : (
        <Anchor renderRoot={(props) => <Link {...props} {...jump} params={{ handle }} />} underline="always" size="sm">
          {t('panel.from', { origin: words })}
        </Anchor>
      )}
    </Text>
  )
}
