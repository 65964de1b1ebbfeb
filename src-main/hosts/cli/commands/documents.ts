import { documentFormat, report, reportGroups } from '../../../contract/documents.ts'
import { contract } from '../../../contract/index.ts'
import { limitLines } from '../../../language/limit-lines.ts'
import { text } from '../../../language/text.ts'
import { oneOf } from '../choice.ts'
import type { Command } from '../command.ts'
import { alignedColumns, count, fileSize } from '../layout.ts'

/** The reports by what they are for, so that a list of more than forty can be read. */
const reportList = () =>
  alignedColumns(
    Object.entries(reportGroups).map(([group, reports]) => [`  ${text(`documents:groups.${group}`)}`, reports.join(' ')]),
  ).join('\n')

export const exportCommand: Command = {
  name: 'export',
  operands: ['FILE', 'REPORT'],
  options: { to: { value: 'OUT', required: true }, format: { value: 'FORMAT' }, overwrite: {} },
  words: () => ({ reports: reportList() }),
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
    const { path, rows, size, limits } = written
    return { output: written, lines: [text('cli:exported', { path, rows: count(rows), size: fileSize(size) }), ...limitLines(limits)] }
  },
}
