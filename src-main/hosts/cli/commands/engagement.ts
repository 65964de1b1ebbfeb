import type { ReadOnlyReason } from '../../../contract/engagement.ts'
import { contract } from '../../../contract/index.ts'
import { text } from '../../../language/text.ts'
import type { Command } from '../command.ts'
import { alignedColumns, count, fileSize } from '../layout.ts'
import { passphrase } from '../passphrase.ts'

export const newCommand: Command = {
  name: 'new',
  operands: ['FILE'],
  options: { client: { value: 'NAME', required: true }, sample: {} },
  async run(session, given) {
    const input = { path: given.operand('FILE'), client: given.option('client') ?? '', sample: given.isOn('sample') }
    const { path, client, title } = await session.ask('engagement.create', input, contract.engagement.create.output)
    return { output: { path, client, title }, lines: [text('cli:made', { path, client })] }
  },
}

const readOnlyRow = (reason: ReadOnlyReason): [string, string] => ['readOnly', text(`cli:readOnly.${reason}`)]

export const infoCommand: Command = {
  name: 'info',
  operands: ['FILE'],
  options: { 'passphrase-file': { value: 'PATH' } },
  async run(session, given) {
    await session.openOrLookInto(given.operand('FILE'), passphrase(given))
    const info = await session.ask('engagement.info', {}, contract.engagement.info.output)
    const last = info.lastChange
    const rows: [string, string][] = [
      ['client', info.engagement.client],
      ['title', info.engagement.title],
      ['path', info.path],
      ['size', fileSize(info.size)],
      ...(info.readOnly === null ? [] : [readOnlyRow(info.readOnly)]),
      [
        'lastChange',
        last ? text('cli:info.change', { at: last.at.slice(0, 16).replace('T', ' '), label: last.label, who: last.who }) : '-',
      ],
      ['changes', count(info.changes)],
      ['rounds', count(info.rounds)],
      ['judged', text('cli:info.ofTotal', { part: count(info.judged), total: count(info.requirements + info.controls) })],
      ['aiSystems', count(info.aiSystems)],
      ['soaDecided', count(info.soaDecided)],
      ['soaVersions', count(info.soaVersions)],
    ]
    return { output: info, lines: alignedColumns(rows.map(([key, value]) => [text(`cli:info.${key}`), value])) }
  },
}

export const checkCommand: Command = {
  name: 'check',
  operands: ['FILE'],
  options: { 'passphrase-file': { value: 'PATH' } },
  async run(session, given) {
    await session.openOrLookInto(given.operand('FILE'), passphrase(given))
    const result = await session.ask('engagement.check', {}, contract.engagement.check.output)
    const fine = text('cli:checked', { tables: count(result.tables), rows: count(result.rows) })
    const findings = result.problems.length > 0
    return { output: result, lines: findings ? result.problems : [fine], findings }
  },
}
