import { text } from '../../language/text.ts'
import { digestOf, schemaDigests } from './digests.ts'
import { expectedSchema } from './expected.ts'
import type { SchemaObject } from './schema-object.ts'

/**
 * The first difference, in words, between a schema and the one that the program makes for this version; null where there is none. Every
 * object counts: a table, index, trigger or view that is missing, added or defined in any other way.
 */
export function schemaDifference(found: readonly SchemaObject[], version: number): string | null {
  if (version > 0 && schemaDigests[version - 1] === digestOf(found)) return null
  const expected = new Map(expectedSchema(version).map((object) => [keyOf(object), object]))
  const seen = new Set<string>()
  for (const object of found) {
    const key = keyOf(object)
    const own = expected.get(key)
    if (own === undefined || seen.has(key)) return named('added', object)
    if (object.table !== own.table || withoutLayout(object.sql) !== withoutLayout(own.sql)) return named('changed', object)
    seen.add(key)
  }
  const missing = [...expected].find(([key]) => !seen.has(key))
  return missing ? named('missing', missing[1]) : null
}

const keyOf = ({ type, name }: SchemaObject) => JSON.stringify([type, name])

const kinds = ['table', 'index', 'trigger', 'view']

/** Names in a stranger's file are of any length and hold anything. */
const named = (what: 'added' | 'changed' | 'missing', { type, name }: SchemaObject) =>
  text(`engagement:altered.${what}`, {
    object: text(`engagement:altered.${kinds.includes(type) ? type : 'object'}`),
    name: shortened(name),
  })

const shortened = (name: string) => {
  const plain = name.replace(/[^\x20-\x7e\u00a0-\u024f]/g, '?')
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain
}

/** How a statement is laid out does not change what it says; text in quotes does. No statement of ours has a comment. */
const withoutLayout = (sql: string | null) =>
  sql === null ? null : sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[ \t\n\f\r]+/g, (part) => (/^['"]/.test(part) ? part : ' ')).trim()
