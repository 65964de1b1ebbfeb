import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Given } from '../../../src-main/hosts/cli/command.ts'
import { passphrase } from '../../../src-main/hosts/cli/passphrase.ts'
import { Workplace } from '../hosts/processes.ts'

const workplace = new Workplace()
const fieldbook: Workplace['fieldbook'] = (words, options) => workplace.fieldbook(words, options)
const main = join(import.meta.dirname, '../../../src-main/hosts/cli/main.ts')

beforeAll(async () => {
  expect(await fieldbook(['new', 'a.aims', '--client', 'Acme'])).toMatchObject({ code: 0 })
})
afterAll(() => workplace.remove())

/** A shell's line with the program as "$@", for what only a real pipe does. */
async function shell(line: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn('sh', ['-c', line, 'sh', process.execPath, main], { cwd: workplace.folder, env: workplace.environment })
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (part: string) => {
      output[name] += part
    })
  const [code] = await once(child, 'close')
  return { code: z.number().parse(code), ...output }
}

const scope = z.object({ scope: z.string() })

describe('input from a pipe', () => {
  test.each([65_535, 65_536, 65_537, 99_000])('of %i characters is read whole', async (size) => {
    const wanted = 'ä'.repeat(size / 2)
    const { code, stdout } = await fieldbook(['call', 'a.aims', 'engagement.update', '-'], { input: JSON.stringify({ scope: wanted }) })
    expect(code).toBe(0)
    expect(scope.parse(JSON.parse(stdout)).scope).toBe(wanted)
  })

  test('of more than 10 MB too', async () => {
    const readings = Array.from({ length: 20_000 }, (_, index) => ({ day: '2020-01-01', value: index, note: 'n'.repeat(500) }))
    const measure = JSON.parse((await fieldbook(['call', 'a.aims', 'registers.add', '{"register":"measures"}'])).stdout)
    const input = JSON.stringify({ id: measure.id, readings })
    expect(input.length).toBeGreaterThan(10_000_000)
    const { code, stdout, stderr } = await fieldbook(['call', 'a.aims', 'measures.addReadings', '-'], { input })
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(z.object({ readings: z.array(z.object({ value: z.number() })) }).parse(JSON.parse(stdout)).readings).toMatchObject([
      { value: 19_999 },
    ])
  })

  test('from a writer that takes its time, and ends without a new line', async () => {
    const child = spawn(process.execPath, [main, 'call', 'a.aims', 'engagement.update', '-'], {
      cwd: workplace.folder,
      env: workplace.environment,
    })
    let stdout = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      stdout += part
    })
    const closed = once(child, 'close')
    for (const part of ['{"scope":', '"slow', 'ly"', '}']) {
      child.stdin.write(part)
      await pause(300)
    }
    child.stdin.end()
    expect(await closed).toEqual([0, null])
    expect(scope.parse(JSON.parse(stdout)).scope).toBe('slowly')
  })

  test.runIf(process.platform !== 'win32')(
    'through a pipe of a shell, from a file, from nowhere, and from one that does not wait',
    async () => {
      expect((await shell(`(sleep 1; printf '{"scope":"piped"}') | "$@" call a.aims engagement.update -`)).stdout).toContain(
        '"scope": "piped"',
      )
      expect((await shell(`printf '{"scope":"file"}' > in.json; "$@" call a.aims engagement.update - < in.json`)).stdout).toContain(
        '"scope": "file"',
      )
      expect(await shell('"$@" call a.aims engagement.update - < /dev/null')).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/^fieldbook: That is not JSON/),
      })
      // A program that shares the pipe, and reads it its own way, makes it one that does not wait.
      const unblock = `process.stdin.on('readable', () => {}).unref(); setTimeout(() => process.exit(), 300)`
      const line = `(sleep 2; printf '{"scope":"nonblocking"}') | ("$1" -e "${unblock}"; "$@" call a.aims engagement.update -)`
      expect(await shell(line)).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('"scope": "nonblocking"') })
    },
  )

  test('in UTF-16 and with a mark is decoded, and what is neither is refused', async () => {
    for (const [name, bytes] of Object.entries({
      'le.json': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"scope":"Prüfung"}', 'utf16le')]),
      'bom.json': Buffer.from('\uFEFF{"scope":"Prüfung"}\r\n'),
    })) {
      writeFileSync(workplace.path(name), bytes)
      expect((await shell(`"$@" call a.aims engagement.update - < ${name}`)).stdout, name).toContain('"scope": "Prüfung"')
    }
    writeFileSync(workplace.path('cp.json'), Buffer.from('{"scope":"Pr\xfcfung"}', 'latin1'))
    expect(await shell('"$@" call a.aims engagement.update - < cp.json')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('the standard input is not a UTF-8 text'),
    })
  })
})

describe('output into a pipe', () => {
  test('of more than 64 KiB is complete, to a slow reader too', async () => {
    const whole = (await fieldbook(['call', '-', 'catalog.get'])).stdout
    expect(whole.length).toBeGreaterThan(2 * 65_536)
    const slow = await shell('"$@" call - catalog.get | (sleep 1; cat)')
    expect(slow.stdout).toBe(whole)
  })

  test.runIf(process.platform !== 'win32')('that is closed early ends quietly', async () => {
    const { stdout, stderr } = await shell('"$@" call - catalog.get | head -n 1')
    expect({ stdout, stderr }).toEqual({ stdout: '{\n', stderr: '' })
    expect((await shell('"$@" call - catalog.get 2>&1 | true')).stdout).toBe('')
  })
})

describe('a passphrase from a file', () => {
  const wanted = 'Prüf, dass Größe stimmt'
  const forms: [string, Buffer][] = [
    ['UTF-8', Buffer.from(wanted)],
    ['UTF-8 with a new line', Buffer.from(`${wanted}\n`)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${wanted}\r\n`)],
    ['UTF-16 of PowerShell', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${wanted}\r\n`, 'utf16le')])],
    ['UTF-16 the other way round', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wanted, 'utf16le').swap16()])],
    ['old Macintosh line ends', Buffer.from(`${wanted}\r`)],
  ]

  const given = (name: string): Given => ({ operand: () => '', option: () => workplace.path(name), options: () => [], isOn: () => false })
  const read = (bytes: Buffer) => {
    writeFileSync(workplace.path('form.txt'), bytes)
    return passphrase(given('form.txt'))
  }

  test.each(forms)('is the same in %s', (_form, bytes) => {
    expect(read(bytes)).toEqual({ passphrase: wanted })
  })

  test.each([
    ['a code page', Buffer.from('Pr\xfcfung', 'latin1')],
    ['UTF-16 without a mark', Buffer.from('ohne Marke', 'utf16le')],
  ])('in %s is refused, since its letters would be guessed', (_form, bytes) => {
    expect(() => read(bytes)).toThrow(/form\.txt is not a UTF-8 text/)
  })

  test('that is empty, no file, or without an end is refused', () => {
    expect(() => read(Buffer.from('\n'))).toThrow('is empty')
    expect(() => passphrase(given('none.txt'))).toThrow('file-missing')
    expect(() => passphrase(given('.'))).toThrow('is-folder')
    if (existsSync('/dev/zero')) expect(() => passphrase({ ...given(''), option: () => '/dev/zero' })).toThrow('has no end')
  })

  test('in an encoding of PowerShell opens what it was packed with', async () => {
    writeFileSync(workplace.path('plain.txt'), wanted)
    writeFileSync(workplace.path('shell.txt'), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${wanted}\r\n`, 'utf16le')]))
    expect(await fieldbook(['pack', 'a.aims', '--to', 'p.aimspack', '--passphrase-file', 'plain.txt'])).toMatchObject({ code: 0 })
    expect(await fieldbook(['info', 'p.aimspack', '--passphrase-file', 'shell.txt'])).toMatchObject({ code: 0, stderr: '' })
  })
})
