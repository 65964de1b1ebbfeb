import { Group, SegmentedControl, Stack, Table, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type ScaleStep, scaleLengths } from '../../../src-main/contract/risk.ts'

/** The words of one scale, 3 to 6 steps, the highest on top; steps are added and taken away at the high end. */
export function ScaleEditor({ title, steps, change }: { title: string; steps: ScaleStep[]; change: (steps: ScaleStep[]) => void }) {
  const { t } = useTranslation('risk')
  const resize = (length: number) => change(Array.from({ length }, (_, index) => steps[index] ?? { word: String(index + 1), meaning: '' }))
  const set = (index: number, part: Partial<ScaleStep>) => change(steps.map((step, at) => (at === index ? { ...step, ...part } : step)))
  const rows = steps.map((step, index) => ({ ...step, index })).reverse()
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Text size="sm" id="risk-scale-steps">
          {t('criteria.steps', { scale: title })}
        </Text>
        <SegmentedControl
          aria-labelledby="risk-scale-steps"
          data={scaleLengths.map((length) => String(length))}
          value={String(steps.length)}
          onChange={(value) => resize(Number(value))}
        />
      </Group>
      <Table withRowBorders={false} verticalSpacing={3} horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={48}>{t('report.columns.step')}</Table.Th>
            <Table.Th w={180}>{t('criteria.wordColumn')}</Table.Th>
            <Table.Th>{t('criteria.meaningColumn')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ word, meaning, index }) => (
            <Table.Tr key={index}>
              <Table.Td>{index + 1}</Table.Td>
              <Table.Td>
                <TextInput
                  aria-label={t('criteria.word', { step: index + 1, scale: title })}
                  value={word}
                  maxLength={60}
                  onChange={({ currentTarget }) => set(index, { word: currentTarget.value })}
                />
              </Table.Td>
              <Table.Td>
                <TextInput
                  aria-label={t('criteria.meaning', { step: index + 1, scale: title })}
                  value={meaning}
                  onChange={({ currentTarget }) => set(index, { meaning: currentTarget.value })}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}
