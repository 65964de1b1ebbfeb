import { Group, Text } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { useReadOnly } from '../app/read-only.ts'
import { useAutosave } from './autosave.ts'
import type { FieldValue } from './draft.ts'
import { FieldHistory } from './FieldHistory.tsx'
import { type Choice, FieldInput } from './FieldInput.tsx'

export interface RecordFieldProps {
  /** Schema of the field in the contract: what is allowed, and what it is edited with. */
  schema: z.ZodType
  /** Area of the language files; the label is `<area>:fields.<field>`, a choice's word `<area>:<words>.<choice>`. */
  area: string
  field: string
  words?: string
  /** What a list can hold, where the schema leaves that open. */
  choices?: readonly Choice[]
  /** Record that the value belongs to; its history is behind the label, but for what `history` names. */
  record: string
  value: FieldValue
  /** Where the value is kept, if not in the record's field of this name. */
  history?: { record: string; field: string }
  save: (value: FieldValue) => Promise<unknown>
  disabled?: boolean
  autoFocus?: boolean
  description?: ReactNode
  minRows?: number
  id?: string
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
  /** The record is made with its first value, so it has no history to show. */
  withoutHistory?: boolean
  /** In a table the column's title is the label. */
  bare?: boolean
}

/** One field of a record, saved as it is typed. What the schema refuses stays on the screen with the reason. */
export function RecordField({
  schema,
  area,
  field,
  words,
  record,
  value,
  save,
  bare = false,
  withoutHistory = false,
  history = { record, field },
  id,
  ...rest
}: RecordFieldProps) {
  const { t } = useTranslation([area, 'ui'])
  const ownId = useId()
  const inputId = id ?? ownId
  const isReadOnly = useReadOnly() !== null
  const checkedSave = async (next: FieldValue) => {
    const checked = schema.safeParse(next)
    if (!checked.success) throw new Error(checked.error.issues[0]?.message ?? t('ui:notAllowed'))
    return save(next)
  }
  const { draft, change, flush, failure } = useAutosave(`${record}/${field}`, value, checkedSave)
  const label = t(`${area}:fields.${field}`)
  const input = (
    <FieldInput
      {...rest}
      readOnly={isReadOnly}
      schema={schema}
      value={draft}
      onChange={change}
      word={(choice) => t(`${area}:${words ?? field}.${choice}`)}
      bare={bare}
      id={inputId}
      error={failure === null ? undefined : t('ui:notSaved', { reason: failure })}
      onBlur={() => void flush()}
      {...(bare ? { 'aria-label': label } : {})}
    />
  )
  if (bare) return input
  return (
    <div>
      <Group gap={4} justify="space-between" mb={2}>
        <Text component="label" htmlFor={inputId} size="xs" fw={500} c="dimmed">
          {label}
        </Text>
        {!withoutHistory && <FieldHistory {...history} label={label} />}
      </Group>
      {input}
    </div>
  )
}
