import { UnstyledButton } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { ActionField, ActionRow } from '../../../src-main/contract/actions.ts'
import type { FieldValue } from '../../ui/draft.ts'
import { RecordField } from '../../ui/RecordField.tsx'
import styles from './Actions.module.css'

/**
 * A value that becomes its field when it is pressed. A list has thousands of rows, and the words of a value are drawn much faster than what
 * it is edited with.
 */
export function InPlace({
  row,
  field,
  schema,
  save,
  children,
}: {
  row: ActionRow
  field: ActionField
  schema: z.ZodType
  save: (value: FieldValue) => Promise<unknown>
  children: ReactNode
}) {
  const { t } = useTranslation('actions')
  const [isEdited, setIsEdited] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  /** A choice is made once; a text goes on. */
  const saveAndLeave = async (value: FieldValue) => {
    await save(value)
    if (field !== 'owner') leave()
  }
  const leave = () => {
    setIsEdited(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  if (!isEdited)
    return (
      <UnstyledButton
        ref={button}
        className={styles.value}
        aria-label={`${t(`fields.${field}`)}: ${field === 'state' ? t(`state.${row.state}`) : (row[field] ?? '')}`}
        onClick={() => setIsEdited(true)}
        onKeyDown={(event) => {
          // Enter on the row opens it; on the value it is the value's.
          if (event.key === 'Enter' || event.key === ' ') event.stopPropagation()
        }}
      >
        {children}
      </UnstyledButton>
    )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to the field inside of it
    <div
      className={styles.field}
      onBlur={({ relatedTarget, currentTarget }) => {
        // The calendar and the list of choices hang outside of the cell.
        const isInside =
          relatedTarget instanceof HTMLElement && (currentTarget.contains(relatedTarget) || relatedTarget.closest('[data-portal]'))
        if (!isInside) setIsEdited(false)
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape' || (event.key === 'Enter' && field === 'owner')) leave()
      }}
    >
      <RecordField bare autoFocus schema={schema} area="actions" field={field} record={row.id} value={row[field]} save={saveAndLeave} />
    </div>
  )
}
