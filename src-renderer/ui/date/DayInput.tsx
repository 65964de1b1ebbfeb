import { useTranslation } from 'react-i18next'
import { day } from '../../../src-main/contract/procedure.ts'
import { readDay } from '../../../src-main/contract/typed-day.ts'
import { dayWords, today } from '../moment.ts'
import { Calendar } from './Calendar.tsx'
import { useDayOrder } from './day-order.ts'
import { type DateFieldProps, TypedDateInput } from './TypedDateInput.tsx'

/** What a field keeps is a day, or nothing; and not a text that was not understood. */
export const isDay = (value: string | null): boolean => value === null || day.safeParse(value).success

/** The one field for a day: typed as people write it, or chosen. */
export function DayInput(props: DateFieldProps) {
  const { t } = useTranslation('ui')
  const order = useDayOrder()
  const { value } = props
  return (
    <TypedDateInput
      {...props}
      read={(typed) => {
        const read = readDay(typed, { order, today: today() })
        return read && { value: read.day, words: dayWords(read.day), isByOrder: read.isByOrder }
      }}
      textOf={(kept) => (isDay(kept) ? kept : null)}
      forms={t(`date.forms.${order}`)}
      placeholder="YYYY-MM-DD"
      calendar={(choose) => <Calendar day={isDay(value) ? value : null} choose={choose} />}
    />
  )
}
