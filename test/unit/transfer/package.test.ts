import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FieldbookError } from '../../../src-main/contract/errors.ts'
import type { ManifestDetails } from '../../../src-main/transfer/package/manifest.ts'
import { inspectPackage, readPackage } from '../../../src-main/transfer/package/read.ts'
import { emptySeal, sealing } from '../../../src-main/transfer/package/seal.ts'
import { writePackage } from '../../../src-main/transfer/package/write.ts'

/** Cheap on purpose: what is tested here is not how slow a passphrase is to guess. */
const workFactor = 2
const passphrase = 'four words on paper, naïve'
const content = Buffer.from('SQLite format 3\0 stands for an engagement here. '.repeat(40))

const details: ManifestDetails = {
  applicationVersion: '0.1.0',
  createdAt: '2026-11-24T10:00:00.000Z',
  engagement: { id: 'engagement-1', fileId: 'file-1', client: 'Acme Klinik GmbH', title: 'ISO/IEC 42001', change: null },
  schemaVersion: 1,
  contentVersion: '2026.1',
  counts: { aiSystem: 3, change: 12 },
}

let folder = ''
const at = (name: string) => join(folder, name)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldbook-package-'))
  writeFileSync(at('a.aims'), content)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Overrides = Partial<Parameters<typeof writePackage>[0]>

const pack = (overrides: Overrides = {}) =>
  writePackage({ source: at('a.aims'), destination: at('a.aimspack'), manifest: details, workFactor, ...overrides })

const unpack = (overrides: Partial<Parameters<typeof readPackage>[0]> = {}) =>
  readPackage({ source: at('a.aimspack'), destination: at('b.aims'), ...overrides })

/** The code and details of the failure; fails the test where there is none, or one that no person can act on. */
async function failure(work: Promise<unknown>): Promise<FieldbookError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof FieldbookError) return error
  throw new Error(`expected a FieldbookError, got ${String(error)}`, { cause: error })
}
const failureCode = async (work: Promise<unknown>) => (await failure(work)).code

/** Seals the entries as a package is sealed, so that what is wrong inside is not stopped by the seal. */
async function sealed(entries: Record<string, Uint8Array>): Promise<Buffer> {
  const zip = Buffer.from(zipSync(entries))
  const comment = Buffer.from(emptySeal, 'latin1')
  zip.writeUInt16LE(comment.length, zip.length - 2)
  const seal = sealing()
  seal.end(Buffer.concat([zip, comment]))
  return Buffer.concat(await Array.fromAsync(seal))
}

const manifestOf = (engagement: Uint8Array) => ({
  format: 'aimspack',
  formatVersion: 1,
  ...details,
  contents: [{ name: 'engagement.aims', size: engagement.length, sha256: sha256(engagement) }],
})
const json = (value: unknown) => strToU8(JSON.stringify(value))

describe.each([
  ['plain', undefined],
  ['encrypted', passphrase],
])('a package, %s', (_kind, secret) => {
  it('gives back the engagement byte for byte, and says what is in it', async () => {
    const written = await pack({ passphrase: secret })
    const bytes = readFileSync(at('a.aimspack'))
    expect(written).toEqual({ size: bytes.length, sha256: sha256(bytes) })
    const manifest = await unpack({ passphrase: secret })
    expect(manifest).toEqual(manifestOf(content))
    expect(readFileSync(at('b.aims'))).toEqual(content)
    expect(await inspectPackage(at('a.aimspack'), secret)).toEqual({ encrypted: secret !== undefined, sha256: sha256(bytes), manifest })
    expect(readdirSync(folder).sort()).toEqual(['a.aims', 'a.aimspack', 'b.aims'])
  })

  it.each([0, 1, 65_519, 65_536, 3_000_001])('carries %i bytes that do not compress', async (size) => {
    const bytes = randomBytes(size)
    writeFileSync(at('a.aims'), bytes)
    await pack({ passphrase: secret })
    await unpack({ passphrase: secret })
    expect(readFileSync(at('b.aims')).equals(bytes)).toBe(true)
  })

  it('refuses a changed byte at every place, and writes nothing', async () => {
    await pack({ passphrase: secret })
    const whole = readFileSync(at('a.aimspack'))
    const accepted: string[] = []
    for (const bit of [0x01, 0x20]) {
      for (let offset = 0; offset < whole.length; offset += 1) {
        const changed = Buffer.from(whole)
        changed.writeUInt8(changed.readUInt8(offset) ^ bit, offset)
        writeFileSync(at('a.aimspack'), changed)
        const code = await unpack({ passphrase: secret }).then(
          () => 'accepted',
          (error) => (error instanceof FieldbookError ? error.code : 'untyped'),
        )
        if (!['not-a-package', 'package-damaged', 'wrong-passphrase'].includes(code)) accepted.push(`${offset}^${bit}: ${code}`)
      }
    }
    expect(whole.length).toBeGreaterThan(600)
    expect(accepted).toEqual([])
    expect(readdirSync(folder).sort()).toEqual(['a.aims', 'a.aimspack'])
  })

  it('refuses to be cut short anywhere, or to have more bytes', async () => {
    await pack({ passphrase: secret })
    const whole = readFileSync(at('a.aimspack'))
    for (let length = 0; length < whole.length; length += 1) {
      writeFileSync(at('a.aimspack'), whole.subarray(0, length))
      // The first few bytes alone are an empty file, a text or a ZIP, and called that.
      expect(['other-kind', 'not-a-package', 'package-damaged', 'wrong-passphrase'], `${length} bytes`).toContain(
        await failureCode(unpack({ passphrase: secret })),
      )
    }
    for (const more of [Buffer.from([0]), Buffer.from('\n'), whole, randomBytes(70_000)]) {
      writeFileSync(at('a.aimspack'), Buffer.concat([whole, more]))
      expect(await failureCode(unpack({ passphrase: secret }))).toBe('package-damaged')
    }
    expect(readdirSync(folder).sort()).toEqual(['a.aims', 'a.aimspack'])
  })

  it('calls half a package damaged, not foreign', async () => {
    writeFileSync(at('a.aims'), randomBytes(300_000))
    await pack({ passphrase: secret })
    truncateSync(at('a.aimspack'), 150_000)
    expect(await failureCode(unpack({ passphrase: secret }))).toBe('package-damaged')
    expect(await failureCode(inspectPackage(at('a.aimspack'), secret))).toBe('package-damaged')
  })

  it('stops when it is cancelled, early or late, and leaves nothing', async () => {
    writeFileSync(at('a.aims'), randomBytes(3_000_000))
    expect(await failureCode(pack({ passphrase: secret, signal: AbortSignal.abort() }))).toBe('cancelled')
    const whilePacking = new AbortController()
    expect(await failureCode(pack({ passphrase: secret, signal: whilePacking.signal, onProgress: () => whilePacking.abort() }))).toBe(
      'cancelled',
    )
    expect(readdirSync(folder)).toEqual(['a.aims'])
    await pack({ passphrase: secret })
    expect(await failureCode(unpack({ passphrase: secret, signal: AbortSignal.abort() }))).toBe('cancelled')
    const whileReading = new AbortController()
    expect(await failureCode(unpack({ passphrase: secret, signal: whileReading.signal, onProgress: () => whileReading.abort() }))).toBe(
      'cancelled',
    )
    expect(readdirSync(folder).sort()).toEqual(['a.aims', 'a.aimspack'])
  })

  it('tells its progress up to the end, and never backwards', async () => {
    const shares: number[] = []
    const onProgress = (share: number) => shares.push(share)
    writeFileSync(at('a.aims'), randomBytes(2_000_000))
    await pack({ passphrase: secret, onProgress })
    const packing = shares.splice(0)
    await unpack({ passphrase: secret, onProgress })
    for (const told of [packing, shares]) {
      expect(told.length).toBeGreaterThan(3)
      expect(told).toEqual([...told].sort((a, b) => a - b))
      expect(told.at(-1)).toBe(1)
    }
  })

  it('leaves an existing file as it is, unless it is told to replace it', async () => {
    writeFileSync(at('a.aimspack'), 'mine')
    expect(await failure(pack({ passphrase: secret }))).toMatchObject({ code: 'file-exists', details: { path: at('a.aimspack') } })
    expect(readFileSync(at('a.aimspack'), 'utf8')).toBe('mine')
    await pack({ passphrase: secret, overwrite: true })
    writeFileSync(at('b.aims'), 'also mine')
    expect(await failure(unpack({ passphrase: secret }))).toMatchObject({ code: 'file-exists', details: { path: at('b.aims') } })
    expect(readFileSync(at('b.aims'), 'utf8')).toBe('also mine')
    expect(readdirSync(folder).sort()).toEqual(['a.aims', 'a.aimspack', 'b.aims'])
  })

  it('never takes a file away that appears at its destination meanwhile', async () => {
    writeFileSync(at('a.aims'), randomBytes(1_000_000))
    const onProgress = (name: string) => () => writeFileSync(at(name), 'mine')
    expect(await failureCode(pack({ passphrase: secret, onProgress: onProgress('a.aimspack') }))).toBe('file-exists')
    expect(readFileSync(at('a.aimspack'), 'utf8')).toBe('mine')
    await pack({ passphrase: secret, overwrite: true })
    expect(await failureCode(unpack({ passphrase: secret, onProgress: onProgress('b.aims') }))).toBe('file-exists')
    expect(readFileSync(at('b.aims'), 'utf8')).toBe('mine')
  })

  it('shows no engagement at its destination before all of it was checked', async () => {
    writeFileSync(at('a.aims'), randomBytes(1_000_000))
    await pack({ passphrase: secret })
    const seen = new Set<string>()
    await unpack({ passphrase: secret, onProgress: () => void readdirSync(folder).map((name) => seen.add(name)) })
    expect(seen).toContain('a.aimspack')
    expect(seen).not.toContain('b.aims')
  })

  it('names the file that is missing', async () => {
    expect(await failure(pack({ passphrase: secret, source: at('none.aims') }))).toMatchObject({
      code: 'file-missing',
      details: { path: at('none.aims') },
    })
    expect(await failure(unpack({ passphrase: secret }))).toMatchObject({ code: 'file-missing', details: { path: at('a.aimspack') } })
    expect(await failure(inspectPackage(at('a.aimspack'), secret))).toMatchObject({
      code: 'file-missing',
      details: { path: at('a.aimspack') },
    })
    expect(readdirSync(folder)).toEqual(['a.aims'])
  })
})

describe('a plain package', () => {
  it('is a ZIP for any other program', async () => {
    await pack()
    const entries = unzipSync(readFileSync(at('a.aimspack')))
    expect(Object.keys(entries)).toEqual(['manifest.json', 'engagement.aims'])
    expect(Buffer.from(entries['engagement.aims'] ?? []).equals(content)).toBe(true)
    expect(JSON.parse(Buffer.from(entries['manifest.json'] ?? []).toString('utf8'))).toEqual(manifestOf(content))
  })

  it('carries as its comment the SHA-256 of every byte before it', async () => {
    await pack()
    const bytes = readFileSync(at('a.aimspack'))
    const seal = bytes.subarray(-emptySeal.length).toString('latin1')
    expect(seal).toContain(sha256(bytes.subarray(0, -emptySeal.length)))
  })

  it('takes much less room than the engagement', async () => {
    expect((await pack()).size).toBeLessThan(content.length / 2)
  })
})

describe('an encrypted package', () => {
  it('asks for its passphrase, and tells a wrong one from damage', async () => {
    await pack({ passphrase })
    expect(await failureCode(unpack())).toBe('passphrase-needed')
    expect(await failureCode(inspectPackage(at('a.aimspack')))).toBe('passphrase-needed')
    for (const wrong of ['', 'four words on paper, naive', `${passphrase} `])
      expect(await failureCode(unpack({ passphrase: wrong }))).toBe('wrong-passphrase')
    expect(readdirSync(folder).sort()).toEqual(['a.aims', 'a.aimspack'])
  })

  it('opens where the keyboard writes accents as two characters', async () => {
    await pack({ passphrase: passphrase.normalize('NFC') })
    await unpack({ passphrase: passphrase.normalize('NFD') })
    expect(readFileSync(at('b.aims'))).toEqual(content)
  })

  it('shows nothing of its content, and puts none on the disk while it is made or looked at', async () => {
    const secretText = 'The client does not want this to be read'
    const bytes = Buffer.concat([Buffer.from(secretText.repeat(2000)), randomBytes(500_000)])
    writeFileSync(at('a.aims'), bytes)
    const startsAsZip = () =>
      readdirSync(folder).filter((name) => name !== 'a.aims' && readFileSync(at(name)).subarray(0, 2).toString('latin1') === 'PK')
    const seen: string[] = []
    await pack({ passphrase, onProgress: () => seen.push(...startsAsZip()) })
    expect(seen).toEqual([])
    for (const word of [secretText, 'manifest.json', details.engagement.client])
      expect(readFileSync(at('a.aimspack')).includes(word)).toBe(false)
  })

  it('is refused where it is encrypted for a key, or holds something else', async () => {
    const forKey = new Encrypter()
    forKey.addRecipient(await identityToRecipient(await generateX25519Identity()))
    writeFileSync(at('a.aimspack'), await forKey.encrypt(content))
    expect(await failureCode(unpack({ passphrase }))).toBe('not-a-package')
    const forPassphrase = new Encrypter()
    forPassphrase.setPassphrase(passphrase)
    forPassphrase.setScryptWorkFactor(workFactor)
    writeFileSync(at('a.aimspack'), await forPassphrase.encrypt(randomBytes(100_000)))
    expect(await failureCode(unpack({ passphrase }))).toBe('not-a-package')
  })
})

/** As far as anyone looks who tells an engagement from other files. */
const engagementHeader = Buffer.from(`SQLite format 3\0${'\0'.repeat(52)}AIMS${'\0'.repeat(28)}`, 'latin1')

describe('what is no package', () => {
  it.each([
    ['an empty file', 'other-kind', () => Buffer.alloc(0)],
    ['a text', 'other-kind', () => Buffer.from('Dear client,\n'.repeat(100))],
    ['an engagement', 'is-engagement', () => engagementHeader],
    ['a database of another program', 'other-kind', () => Buffer.from('SQLite format 3\0'.padEnd(512, '\0'))],
    ['a document', 'other-kind', () => Buffer.from(zipSync({ 'word/document.xml': content }))],
    ['a ZIP of another program', 'other-kind', () => Buffer.from(zipSync({ 'notes.txt': content }))],
    ['bytes of no kind', 'not-a-package', () => Buffer.alloc(2000, 0x9d)],
  ])('%s is named so', async (_name, code, bytes) => {
    writeFileSync(at('a.aimspack'), bytes())
    expect(await failureCode(unpack())).toBe(code)
    expect(await failureCode(inspectPackage(at('a.aimspack')))).toBe(code)
  })

  it('a folder is named so', async () => {
    expect(await failureCode(unpack({ source: folder }))).toBe('is-folder')
  })
})

describe('a sealed ZIP that is wrong inside', () => {
  const good = manifestOf(content)
  const [entry] = good.contents
  it.each<[string, string, Record<string, Uint8Array>]>([
    ['an extra entry', 'package-damaged', { 'manifest.json': json(good), 'engagement.aims': content, 'more.txt': content }],
    ['a missing engagement', 'package-damaged', { 'manifest.json': json(good) }],
    ['the entries in another order', 'package-damaged', { 'engagement.aims': content, 'manifest.json': json(good) }],
    [
      'another engagement than it says',
      'package-damaged',
      { 'manifest.json': json(good), 'engagement.aims': Buffer.from(content).fill('x', 20, 25) },
    ],
    [
      'another size than it says',
      'package-damaged',
      { 'manifest.json': json({ ...good, contents: [{ ...entry, size: content.length + 1 }] }), 'engagement.aims': content },
    ],
    ['a manifest that is no JSON', 'package-damaged', { 'manifest.json': strToU8('{'), 'engagement.aims': content }],
    ['a manifest without a client', 'package-damaged', { 'manifest.json': json({ ...good, engagement: {} }), 'engagement.aims': content }],
    [
      'a manifest of another format',
      'not-a-package',
      { 'manifest.json': json({ ...good, format: 'otherpack' }), 'engagement.aims': content },
    ],
    [
      'a newer format',
      'newer-package',
      { 'manifest.json': json({ format: 'aimspack', formatVersion: 2, parts: ['x'] }), 'engagement.aims': content, 'extra.bin': content },
    ],
    ['a manifest that is too large', 'package-damaged', { 'manifest.json': Buffer.alloc(20_000_000, ' '), 'engagement.aims': content }],
  ])('%s', async (_name, code, entries) => {
    writeFileSync(at('a.aimspack'), await sealed(entries))
    expect(await failureCode(unpack())).toBe(code)
    expect(readdirSync(folder).sort()).toEqual(['a.aims', 'a.aimspack'])
  })

  it('is opened where nothing is wrong, so that the cases above prove something', async () => {
    writeFileSync(at('a.aimspack'), await sealed({ 'manifest.json': json(good), 'engagement.aims': content }))
    expect(await unpack()).toEqual(good)
  })

  it('an engagement that unfolds beyond what its sizes say', async () => {
    const bomb = Buffer.alloc(50_000_000)
    const zip = await sealed({ 'manifest.json': json({ ...good, contents: [{ ...entry, size: 100 }] }), 'engagement.aims': bomb })
    // The sizes in the central directory and the local header lie as the manifest does.
    for (let offset = zip.indexOf('engagement.aims'); offset !== -1; offset = zip.indexOf('engagement.aims', offset + 1)) {
      const local = zip.readUInt32LE(offset - 30) === 0x04034b50
      if (local || zip.readUInt32LE(offset - 46) === 0x02014b50) zip.writeUInt32LE(100, offset - (local ? 8 : 22))
    }
    const seal = sealing()
    seal.end(zip)
    writeFileSync(at('a.aimspack'), Buffer.concat(await Array.fromAsync(seal)))
    expect(await failureCode(unpack())).toBe('package-damaged')
    expect(readdirSync(folder).sort()).toEqual(['a.aims', 'a.aimspack'])
  })
})
