import { Select, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ReportOptions } from '../../../src-main/contract/documents.ts'
import { useProcedure } from '../../app/calls.ts'

export interface OptionsProps {
  options: Partial<ReportOptions>
  change: (options: Partial<ReportOptions>) => void
}

/** Which impact assessment is printed, as it stands or as a version. */
export function AssessmentOptions({ options, change }: OptionsProps) {
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
      <VersionOption assessmentId={chosen} options={options} change={change} />
    </>
  )
}

function VersionOption({ assessmentId, options, change }: OptionsProps & { assessmentId: string }) {
  const { t } = useTranslation(['documents', 'ui'])
  const { data: versions = [] } = useProcedure('impact.versions', { assessmentId })
  return (
    <Select
      label={t('assessmentVersion')}
      data={[
        { value: '0', label: t('ui:versions.asItStands') },
        ...versions.map(({ number, approvedOn }) => ({
          value: String(number),
          label: `${t('ui:versions.version', { number })} · ${approvedOn}`,
        })),
      ]}
      value={String(options.assessmentVersion ?? 0)}
      onChange={(value) => change({ assessmentId, assessmentVersion: Number(value ?? 0) })}
      allowDeselect={false}
    />
  )
}
