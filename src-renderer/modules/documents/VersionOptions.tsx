import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Report } from '../../../src-main/contract/documents.ts'
import { useProcedure } from '../../app/calls.ts'
import type { OptionsProps } from './options.ts'

interface Version {
  number: number
  approvedOn: string
}

/** As it stands, or as it was approved. */
export function VersionSelect({ versions, value, change }: { versions: Version[]; value: number; change: (number: number) => void }) {
  const { t } = useTranslation(['documents', 'ui'])
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
      value={String(value)}
      onChange={(chosen) => change(Number(chosen ?? 0))}
      allowDeselect={false}
    />
  )
}

/** Which version of the Statement of Applicability is printed. */
export function SoaOptions({ options, change }: OptionsProps) {
  const { data: versions = [] } = useProcedure('soa.versions', {})
  return <VersionSelect versions={versions} value={options.soaVersion ?? 0} change={(soaVersion) => change({ ...options, soaVersion })} />
}

/** Which version of an authored statement is printed. */
export function StatementOptions({ report, options, change }: OptionsProps & { report: Report }) {
  const { data: versions = [] } = useProcedure('documents.versions', { report })
  return (
    <VersionSelect
      versions={versions}
      value={options.statementVersion ?? 0}
      change={(statementVersion) => change({ ...options, statementVersion })}
    />
  )
}
