import { Select, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RegisterId } from '../../../src-main/contract/registers/index.ts'
import { useProcedure } from '../../app/calls.ts'
import type { OptionsProps } from './options.ts'

/** Which entry of a register a report on one entry is about; the newest where none is chosen. */
export function EntryOptions({ register, options, change }: OptionsProps & { register: RegisterId }) {
  const { t } = useTranslation(['documents', 'registers'])
  const { data: entries = [] } = useProcedure('registers.list', { register })
  if (entries.length === 0) return <Text size="sm">{t('noEntry')}</Text>
  return (
    <Select
      label={t(`registers:kind.${register}`)}
      data={entries.map(({ id, fields }) => ({ value: id, label: `${String(fields.reference)} ${String(fields.title)}` }))}
      value={options.recordId ?? null}
      onChange={(recordId) => change({ ...options, recordId: recordId ?? undefined })}
      placeholder={t('newest')}
      clearable
      searchable
      limit={80}
    />
  )
}
