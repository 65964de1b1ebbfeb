import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'
import { FieldbookError } from '../../contract/errors.ts'
import { engagementName, manifestName } from '../../engagement/file-kind.ts'
import { type Bytes, collect, type Watch } from './bytes.ts'
import { formatVersion, type Manifest, manifestHead, manifestSchema } from './manifest.ts'
import { sealLength } from './seal.ts'

/** A package whose seal holds and whose manifest fits its entries; the engagement itself is proven by its SHA-256 as it is read. */
export interface Archive {
  manifest: Manifest
  openEngagement(): Promise<Readable>
}

/** The end of the ZIP is kept in memory: its directory is looked up there, and encrypted bytes can only be read from the beginning. */
const tailSize = 128 * 1024

/** A manifest is a page of text; more is no manifest. */
const largestManifest = 1024 * 1024

/** No engagement of more than a gigabyte shrinks to a hundredth: what says so would fill the disk. */
const unlikely = { size: 1024 ** 3, ratio: 100 }

/**
 * Checks the seal over all bytes, then what the ZIP holds.
 * @throws FieldbookError not-a-package, package-damaged or newer-package; any other error, but of the system, means damage as well.
 */
export async function openArchive(bytes: Bytes, path: string, watch: Watch): Promise<Archive> {
  const zip = await openZip(bytes, await checkSeal(bytes, path, watch))
  const entries = await Array.fromAsync(zip.eachEntry())
  const manifest = await readManifest(zip, entries[0], path)
  const [content] = manifest.contents
  const [, engagement, ...others] = entries
  if (engagement?.fileName !== engagementName || others.length > 0) throw new Error('the entries are not those of a package')
  if (engagement.uncompressedSize !== content.size) throw new Error('the engagement has another size than the manifest says')
  if (content.size > unlikely.size && content.size > unlikely.ratio * engagement.compressedSize)
    throw new Error('the engagement unfolds too far')
  return { manifest, openEngagement: () => zip.openReadStreamPromise(engagement) }
}

/** Reads everything once, proves the seal, and gives back the end of the bytes. */
async function checkSeal(bytes: Bytes, path: string, { onProgress }: Watch): Promise<Buffer> {
  if (!(await isLikePackage(bytes))) throw new FieldbookError('not-a-package', { path })
  const hash = createHash('sha256')
  const sealStart = bytes.size - sealLength
  const tail: Uint8Array[] = []
  let position = 0
  for await (const piece of bytes.read(0, bytes.size)) {
    hash.update(piece.subarray(0, Math.max(0, sealStart - position)))
    position += piece.length
    if (position > bytes.size - tailSize) tail.push(piece.subarray(Math.max(0, piece.length - (position - (bytes.size - tailSize)))))
    onProgress?.(position / bytes.size)
  }
  const end = Buffer.concat(tail)
  if (end.subarray(-sealLength).toString('latin1') !== hash.digest('hex')) throw new Error('the seal does not hold')
  return end
}

/** Whether a file begins or ends as a package does: a damaged package is not called a foreign file. */
async function isLikePackage(bytes: Bytes): Promise<boolean> {
  const localHeader = 30
  const start = await collect(bytes.read(0, Math.min(bytes.size, localHeader + manifestName.length)))
  if (start.toString('latin1', 0, 4) === 'PK\x03\x04' && start.toString('latin1', localHeader) === manifestName) return true
  const end = await collect(bytes.read(Math.max(0, bytes.size - sealLength), bytes.size))
  return /^[0-9a-f]{64}$/.test(end.toString('latin1'))
}

/** Lets the ZIP library read from bytes, its directory from what is in memory. */
class ArchiveReader extends RandomAccessReader {
  readonly #bytes: Bytes
  readonly #tail: Buffer

  constructor(bytes: Bytes, tail: Buffer) {
    super()
    this.#bytes = bytes
    this.#tail = tail
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const tailStart = this.#bytes.size - this.#tail.length
    if (start < tailStart) return Readable.from(this.#bytes.read(start, end), { objectMode: false })
    return Readable.from([this.#tail.subarray(start - tailStart, end - tailStart)], { objectMode: false })
  }
}

const openZip = (bytes: Bytes, tail: Buffer): Promise<ZipFile> =>
  fromRandomAccessReaderPromise(new ArchiveReader(bytes, tail), bytes.size, { autoClose: false, strictFileNames: true })

async function readManifest(zip: ZipFile, entry: Entry | undefined, path: string): Promise<Manifest> {
  if (entry?.fileName !== manifestName) throw new Error('the manifest is not the first entry')
  if (entry.uncompressedSize > largestManifest) throw new Error('the manifest is too large')
  const read: unknown = JSON.parse((await collect(await zip.openReadStreamPromise(entry))).toString('utf8'))
  const head = manifestHead.safeParse(read)
  if (!head.success) throw new FieldbookError('not-a-package', { path }, { cause: head.error })
  if (head.data.formatVersion > formatVersion) throw new FieldbookError('newer-package', { path })
  return manifestSchema.parse(read)
}
