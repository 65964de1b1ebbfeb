import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Report } from '../../../src-main/contract/documents.ts'
import { useProcedure } from '../../app/calls.ts'
import type { OptionsProps } from './options.ts'

interface Version {
  number: number
  approvedOn: string
}

interface VersionSelectProps {
  report: Report
  assessmentId?: string
  versions: Version[]
  /** Undefined: none was chosen, and the usual one is printed. */
  value: number | undefined
  change: (number: number) => void
}

/** As it stands, or as it was approved; where nothing has changed since, as it was approved. */
export function VersionSelect({ report, assessmentId, versions, value, change }: VersionSelectProps) {
  const { t } = useTranslation(['documents', 'ui'])
  const { data: usual } = useProcedure('documents.usualVersion', { report, ...(assessmentId === undefined ? {} : { assessmentId }) })
  return (
    <Select
      label={t('version')}
      data={[
        { value: '0', label: t('ui:versions.asItStands') },
        ...versions.map(({ number, approvedOn }) => ({
          value: String(number),
          label: `${t('ui:versions.version', { number })} · ${approvedOn}`,
        })),
      ]}
      value={String(value ?? usual?.number ?? 0)}
      onChange={(chosen) => change(Number(chosen ?? 0))}
      allowDeselect={false}
    />
  )
}

/** Which version of the Statement of Applicability is printed. */
export function SoaOptions({ options, change }: OptionsProps) {
  const { data: versions = [] } = useProcedure('soa.versions', {})
  return (
    <VersionSelect
      report="soa"
      versions={versions}
      value={options.soaVersion}
      change={(soaVersion) => change({ ...options, soaVersion })}
    />
  )
}

/** Which version of an authored statement is printed. */
export function StatementOptions({ report, options, change }: OptionsProps & { report: Report }) {
  const { data: versions = [] } = useProcedure('documents.versions', { report })
  return (
    <VersionSelect
      report={report}
      versions={versions}
      value={options.statementVersion}
      change={(statementVersion) => change({ ...options, statementVersion })}
    />
  )
}
