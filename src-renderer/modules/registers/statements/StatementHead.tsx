import { Button, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Statement, StatementPoint } from '../../../../src-main/contract/statements.ts'
import { PointList } from '../../../ui/PointList.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import styles from './Statement.module.css'

interface StatementHeadProps {
  statement: Statement
  open: (dialog: 'approve' | 'versions') => void
  /** Leads to the place where a point is mended. */
  mend: (point: StatementPoint) => void
}

/** Title, state, what is missing, versions, print and approval. */
export function StatementHead({ statement, open, mend }: StatementHeadProps) {
  const { t } = useTranslation(['statements', 'ui'])
  const { handle } = useParams({ from: '/e/$handle' })
  const { kind, title, points, latestVersion, isReviewOverdue } = statement
  return (
    <div className={styles.head}>
      <Title order={1} fz="lg" style={{ flex: '1 1 200px', minWidth: 0 }}>
        {title}
      </Title>
      <ApprovalTag statement={statement} />
      {isReviewOverdue && <StateTag tone="poor">{t('reviewOverdue')}</StateTag>}
      <PointList
        title={t('missingTitle')}
        empty={t('nothingMissing')}
        position="bottom-end"
        points={points.map((point) => ({ id: point.sentence, sentence: point.sentence, go: () => mend(point) }))}
      />
      <Button variant="default" onClick={() => open('versions')}>
        {latestVersion === null ? t('ui:versions.none') : t('ui:versions.version', { number: latestVersion })}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPrinter size={14} aria-hidden />}
        renderRoot={(props) => <Link {...props} to="/e/$handle/documents" params={{ handle }} search={{ kind }} />}
      >
        {t('print')}
      </Button>
      <Button onClick={() => open('approve')}>{t('ui:approval.approve')}</Button>
    </div>
  )
}

function ApprovalTag({ statement: { latestVersion, isChanged, approvedOn } }: { statement: Statement }) {
  const { t } = useTranslation('statements')
  if (latestVersion === null) return <StateTag tone="neutral">{t('draftTag')}</StateTag>
  if (isChanged) return <StateTag tone="fair">{t('changedTag', { number: latestVersion })}</StateTag>
  return <StateTag tone="good">{t('approvedTag', { number: latestVersion, date: approvedOn })}</StateTag>
}
