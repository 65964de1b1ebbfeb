import { Select, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RegisterId } from '../../../src-main/contract/registers/index.ts'
import { useProcedure } from '../../app/calls.ts'
import type { OptionsProps } from './options.ts'

/** Which entry of a register a report on one entry is about; the report chooses where nobody does. */
function EntryOptions({ register, options, change }: OptionsProps & { register: RegisterId }) {
  const { t } = useTranslation('documents')
  const { data: entries = [] } = useProcedure('registers.list', { register })
  if (entries.length === 0) return <Text size="sm">{t('noEntry')}</Text>
  return (
    <Select
      label={t(`entryOf.${register}`)}
      data={entries.map(({ id, fields }) => ({ value: id, label: `${fields.reference} ${fields.title}` }))}
      value={options.recordId ?? null}
      placeholder={t('newestEntry')}
      onChange={(recordId) => change(recordId === null ? {} : { recordId })}
      clearable
      searchable
      limit={80}
    />
  )
}

export const AuditOptions = (props: OptionsProps) => <EntryOptions {...props} register="audits" />
export const ReviewOptions = (props: OptionsProps) => <EntryOptions {...props} register="reviews" />
