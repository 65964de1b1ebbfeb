import { type DayContext, plainText, readDay } from './typed-day.ts'

export interface MomentContext extends DayContext {
  /** The hour and minute that "now" is. */
  now: string
  /** The hour and minute where a day alone is typed. */
  time: string
}

export interface MomentRead {
  day: string
  /** Hour and minute, such as 14:05. */
  time: string
  /** The other order of day and month would make another day of it. */
  isByOrder: boolean
}

/** What people type for a day and a time, such as 2027-09-30 14:05, "30.9.27, 9.15 Uhr", "tomorrow 2 pm" and "now"; null where it is none. */
export function readMoment(typed: string, { now, time, ...context }: MomentContext): MomentRead | null {
  const plain = plainText(typed)
  if (plain === 'now' || plain === 'jetzt') return { day: context.today, time: now, isByOrder: false }
  const found = behindDay.exec(plain)
  const read = readDay(found ? plain.slice(0, found.index) : plain, context)
  const given = found ? timeOf(found.groups ?? {}) : plain.includes(':') ? null : time
  return read === null || given === null ? null : { ...read, time: given }
}

const half = '(?<half>[ap])\\.?m\\.?'
const behindDay = new RegExp(
  `(?:[t ]|, ?)(?:at |um )?(?<hour>\\d{1,2})(?:[:h](?<minute>\\d{2})(?::\\d{2})?(?: ?${half}| uhr)?|(?:[.](?<dotted>\\d{2}))? uhr| ?${half.replace('half', 'alone')})$`,
)

function timeOf({ hour, minute, dotted, half, alone }: Record<string, string | undefined>): string | null {
  const [typed, minutes, part] = [Number(hour), Number(minute ?? dotted ?? 0), half ?? alone]
  if (part !== undefined && (typed < 1 || typed > 12)) return null
  const hours = part === undefined ? typed : (typed % 12) + (part === 'p' ? 12 : 0)
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
