import { z } from 'zod'

/** What a field of a schema is edited with. */
export type FieldKind =
  | { kind: 'choice'; options: string[]; nullable: boolean }
  | { kind: 'choices'; options: string[] }
  | { kind: 'number' }
  | { kind: 'day' }
  | { kind: 'line' }
  | { kind: 'text' }

/** Texts longer than this are written in a box that grows. */
const longestLine = 10_000

/** Follows the schema to the widget, so that the form never says something else than the contract. */
export function fieldKind(schema: z.ZodType, nullable = false): FieldKind {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    const inner = schema.unwrap()
    return inner instanceof z.ZodType ? fieldKind(inner, true) : { kind: 'text' }
  }
  if (schema instanceof z.ZodDefault) {
    const inner = schema.unwrap()
    return inner instanceof z.ZodType ? fieldKind(inner, nullable) : { kind: 'text' }
  }
  if (schema instanceof z.ZodEnum) return { kind: 'choice', options: schema.options.map(String), nullable }
  if (schema instanceof z.ZodArray) {
    const element = schema.element
    return { kind: 'choices', options: element instanceof z.ZodEnum ? element.options.map(String) : [] }
  }
  if (schema instanceof z.ZodNumber) return { kind: 'number' }
  if (schema instanceof z.ZodISODate) return { kind: 'day' }
  if (schema instanceof z.ZodString && (schema.maxLength ?? Number.POSITIVE_INFINITY) <= longestLine) return { kind: 'line' }
  return { kind: 'text' }
}
