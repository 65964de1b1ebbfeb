import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TopGap } from '../../../src-main/contract/gap.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import { ItemLink } from './ItemLink.tsx'
import { conformityTone } from './judgements.ts'

/** The most urgent gaps; each leads to its judgement. */
export function TopGaps({ gaps }: { gaps: TopGap[] }) {
  const { t } = useTranslation('gap')
  if (gaps.length === 0) return <Text c="dimmed">{t('results.noGaps')}</Text>
  return (
    <Table.ScrollContainer minWidth={720} scrollAreaProps={{ type: 'auto', viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing={7} aria-label={t('results.topGaps')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={90}>{t('columns.item')}</Table.Th>
            <Table.Th w={260}>{t('columns.title')}</Table.Th>
            <Table.Th w={170}>{t('fields.conformity')}</Table.Th>
            <Table.Th>{t('fields.finding')}</Table.Th>
            <Table.Th w={140}>{t('fields.owner')}</Table.Th>
            <Table.Th w={100}>{t('fields.dueDate')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {gaps.map((gap) => (
            <Table.Tr key={gap.itemId}>
              <Table.Td>
                <ItemLink item={gap.itemId} />
              </Table.Td>
              <Table.Td>{gap.title}</Table.Td>
              <Table.Td>
                <StateTag tone={conformityTone[gap.conformity]}>{t(`conformity.${gap.conformity}`)}</StateTag>
              </Table.Td>
              <Table.Td>{gap.finding}</Table.Td>
              <Table.Td>{gap.owner}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{gap.dueDate}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
