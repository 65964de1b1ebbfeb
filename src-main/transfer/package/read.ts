import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, existsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { FieldbookError } from '../../contract/errors.ts'
import { pathError } from '../../engagement/inspect.ts'
import { removeIfThere } from '../../engagement/persistence.ts'
import { digestOf, sealHolds } from './seal.ts'
import { decryptFile, isEncrypted } from './encryption.ts'
import { engagementName, formatVersion, type Manifest, manifestName, manifestSchema } from './manifest.ts'

export interface ReadPackage {
  source: string
  destination: string
  passphrase?: string | undefined
  signal?: AbortSignal
  /** Share done, 0 to 1. */
  onProgress?: (share: number) => void
}

/** A manifest is a page of text; more is no manifest. */
const largestManifest = 1024 * 1024

/**
 * Checks a package whole and writes its engagement to a path that is free.
 * @throws FieldbookError not-a-package, package-damaged, newer-package, passphrase-needed, wrong-passphrase, file-exists; nothing is then at the path.
 */
export async function readPackage({ source, destination, passphrase, signal, onProgress }: ReadPackage): Promise<Manifest> {
  if (existsSync(destination)) throw new FieldbookError('file-exists', { path: destination })
  try {
    return await withOpenZip(source, `${destination}.${randomUUID()}.zip`, passphrase, signal, (zip) =>
      extract(zip, source, createWriteStream(destination, { flags: 'wx' }), onProgress),
    )
  } catch (error) {
    removeIfThere(destination)
    if (signal?.aborted) throw new FieldbookError('cancelled', {}, { cause: error })
    throw pathError(destination, error)
  }
}

/** Checks a package whole and says what is in it. */
export async function inspectPackage(source: string, passphrase?: string): Promise<{ encrypted: boolean; sha256: string; manifest: Manifest }> {
  const discard = new Writable({ write: (_chunk, _encoding, done) => done() })
  try {
    const plain = join(tmpdir(), `${randomUUID()}.zip`)
    const manifest = await withOpenZip(source, plain, passphrase, undefined, (zip) => extract(zip, source, discard, undefined))
    return { encrypted: isEncrypted(source), sha256: await digestOf(source), manifest }
  } catch (error) {
    throw pathError(source, error)
  }
}

/** Decrypts where needed, checks the seal, and opens the ZIP; the decrypted copy goes away with it. */
async function withOpenZip<Result>(
  source: string,
  plain: string,
  passphrase: string | undefined,
  signal: AbortSignal | undefined,
  work: (zip: ZipFile) => Promise<Result>,
): Promise<Result> {
  if (statSync(source).isDirectory()) throw new FieldbookError('not-a-package', { path: source })
  const encrypted = isEncrypted(source)
  if (encrypted && passphrase === undefined) throw new FieldbookError('passphrase-needed', { path: source })
  try {
    if (encrypted && passphrase !== undefined) await decryptFile(source, plain, passphrase, signal)
    const zip = await openSealed(encrypted ? plain : source, source)
    try {
      return await work(zip)
    } catch (error) {
      // The seal holds, so what does not unfold now was made wrong on purpose.
      const isSystem = error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code))
      throw error instanceof FieldbookError || isSystem ? error : new FieldbookError('package-damaged', { path: source }, { cause: error })
    } finally {
      zip.close()
    }
  } finally {
    removeIfThere(plain)
  }
}

async function openSealed(path: string, named: string): Promise<ZipFile> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true }).catch((error: unknown) => {
    throw new FieldbookError('not-a-package', { path: named }, { cause: error })
  })
  if (await sealHolds(path)) return zip
  zip.close()
  throw new FieldbookError('package-damaged', { path: named })
}

async function extract(zip: ZipFile, path: string, target: Writable, onProgress: ((share: number) => void) | undefined): Promise<Manifest> {
  const damaged = (cause?: unknown) => new FieldbookError('package-damaged', { path }, { cause })
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  const [first, second, ...more] = entries
  if (!first || !second || more.length > 0 || first.fileName !== manifestName || second.fileName !== engagementName) throw damaged()
  const manifest = await readManifest(zip, first, path)
  const [content] = manifest.contents
  // The size that the manifest declares bounds what is inflated, so that a small package cannot fill the disk.
  if (!content || content.name !== engagementName || content.size !== second.uncompressedSize) throw damaged()
  const digest = await copy(await zip.openReadStreamPromise(second), target, content.size, onProgress)
  if (digest !== content.sha256) throw damaged()
  return manifest
}

async function readManifest(zip: ZipFile, entry: Entry, path: string): Promise<Manifest> {
  if (entry.uncompressedSize > largestManifest) throw new FieldbookError('package-damaged', { path })
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk))
  const parsed = manifestSchema.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
  if (!parsed.success) throw new FieldbookError('not-a-package', { path }, { cause: parsed.error })
  if (parsed.data.formatVersion > formatVersion) throw new FieldbookError('newer-package', { path })
  return parsed.data
}

async function copy(from: Readable, target: Writable, size: number, onProgress: ((share: number) => void) | undefined): Promise<string> {
  const hash = createHash('sha256')
  let done = 0
  await pipeline(
    from,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        done += chunk.length
        onProgress?.(size === 0 ? 1 : done / size)
        yield chunk
      }
    },
    target,
  )
  return hash.digest('hex')
}
