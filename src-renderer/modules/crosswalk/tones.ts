import type { AnswerPart, CrosswalkRow } from '../../../src-main/contract/crosswalk.ts'
import type { Tone } from '../../ui/StateTag.tsx'

export const stateTones: Record<CrosswalkRow['state'] | NonNullable<CrosswalkRow['own']>, Tone> = {
  answered: 'good',
  partly: 'fair',
  open: 'poor',
  'not-due': 'info',
  'not-relevant': 'neutral',
}
export const coverageTones: Record<NonNullable<CrosswalkRow['coverage']>, Tone> = { fully: 'good', partly: 'fair', not: 'poor' }
export const progressTones: Record<AnswerPart['progress'], Tone> = { done: 'good', partly: 'fair', open: 'poor', excluded: 'neutral' }
