import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** What the pages of a file say that no sound database says. Whoever reads them turns it into a sentence. */
export class DamagedPages extends Error {}

const headerSize = 100

/** Pages are read some at a time: one by one, the calls would cost more than the reading. Of a large file few are kept. */
const blockSize = 128 * 1024
const mostBlocks = 128

/** The pages of a database file as they lie on the disk, read without SQLite (sqlite.org/fileformat2). */
export interface PageFile {
  pageSize: number
  pageCount: number
  /** The first page of the list of free pages, and how many there are in all. */
  firstFree: number
  freePages: number
  /** A page by its number, from 1. */
  read(number: number): Buffer
}

/**
 * Lets `work` read the pages of a file. Must not be called for a file that this process has open: closing it here would drop the locks
 * that SQLite holds on it (POSIX).
 * @throws DamagedPages where the header is not one that this program writes.
 */
export function withPages<Result>(path: string, work: (pages: PageFile) => Result): Result {
  const descriptor = openSync(path, 'r')
  try {
    return work(openPages(descriptor))
  } finally {
    closeSync(descriptor)
  }
}

function openPages(descriptor: number): PageFile {
  const header = Buffer.alloc(headerSize)
  if (readSync(descriptor, header, 0, headerSize, 0) < headerSize) throw new DamagedPages('no header')
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  checkHeader(header, pageSize)
  const pageCount = Math.floor(fstatSync(descriptor).size / pageSize)
  const blocks = new Map<number, Buffer>()
  const readBlock = (block: number) => {
    const bytes = Buffer.allocUnsafe(blockSize)
    const read = readSync(descriptor, bytes, 0, blockSize, block * blockSize)
    if (blocks.size >= mostBlocks) blocks.clear()
    blocks.set(block, bytes.subarray(0, read))
    return bytes.subarray(0, read)
  }
  return {
    pageSize,
    pageCount,
    firstFree: header.readUInt32BE(32),
    freePages: header.readUInt32BE(36),
    read(number) {
      if (!(number >= 1 && number <= pageCount)) throw new DamagedPages(`no page ${number}`)
      const position = (number - 1) * pageSize
      const block = Math.floor(position / blockSize)
      const start = position - block * blockSize
      const page = (blocks.get(block) ?? readBlock(block)).subarray(start, start + pageSize)
      if (page.length < pageSize) throw new DamagedPages(`page ${number} is cut short`)
      return page
    },
  }
}

function checkHeader(header: Buffer, pageSize: number): void {
  const isPowerOfTwo = pageSize >= 512 && (pageSize & (pageSize - 1)) === 0
  // No bytes kept free on each page; the fractions of a page that never change.
  const isUsual = header.readUInt32BE(20) === 0x00402020
  const isUtf8 = header.readUInt32BE(56) === 1
  const isAutoVacuum = header.readUInt32BE(52) !== 0 || header.readUInt32BE(64) !== 0
  if (!isPowerOfTwo || !isUsual || !isUtf8 || isAutoVacuum || header.readUInt32BE(44) !== 4)
    throw new DamagedPages('a header of another kind')
}
