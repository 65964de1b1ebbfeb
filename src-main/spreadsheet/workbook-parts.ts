import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { FieldbookError } from '../contract/errors.ts'
import { text } from '../language/text.ts'

/** What a workbook may unfold to, in megabytes: far more than any list, far less than a laptop's memory. */
const limit = 128
/** Text shrinks to a fortieth, repeated text to some two hundredths; what says more, and is large, is made to fill the memory. */
const unlikely = { size: 16 * 1024 ** 2, ratio: 250 }

/** What other files that are ZIPs too have in them, and a workbook does not. */
const otherKinds: [string, string][] = [
  ['word/document.xml', 'document'],
  ['ppt/presentation.xml', 'document'],
  ['xl/workbook.bin', 'binaryWorkbook'],
  ['content.xml', 'openDocument'],
]

/**
 * The XML parts of a workbook, by name, read through the directory of its ZIP: what is not in the directory is not read, and no part may
 * unfold to more than the directory says.
 * @throws FieldbookError import-unreadable
 */
export async function readWorkbookParts(bytes: Uint8Array, path: string): Promise<Map<string, Uint8Array>> {
  const refuse = (reason: string) => new FieldbookError('import-unreadable', { path, reason: text(`import:${reason}`, { limit }) })
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true })
    const entries = await Array.fromAsync(zip.eachEntry())
    const fault = faultOf(entries)
    if (fault) throw refuse(fault)
    return await readParts(
      zip,
      entries.filter(({ fileName }) => /\.(xml|rels)$/.test(fileName)),
    )
  } catch (error) {
    if (error instanceof FieldbookError) throw error
    throw refuse(error instanceof Error && /too many bytes/.test(error.message) ? 'bomb' : 'damagedWorkbook')
  }
}

function faultOf(entries: Entry[]): string | null {
  const names = new Set(entries.map(({ fileName }) => fileName))
  if (entries.some((entry) => entry.isEncrypted())) return 'protected'
  if (!names.has('xl/workbook.xml')) return otherKinds.find(([name]) => names.has(name))?.[1] ?? 'noWorkbook'
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
