import { Select, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RegisterId } from '../../../src-main/contract/registers/index.ts'
import { useProcedure } from '../../app/calls.ts'
import type { OptionsProps } from './options.ts'

/** Which entry of a register a report is about; the newest, where none is chosen. */
export const entryOptions =
  (register: RegisterId) =>
  ({ options, change }: OptionsProps) => {
    const { t } = useTranslation(['documents', `register-${register}`])
    const { data: entries = [] } = useProcedure('registers.list', { register })
    if (entries.length === 0) return <Text size="sm">{t(`register-${register}:emptyTitle`)}</Text>
    return (
      <Select
        label={t(`register-${register}:title`)}
        placeholder={t('newestEntry')}
        data={entries.map(({ id, fields }) => ({ value: id, label: `${fields.reference} ${fields.title}` }))}
        value={options.recordId ?? null}
        onChange={(recordId) => change({ ...options, recordId: recordId ?? undefined })}
        clearable
        searchable
        limit={80}
      />
    )
  }
