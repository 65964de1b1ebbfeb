import { Stack, Title, VisuallyHidden } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Report, type ReportOptions, report as reportSchema } from '../../../src-main/contract/documents.ts'
import { useProcedure } from '../../app/calls.ts'
import styles from './DocumentsScreen.module.css'
import { DossierButton } from './DossierDialog.tsx'
import { Export } from './Export.tsx'
import { Names } from './Names.tsx'
import { Preview } from './Preview.tsx'
import { ReportList } from './ReportList.tsx'
import { ReportOptionsForm } from './ReportOptions.tsx'

/** The reports: which there are, how they look page by page, and their export; and the dossier of all of them. */
export function DocumentsScreen() {
  const { t } = useTranslation('documents')
  const { data: reports = [] } = useProcedure('documents.list', {})
  const { kind, system, assessment, record } = useSearch({ strict: false })
  const [report, setReport] = useState<Report>(reportSchema.safeParse(kind).data ?? 'gap')
  const [options, setOptions] = useState<Partial<ReportOptions>>({
    ...(system ? { systemIds: [system] } : {}),
    ...(assessment ? { assessmentId: assessment } : {}),
    ...(record ? { recordId: record } : {}),
  })
  const chosen = reports.find((entry) => entry.report === report)
  return (
    <div className={styles.page}>
      <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
      <div className={styles.list}>
        <DossierButton />
        <ReportList
          reports={reports}
          chosen={report}
          choose={(next) => {
            setReport(next)
            setOptions({})
          }}
        />
      </div>
      <Preview report={report} options={options} />
      <aside className={styles.options} aria-label={t('options')}>
        {chosen && (
          <Stack gap="md">
            <Title order={2}>{chosen.title}</Title>
            <ReportOptionsForm report={report} options={options} change={setOptions} />
            <Export key={report} report={report} options={options} name={chosen.suggestedName} />
            <Names />
          </Stack>
        )}
      </aside>
    </div>
  )
}
