import { DateTimePicker } from '@mantine/dates'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fromLocal, toLocal } from './moment.ts'

interface MomentInputProps {
  /** A moment in UTC. */
  value: string | null
  onChange: (value: string | null, options: { now: true }) => void
  /** In a popover: what it opens stays inside. */
  inside: boolean
  clearable: boolean
  variant?: 'unstyled'
  id?: string
  label?: string
  error?: string | undefined
  'aria-label'?: string
  disabled?: boolean | undefined
  autoFocus?: boolean | undefined
  description?: ReactNode
  onBlur?: () => void
  onKeyDown?: ((event: KeyboardEvent<HTMLElement>) => void) | undefined
}

/** Date and time in the laptop's own time zone, kept as a moment in UTC. */
export function MomentInput({ value, onChange, inside, clearable, ...rest }: MomentInputProps) {
  const { t } = useTranslation('ui')
  return (
    <DateTimePicker
      {...rest}
      size="xs"
      value={value === null ? null : toLocal(value)}
      onChange={(next) => onChange(next === null ? null : fromLocal(next), { now: true })}
      valueFormat="YYYY-MM-DD HH:mm"
      placeholder="YYYY-MM-DD HH:mm"
      clearable={clearable}
      hideOutsideDates
      // What opens is named by the input, so it has to know the input's id.
      popoverProps={{ transitionProps: { duration: 80 }, withinPortal: !inside, ...(rest.id ? { id: rest.id } : {}) }}
      clearButtonProps={{ 'aria-label': t('clear') }}
      submitButtonProps={{ 'aria-label': t('moment.done') }}
      ariaLabels={{ previousMonth: t('moment.previousMonth'), nextMonth: t('moment.nextMonth') }}
      timePickerProps={{
        'aria-label': t('moment.time'),
        hoursInputLabel: t('moment.hours'),
        minutesInputLabel: t('moment.minutes'),
      }}
    />
  )
}
