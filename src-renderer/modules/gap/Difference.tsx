import { Box, Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useProcedure } from '../../app/calls.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import { ItemLink } from './ItemLink.tsx'
import { conformityTone } from './judgements.ts'

/** What became better or worse between two rounds. */
export function Difference({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation('gap')
  const { data } = useProcedure('gap.difference', { from, to })
  if (!data) return null
  return (
    <Box mt="xl">
      <Title order={2}>{t('results.changes')}</Title>
      <Text c="dimmed" size="sm" mb="xs">
        {t('results.difference', { improved: data.improved, worsened: data.worsened, unchanged: data.unchanged })}
      </Text>
      {data.items.length === 0 ? (
        <Text>{t('results.noChanges')}</Text>
      ) : (
        <Table verticalSpacing={6} aria-label={t('results.changes')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={90}>{t('columns.item')}</Table.Th>
              <Table.Th>{t('columns.title')}</Table.Th>
              <Table.Th>{data.from.name}</Table.Th>
              <Table.Th>{data.to.name}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.items.map((item) => (
              <Table.Tr key={item.itemId}>
                <Table.Td>
                  <ItemLink item={item.itemId} />
                </Table.Td>
                <Table.Td>{item.title}</Table.Td>
                <Table.Td>
                  <StateTag
                    tone={conformityTone[item.from]}
                  >{`${t(`conformity.${item.from}`)}${item.fromMaturity === null ? '' : ` · ${item.fromMaturity}`}`}</StateTag>
                </Table.Td>
                <Table.Td>
                  <StateTag
                    tone={conformityTone[item.to]}
                  >{`${t(`conformity.${item.to}`)}${item.toMaturity === null ? '' : ` · ${item.toMaturity}`}`}</StateTag>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Box>
  )
}
