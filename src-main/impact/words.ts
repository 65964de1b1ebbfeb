import type { ImpactGuide } from '../contract/impact.ts'
import { text } from '../language/text.ts'

const choices = ['triage', 'decision', 'kind', 'subject', 'status']
const answers: Record<string, string> = { true: 'impact:answer.yes', false: 'impact:answer.no' }

/** A stored value in the words of a document. */
export function wordOf(field: string, value: string, guide: ImpactGuide): string {
  if (value === '') return value
  if (choices.includes(field)) return text(`impact:${field}.${value}`)
  if (field === 'dimension') return guide.dimensions.find(({ id }) => id === value)?.title ?? value
  if (field === 'triggers') {
    const chosen = value.split(', ')
    return guide.triggers.flatMap(({ id, text: words }) => (chosen.includes(id) ? [words] : [])).join('; ')
  }
  const answer = guide.triage.some(({ id }) => id === field) ? answers[value] : undefined
  return answer ? text(answer) : value
}
