import type { TFunction } from 'i18next'
import type { ImpactGuide } from '../../../src-main/contract/impact.ts'

const choices = ['triage', 'decision', 'kind', 'subject', 'status']
const answers: Record<string, string> = { true: 'answer.yes', false: 'answer.no' }

/** A stored value in the words of the screen. */
export function wordsOfValue(field: string, value: string, guide: ImpactGuide, t: TFunction<'impact'>): string {
  if (value === '') return value
  if (choices.includes(field)) return t(`${field}.${value}`)
  if (field === 'dimension') return guide.dimensions.find(({ id }) => id === value)?.title ?? value
  if (field === 'triggers') {
    const chosen = value.split(', ')
    return guide.triggers.flatMap(({ id, text }) => (chosen.includes(id) ? [text] : [])).join('; ')
  }
  const answer = guide.triage.some(({ id }) => id === field) ? answers[value] : undefined
  return answer ? t(answer) : value
}
