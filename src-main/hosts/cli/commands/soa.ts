import { contract } from '../../../contract/index.ts'
import { text } from '../../../language/text.ts'
import type { Command } from '../command.ts'
import { alignedColumns, count } from '../layout.ts'

export const lintCommand: Command = {
  name: 'lint',
  operands: ['FILE'],
  options: {},
  async run(session, given) {
    await session.open(given.operand('FILE'))
    const findings = await session.ask('soa.lint', {}, contract.soa.lint.output)
    const rows = findings.map(({ code, severity, rule, sentence }) => [code || '-', text(`cli:severity.${severity}`), rule, sentence])
    const summary = text(findings.length === 0 ? 'cli:lint.clean' : 'cli:lint.found', { findings: count(findings.length) })
    return { output: findings, lines: [...alignedColumns(rows), summary], findings: findings.length > 0 }
  },
}
