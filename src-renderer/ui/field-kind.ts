import { z } from 'zod'

/** What a field of a schema is edited with. */
export type FieldKind =
  | { kind: 'choice'; options: string[]; nullable: boolean }
  | { kind: 'choices'; options: string[] }
  | { kind: 'number'; min: number | null; decimals: number }
  | { kind: 'day'; nullable: boolean }
  | { kind: 'moment'; nullable: boolean }
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
  if (schema instanceof z.ZodNumber) return numberKind(schema)
  if (schema instanceof z.ZodISODate) return { kind: 'day', nullable }
  if (schema instanceof z.ZodISODateTime) return { kind: 'moment', nullable }
  if (schema instanceof z.ZodString && (schema.maxLength ?? Number.POSITIVE_INFINITY) <= longestLine) return { kind: 'line' }
  return { kind: 'text' }
}

/** Days of effort and the like have one digit after the point; a number that may be below zero is a measured one, and keeps its digits. */
function numberKind({ minValue }: z.ZodNumber): FieldKind {
  const min = minValue !== null && Number.isFinite(minValue) ? minValue : null
  return { kind: 'number', min, decimals: min === null ? 6 : 1 }
}
