import { createHash } from 'node:crypto'
import type { SchemaObject } from './schema-object.ts'

/**
 * The digest of the schema of each version, the first one first: a file that has it is known at once, without making the schema anew to
 * compare. A new migration adds one; its test says which.
 */
export const schemaDigests: readonly string[] = [
  '83936a60dd304be056432dfa4f27727e72ea246dc37f963af4fc828c2ef2f178',
  '6f2babee0e500571f6907e54d18dba21c80d2fa43a7ed71fc872f4bce809acb4',
  'e299727b878e2965be700173c7d1396971d45c487051ce7c57be49346087fee8',
  '70d37b498244d5c442049be07d670ab65e8bfc88a5ac8d7a17c4ab8ad803bdbc',
]

/** One digest for a whole schema, in whatever order its objects are stored. */
export function digestOf(schema: readonly SchemaObject[]): string {
  const lines = schema.map(({ type, name, table, sql }) => JSON.stringify([type, name, table, sql])).sort()
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}
