import { z } from 'zod'
import { localDay } from '../contract/days.ts'
import { FieldbookError } from '../contract/errors.ts'
import { filePath, type Procedure, passphrase, pastDay, pastMoment } from '../contract/procedure.ts'
import { type InputPath, walkInput } from '../contract/walk-input.ts'
import { refuseImpossiblePath } from '../engagement/paths.ts'
import { text } from '../language/text.ts'
import { nearest } from './nearest.ts'

/** Something that a person sees: neither a blank of any kind nor a character without width. */
const visible = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Nothing that is written down here is older, or planned for later; a year beside these was mistyped. */
const years = { first: 1900, last: 2199 }

/** A sentence names a few faults, and each of them shortly. */
const mostReasons = 5
const longestValue = 60
const mostKnown = 20

const short = (value: string) => (value.length > longestValue ? `${value.slice(0, longestValue)}…` : value)

/**
 * Checks an input as the contract has it, and what the contract alone cannot say: keys that nobody knows, names in which nothing can be
 * seen, days that cannot be, days to come of what has happened, and paths that no system takes.
 * @throws FieldbookError invalid-input that names each fault and its place, or what is wrong with a path.
 */
export function parseInput(procedure: Procedure, given: unknown, now: Date): unknown {
  const input = given ?? {}
  refuse(reasonsIn(procedure.input, input, now, []))
  const parsed = parse(procedure.input, input, [])
  for (const [field, schema] of Object.entries(procedure.narrow?.(parsed) ?? {})) {
    const value: unknown = z.record(z.string(), z.unknown()).parse(parsed)[field]
    refuse(reasonsIn(schema, value, now, [field]))
    parse(schema, value, [field])
  }
  return parsed
}

function refuse(reasons: readonly string[]): void {
  if (reasons.length > 0) throw new FieldbookError('invalid-input', { reason: reasons.slice(0, mostReasons).join('; ') })
}

function reasonsIn(schema: z.ZodType, input: unknown, now: Date, path: InputPath): string[] {
  return [...walkInput(schema, input, path)].flatMap((part) => {
    const fault = part.kind === 'unknown-key' ? unknownKey(part.path, part.key, part.known) : faultOf(part.schema, part.value, now)
    return fault === null ? [] : [text(`application:input.${fault.key}`, { name: short(part.path.join('.')), ...fault.values })]
  })
}

interface Fault {
  key: string
  values?: Record<string, string | number>
}

function unknownKey(path: InputPath, key: string, known: readonly string[]): Fault {
  const name = short([...path, key].join('.'))
  const meant = nearest(key, known)
  if (meant !== null) return { key: 'meant', values: { name, meant } }
  return {
    key: known.length === 0 ? 'noKeys' : 'unknownKey',
    values: { name, known: known.slice(0, mostKnown).join(', ') + (known.length > mostKnown ? ', …' : '') },
  }
}

function faultOf(schema: z.ZodType, value: string, now: Date): Fault | null {
  if (schema === filePath && visible.test(value)) refuseImpossiblePath(value)
  if (schema instanceof z.ZodISODate || schema instanceof z.ZodISODateTime) return faultOfDate(schema, value, now)
  if (schema === passphrase) return null
  return schema instanceof z.ZodString && (schema.minLength ?? 0) > 0 && !visible.test(value) ? { key: 'blank' } : null
}

/** What is wrong with a day or a moment; today is the local day, so that nobody is told by the clock of another zone. */
function faultOfDate(schema: z.ZodISODate | z.ZodISODateTime, value: string, now: Date): Fault | null {
  const values = { value: short(value), ...years }
  const isDay = schema instanceof z.ZodISODate
  const year = Number(/^[+-]?(\d+)-\d{1,2}-\d{1,2}/.exec(value)?.[1] ?? Number.NaN)
  if (year < years.first || year > years.last) return { key: 'noYear', values }
  if (!schema.safeParse(value).success) return { key: isDay ? 'noDay' : 'noMoment', values }
  const isPast = schema === pastDay || schema === pastMoment
  return isPast && (isDay ? value : localDay(new Date(value))) > localDay(now) ? { key: 'future', values } : null
}

function parse(schema: z.ZodType, input: unknown, path: InputPath): unknown {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  refuse(parsed.error.issues.map((issue) => [[...path, ...issue.path].join('.'), issue.message].filter(Boolean).join(': ')))
  return undefined
}
