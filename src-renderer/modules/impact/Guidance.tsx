import { Box, Collapse, Group, List, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImpactGuide } from '../../../src-main/contract/impact.ts'
import { EvidenceField } from '../../ui/EvidenceField.tsx'
import { inputId } from './place.ts'

type Step = ImpactGuide['steps'][number]

/** The title of a step, which gets the focus when a key leads to it. */
export function StepTitle({ step }: { step: Step }) {
  return (
    <Title order={2} id={inputId('heading', step.id)} tabIndex={-1}>
      {step.title}
    </Title>
  )
}

function Words({ step }: { step: Step }) {
  const { t } = useTranslation('impact')
  return (
    <Stack gap="sm">
      <Text size="md" maw={760}>
        {step.about}
      </Text>
      <Box>
        <Text size="xs" fw={600} c="dimmed" mb={2}>
          {t('questions')}
        </Text>
        <List spacing={4} size="md" fw={500} withPadding={false} maw={760}>
          {step.questions.map((question) => (
            <List.Item key={question}>{question}</List.Item>
          ))}
        </List>
      </Box>
      <Text size="xs" c="dimmed">
        {step.source}
      </Text>
    </Stack>
  )
}

/** What a step is about and what to ask, read while somebody talks. */
export function Guidance({ step }: { step: Step }) {
  return (
    <Stack gap="sm" tabIndex={0} role="region" aria-label={step.title}>
      <StepTitle step={step} />
      <Words step={step} />
    </Stack>
  )
}

interface FoldProps {
  title: string
  opened: boolean
  toggle: () => void
}

function Fold({ title, opened, toggle }: FoldProps) {
  const Chevron = opened ? IconChevronDown : IconChevronRight
  return (
    <UnstyledButton aria-expanded={opened} onClick={toggle}>
      <Group gap={4}>
        <Chevron size={14} aria-hidden />
        <Text size="sm">{title}</Text>
      </Group>
    </UnstyledButton>
  )
}

/** The same above a table, and the evidence of the assessment: out of the way until they are asked for. */
export function FoldedGuidance({ step, assessmentId }: { step: Step; assessmentId: string }) {
  const { t } = useTranslation(['impact', 'evidence'])
  const [opened, setOpened] = useState<'guidance' | 'evidence' | null>(null)
  const fold = (part: 'guidance' | 'evidence', title: string) => (
    <Fold title={title} opened={opened === part} toggle={() => setOpened(opened === part ? null : part)} />
  )
  return (
    <div>
      <Group gap="md">
        <StepTitle step={step} />
        {fold('guidance', t('guidance'))}
        {fold('evidence', t('evidence:field'))}
      </Group>
      <Collapse expanded={opened === 'guidance'} transitionDuration={100}>
        <Box py="xs">
          <Words step={step} />
        </Box>
      </Collapse>
      {opened === 'evidence' && (
        <Box py="xs" maw={560}>
          <EvidenceField target={{ kind: 'assessment', id: assessmentId }} />
        </Box>
      )}
    </div>
  )
}
