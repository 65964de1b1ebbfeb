import { List, ScrollArea, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ExportLimits as Limits } from '../../../src-main/contract/documents.ts'

/** What a format cannot print as it was written: how many, each with its place, and what to do. Nothing where everything is printed. */
export function ExportLimits({ limits }: { limits: Limits }) {
  const { t } = useTranslation('documents')
  const { unprinted, cut, hidden } = limits
  if (unprinted.length + cut.length + hidden.length === 0) return null
  const characters = unprinted.map(({ character, code, count, where }) => t('limits.unprinted', { character, code, number: count, where }))
  return (
    <Stack gap={4} mt="xs">
      <Listed title={t('limits.unprintedTitle', { count: unprinted.length })} lines={characters} />
      <Listed
        title={t('limits.cutTitle', { count: cut.length })}
        lines={cut.map(({ where, characters: number }) => t('limits.cut', { where, number }))}
      />
      <Listed title={t('limits.hiddenTitle', { count: hidden.length })} lines={hidden.map(({ where }) => where)} />
      <Text size="sm">{t('limits.advice')}</Text>
    </Stack>
  )
}

function Listed({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <ScrollArea.Autosize mah={160} type="auto" viewportProps={{ tabIndex: 0, 'aria-label': title, role: 'region' }}>
        <List size="xs" pl="sm">
          {[...new Set(lines)].map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      </ScrollArea.Autosize>
    </>
  )
}
