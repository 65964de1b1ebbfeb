import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { loadCatalog } from '../../../src-main/catalog/load.ts'
import type { DossierResult } from '../../../src-main/contract/dossier.ts'
import { readPdf } from '../../../src-main/documents/verify/read-pdf.ts'
import { readXlsx } from '../../../src-main/documents/verify/read-xlsx.ts'
import { database } from '../../../src-main/engagement/database.ts'
import type { EngagementFile } from '../../../src-main/engagement/file.ts'
import { EngagementInFolder, moment } from '../engagement-in-folder.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const folded = (text: string) => text.replace(/\s+/g, '')
/** Pieces that are no multiple of three bytes, so that base64 has to be put together across them. */
const pieceSize = 1000

/** Attaches content as the screen does: in pieces, and an entry of the register that names it. */
function attach(
  file: EngagementFile,
  reference: string,
  fileName: string,
  content: Buffer,
  links: { kind: string; id: string }[] = [],
): void {
  const hash = sha256(content)
  const isThere = file.first(database.selectFrom('attachment').select('sha256').where('sha256', '=', hash)) !== undefined
  if (!isThere) {
    file.run(database.insertInto('attachment').values({ sha256: hash, size: content.length, isComplete: 1, createdAt: moment }))
    for (let number = 0; number * pieceSize < content.length; number++) {
      const bytes = content.subarray(number * pieceSize, (number + 1) * pieceSize)
      file.run(database.insertInto('attachmentChunk').values({ sha256: hash, number, bytes }))
    }
  }
  const id = uuid()
  file.run(
    database
      .insertInto('evidenceRegister')
      .values({ id, title: `Evidence ${reference}`, reference, createdAt: moment, fileName, sha256: hash, size: content.length }),
  )
  for (const link of links)
    file.run(
      database
        .insertInto('recordLink')
        .values({ id: uuid(), recordId: id, recordKind: 'evidence', targetKind: link.kind, targetId: link.id }),
    )
}

const shared = Buffer.from('one content of two entries '.repeat(150))
const large = Buffer.alloc(300_000, 'large ')

let engagement: EngagementInFolder
/** Files that the sample brings. */
let ofSample: number
beforeAll(async () => {
  engagement = await EngagementInFolder.create({ sample: true })
  const attached = (await engagement.call('evidence.list', {})).flatMap(({ file }) => (file ? [file.sha256] : []))
  ofSample = new Set(attached).size
  await engagement.fill((file) => {
    attach(file, 'EV-901', 'minutes.txt', shared, [{ kind: 'requirement', id: '9.3.1-1' }])
    attach(file, 'EV-902', 'copy of minutes.txt', shared, [{ kind: 'control', id: 'A.7.5' }])
    attach(file, 'EV-903', '../../etc/<b>CON</b>|?*.txt', Buffer.from('hostile name'))
    attach(file, 'EV-903', '../../ETC/<b>con</b>|?*.txt', Buffer.from('the same name in other letters'))
    attach(file, 'EV-904', `${'long '.repeat(80)}.pdf`, large)
  })
  await engagement.call('registers.add', { register: 'issues', fields: { title: '<script>alert("1")</script> & "more"' } })
})
afterAll(() => engagement.remove())

const manifest = z.object({
  kind: z.literal('aims-fieldbook-dossier'),
  files: z.array(z.object({ path: z.string(), size: z.number(), sha256: z.string() })),
})
const readManifest = (folder: string) => manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
const leftovers = () => readdirSync(dirname(engagement.at('x'))).filter((name) => /\.(part|old)$/.test(name))

let inFolder: Promise<DossierResult> | undefined
/** One folder that several tests look at: made by the first of them. */
function dossierInFolder(): Promise<DossierResult> {
  inFolder ??= engagement.job('dossier.export', { to: engagement.at('dossier'), format: 'folder', documents: ['pdf', 'xlsx'] })
  return inFolder
}

test('a folder holds every document by number, every content once, and a manifest that is right', async () => {
  const to = engagement.at('dossier')
  const contents = await engagement.call('dossier.contents', {})
  const result = await dossierInFolder()
  const { files } = readManifest(to)
  const onDisk = readdirSync(to, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(onDisk).toHaveLength(files.length + 2)
  expect(result.files).toBe(files.length)
  for (const { path, sha256: hash, size } of files) {
    const bytes = readFileSync(join(to, path))
    expect([path, bytes.length, sha256(bytes)]).toEqual([path, size, hash])
  }
  const paths = files.map(({ path }) => path)
  expect(result.documents).toEqual(contents.documents)
  expect(contents.documents.map(({ number }) => Number(number))).toEqual(contents.documents.map((_, index) => index + 1))
  for (const { number, title } of contents.documents)
    for (const ending of ['.pdf', '.xlsx'])
      expect(
        paths.filter((path) => path.startsWith(`${number} `) && path.endsWith(ending)),
        `${number} ${title}`,
      ).toHaveLength(1)
  const evidence = paths.filter((path) => path.startsWith('Evidence/'))
  expect(evidence).toHaveLength(ofSample + 4)
  expect(new Set(evidence.map((path) => path.toLowerCase())).size).toBe(ofSample + 4)
  for (const path of evidence) {
    expect(path).not.toMatch(/[<>:"|?*\\]|\.\.\/|[. ]$/)
    expect(path.length).toBeLessThan(120)
  }
  expect(evidence.some((path) => path.endsWith('.pdf') && path.includes('long long'))).toBe(true)
  // The lists can be checked by a program that everyone has.
  execFileSync('sha256sum', ['--check', '--quiet', 'MANIFEST.txt'], { cwd: to })
  for (const path of paths.filter((name) => name.endsWith('.pdf') && !name.startsWith('Evidence/')))
    expect((await readPdf(readFileSync(join(to, path)))).text.length, path).toBeGreaterThan(200)
})

test('the index names every clause and control, and says plainly where nothing answers', async () => {
  const to = engagement.at('dossier')
  const result = await dossierInFolder()
  const { rows } = await readXlsx(readFileSync(join(to, '00 Index.xlsx')))
  const { clauses, controls } = loadCatalog()
  const rowOf = (id: string) => (rows ?? []).find(([first = '']) => first.startsWith(`${id} `))
  for (const { id, title } of [...clauses, ...controls]) expect(rowOf(id)?.[0], id).toBe(`${id} ${title}`)
  expect(rowOf('9.3.1')?.join(' ')).toContain('EV-901 minutes.txt')
  // One content of two entries is found from both.
  expect(rowOf('A.7.5')?.join(' ')).toContain('EV-901 minutes.txt')
  for (const { id } of result.unanswered) expect(rowOf(id)?.join(' '), id).toContain('Nothing in this dossier answers this yet')
  expect(result.unanswered.map(({ id }) => id)).not.toContain('A.7.5')
  const page = readFileSync(join(to, '00 Index.html'), 'utf8')
  for (const [, target = ''] of page.matchAll(/<td><a href="([^"#]+)"/g))
    expect(existsSync(join(to, decodeURIComponent(target))), target).toBe(true)
  const pdf = folded((await readPdf(readFileSync(join(to, '00 Index.pdf')))).text)
  for (const { id } of controls) expect(pdf).toContain(id)
})

test('the list of actions is in it as soon as any module has one', async () => {
  const small = await EngagementInFolder.create()
  const reports = async () => {
    const { documents, leftOut } = await small.call('dossier.contents', {})
    return { held: documents.map(({ report }) => report), leftOut: leftOut.map(({ id }) => id) }
  }
  expect((await reports()).leftOut).toContain('actions')
  await small.fill((file) =>
    file.run(database.updateTable('judgement').set({ conformity: 'partly', action: 'Write the policy' }).where('itemId', '=', '5.2-1')),
  )
  expect((await reports()).held).toContain('actions')
  expect((await reports()).leftOut).not.toContain('actions')
  await small.remove()
})

test('a ZIP opens with another program and holds the same files', async () => {
  const to = engagement.at('dossier.zip')
  const result = await engagement.job('dossier.export', { to, format: 'zip' })
  const names = execFileSync('python3', [
    '-c',
    'import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint("\\n".join(z.namelist()))',
    to,
  ])
    .toString()
    .trim()
    .split('\n')
  expect(names).toHaveLength(result.files + 2)
  expect(names).toContain('MANIFEST.txt')
  expect(statSync(to).size).toBe(result.size)
  expect(leftovers()).toEqual([])
})

test('one page holds small evidence byte for byte, lists the large, and every text stays text', async () => {
  const to = engagement.at('dossier.html')
  await engagement.job('dossier.export', { to, format: 'html', embedUpTo: 100_000 })
  const page = readFileSync(to, 'utf8')
  const inside = [...page.matchAll(/href="data:application\/octet-stream;base64,([^"]*)"/g)].map(([, data = '']) =>
    sha256(Buffer.from(data, 'base64')),
  )
  expect(inside).toContain(sha256(shared))
  expect(inside).not.toContain(sha256(large))
  expect(page).toContain(sha256(large))
  expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &quot;more&quot;')
  expect(page).not.toContain('<script>alert')
  expect(page.match(/<script>/g)).toHaveLength(1)
})

test('a target that is there is left alone, and a folder of something else is never replaced', async () => {
  const file = engagement.put('mine.zip', 'mine')
  expect((await engagement.refusal('dossier.export', { to: file })).code).toBe('file-exists')
  expect(readFileSync(file, 'utf8')).toBe('mine')
  const folder = engagement.at('work of years')
  mkdirSync(folder)
  writeFileSync(join(folder, 'thesis.docx'), 'mine')
  const refused = await engagement.refusal('dossier.export', { to: folder, format: 'folder', overwrite: true })
  expect(refused.code).toBe('conflict')
  expect(refused.sentence).toContain('never replaced')
  expect(readdirSync(folder)).toEqual(['thesis.docx'])
  expect((await engagement.refusal('dossier.export', { to: engagement.at('no/such/folder.zip') })).code).toBe('folder-missing')
})

test('a dossier is replaced where that is asked for', async () => {
  const small = await EngagementInFolder.create()
  await small.fill((file) => attach(file, 'EV-001', 'a.txt', shared))
  const to = small.at('again')
  await small.job('dossier.export', { to, format: 'folder', withEvidence: true })
  expect(existsSync(join(to, 'Evidence', 'EV-001 a.txt'))).toBe(true)
  writeFileSync(join(to, 'stale.txt'), 'of the old one')
  const result = await small.job('dossier.export', { to, format: 'folder', withEvidence: false, overwrite: true })
  expect(readdirSync(to)).not.toContain('stale.txt')
  expect(readdirSync(to)).not.toContain('Evidence')
  expect(result.evidence.files).toBe(0)
  expect(readdirSync(dirname(to)).filter((name) => /\.(part|old)$/.test(name))).toEqual([])
  await small.remove()
})

test('content that does not fit its hash stops the export, and nothing is left', async () => {
  const damaged = await EngagementInFolder.create()
  await damaged.fill((file) => {
    attach(file, 'EV-001', 'a.txt', Buffer.from('as it was'))
    file.run(database.updateTable('attachmentChunk').set({ bytes: Buffer.from('as it is!') }))
  })
  for (const format of ['folder', 'zip', 'html'] as const) {
    const refused = await damaged.refusal('dossier.export', { to: damaged.at(`damaged.${format}`), format })
    expect(refused.code).toBe('export-incomplete')
  }
  expect(readdirSync(dirname(damaged.at('x'))).filter((name) => name.startsWith('damaged'))).toEqual([])
  await damaged.remove()
})
