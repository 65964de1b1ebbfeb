import { text } from '../../language/text.ts'
import { type Given, Misuse } from './command.ts'
import { readTextFile } from './text-file.ts'

/** The first line of the file that --passphrase-file names: a passphrase on the command line would be in the shell's history. */
export function passphrase(given: Given): { passphrase?: string } {
  const path = given.option('passphrase-file')
  if (path === undefined) return {}
  const first = readTextFile(path).split(/\r\n|\r|\n/)[0] ?? ''
  if (first === '') throw new Misuse(text('cli:emptyPassphrase', { path }))
  return { passphrase: first }
}
