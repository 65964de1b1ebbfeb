import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { StatementKind } from '../../../src-main/contract/statements.ts'
import { useProcedure } from '../../app/calls.ts'
import type { OptionsProps } from './options.ts'

function StatementVersion({ kind, options, change }: OptionsProps & { kind: StatementKind }) {
  const { t } = useTranslation(['documents', 'ui'])
  const { data: versions = [] } = useProcedure('statements.versions', { kind })
  const data = versions.map(({ number, approvedOn }) => ({
    value: String(number),
    label: `${t('ui:versions.version', { number })} · ${approvedOn}`,
  }))
  return (
    <Select
      label={t('statementVersion')}
      data={[{ value: '0', label: t('ui:versions.asItStands') }, ...data]}
      value={String(options.statementVersion ?? 0)}
      onChange={(value) => change({ ...options, statementVersion: Number(value ?? 0) })}
      allowDeselect={false}
    />
  )
}

const optionsFor = (kind: StatementKind) => (props: OptionsProps) => <StatementVersion key={kind} kind={kind} {...props} />

/** Which version of an authored statement is printed: as it stands, or one that was approved. */
export const statementOptions: Record<StatementKind, ReturnType<typeof optionsFor>> = {
  scope: optionsFor('scope'),
  policy: optionsFor('policy'),
  'risk-process': optionsFor('risk-process'),
  'treatment-process': optionsFor('treatment-process'),
  'impact-process': optionsFor('impact-process'),
  'audit-programme': optionsFor('audit-programme'),
}
