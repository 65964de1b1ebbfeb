import { contract } from '../../../contract/index.ts'
import { columnMapping } from '../../../contract/inventory.ts'
import { text } from '../../../language/text.ts'
import { type Command, Misuse } from '../command.ts'
import { count } from '../layout.ts'
import { parseJson } from './call.ts'

function parseMapping(given: string | undefined) {
  if (given === undefined) return {}
  const parsed = columnMapping.safeParse(parseJson(given))
  if (!parsed.success) throw new Misuse(text('cli:notMapping', { fields: columnMapping.keyType.options.join(', ') }))
  return { mapping: parsed.data }
}

export const importSystemsCommand: Command = {
  name: 'import systems',
  operands: ['FILE', 'CSV'],
  options: { mapping: { value: 'JSON' } },
  async run(session, given) {
    const input = { path: given.operand('CSV'), ...parseMapping(given.option('mapping')) }
    await session.open(given.operand('FILE'))
    const result = await session.ask('inventory.import', input, contract.inventory.import.output)
    const { imported, duplicates, withoutName, warnings } = result
    const summary = text('cli:imported', {
      count: imported,
      imported: count(imported),
      duplicates: count(duplicates),
      withoutName: count(withoutName),
    })
    return { output: result, lines: [summary, ...warnings] }
  },
}
