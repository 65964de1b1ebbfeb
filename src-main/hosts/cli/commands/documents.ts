import { documentFormat, report } from '../../../contract/documents.ts'
import { contract } from '../../../contract/index.ts'
import { text } from '../../../language/text.ts'
import { oneOf } from '../choice.ts'
import type { Command } from '../command.ts'
import { count, fileSize } from '../layout.ts'

export const exportCommand: Command = {
  name: 'export',
  operands: ['FILE', 'REPORT'],
  options: { to: { value: 'OUT', required: true }, format: { value: 'FORMAT' }, overwrite: {} },
  async run(session, given) {
    const wanted = oneOf(report, 'REPORT', given.operand('REPORT'))
    const format = given.option('format')
    const input = {
      report: wanted,
      to: given.option('to') ?? '',
      overwrite: given.isOn('overwrite'),
      ...(format === undefined ? {} : { format: oneOf(documentFormat, '--format', format) }),
    }
    await session.open(given.operand('FILE'))
    const written = await session.ask('documents.export', input, contract.documents.export.output)
    const { path, rows, size } = written
    return { output: written, lines: [text('cli:exported', { path, rows: count(rows), size: fileSize(size) })] }
  },
}
