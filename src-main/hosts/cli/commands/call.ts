import { z } from 'zod'
import { FieldbookError } from '../../../contract/errors.ts'
import { procedures } from '../../../contract/index.ts'
import { text } from '../../../language/text.ts'
import { type Command, Misuse } from '../command.ts'
import { alignedColumns } from '../layout.ts'
import { readTextFile, standardInput } from '../text-file.ts'

/** Stands for no engagement as FILE. */
const none = '-'

function find(name: string) {
  const procedure = procedures.get(name)
  if (!procedure) throw new FieldbookError('unknown-procedure', { name })
  return procedure
}

/** JSON as typed, or from the standard input for `-`. */
export function parseJson(given: string): unknown {
  const source = given === standardInput ? readTextFile(standardInput) : given
  try {
    return JSON.parse(source)
  } catch (error) {
    throw new Misuse(text('cli:notJson', { reason: error instanceof Error ? error.message : '' }))
  }
}

export const callCommand: Command = {
  name: 'call',
  operands: ['FILE', 'PROCEDURE', 'JSON?'],
  options: {},
  async run(session, given) {
    const file = given.operand('FILE')
    const name = given.operand('PROCEDURE')
    const { scope } = find(name)
    if (scope === 'application' && file !== none) throw new Misuse(text('cli:withoutFile', { name }))
    if (scope === 'engagement' && file === none) throw new Misuse(text('cli:withFile', { name }))
    const input = parseJson(given.operand('JSON') || '{}')
    if (scope === 'engagement') await session.open(file)
    const output = await session.call(name, input)
    return { output, lines: [JSON.stringify(output, null, 2)] }
  },
}

/** The door refuses keys that it does not know, so the description of an input says so. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override({ jsonSchema }) {
      if (io === 'input' && jsonSchema.type === 'object' && jsonSchema.properties) jsonSchema.additionalProperties = false
    },
  })

export const proceduresCommand: Command = {
  name: 'procedures',
  operands: ['PROCEDURE?'],
  options: {},
  async run(_session, given) {
    const wanted = given.operand('PROCEDURE')
    if (wanted) return describe(wanted)
    const all = [...procedures].map(([name, { kind, scope, summary }]) => ({ name, kind, scope, summary }))
    return { output: all, lines: alignedColumns(all.map(({ name, kind, scope, summary }) => [name, kind, scope, summary])) }
  },
}

function describe(name: string) {
  const { kind, scope, summary, input, output } = find(name)
  const described = { name, kind, scope, summary, input: schemaOf(input, 'input'), output: schemaOf(output, 'output') }
  return { output: described, lines: [`${name} (${kind}, ${scope})`, summary, '', JSON.stringify(described.input, null, 2)] }
}
