import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
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
      // A Node program that holds the other end makes it one that does not wait.
      const parent = `const {spawn}=require('child_process'); process.stdin.resume(); const c=spawn(process.argv[1],process.argv.slice(2),{stdio:[0,'inherit','inherit']}); c.on('exit',(code)=>process.exit(code))`
      writeFileSync(workplace.path('parent.cjs'), parent)
      const { code, stderr } = await shell(
        `(sleep 1; printf '{"scope":"nonblocking"}') | "$1" -e "require('child_process')" && (sleep 2; printf '{"scope":"nonblocking"}') | "$@" call a.aims engagement.update -`,
      )
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    },
  )

  test('in UTF-16 and with a mark is decoded, and what is neither is refused', async () => {
    for (const [name, bytes] of Object.entries({
      'le.json': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"scope":"Prüfung"}', 'utf16le')]),
      'be.json': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('{"scope":"Prüfung"}', 'utf16le').swap16()]),
      'bom.json': Buffer.from('\uFEFF{"scope":"Prüfung"}\r\n'),
    })) {
      writeFileSync(workplace.path(name), bytes)
      expect((await shell(`"$@" call a.aims engagement.update - < ${name}`)).stdout, name).toContain('"scope": "Prüfung"')
    }
    writeFileSync(workplace.path('cp.json'), Buffer.from('{"scope":"Pr\xfcfung"}', 'latin1'))
    expect(await shell('"$@" call a.aims engagement.update - < cp.json')).toMatchObject({
      code: 2,
      stdout: '',
      stderr:
        'fieldbook: the standard input is not a UTF-8 text, so its letters would be guessed. Nothing was done; save it as UTF-8 (in Notepad: Save as, Encoding: UTF-8) and try again.\n',
    })
  })
})

describe('output into a pipe', () => {
  test('of more than 64 KiB is complete, to a slow reader too', async () => {
    const whole = (await fieldbook(['call', '-', 'catalog.get'])).stdout
    expect(whole.length).toBeGreaterThan(3 * 65_536)
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
  const passphrase = 'Prüf, dass Größe stimmt'
  const forms: [string, Buffer][] = [
    ['UTF-8', Buffer.from(passphrase)],
    ['UTF-8 with a new line', Buffer.from(`${passphrase}\n`)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${passphrase}\r\n`)],
    ['UTF-16 of PowerShell', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${passphrase}\r\n`, 'utf16le')])],
    ['UTF-16 the other way round', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(passphrase, 'utf16le').swap16()])],
    ['old Macintosh line ends', Buffer.from(`${passphrase}\r`)],
  ]

  test('is the same in every encoding', async () => {
    await fieldbook(['new', 'p.aims', '--client', 'Acme'])
    writeFileSync(workplace.path('plain.txt'), passphrase)
    expect(await fieldbook(['pack', 'p.aims', '--to', 'p.aimspack', '--passphrase-file', 'plain.txt'])).toMatchObject({ code: 0 })
    for (const [what, bytes] of forms) {
      writeFileSync(workplace.path('form.txt'), bytes)
      expect(await fieldbook(['info', 'p.aimspack', '--passphrase-file', 'form.txt']), what).toMatchObject({ code: 0, stderr: '' })
    }
    expect(await fieldbook(['info', 'p.aimspack', '--passphrase-file', '-'], { input: passphrase })).toMatchObject({ code: 0 })
  })

  test('in an encoding that would be guessed packs nothing', async () => {
    for (const bytes of [Buffer.from('Pr\xfcfung', 'latin1'), Buffer.from('ohne Marke', 'utf16le')]) {
      writeFileSync(workplace.path('form.txt'), bytes)
      const packed = await fieldbook(['pack', 'p.aims', '--to', 'q.aimspack', '--passphrase-file', 'form.txt'])
      expect(packed).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('form.txt is not a UTF-8 text') })
    }
    expect(await fieldbook(['info', 'q.aimspack'])).toMatchObject({ code: 3 })
  })
})
