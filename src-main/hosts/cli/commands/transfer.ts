import { contract } from '../../../contract/index.ts'
import { text } from '../../../language/text.ts'
import type { Command } from '../command.ts'
import { fileSize } from '../layout.ts'
import { passphrase } from '../passphrase.ts'

export const packCommand: Command = {
  name: 'pack',
  operands: ['FILE'],
  options: { to: { value: 'OUT', required: true }, 'passphrase-file': { value: 'PATH' }, overwrite: {} },
  async run(session, given) {
    const input = { to: given.option('to') ?? '', overwrite: given.isOn('overwrite'), ...passphrase(given) }
    await session.open(given.operand('FILE'))
    const packed = await session.ask('transfer.pack', input, contract.transfer.pack.output)
    const key = packed.encrypted ? 'cli:packedEncrypted' : 'cli:packed'
    return { output: packed, lines: [text(key, { path: packed.path, size: fileSize(packed.size), sha256: packed.sha256 })] }
  },
}

export const unpackCommand: Command = {
  name: 'unpack',
  operands: ['PACKAGE'],
  options: { to: { value: 'OUT', required: true }, 'passphrase-file': { value: 'PATH' } },
  async run(session, given) {
    const input = { path: given.operand('PACKAGE'), to: given.option('to') ?? '', ...passphrase(given) }
    const written = await session.ask('transfer.unpack', input, contract.transfer.unpack.output)
    const { path, client, problems } = written
    return { output: written, lines: [text('cli:unpacked', { path, client }), ...problems], findings: problems.length > 0 }
  },
}
