import { MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import type { FocusEvent, KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { FieldValue } from './draft.ts'
import { fieldKind } from './field-kind.ts'
import { MomentInput } from './MomentInput.tsx'

export interface Choice {
  value: string
  label: string
}

interface FieldInputProps {
  /** Schema of the field in the contract: what is allowed, and what it is edited with. */
  schema: z.ZodType
  value: FieldValue
  /** `now`: it was chosen, not typed, and can be saved at once. */
  onChange: (value: FieldValue, options?: { now?: boolean }) => void
  /** Says a choice. */
  word: (choice: string) => string
  /** What a list can hold, where the schema leaves that open. */
  choices?: readonly Choice[] | undefined
  /** In a table's cell: no frame of its own. */
  bare?: boolean
  /** In a popover: what it opens stays inside, or a click on it would close the popover. */
  inside?: boolean
  minRows?: number | undefined
  id?: string
  label?: string
  error?: string | undefined
  'aria-label'?: string
  disabled?: boolean | undefined
  /** Can be read and copied, not changed. */
  readOnly?: boolean
  autoFocus?: boolean | undefined
  description?: ReactNode
  onBlur?: () => void
  onKeyDown?: ((event: KeyboardEvent<HTMLElement>) => void) | undefined
}

/** What a field is edited with, made from its schema: a choice, a list of choices, a number, a day, a line, or a text that grows. */
export function FieldInput({
  schema,
  value,
  onChange,
  word,
  choices,
  bare = false,
  inside = false,
  minRows = bare ? 1 : 2,
  ...rest
}: FieldInputProps) {
  const { t } = useTranslation('ui')
  const kind = fieldKind(schema)
  const shared = { ...rest, ...(bare ? { variant: 'unstyled' as const } : {}) }
  const combobox = {
    comboboxProps: { transitionProps: { duration: 80 }, ...(inside ? { withinPortal: false } : {}), ...(bare ? unopened : {}) },
  }
  const labelled = (options: string[]) => choices ?? options.map((option) => ({ value: option, label: word(option) }))
  switch (kind.kind) {
    case 'choice':
      return (
        <Select
          {...shared}
          {...combobox}
          data={labelled(kind.options)}
          value={typeof value === 'string' ? value : null}
          onChange={(next) => onChange(next, { now: true })}
          clearable={kind.nullable}
          allowDeselect={false}
          checkIconPosition="right"
          placeholder={bare ? '' : t('choose')}
          {...(kind.nullable ? { clearButtonProps: { 'aria-label': t('clear') } } : {})}
        />
      )
    case 'choices':
      return (
        <MultiSelect
          {...shared}
          {...combobox}
          data={labelled(kind.options)}
          value={Array.isArray(value) ? value : []}
          onChange={(next) => onChange(next, { now: true })}
          placeholder={Array.isArray(value) && value.length > 0 ? '' : t('choose')}
          searchable={labelled(kind.options).length > longList}
        />
      )
    case 'number':
      return (
        <NumberInput
          {...shared}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
          {...(kind.min === null ? {} : { min: kind.min })}
          decimalScale={kind.decimals}
          hideControls
        />
      )
    case 'day':
      return (
        <DateInput
          {...shared}
          value={typeof value === 'string' ? value : null}
          onChange={(next) => onChange(next, { now: true })}
          valueFormat="YYYY-MM-DD"
          placeholder="YYYY-MM-DD"
          clearable={kind.nullable}
          popoverProps={{ transitionProps: { duration: 80 }, withinPortal: !inside }}
          clearButtonProps={{ 'aria-label': t('clear') }}
        />
      )
    case 'moment':
      return (
        <MomentInput
          {...shared}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
          inside={inside}
          clearable={kind.nullable}
        />
      )
    case 'line':
      return (
        <TextInput
          {...shared}
          // In the cell of a table a long line is cut where all can see it.
          {...(bare ? { styles: { input: { textOverflow: 'ellipsis' } } } : {})}
          value={String(value ?? '')}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          // A new record's name only stands in for one: what is typed takes its place.
          {...(rest.autoFocus ? { onFocus: ({ currentTarget }: FocusEvent<HTMLInputElement>) => currentTarget.select() } : {})}
        />
      )
    case 'text':
      return (
        <Textarea
          {...shared}
          value={String(value ?? '')}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          autosize
          minRows={minRows}
          maxRows={bare ? 4 : 14}
        />
      )
  }
}

/** A table shows a hundred choices at once: their lists are made when they are opened. */
const unopened = { keepMounted: false }
/** Longer lists are searched in. */
const longList = 12
