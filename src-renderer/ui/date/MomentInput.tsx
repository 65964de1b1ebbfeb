import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { moment as momentSchema } from '../../../src-main/contract/procedure.ts'
import { readMoment } from '../../../src-main/contract/typed-moment.ts'
import { fromLocal, moment, momentWords, today } from '../moment.ts'
import { Calendar } from './Calendar.tsx'
import { useDayOrder } from './day-order.ts'
import { type DateFieldProps, TypedDateInput } from './TypedDateInput.tsx'

/** Date and time in the laptop's own time zone, kept as a moment in UTC. A day alone keeps the time, or begins it. */
export function MomentInput(props: DateFieldProps) {
  const { t } = useTranslation('ui')
  const order = useDayOrder()
  const { value } = props
  const kept = value !== null && momentSchema.safeParse(value).success ? moment(value) : null
  const time = kept?.slice(11) ?? '00:00'
  return (
    <TypedDateInput
      {...props}
      read={(typed) => {
        const read = readMoment(typed, { order, today: today(), now: dayjs().format('HH:mm'), time })
        if (read === null) return null
        const local = `${read.day} ${read.time}`
        const at = fromLocal(local)
        // In spring an hour is left out: there is no such moment.
        return moment(at) === local ? { value: at, words: momentWords(at), isByOrder: read.isByOrder } : null
      }}
      textOf={(at) => (momentSchema.safeParse(at).success ? moment(at) : null)}
      forms={t('date.momentForms')}
      placeholder="YYYY-MM-DD HH:mm"
      calendar={(choose) => <Calendar day={kept?.slice(0, 10) ?? null} choose={(day) => choose(fromLocal(`${day} ${time}`))} />}
    />
  )
}
