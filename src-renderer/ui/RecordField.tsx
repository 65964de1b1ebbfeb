import { Group, MultiSelect, NumberInput, Select, Text, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { useAutosave } from './autosave.ts'
import type { FieldValue } from './draft.ts'
import { FieldHistory } from './FieldHistory.tsx'
import { fieldKind } from './field-kind.ts'

export interface RecordFieldProps {
  /** Schema of the field in the contract: what is allowed, and what it is edited with. */
  schema: z.ZodType
  /** Area of the language files; the label is `<area>:fields.<field>`, a choice's word `<area>:<words>.<choice>`. */
  area: string
  field: string
  words?: string
  /** Record that the value belongs to; its history is behind the label. */
  record: string
  value: FieldValue
  save: (value: FieldValue) => Promise<unknown>
  disabled?: boolean
  autoFocus?: boolean
  description?: ReactNode
  minRows?: number
  id?: string
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
  /** In a table the column's title is the label. */
  bare?: boolean
}

/** One field of a record, saved as it is typed. What the schema refuses stays on the screen with the reason. */
export function RecordField({ schema, area, field, words, record, value, save, bare = false, id, ...rest }: RecordFieldProps) {
  const { t } = useTranslation([area, 'ui'])
  const ownId = useId()
  const inputId = id ?? ownId
  const checkedSave = async (next: FieldValue) => {
    const checked = schema.safeParse(next)
    if (!checked.success) throw new Error(checked.error.issues[0]?.message ?? t('ui:notAllowed'))
    return save(next)
  }
  const { draft, change, flush, failure } = useAutosave(`${record}/${field}`, value, checkedSave)
  const label = t(`${area}:fields.${field}`)
  const error = failure === null ? undefined : t('ui:notSaved', { reason: failure })
  const shared = {
    id: inputId,
    error,
    onBlur: () => void flush(),
    ...rest,
    ...(bare ? { 'aria-label': label, variant: 'unstyled' as const } : {}),
  }
  const word = (option: string) => t(`${area}:${words ?? field}.${option}`)
  const kind = fieldKind(schema)
  const control = () => {
    switch (kind.kind) {
      case 'choice':
        return (
          <Select
            {...shared}
            data={kind.options.map((option) => ({ value: option, label: word(option) }))}
            value={typeof draft === 'string' ? draft : null}
            onChange={(next) => change(next, { now: true })}
            clearable={kind.nullable}
            allowDeselect={false}
            checkIconPosition="right"
            placeholder={bare ? '' : t('ui:choose')}
            {...(kind.nullable ? { clearButtonProps: { 'aria-label': t('ui:clear') } } : {})}
          />
        )
      case 'choices':
        return (
          <MultiSelect
            {...shared}
            data={kind.options.map((option) => ({ value: option, label: word(option) }))}
            value={Array.isArray(draft) ? draft : []}
            onChange={(next) => change(next, { now: true })}
            placeholder={Array.isArray(draft) && draft.length > 0 ? '' : t('ui:choose')}
          />
        )
      case 'number':
        return (
          <NumberInput
            {...shared}
            value={typeof draft === 'number' ? draft : ''}
            onChange={(next) => change(typeof next === 'number' ? next : null)}
            min={0}
            decimalScale={1}
            hideControls
          />
        )
      case 'day':
        return (
          <DateInput
            {...shared}
            value={typeof draft === 'string' ? draft : null}
            onChange={(next) => change(next, { now: true })}
            valueFormat="YYYY-MM-DD"
            placeholder="YYYY-MM-DD"
            clearable
            popoverProps={{ transitionProps: { duration: 80 } }}
            clearButtonProps={{ 'aria-label': t('ui:clear') }}
          />
        )
      case 'line':
        return <TextInput {...shared} value={String(draft ?? '')} onChange={({ currentTarget }) => change(currentTarget.value)} />
      case 'text':
        return (
          <Textarea
            {...shared}
            value={String(draft ?? '')}
            onChange={({ currentTarget }) => change(currentTarget.value)}
            autosize
            minRows={rest.minRows ?? (bare ? 1 : 2)}
            maxRows={bare ? 4 : 14}
          />
        )
    }
  }
  if (bare) return control()
  return (
    <div>
      <Group gap={4} justify="space-between" mb={2}>
        <Text component="label" htmlFor={inputId} size="xs" fw={500} c="dimmed">
          {label}
        </Text>
        <FieldHistory record={record} field={field} label={label} />
      </Group>
      {control()}
    </div>
  )
}
