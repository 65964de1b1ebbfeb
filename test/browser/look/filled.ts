import { z } from 'zod'
import { fieldKind } from '../../../src-renderer/ui/field-kind.ts'

const longWord = 'Donaudampfschifffahrtsversicherungsgesellschaftsvorstand'
/** A name as lists of clients have them: long, with a word that no line holds. */
export const longName = `Aaa claims and underwriting decision support for all branches of the group, ${longWord}, reviewed by the second line`
/** An address of 200 characters without a place to break. */
const longLink = `https://intranet.example.org/${'quality-management/'.repeat(9)}`.slice(0, 200)
const longText = `${longName}. ${'Every decision is prepared by the system and taken by a person who knows the file. '.repeat(6)}\n\n${longLink}\n\n- one\n- two`

/** The fullest that a schema of fields allows: every text long, every choice made, every box ticked. */
export function filled<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, fixed: Partial<z.input<z.ZodObject<Shape>>> = {}) {
  const values = Object.entries(schema.shape).map(
    ([name, field]) => [name, field instanceof z.ZodType ? fullestOf(field) : undefined] as const,
  )
  return schema.partial().parse({ ...Object.fromEntries(values.filter(([, value]) => value !== undefined)), ...fixed })
}

function fullestOf(schema: z.ZodType): unknown {
  const kind = fieldKind(schema)
  switch (kind.kind) {
    case 'choice':
      return kind.options.toSorted((one, other) => other.length - one.length)[0]
    case 'choices':
      return kind.options
    case 'number':
      return [1234.5, 1234, 100, 5].find((value) => schema.safeParse(value).success)
    case 'day':
      return '2024-09-30'
    case 'moment':
      return '2024-09-30T12:30:00.000Z'
    case 'line':
      return [longName, longName.slice(0, 40)].find((value) => schema.safeParse(value).success)
    case 'text':
      return [longText, longName].find((value) => schema.safeParse(value).success)
  }
}
