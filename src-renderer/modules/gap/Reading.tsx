import { Box, List, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Assessable, Clause } from '../../../src-main/contract/catalog.ts'

/** What an item asks, what to ask people, what to look for, where others fall short: read while listening. */
export function Reading({ item, clause }: { item: Assessable; clause: Clause | undefined }) {
  const { t } = useTranslation('gap')
  return (
    // Its own scrolling begins anew with each item, and is reached by Tab.
    <Stack key={item.id} gap="md" tabIndex={0} role="region" aria-label={t('reading.region')}>
      <Text size="md">{item.asks}</Text>
      <Part title={t('reading.questions')} lines={item.questions} strong />
      <Part title={t('reading.evidence')} lines={item.evidence} />
      <Part title={t('reading.shortfalls')} lines={item.shortfalls} />
      {item.kind === 'control' && <Line title={t('reading.guidance')} text={item.guidance} />}
      {item.kind === 'control' && <Line title={t('reading.exclusion')} text={item.exclusion} />}
      {item.documentedInformation && <Line title={t('reading.documented')} text={item.documentedInformation} />}
      <Line title={t('reading.ask')} text={item.ask.map((group) => t(`ask.${group}`)).join(', ')} />
      <Line title={t('reading.aiAct', { articles: item.aiAct.join('; ') })} text={item.aiActNote} />
      {clause?.olderGuides && (
        <Line title={t('reading.older')} text={t('reading.olderText', { cites: clause.olderGuides, today: clause.aiAct.join('; ') })} />
      )}
    </Stack>
  )
}

const heading = { size: 'xs', fw: 600, c: 'dimmed', mb: 2 } as const

function Part({ title, lines, strong = false }: { title: string; lines: string[]; strong?: boolean }) {
  return (
    <Box>
      <Text {...heading}>{title}</Text>
      <List spacing={4} size="md" fw={strong ? 500 : 400} withPadding={false}>
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Box>
  )
}

function Line({ title, text }: { title: string; text: string }) {
  return (
    <Box>
      <Text {...heading}>{title}</Text>
      <Text size="sm">{text}</Text>
    </Box>
  )
}
