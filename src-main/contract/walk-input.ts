import { z } from 'zod'

/** Where in an input something is, such as `fields.dueDate` or `readings.3.day`. */
export type InputPath = readonly (string | number)[]

/** A key that the schema of its object does not have, beside those that it has; or a text that the schema says something about. */
export type InputPart =
  | { kind: 'unknown-key'; path: InputPath; key: string; known: readonly string[] }
  | { kind: 'text'; path: InputPath; schema: z.ZodType; value: string }

/** Kinds of schemas that hold no other. */
const plain = new Set(['boolean', 'number', 'enum', 'literal', 'null'])

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function inner(schema: unknown): z.ZodType {
  if (schema instanceof z.ZodType) return schema
  throw new Error('a schema of the contract is made with another kind of zod')
}

/**
 * Goes through an input and its schema side by side, before the schema itself is asked, and gives what the schema cannot judge or lets pass
 * in silence. What has another type than it should is left to the schema.
 * @throws where the schema has a kind that could hide a key, so that none gets into the contract unseen.
 */
export function* walkInput(schema: z.ZodType, value: unknown, path: InputPath = []): Generator<InputPart> {
  const isWrapper =
    schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault
  if (isWrapper) {
    if (value !== undefined && value !== null) yield* walkInput(inner(schema.unwrap()), value, path)
  } else if (schema instanceof z.ZodObject) {
    if (isObject(value)) yield* walkObject(schema, value, path)
  } else if (schema instanceof z.ZodArray) {
    if (Array.isArray(value)) for (const [index, each] of value.entries()) yield* walkInput(inner(schema.element), each, [...path, index])
  } else if (schema instanceof z.ZodRecord) {
    if (isObject(value)) for (const [key, each] of Object.entries(value)) yield* walkInput(inner(schema.valueType), each, [...path, key])
  } else if (schema instanceof z.ZodUnion) {
    yield* walkInput(fitting(schema.options.map(inner), value), value, path)
  } else if (schema.type === 'string') {
    if (typeof value === 'string') yield { kind: 'text', path, schema, value }
  } else if (!plain.has(schema.type)) {
    throw new Error(`an input of the contract cannot be checked for unknown keys: ${schema.type}`)
  }
}

function* walkObject(schema: z.ZodObject, value: Record<string, unknown>, path: InputPath): Generator<InputPart> {
  const known = Object.keys(schema.shape)
  for (const [key, each] of Object.entries(value)) {
    if (Object.hasOwn(schema.shape, key)) yield* walkInput(inner(schema.shape[key]), each, [...path, key])
    else yield { kind: 'unknown-key', path, key, known }
  }
}

/** Of several schemas the one that takes the value, else the one that knows most of its keys. */
function fitting(options: readonly z.ZodType[], value: unknown): z.ZodType {
  const unknown = (option: z.ZodType) => [...walkInput(option, value)].filter(({ kind }) => kind === 'unknown-key').length
  const [nearest = z.null()] = options.toSorted(
    (a, b) => unknown(a) - unknown(b) || Number(b.safeParse(value).success) - Number(a.safeParse(value).success),
  )
  return nearest
}
