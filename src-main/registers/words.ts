import { z } from 'zod'
import { loadRiskGuide } from '../catalog/risk-guide.ts'
import type { EntryValue, RegisterId } from '../contract/registers/index.ts'
import { fieldSchema } from '../engagement/registers/read.ts'
import { text } from '../language/text.ts'

function hasWords(schema: z.ZodType | undefined): boolean {
  if (schema instanceof z.ZodNullable) {
    const inner = schema.unwrap()
    return inner instanceof z.ZodType && hasWords(inner)
  }
  if (schema instanceof z.ZodArray) return schema.element instanceof z.ZodEnum
  return schema instanceof z.ZodEnum
}

/** What a field says, in words: a choice by its word, a moment as day and time (UTC), anything else as it was written. */
export function valueWords(register: RegisterId, field: string, value: EntryValue): string {
  if (value === null) return ''
  const word = (choice: string) => (hasWords(fieldSchema(register, field)) ? text(`register-${register}:${field}.${choice}`) : choice)
  if (register === 'objectives' && field === 'topics' && Array.isArray(value)) return value.map(topicName).join(', ')
  if (Array.isArray(value)) return value.map(word).join(', ')
  if (typeof value === 'number') return String(value)
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? value.replace('T', ' ').slice(0, 16) : word(value)
}

/** A topic of Annex C with its title; its id alone where the content does not have it any more. */
function topicName(id: string): string {
  const topic = loadRiskGuide().topics.find((each) => each.id === id)
  return topic ? `${id} ${topic.title}` : id
}
