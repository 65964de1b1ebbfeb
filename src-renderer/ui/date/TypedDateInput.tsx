import { ActionIcon, Popover, Text, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** What all fields of a day or a moment have. */
export interface DateFieldProps {
  /** What is kept; a text that was not understood stays what it is. */
  value: string | null
  /** Called when the field is left or Enter is pressed, and never while someone types. */
  onChange: (value: string | null, options: { now: true }) => void
  /** Gives back what is kept where the text is refused; without it the field knows the last date that it had. */
  onRestore?: (() => void) | undefined
  clearable?: boolean
  /** In a popover: what it opens stays inside, or a click on it would close the popover. */
  inside?: boolean
  variant?: 'unstyled'
  id?: string
  label?: string
  error?: string | undefined
  'aria-label'?: string
  disabled?: boolean | undefined
  autoFocus?: boolean | undefined
  description?: ReactNode
  style?: CSSProperties
  w?: number
  onBlur?: () => void
  onKeyDown?: ((event: KeyboardEvent<HTMLElement>) => void) | undefined
}

export interface TypedDate {
  value: string
  /** Spelled out, so that day and month cannot be mistaken for each other. */
  words: string
  /** The order of day and month in the settings has decided. */
  isByOrder: boolean
}

interface TypedDateInputProps extends DateFieldProps {
  /** What a typed text means; null where it is no date. */
  read: (typed: string) => TypedDate | null
  /** The field's text for what is kept; null where that is no date. */
  textOf: (value: string) => string | null
  /** The forms that are understood, with the time where there is one. */
  forms: string
  placeholder: string
  calendar: (choose: (value: string) => void) => ReactNode
}

/**
 * A text field for a date as people write it. It says what it understands while someone types, keeps that when it is left, and keeps
 * what it does not understand in red.
 */
export function TypedDateInput({
  value,
  onChange,
  onRestore,
  clearable = false,
  inside = false,
  read,
  textOf,
  forms,
  calendar,
  error,
  onBlur,
  onKeyDown,
  ...rest
}: TypedDateInputProps) {
  const { t } = useTranslation('ui')
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [isCalendar, setIsCalendar] = useState(false)
  const [note, setNote] = useState<{ value: string; words: string } | null>(null)
  const kept = value === null ? '' : textOf(value)
  const isRefused = kept === null
  const lastKept = useRef(value)
  if (!isRefused) lastKept.current = value
  const shown = typed ?? kept ?? value ?? ''
  const understood = typed === null ? null : read(typed)

  const restore = () => {
    setTyped(null)
    if (!isRefused) return
    if (onRestore) onRestore()
    else onChange(lastKept.current, { now: true })
  }
  const keep = (next: string | null) => {
    setTyped(null)
    if (next !== value) onChange(next, { now: true })
  }
  /** Says whether the text was understood. */
  const finish = (): boolean => {
    if (typed === null) return !isRefused
    if (typed.trim() === '') {
      keep(clearable ? null : '')
      return clearable
    }
    setNote(understood?.isByOrder ? understood : null)
    keep(understood?.value ?? typed)
    return understood !== null
  }
  // Where the field goes with its panel, what was typed in it does not.
  const atEnd = useRef(finish)
  atEnd.current = finish
  useEffect(() => () => void atEnd.current(), [])

  const closeCalendar = () => {
    setIsCalendar(false)
    input.current?.focus()
  }
  const onFieldKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey
    const isEscape = event.key === 'Escape'
    if (event.key === 'Enter' && !finish()) event.preventDefault()
    else if ((isEscape && (typed !== null || isRefused)) || (isUndo && typed === null && isRefused)) {
      event.preventDefault()
      restore()
    } else if (event.key === 'ArrowDown') {
      event.preventDefault()
      // A calendar of a field that has moved out of sight would be out of sight too.
      input.current?.scrollIntoView({ block: 'nearest' })
      setIsCalendar(true)
    }
    onKeyDown?.(event)
  }
  const fault = typed === null && isRefused ? t(value === '' ? 'date.needed' : 'date.refused', { typed: value, forms }) : error
  const readAs = typed === null && note !== null && note.value === value ? t('date.readAs', { date: note.words }) : null
  return (
    <Popover
      opened={isCalendar || typed !== null}
      onDismiss={() => {
        if (!isCalendar) return
        setIsCalendar(false)
        finish()
      }}
      closeOnEscape={false}
      position="bottom-start"
      offset={4}
      withinPortal={!inside}
      withRoles={false}
      trapFocus={isCalendar}
      keepMounted={false}
      width="max-content"
    >
      <Popover.Target>
        <TextInput
          {...rest}
          ref={input}
          value={shown}
          error={fault}
          autoComplete="off"
          // Once it is kept, Undo takes it back.
          data-autosaved={typed === null || undefined}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value)
            setNote(null)
          }}
          onKeyDown={onFieldKey}
          onBlur={() => {
            // The window was left, and not the field.
            if (document.activeElement === input.current) return
            if (!isCalendar) finish()
            onBlur?.()
          }}
          rightSectionWidth={26}
          rightSection={
            <ActionIcon
              variant="subtle"
              color="gray"
              size="xs"
              tabIndex={-1}
              disabled={rest.disabled ?? false}
              aria-label={t('date.calendar')}
              aria-haspopup="dialog"
              aria-expanded={isCalendar}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                input.current?.focus()
                setIsCalendar((now) => !now)
              }}
            >
              <IconCalendar size={14} />
            </ActionIcon>
          }
          {...(readAs === null ? {} : { description: readAs, inputWrapperOrder: ['label', 'input', 'description', 'error'] })}
        />
      </Popover.Target>
      <Popover.Dropdown
        p={isCalendar ? 'xs' : 6}
        {...(isCalendar ? { role: 'dialog', 'aria-label': t('date.calendar') } : {})}
        onKeyDownCapture={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          closeCalendar()
        }}
      >
        {typed !== null && (
          <Text size="xs" role="status" c={understood === null ? 'dimmed' : undefined} maw={300}>
            {understood?.words ?? (typed.trim() === '' && clearable ? t('date.none') : forms)}
          </Text>
        )}
        {isCalendar &&
          calendar((chosen) => {
            setNote(null)
            keep(chosen)
            closeCalendar()
          })}
      </Popover.Dropdown>
    </Popover>
  )
}
