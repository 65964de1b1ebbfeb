import type { KeyboardEvent } from 'react'
import { conformity } from '../../../src-main/contract/gap.ts'
import { keyOrder } from './ConformityControl.tsx'

export type SetJudgement = (field: 'conformity' | 'maturity', value: string | number) => void

interface JudgementKeys {
  set: SetJudgement
  /** Confirms a judgement that was carried over; does nothing for any other. */
  confirm: () => void
}

/** 1 to 4 conformity, Shift with 0 to 5 maturity, C confirm, N note, F finding, of the item that has the keys. Says whether the key was one of these. */
export function judgementKey(event: KeyboardEvent<HTMLElement>, isControl: boolean, { set, confirm }: JudgementKeys): boolean {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] ?? (/^\d$/.test(event.key) ? event.key : undefined)
  if (digit !== undefined && event.shiftKey && Number(digit) <= 5) {
    set('maturity', Number(digit))
    return true
  }
  if (digit !== undefined && !event.shiftKey) {
    const chosen = conformity.safeParse((isControl ? keyOrder : keyOrder.slice(0, 3))[Number(digit) - 1])
    if (chosen.success) set('conformity', chosen.data)
    return chosen.success
  }
  if (event.key.toLowerCase() === 'c') {
    confirm()
    return true
  }
  const fields: Record<string, string> = { n: 'notes', f: 'finding' }
  const field = fields[event.key.toLowerCase()]
  if (field === undefined) return false
  document.getElementById(`judgement-${field}`)?.focus()
  return true
}
