import { Select, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Report } from '../../../src-main/contract/documents.ts'
import { useProcedure } from '../../app/calls.ts'
import type { OptionsProps } from './options.ts'
import { VersionSelect } from './VersionOptions.tsx'

interface AssessmentProps extends OptionsProps {
  report: Report
}

/** Which impact assessment is printed, as it stands or as a version. */
export function AssessmentOptions({ report, options, change }: AssessmentProps) {
  const { t } = useTranslation('documents')
  const { data: assessments = [] } = useProcedure('impact.list', {})
  const chosen = options.assessmentId ?? assessments[0]?.id
  if (chosen === undefined) return <Text size="sm">{t('noAssessment')}</Text>
  return (
    <>
      <Select
        label={t('assessment')}
        data={assessments.map(({ id, title, systemName }) => ({ value: id, label: `${systemName} · ${title}` }))}
        value={chosen}
        // A version belongs to its assessment.
        onChange={(assessmentId) => assessmentId !== null && change({ assessmentId })}
        allowDeselect={false}
        searchable
        limit={80}
      />
      <VersionOption report={report} assessmentId={chosen} options={options} change={change} />
    </>
  )
}

function VersionOption({ report, assessmentId, options, change }: AssessmentProps & { assessmentId: string }) {
  const { data: versions = [] } = useProcedure('impact.versions', { assessmentId })
  return (
    <VersionSelect
      report={report}
      assessmentId={assessmentId}
      versions={versions}
      value={options.assessmentVersion}
      change={(assessmentVersion) => change({ assessmentId, assessmentVersion })}
    />
  )
}
