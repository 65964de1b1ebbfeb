import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { UnreadableList } from './unreadable.ts'

/** What a workbook may unfold to, in megabytes: far more than any list, far less than a laptop's memory. */
const limit = 128
/** Text shrinks to a fortieth, repeated text to some two hundredths; what says more, and is large, is made to fill the memory. */
const unlikely = { size: 16 * 1024 ** 2, ratio: 250 }

/** What other files that are ZIPs too have in them, and a workbook does not. */
const otherKinds: [string, string][] = [
  ['word/document.xml', 'document'],
  ['ppt/presentation.xml', 'document'],
  ['xl/workbook.bin', 'binaryWorkbook'],
  ['Index/Document.iwa', 'numbers'],
  ['index.xml', 'numbers'],
]

/**
 * The XML parts of a workbook or an OpenDocument table, by name, read through the directory of its ZIP: what is not in the directory is not
 * read, and no part may unfold to more than the directory says.
 * @throws UnreadableList
 */
export async function readWorkbookParts(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true })
    const entries = await Array.fromAsync(zip.eachEntry())
    const fault = faultOf(entries)
    if (fault) throw new UnreadableList(fault, { limit })
    return await readParts(
      zip,
      entries.filter(({ fileName }) => /\.(xml|rels)$/.test(fileName)),
    )
  } catch (error) {
    if (error instanceof UnreadableList) throw error
    throw new UnreadableList(error instanceof Error && /too many bytes/.test(error.message) ? 'bomb' : 'damagedWorkbook', { limit })
  }
}

function faultOf(entries: Entry[]): string | null {
  const names = new Set(entries.map(({ fileName }) => fileName))
  if (entries.some((entry) => entry.isEncrypted())) return 'protected'
  if (!names.has('xl/workbook.xml') && !names.has('content.xml'))
    return otherKinds.find(([name]) => names.has(name))?.[1] ?? (names.size === 0 ? 'noWorkbook' : 'otherZip')
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  const isUnlikely = ({ uncompressedSize, compressedSize }: Entry) =>
    uncompressedSize > unlikely.size && uncompressedSize > unlikely.ratio * compressedSize
  return total > limit * 1024 ** 2 || entries.some(isUnlikely) ? 'bomb' : null
}

async function readParts(zip: ZipFile, entries: Entry[]): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>()
  for (const entry of entries) {
    const pieces: Uint8Array[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece)
    parts.set(entry.fileName, Buffer.concat(pieces))
  }
  return parts
}
