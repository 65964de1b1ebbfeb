import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ReadinessCheck, StageReadiness } from '../../../src-main/contract/readiness.ts'
import styles from './Readiness.module.css'

const rounded = (points: number) => points.toFixed(1)

/** How a percentage comes about: every check that counts with its weight, its share and its points. */
export function Sum({ stage, checks }: { stage: StageReadiness; checks: readonly ReadinessCheck[] }) {
  const { t } = useTranslation('readiness')
  const counted = checks.filter((check) => check.stage === stage.stage && check.result !== 'not-applicable')
  return (
    <section className={styles.sum} aria-label={t('sum', { stage: t(`stage.${stage.stage}`) })}>
      <Text size="sm" mb={4}>
        {t('howText', { points: rounded(stage.points), weight: stage.weight, percent: stage.percent })}
      </Text>
      <Table withRowBorders={false} verticalSpacing={2} fz="sm" maw={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('fields.title')}</Table.Th>
            <Table.Th ta="right">{t('fields.share')}</Table.Th>
            <Table.Th ta="right">{t('fields.points')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {counted.map(({ id, title, done, of, points, weight }) => (
            <Table.Tr key={id}>
              <Table.Td>{title}</Table.Td>
              <Table.Td ta="right">{t('panel.counts', { done, of })}</Table.Td>
              <Table.Td ta="right">{t('points', { points: rounded(points), weight })}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr fw={600}>
            <Table.Td>{t('total')}</Table.Td>
            <Table.Td />
            <Table.Td ta="right">{t('points', { points: rounded(stage.points), weight: stage.weight })}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </section>
  )
}
