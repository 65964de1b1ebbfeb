import { z } from 'zod'

const jsonSchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
})

/** An object, or a text, inside of an input. */
export interface ObjectPlace {
  path: string[]
  /** Keys that the object has. */
  keys: string[]
  /** An input that holds this at the place, and nothing else. */
  around: (value: unknown) => unknown
}

const placed = (path: string[], keys: string[], around: ObjectPlace['around']): ObjectPlace => ({ path, keys, around })

/** Every object with named keys of a JSON schema, however deep. */
export function placesOf(schema: unknown): ObjectPlace[] {
  return [...walk(schema, [], (value) => value)]
    .filter(({ schema: { properties } }) => properties !== undefined)
    .map(({ path, around, schema: { properties = {} } }) => placed(path, Object.keys(properties), around))
}

/** Every text of a JSON schema with what the schema says of it. */
export function textsOf(schema: unknown): (ObjectPlace & { schema: z.infer<typeof jsonSchema> })[] {
  return [...walk(schema, [], (value) => value)]
    .filter(({ schema: { type } }) => type === 'string')
    .map(({ path, around, schema }) => ({ ...placed(path, [], around), schema }))
}

interface Found {
  path: string[]
  around: ObjectPlace['around']
  schema: z.infer<typeof jsonSchema>
}

function* walk(raw: unknown, path: string[], around: ObjectPlace['around']): Generator<Found> {
  const schema = jsonSchema.parse(raw)
  yield { path, around, schema }
  for (const option of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]) yield* walk(option, path, around)
  for (const [key, each] of Object.entries(schema.properties ?? {})) yield* walk(each, [...path, key], (value) => around({ [key]: value }))
  if (typeof schema.items === 'object') yield* walk(schema.items, [...path, '0'], (value) => around([value]))
  if (typeof schema.additionalProperties === 'object' && schema.additionalProperties !== null)
    yield* walk(schema.additionalProperties, [...path, 'some'], (value) => around({ some: value }))
}
