import { Box, Collapse, Group, List, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImpactGuide } from '../../../src-main/contract/impact.ts'

type Step = ImpactGuide['steps'][number]

/** The title of a step, which gets the focus when a key leads to it. */
export function StepTitle({ step }: { step: Step }) {
  return (
    <Title order={2} id="impact-step" tabIndex={-1}>
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

/** The same above a table, out of the way until it is asked for. */
export function FoldedGuidance({ step }: { step: Step }) {
  const { t } = useTranslation('impact')
  const [opened, setOpened] = useState(false)
  const Chevron = opened ? IconChevronDown : IconChevronRight
  return (
    <div>
      <Group gap="md">
        <StepTitle step={step} />
        <UnstyledButton aria-expanded={opened} onClick={() => setOpened(!opened)}>
          <Group gap={4}>
            <Chevron size={14} aria-hidden />
            <Text size="sm">{t('guidance')}</Text>
          </Group>
        </UnstyledButton>
      </Group>
      <Collapse expanded={opened} transitionDuration={100}>
        <Box py="xs">
          <Words step={step} />
        </Box>
      </Collapse>
    </div>
  )
}
