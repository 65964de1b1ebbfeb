import { useTranslation } from 'react-i18next'
import type { LintFinding } from '../../../src-main/contract/soa.ts'
import { PointList } from '../../ui/PointList.tsx'
import { StateTag } from '../../ui/StateTag.tsx'

/** What an auditor would raise at Stage 1; each leads to its cell, or to the approval where that is what is missing. */
export function LintList({
  findings,
  jump,
  approve,
}: {
  findings: LintFinding[]
  jump: (code: string, field: string) => void
  approve: () => void
}) {
  const { t } = useTranslation('soa')
  const sorted = findings.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
  return (
    <PointList
      title={t('lintTitle')}
      empty={t('nothingToRaise')}
      points={sorted.map(({ rule, code, field, severity, sentence }) => ({
        id: `${rule}${code}`,
        sentence,
        mark: (
          <StateTag tone={severity === 'error' ? 'poor' : 'fair'} bare>
            {t(`severity.${severity}`)}
          </StateTag>
        ),
        go: () => (field === null ? approve() : jump(code, field)),
      }))}
    />
  )
}
