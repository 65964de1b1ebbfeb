import { DamagedPages, type PageFile } from './page-file.ts'

/** Which pages have been met: a page belongs to one place, so that no walk goes round in circles or over the same pages again and again. */
export class PageMap {
  readonly #met: Uint8Array

  constructor(pageCount: number) {
    this.#met = new Uint8Array(pageCount + 1)
  }

  /** @throws DamagedPages where the page is not there, or belongs to something else already. */
  claim(number: number): void {
    if (!(number >= 1 && number < this.#met.length)) throw new DamagedPages(`no page ${number}`)
    if (this.#met[number] === 1) throw new DamagedPages(`page ${number} belongs to two places`)
    this.#met[number] = 1
  }
}

export type TreeKind = 'table' | 'index'

interface PageKind {
  isLeaf: boolean
  tree: TreeKind
}

const pageKinds = new Map<number, PageKind>([
  [2, { isLeaf: false, tree: 'index' }],
  [5, { isLeaf: false, tree: 'table' }],
  [10, { isLeaf: true, tree: 'index' }],
  [13, { isLeaf: true, tree: 'table' }],
])

/** Bytes of a row: a piece of an attachment has one megabyte, and no text comes near this. What is larger would take the memory. */
const largestRow = 64 * 1024 * 1024

/** SQLite itself goes no deeper. */
const deepest = 20

export interface Walk {
  pages: PageFile
  map: PageMap
  /** Whether what does not fit on its page is followed too. */
  followsChains: boolean
  /** Given each row of a table, whole. */
  onRow?: (row: Buffer) => void
}

/** Walks a tree of pages from its root, each page once, and takes no longer than the file has pages. @throws DamagedPages */
export function walkTree(walk: Walk, root: number, kind: TreeKind): void {
  const waiting = [{ number: root, depth: 1 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { number, depth } = next
    if (depth > deepest) throw new DamagedPages('a tree is too deep')
    walk.map.claim(number)
    for (const child of walkPage(walk, number, kind)) waiting.push({ number: child, depth: depth + 1 })
  }
}

/** Reads one page of a tree and says which pages are below it. */
function walkPage(walk: Walk, number: number, tree: TreeKind): number[] {
  const page = walk.pages.read(number)
  const start = number === 1 ? 100 : 0
  const kind = pageKinds.get(page[start] ?? 0)
  if (kind === undefined || kind.tree !== tree) throw new DamagedPages(`page ${number} is of another kind`)
  const headerEnd = start + (kind.isLeaf ? 8 : 12)
  const cells = page.readUInt16BE(start + 3)
  if (headerEnd + cells * 2 > page.length) throw new DamagedPages(`page ${number} has more cells than room`)
  const children: number[] = kind.isLeaf ? [] : [page.readUInt32BE(start + 8)]
  for (let index = 0; index < cells; index += 1) {
    const offset = page.readUInt16BE(headerEnd + index * 2)
    if (offset < headerEnd + cells * 2 || offset + 4 > page.length) throw new DamagedPages(`a cell of page ${number} lies outside`)
    if (!kind.isLeaf) children.push(page.readUInt32BE(offset))
    const payload = payloadOf(page, offset, kind)
    if (payload) readPayload(walk, payload)
  }
  return children
}

interface Payload {
  size: number
  /** What lies on the page itself. */
  local: Buffer
  /** The page on which it goes on; 0 where it ends here. */
  overflow: number
}

/** What a cell holds; undefined for the inner pages of a table, which hold keys alone. */
function payloadOf(page: Buffer, cell: number, { isLeaf, tree }: PageKind): Payload | undefined {
  if (tree === 'table' && !isLeaf) return undefined
  const first = readVarint(page, isLeaf ? cell : cell + 4)
  const start = tree === 'table' ? readVarint(page, first.end).end : first.end
  const size = first.value
  const kept = keptOnPage(size, page.length, tree)
  const end = start + kept
  if (end + (kept < size ? 4 : 0) > page.length) throw new DamagedPages('a cell runs off its page')
  return { size, local: page.subarray(start, end), overflow: kept < size ? page.readUInt32BE(end) : 0 }
}

/** How many bytes of a row stay on its own page. */
function keptOnPage(size: number, usable: number, tree: TreeKind): number {
  const most = tree === 'table' ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
  if (size <= most) return size
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const fitting = least + ((size - least) % (usable - 4))
  return fitting <= most ? fitting : least
}

function readPayload({ pages, map, followsChains, onRow }: Walk, { size, local, overflow }: Payload): void {
  if (size > largestRow) throw new DamagedPages('a row is larger than any that this program writes')
  const pieces = [local]
  if (followsChains && overflow > 0) {
    let left = size - local.length
    for (let number = overflow; left > 0; left -= pages.pageSize - 4) {
      map.claim(number)
      const page = pages.read(number)
      if (onRow) pieces.push(page.subarray(4, 4 + Math.min(left, pages.pageSize - 4)))
      number = page.readUInt32BE(0)
    }
  }
  onRow?.(pieces.length === 1 ? local : Buffer.concat(pieces))
}

/** The list of free pages: what SQLite writes on next. @throws DamagedPages where a page of it is in use. */
export function walkFreePages({ pages, map }: Pick<Walk, 'pages' | 'map'>): void {
  let count = 0
  for (let trunk = pages.firstFree; trunk !== 0; ) {
    map.claim(trunk)
    const page = pages.read(trunk)
    const leaves = page.readUInt32BE(4)
    if (leaves > pages.pageSize / 4 - 2) throw new DamagedPages('the list of free pages is damaged')
    for (let index = 0; index < leaves; index += 1) map.claim(page.readUInt32BE(8 + index * 4))
    count += 1 + leaves
    trunk = page.readUInt32BE(0)
  }
  if (count !== pages.freePages) throw new DamagedPages('the list of free pages is incomplete')
}

/** SQLite's number of variable length: seven bits of each byte, at most nine bytes. */
export function readVarint(bytes: Buffer, at: number): { value: number; end: number } {
  let value = 0
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index]
    if (byte === undefined) throw new DamagedPages('a number runs off its page')
    if (index === 8) return { value: value * 256 + byte, end: at + 9 }
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, end: at + index + 1 }
  }
  return { value, end: at + 9 }
}
