import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import type { Mutation } from './mutation.ts'
import type { Random } from './random.ts'

type Work = (bytes: Buffer, random: Random) => void

const ofPages = (name: string, work: Work, expects: Mutation['expects'] = 'unharmed'): Mutation => ({
  name,
  kind: 'pages',
  expects,
  apply(path, random) {
    const bytes = readFileSync(path)
    work(bytes, random)
    writeFileSync(path, bytes)
  },
})

const pageSizeOf = (bytes: Buffer) => (bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16))
const pagesOf = (bytes: Buffer) => Math.floor(bytes.length / pageSizeOf(bytes))
const pageAt = (bytes: Buffer, number: number) => bytes.subarray((number - 1) * pageSizeOf(bytes), number * pageSizeOf(bytes))

/** Writes other bytes between two places. */
function spoil(bytes: Buffer, random: Random, from: number, to: number, most: number): void {
  for (let count = 1 + random.below(most); count > 0; count -= 1) bytes[from + random.below(to - from)] = random.below(256)
}

/** Inner pages of trees, whose cells lead to other pages. The first page has the header of the file in front. */
const innerPages = (bytes: Buffer) =>
  Array.from({ length: pagesOf(bytes) - 1 }, (_, index) => index + 2).filter((number) => {
    const page = pageAt(bytes, number)
    return (page[0] === 5 || page[0] === 2) && page.readUInt16BE(3) > 1 && page.readUInt16BE(3) < 500 && page[1] === 0
  })

/** Lets each cell of an inner page lead to the same page: walked without care, a few such levels have no end. */
function leadTo(page: Buffer, target: number): void {
  page.writeUInt32BE(target, 8)
  for (let index = 0; index < page.readUInt16BE(3); index += 1) {
    const cell = page.readUInt16BE(12 + index * 2)
    if (cell + 4 <= page.length) page.writeUInt32BE(target, cell)
  }
}

export const pageMutations: readonly Mutation[] = [
  ofPages('a few bytes anywhere', (bytes, random) => spoil(bytes, random, 100, bytes.length, 4)),
  ofPages('many bytes anywhere', (bytes, random) => spoil(bytes, random, 100, bytes.length, 3000)),
  ofPages('the header', (bytes, random) => spoil(bytes, random, 16, 100, 3)),
  ofPages('the first page', (bytes, random) => spoil(bytes, random, 100, pageSizeOf(bytes), 6)),
  ofPages('one page', (bytes, random) => {
    const page = pageAt(bytes, 1 + random.below(pagesOf(bytes)))
    spoil(page, random, 0, page.length, 20)
  }),
  ofPages('the head of a page', (bytes, random) => spoil(pageAt(bytes, 2 + random.below(pagesOf(bytes) - 1)), random, 0, 16, 3)),
  ofPages('an empty page', (bytes, random) => pageAt(bytes, 2 + random.below(pagesOf(bytes) - 1)).fill(0)),
  ofPages('two pages in each other’s place', (bytes, random) => {
    const [one, two] = [2 + random.below(pagesOf(bytes) - 1), 2 + random.below(pagesOf(bytes) - 1)]
    const kept = Buffer.from(pageAt(bytes, one))
    pageAt(bytes, two).copy(pageAt(bytes, one))
    kept.copy(pageAt(bytes, two))
  }),
  ofPages(
    'a tree that leads back to itself',
    (bytes, random) => {
      const number = random.pick(innerPages(bytes))
      pageAt(bytes, number).writeUInt32BE(number, 8)
    },
    'refused',
  ),
  ofPages(
    'a tree whose branches are the same',
    (bytes, random) => {
      const page = pageAt(bytes, random.pick(innerPages(bytes)))
      leadTo(page, page.readUInt32BE(8))
    },
    'refused',
  ),
  ofPages(
    'a tree of many levels whose branches are the same',
    (bytes) => {
      const levels = innerPages(bytes)
      for (const [index, number] of levels.entries()) leadTo(pageAt(bytes, number), levels[index + 1] ?? number)
    },
    'refused',
  ),
  ofPages(
    'a free page that is in use',
    (bytes, random) => {
      bytes.writeUInt32BE(2 + random.below(pagesOf(bytes) - 1), 32)
      bytes.writeUInt32BE(1, 36)
    },
    'refused',
  ),
  {
    name: 'a file that is cut short',
    kind: 'pages',
    expects: 'refused',
    apply: (path, random) => truncateSync(path, random.below(readFileSync(path).length)),
  },
]
