import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readPackage } from '../../../src-main/transfer/package/read.ts'
import { writePackage } from '../../../src-main/transfer/package/write.ts'

/** Packages and the programs that everyone has: the public `age`, and `unzip`. */

const passphrase = 'four words on paper'
const content = Buffer.concat([Buffer.from('an engagement '.repeat(20_000)), randomBytes(300_000)])

let folder = ''
const at = (name: string) => join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldbook-programs-'))
  writeFileSync(at('a.aims'), content)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const pack = (secret?: string) =>
  writePackage({
    source: at('a.aims'),
    destination: at('a.aimspack'),
    passphrase: secret,
    manifest: {
      applicationVersion: '0.1.0',
      createdAt: '2026-11-24T10:00:00.000Z',
      engagement: { id: 'engagement-1', fileId: 'file-1', client: 'Acme', title: 'ISO/IEC 42001', change: null },
      schemaVersion: 1,
      contentVersion: '2026.1',
      counts: {},
    },
  })

/** Runs age, which reads a passphrase from a terminal only, in one, and types `typed` each time that it asks. */
function age(args: string[], typed: string): number | null {
  const script = `set timeout 60
spawn -noecho age ${args.map((arg) => `{${arg}}`).join(' ')}
expect {
  -re {passphrase[^:]*: *$} { send -- {${typed}}; send -- "\\r"; exp_continue }
  eof {}
}
catch wait result
exit [lindex $result 3]`
  return spawnSync('expect', ['-c', script], { stdio: 'pipe' }).status
}

it('is opened by unzip', async () => {
  await pack()
  expect(execFileSync('unzip', ['-t', at('a.aimspack')], { encoding: 'utf8' })).toContain('No errors detected')
  expect(execFileSync('unzip', ['-Z1', at('a.aimspack')], { encoding: 'utf8' })).toBe('manifest.json\nengagement.aims\n')
  expect(execFileSync('unzip', ['-p', at('a.aimspack'), 'engagement.aims'], { maxBuffer: 2e6 }).equals(content)).toBe(true)
})

it('is decrypted by age into the ZIP', async () => {
  await pack(passphrase)
  expect(age(['-d', '-o', at('a.zip'), at('a.aimspack')], passphrase)).toBe(0)
  expect(execFileSync('unzip', ['-p', at('a.zip'), 'engagement.aims'], { maxBuffer: 2e6 }).equals(content)).toBe(true)
  // What age wrote is the plain package itself.
  await readPackage({ source: at('a.zip'), destination: at('b.aims') })
  expect(readFileSync(at('b.aims')).equals(content)).toBe(true)
})

it('is not decrypted by age with another passphrase', async () => {
  await pack(passphrase)
  expect(age(['-d', '-o', at('a.zip'), at('a.aimspack')], 'another one')).not.toBe(0)
})

it('is opened here where age has encrypted it', async () => {
  await pack()
  expect(age(['-p', '-o', at('b.aimspack'), at('a.aimspack')], passphrase)).toBe(0)
  await readPackage({ source: at('b.aimspack'), destination: at('b.aims'), passphrase })
  expect(readFileSync(at('b.aims')).equals(content)).toBe(true)
})
