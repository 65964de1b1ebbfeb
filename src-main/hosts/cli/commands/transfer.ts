import { readFileSync } from 'node:fs'
import { contract } from '../../../contract/index.ts'
import { pathError } from '../../../engagement/inspect.ts'
import { text } from '../../../language/text.ts'
import { type Command, type Given, Misuse } from '../command.ts'
import { fileSize } from '../layout.ts'

/** The first line of the file that --passphrase-file names: a passphrase on the command line would be in the shell's history. */
function passphrase(given: Given): { passphrase?: string } {
  const path = given.option('passphrase-file')
  if (path === undefined) return {}
  const first = readText(path).split(/\r?\n/)[0] ?? ''
  if (first === '') throw new Misuse(text('cli:emptyPassphrase', { path }))
  return { passphrase: first }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw pathError(path, error)
  }
}

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
