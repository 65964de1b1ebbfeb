import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readBook } from '../../../src-main/documents/verify/read-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'fieldbook-book-'))
afterAll(() => rmSync(folder, { recursive: true }))

const linkOf = (bytes: Buffer) => `<a href="data:application/octet-stream;base64,${bytes.toString('base64')}">file</a>`
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** The page is read in pieces of 256 KiB: wherever their edges fall, in a link, in its beginning or in its content, all of it is found. */
test.each([0, 1, 2, 3, 5, 8, 11, 12, 30, 44, 45])(
  'files are found whole, with an edge of a piece %i characters into the second link',
  async (into) => {
    const files = [randomBytes(100), randomBytes(300_001), Buffer.alloc(0), randomBytes(1), randomBytes(70_000)]
    const [first = '', ...others] = files.map(linkOf)
    const piece = 256 * 1024
    const start = `<p>ü</p>${first}`
    const before = `${start}${'x'.repeat(piece - Buffer.byteLength(start) - 3 - into)}`
    const path = join(folder, `${into}.html`)
    writeFileSync(path, `${before}<p>${others.join('<br/>')}</p>`)
    const found = await readBook(path)
    expect(found.files).toEqual(new Set(files.map(hashOf)))
    const links = files.map(() => '<a href="data:">file</a>')
    expect(found.page.replace(/x+/, '')).toBe(`<p>ü</p>${links[0]}<p>${links.slice(1).join('<br/>')}</p>`)
  },
)

test('a file with one bit turned is not found', async () => {
  const file = randomBytes(1000)
  const turned = Buffer.from(file)
  turned[500] = (turned[500] ?? 0) ^ 1
  const path = join(folder, 'turned.html')
  writeFileSync(path, linkOf(turned))
  expect((await readBook(path)).files.has(hashOf(file))).toBe(false)
})
