import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Application } from '../../../src-main/application/application.ts'
import { AttachmentWriter, chunkSize, hasAttachment, removeIncomplete } from '../../../src-main/engagement/attachments.ts'
import { database } from '../../../src-main/engagement/database.ts'
import { EngagementFile } from '../../../src-main/engagement/file.ts'
import { isRunnable, safeName } from '../../../src-main/evidence/names.ts'
import { readSource, storeSource } from '../../../src-main/evidence/source.ts'
import { visible } from '../../../src-main/language/visible.ts'
import { EngagementInFolder } from '../engagement-in-folder.ts'
import { removeDisk, smallDisk } from '../small-disk.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const target = { kind: 'requirement', id: '5.2-1' } as const

/** Everything that an engagement says, row by row, read by another program. */
function content(path: string): string {
  const connection = new SQLite(path, { readonly: true })
  try {
    const tables = connection
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
      .pluck()
      .all()
    const hash = createHash('sha256')
    for (const table of tables)
      for (const row of connection.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).iterate()) hash.update(JSON.stringify(row))
    return hash.digest('hex')
  } finally {
    connection.close()
  }
}

async function now(): Promise<string> {
  let found = ''
  await engagement.reopen((path) => {
    found = content(path)
  })
  return found
}

/** Attaching is refused with one sentence, and the engagement is what it was. */
async function refused(paths: string[]): Promise<string> {
  const before = await now()
  const { sentence } = await engagement.refusal('evidence.attach', { paths, target })
  expect(await now()).toBe(before)
  return sentence
}

it('a file that has vanished, a folder and a device are refused, each in its sentence', async () => {
  expect(await refused([engagement.at('gone.pdf')])).toMatch(/^There is no file at .*gone\.pdf/)
  expect(await refused([engagement.at('no folder/gone.pdf')])).toMatch(/^There is no folder .*no folder/)
  mkdirSync(engagement.at('folder.pdf'))
  expect(await refused([engagement.at('folder.pdf')])).toMatch(/is a folder or a device and not a file/)
  if (process.platform === 'linux') expect(await refused(['/dev/zero'])).toMatch(/is a folder or a device and not a file/)
})

// The root account reads past every protection; what it may not read is the memory of a kernel.
const unreadable = process.getuid?.() === 0 ? '/proc/self/mem' : null
it.skipIf(unreadable === null && process.platform === 'win32')('a file that cannot be read is refused', async () => {
  const path = unreadable ?? engagement.put('secret.pdf', 'secret')
  if (unreadable === null) spawnSync('chmod', ['000', path])
  expect(await refused([path])).toMatch(/cannot be read: EIO|may not read/)
})

it('one file that cannot be taken does not keep the others out', async () => {
  const good = [engagement.put('a.txt', 'first'), engagement.put('b.txt', 'second')]
  const { attached, refused: left } = await engagement.job('evidence.attach', {
    paths: [good[0] ?? '', engagement.at('gone.txt'), good[1] ?? ''],
    target,
  })
  expect(attached.map(({ name }) => name)).toEqual(['a.txt', 'b.txt'])
  expect(left).toMatchObject([{ name: 'gone.txt' }])
  expect(left[0]?.sentence).toContain('There is no file at')
})

const watch = { signal: new AbortController().signal, report() {} }

it.each<[string, (path: string) => void]>([
  ['grows', (path) => appendFileSync(path, 'more')],
  ['becomes shorter', (path) => writeFileSync(path, 'less')],
  ['gets other words of the same length', (path) => writeFileSync(path, Buffer.alloc(3 * chunkSize, 'b'))],
  ['vanishes', (path) => rmSync(path)],
])('a file that %s while it is read leaves nothing behind', async (_what, change) => {
  const path = engagement.put('report.bin', Buffer.alloc(3 * chunkSize, 'a'))
  const before = await now()
  await engagement.call('engagement.close', {})
  const file = EngagementFile.open(engagement.at('a.aims'), () => 'Consultant')
  const known = await readSource({ path, name: 'report.bin' }, Buffer.alloc(chunkSize), watch)
  change(path)
  const stored = storeSource(known, new AttachmentWriter(file), new Date(), watch)
  await expect(stored).rejects.toMatchObject({ code: expect.stringMatching(/^(attachment-changed|file-missing)$/) })
  file.close()
  expect(content(engagement.at('a.aims'))).toBe(before)
})

it('stopping leaves the engagement as it was', async () => {
  const path = engagement.put('big.bin', randomBytes(24 * chunkSize))
  const before = await now()
  await engagement.call('engagement.close', {})
  const file = EngagementFile.open(engagement.at('a.aims'), () => 'Consultant')
  const controller = new AbortController()
  const known = await readSource({ path, name: 'big.bin' }, Buffer.alloc(chunkSize), watch)
  let read = 0
  const report = (bytes: number) => {
    read += bytes
    if (read > 12 * chunkSize) controller.abort()
  }
  const stored = storeSource(known, new AttachmentWriter(file), new Date(), { signal: controller.signal, report })
  await expect(stored).rejects.toMatchObject({ code: 'cancelled' })
  file.close()
  expect(content(engagement.at('a.aims'))).toBe(before)
})

it('what a power cut left half written is never shown, and is taken away by the next attaching', async () => {
  await engagement.call('engagement.close', {})
  const path = engagement.at('a.aims')
  const connection = new SQLite(path)
  connection.exec(`INSERT INTO attachment (sha256, size, isComplete, createdAt) VALUES ('${'a'.repeat(64)}', 5, 0, '2026-01-01T00:00:00.000Z');
    INSERT INTO attachmentChunk VALUES ('${'a'.repeat(64)}', 0, x'00')`)
  connection.close()
  const other = await EngagementInFolder.create()
  copyFileSync(path, other.at('half.aims'))
  const file = EngagementFile.open(other.at('half.aims'), () => 'Consultant')
  expect(hasAttachment(file, 'a'.repeat(64))).toBe(false)
  await removeIncomplete(file)
  file.close()
  const counted = new SQLite(other.at('half.aims'), { readonly: true })
  expect(counted.prepare('SELECT (SELECT count(*) FROM attachment) + (SELECT count(*) FROM attachmentChunk) AS rows').get()).toEqual({
    rows: 0,
  })
  counted.close()
  await other.remove()
})

it('a full disk is said in a sentence, and the engagement on it is what it was and goes on working', async ({ skip }) => {
  const disk = engagement.at('disk')
  if (!smallDisk(disk, 8)) skip('no small disk can be mounted by this account')
  try {
    await engagement.call('engagement.close', {})
    const path = join(disk, 'full.aims')
    copyFileSync(engagement.at('a.aims'), path)
    const before = content(path)
    const source = engagement.put('large.bin', randomBytes(20 * chunkSize))
    const places = { state: engagement.at('other-state'), documents: engagement.at('documents') }
    const application = new Application({ host: 'cli', places })
    const opened = (await application.call({ procedure: 'engagement.open', input: { path } })) as { handle: string }
    const { handle } = opened
    const { job } = (await application.call({ procedure: 'evidence.attach', handle, input: { paths: [source], target } })) as {
      job: string
    }
    const state = () => application.call({ procedure: 'jobs.get', input: { job } })
    await expect
      .poll(state)
      .toMatchObject({ state: 'failed', error: { code: 'disk-full', sentence: expect.stringContaining('The disk is full.') } })
    expect(await application.call({ procedure: 'evidence.list', handle, input: {} })).toEqual([])
    await application.close()
    expect(content(path)).toBe(before)
    const file = EngagementFile.open(path, () => 'Consultant')
    file.write('still works', () => file.run(database.insertInto('setting').values({ id: 'x', value: 'y' })))
    file.close()
  } finally {
    removeDisk(disk)
  }
})

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\x\\Report.docx', 'Report.docx'],
  ['CON.txt', '_CON.txt'],
  ['lpt1', '_lpt1'],
  ['a<b>:"c|?*.pdf', 'a_b___c___.pdf'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['tab\tand\nline.txt', 'tabandline.txt'],
  ['trailing. . .', 'trailing'],
  ['Größe.pdf', 'Größe.pdf'],
])('the name %j is kept as %j', (given, safe) => {
  expect(safeName(given)).toBe(safe)
})

it('names of 300 characters are cut to what every system takes, with their ending, and stay visible as given', async () => {
  const given = `${'ü'.repeat(300)}.pdf`
  expect(Buffer.byteLength(safeName(given))).toBeLessThanOrEqual(200)
  expect(safeName(given)).toMatch(/ü+\.pdf$/)
  expect(visible('a\u202Eb')).toBe('a‹U+202E›b')
  expect(['x.exe', 'x.HTML', 'x.svg', 'x.docm', 'x.lnk'].map(isRunnable)).toEqual([true, true, true, true, true])
  expect(['x.pdf', 'x.docx', 'x.png', 'x.csv', 'exe'].map(isRunnable)).toEqual([false, false, false, false, false])
  const { upload } = await engagement.call('evidence.uploadBegin', { name: given, size: 3 })
  await engagement.call('evidence.uploadChunk', { upload, bytes: Buffer.from('abc').toString('base64') })
  await engagement.job('evidence.uploadEnd', { uploads: [upload], target })
  const [entry] = await engagement.call('evidence.of', target)
  expect(entry?.file?.givenName).toBe(given)
  const { path } = await engagement.job('evidence.open', { id: entry?.id ?? '' })
  expect(readFileSync(path, 'utf8')).toBe('abc')
})

it.each([
  ['', /is empty/],
  ['\u202E', /is empty/],
  ['x'.repeat(1001), /longer than 1000 characters/],
])('a name that cannot be kept is refused in a sentence', async (name, words) => {
  const { sentence } = await engagement.refusal('evidence.uploadBegin', { name, size: 1 })
  expect(sentence).toMatch(words)
  expect(sentence).toMatch(/Nothing was attached/)
})

it('content cannot be written as if it were a change', async () => {
  await engagement.call('engagement.close', {})
  const file = EngagementFile.open(engagement.at('a.aims'), () => 'Consultant')
  const before = content(engagement.at('a.aims'))
  const write = () => file.writeContent(() => file.run(database.insertInto('setting').values({ id: 'x', value: 'y' })))
  expect(write).toThrow(/has to be history/)
  file.close()
  expect(content(engagement.at('a.aims'))).toBe(before)
})
