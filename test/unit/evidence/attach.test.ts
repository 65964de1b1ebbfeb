import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { EngagementInFolder } from '../engagement-in-folder.ts'

let engagement: EngagementInFolder
beforeEach(async () => {
  engagement = await EngagementInFolder.create()
})
afterEach(() => engagement.remove())

const target = { kind: 'requirement', id: '5.2-1' } as const
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const attach = (paths: string[], place: object = { target }) => engagement.job('evidence.attach', { paths, ...place })

/** What is in the file, read by another program. */
async function stored(): Promise<{ attachments: number; chunks: number; bytes: number }> {
  let counted = { attachments: 0, chunks: 0, bytes: 0 }
  await engagement.reopen((path) => {
    const connection = new SQLite(path, { readonly: true })
    counted = connection
      .prepare<[], typeof counted>(
        `SELECT (SELECT count(*) FROM attachment WHERE isComplete = 1) AS attachments, count(*) AS chunks,
                coalesce(sum(length(bytes)), 0) AS bytes FROM attachmentChunk`,
      )
      .get() ?? { attachments: -1, chunks: -1, bytes: -1 }
    connection.close()
  })
  return counted
}

it('a file becomes an entry with its hash, is linked, and comes back byte for byte', async () => {
  const bytes = randomBytes(5 * 1024 * 1024 + 17)
  const { attached, refused } = await attach([engagement.put('Policy v2.bin', bytes)])
  expect(refused).toEqual([])
  expect(attached).toMatchObject([{ name: 'Policy v2.bin', outcome: 'added', reference: 'EV-001' }])
  const [entry] = await engagement.call('evidence.of', target)
  expect(entry).toMatchObject({
    fields: { title: 'Policy v2', kind: 'file', state: 'received', receivedOn: '2090-06-15' },
    file: { sha256: sha256(bytes), size: bytes.length, name: 'Policy v2.bin', mediaType: 'application/octet-stream' },
  })
  const to = engagement.at('back.bin')
  await engagement.job('evidence.saveAs', { id: entry?.id ?? '', to })
  expect(sha256(readFileSync(to))).toBe(sha256(bytes))
  expect(await stored()).toEqual({ attachments: 1, chunks: 6, bytes: bytes.length })
  expect((await engagement.job('engagement.check', {})).problems).toEqual([])
})

it('the same file makes no second copy, and says whether its entry is used once more', async () => {
  const path = engagement.put('a.txt', 'the same words')
  await attach([path])
  expect((await attach([path])).attached).toMatchObject([{ outcome: 'already', reference: 'EV-001' }])
  const control = { kind: 'control', id: 'A.2.2' } as const
  expect((await attach([engagement.put('b.txt', 'the same words')], { target: control })).attached).toMatchObject([
    { outcome: 'linked', reference: 'EV-001' },
  ])
  const twice = [engagement.put('c.txt', 'other words'), engagement.put('d.txt', 'other words')]
  expect((await attach(twice)).attached.map(({ outcome }) => outcome)).toEqual(['added', 'already'])
  expect(await engagement.call('evidence.list', {})).toHaveLength(2)
  expect((await stored()).attachments).toBe(2)
})

it('attaching many is one change that undo takes back and redo brings back whole', async () => {
  const paths = Array.from({ length: 12 }, (_, index) => engagement.put(`file ${index}.txt`, `words ${index}`))
  const before = await engagement.changes()
  await attach(paths)
  expect(await engagement.changes()).toBe(before + 1)
  expect(await engagement.undo()).toMatch(/^Attached 12 files to 5\.2-1/)
  expect(await engagement.call('evidence.list', {})).toEqual([])
  expect(await engagement.call('evidence.of', target)).toEqual([])
  await engagement.call('engagement.redo', {})
  const rows = await engagement.call('evidence.of', target)
  expect(rows).toHaveLength(12)
  const to = engagement.at('again.txt')
  await engagement.job('evidence.saveAs', { id: rows[4]?.id ?? '', to })
  expect(readFileSync(to, 'utf8')).toMatch(/^words \d+$/)
})

it('an entry that was removed comes back whole, and freeing space drops for good what no entry has', async () => {
  const bytes = randomBytes(3 * 1024 * 1024)
  await attach([engagement.put('a.bin', bytes), engagement.put('b.txt', 'stays')])
  const [first] = await engagement.call('evidence.of', target)
  const id = first?.id ?? ''
  await engagement.call('registers.remove', { register: 'evidence', ids: [id] })
  expect(await engagement.call('evidence.unused', {})).toEqual({ files: 1, size: bytes.length })
  await engagement.undo()
  expect(await engagement.call('evidence.unused', {})).toEqual({ files: 0, size: 0 })
  await engagement.job('evidence.saveAs', { id, to: engagement.at('back') })
  expect(sha256(readFileSync(engagement.at('back')))).toBe(sha256(bytes))
  await engagement.call('registers.remove', { register: 'evidence', ids: [id] })
  const freed = await engagement.job('evidence.freeSpace', {})
  expect(freed.files).toBe(1)
  expect(freed.freed).toBeGreaterThan(2 * 1024 * 1024)
  expect((await engagement.refusal('engagement.undo', {})).code).toBe('nothing-to-undo')
  expect((await stored()).attachments).toBe(1)
  expect((await engagement.job('engagement.check', {})).problems).toEqual([])
  // The engagement goes on being written to and undone.
  await engagement.call('registers.add', { register: 'issues', fields: { title: 'After' } })
  expect(await engagement.undo()).toBe('Added After')
})

it('a requested entry takes one file and counts as received', async () => {
  const { ids } = await engagement.call('evidence.addRequests', { items: [{ kind: 'control', id: 'A.2.2' }], dueDate: '2090-07-01' })
  const entry = ids[0] ?? ''
  const [path, other] = [engagement.put('policy.txt', 'our policy'), engagement.put('more.txt', 'more')]
  expect((await attach([path], { entry })).attached).toMatchObject([{ outcome: 'filled', id: entry }])
  expect(await engagement.call('evidence.get', { id: entry })).toMatchObject({
    fields: { state: 'received', receivedOn: '2090-06-15' },
    file: { name: 'policy.txt' },
    linked: [{ kind: 'control', id: 'A.2.2' }],
  })
  expect((await engagement.refusal('evidence.attach', { paths: [other], entry })).sentence).toContain('takes one file')
  await engagement.call('evidence.detach', { id: entry })
  await engagement.undo()
  expect((await engagement.call('evidence.get', { id: entry })).file?.name).toBe('policy.txt')
})

it('what a page sends in pieces is attached whole, and what is cut off is not', async () => {
  const bytes = randomBytes(2_500_000)
  const send = async (upTo: number) => {
    const { upload } = await engagement.call('evidence.uploadBegin', { name: 'Screenshot.png', size: bytes.length })
    for (let at = 0; at < upTo; at += 1024 * 1024)
      await engagement.call('evidence.uploadChunk', {
        upload,
        bytes: bytes.subarray(at, Math.min(upTo, at + 1024 * 1024)).toString('base64'),
      })
    return upload
  }
  const cut = await send(1_000_000)
  expect((await engagement.refusal('evidence.uploadEnd', { uploads: [cut], target })).sentence).toContain('did not arrive whole')
  expect(await engagement.call('evidence.list', {})).toEqual([])
  await engagement.job('evidence.uploadEnd', { uploads: [await send(bytes.length)], target })
  expect((await engagement.call('evidence.of', target))[0]?.file).toMatchObject({ sha256: sha256(bytes), size: bytes.length })
})

it('the copy that another program opens cannot be changed and is gone when the engagement is closed', async () => {
  await attach([engagement.put('minutes.txt', 'decided'), engagement.put('setup.exe', 'MZ')])
  const rows = await engagement.call('evidence.of', target)
  const find = (name: string) => rows.find(({ file }) => file?.name === name)?.id ?? ''
  const { path } = await engagement.job('evidence.open', { id: find('minutes.txt') })
  expect(basename(path)).toBe('minutes.txt')
  expect(readFileSync(path, 'utf8')).toBe('decided')
  expect(statSync(path).mode & 0o222).toBe(0)
  expect((await engagement.job('evidence.open', { id: find('minutes.txt') })).path).toBe(path)
  expect((await engagement.refusal('evidence.open', { id: find('setup.exe') })).sentence).toContain('could start a program')
  await engagement.reopen()
  await expect.poll(() => existsSync(path)).toBe(false)
})

it('a damaged attachment is never handed out, and the check names it', async () => {
  await attach([engagement.put('a.bin', randomBytes(1_500_000))])
  const [row] = await engagement.call('evidence.of', target)
  await engagement.reopen((path) => {
    const connection = new SQLite(path)
    connection.prepare('UPDATE attachmentChunk SET bytes = zeroblob(length(bytes)) WHERE number = 1').run()
    connection.close()
  })
  const to = engagement.at('out.bin')
  const refusal = await engagement.refusal('evidence.saveAs', { id: row?.id, to })
  expect(refusal.code).toBe('attachment-damaged')
  expect(refusal.sentence).toContain('a.bin')
  expect(existsSync(to)).toBe(false)
  expect((await engagement.job('engagement.check', {})).problems.join()).toContain('EV-001 a.bin')
  expect((await engagement.refusal('transfer.pack', { to: engagement.at('x.aimspack') })).code).toBe('damaged')
})

it('packages and duplicates carry the files', async () => {
  const bytes = randomBytes(2_000_000)
  await attach([engagement.put('a.bin', bytes)])
  const [row] = await engagement.call('evidence.of', target)
  await engagement.job('transfer.pack', { to: engagement.at('p.aimspack') })
  await engagement.job('transfer.unpack', { path: engagement.at('p.aimspack'), to: engagement.at('unpacked.aims') })
  await engagement.job('engagement.duplicate', { path: engagement.at('copy.aims') })
  for (const name of ['unpacked.aims', 'copy.aims']) {
    const connection = new SQLite(engagement.at(name), { readonly: true })
    const pieces = connection.prepare<[], Buffer>('SELECT bytes FROM attachmentChunk ORDER BY number').pluck().all()
    connection.close()
    expect(sha256(Buffer.concat(pieces)), name).toBe(row?.file?.sha256)
  }
})

it('what can be looked at is told by the bytes, not by the name', async () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const files: [string, Uint8Array, string][] = [
    ['picture.txt', png, 'image'],
    ['paper.dat', Buffer.from('%PDF-1.7\n'), 'pdf'],
    ['page.html', Buffer.from('<script>alert(1)</script>'), 'text'],
    ['utf16.csv', Buffer.from('\ufeffÜber, größer', 'utf16le'), 'text'],
    ['old.csv', Buffer.from([0x47, 0x72, 0xf6, 0xdf, 0x65]), 'text'],
    ['blob.txt', Buffer.from([0, 1, 2, 3]), 'none'],
  ]
  await attach(files.map(([name, bytes]) => engagement.put(name, bytes)))
  const rows = await engagement.call('evidence.of', target)
  const previews = await Promise.all(
    files.map(([name]) => engagement.call('evidence.preview', { id: rows.find(({ file }) => file?.name === name)?.id ?? '' })),
  )
  expect(previews.map(({ kind }) => kind)).toEqual(files.map(([, , kind]) => kind))
  expect(previews[3]?.text).toContain('Über, größer')
  expect(previews[4]?.text).toBe('Größe')
})
