import { useInterval } from '@mantine/hooks'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import type { ClockState } from '../../../../src-main/contract/incidents.ts'
import type { Tone } from '../../../ui/StateTag.tsx'

const minute = 60_000

/** Now, told anew each minute, so that a clock runs while somebody looks at it. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useInterval(() => setNow(Date.now()), minute, { autoInvoke: true })
  return now
}

/** A length of time as people say it: 35 min, 5 h, 3 d 4 h. */
export function lengthOf(t: TFunction, milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / minute)
  if (minutes < 60) return t('incidents:time.minutes', { count: minutes })
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return t('incidents:time.hours', { hours })
  return t('incidents:time.days', { days: Math.floor(hours / 24), hours: hours % 24 })
}

/** How long is left until a moment, or how long it is over. */
export function leftUntil(t: TFunction, dueAt: string, now: number): string {
  const left = Date.parse(dueAt) - now
  return t(`incidents:duties.${left >= 0 ? 'left' : 'over'}`, { time: lengthOf(t, left) })
}

export const clockTones: Record<ClockState, Tone> = {
  done: 'good',
  'not-needed': 'neutral',
  overdue: 'poor',
  running: 'fair',
  'no-clock': 'neutral',
}
