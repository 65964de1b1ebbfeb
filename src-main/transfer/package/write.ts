import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { FieldbookError } from '../../contract/errors.ts'
import { pathError } from '../../engagement/inspect.ts'
import { putInPlace, removeIfThere, replaceInPlace } from '../../engagement/persistence.ts'
import { encryptFile } from './encryption.ts'
import { engagementName, formatVersion, type Manifest, type ManifestDetails, manifestName, packageFormat } from './manifest.ts'
import { digestOf, emptySeal, sealing } from './seal.ts'

export interface WritePackage {
  /** A complete, compact engagement file that nobody writes to. */
  source: string
  destination: string
  manifest: ManifestDetails
  passphrase?: string | undefined
  overwrite?: boolean
  signal?: AbortSignal
  /** Share done, 0 to 1. */
  onProgress?: (share: number) => void
  workFactor?: number
}

/** Writes a package. It gets its name when it is complete and on the disk; a failure or a cancel leaves nothing behind. */
export async function writePackage(options: WritePackage): Promise<{ size: number; sha256: string }> {
  const { source, destination, passphrase, overwrite = false, signal, workFactor } = options
  if (!overwrite && existsSync(destination)) throw new FieldbookError('file-exists', { path: destination })
  const zip = `${destination}.${randomUUID()}.part`
  const encrypted = `${zip}.age`
  try {
    await writeZip(options, zip)
    if (passphrase !== undefined) await encryptFile(zip, encrypted, passphrase, signal, workFactor)
    const finished = passphrase === undefined ? zip : encrypted
    await syncToDisk(finished)
    if (signal?.aborted) throw new FieldbookError('cancelled')
    const result = { size: statSync(finished).size, sha256: await digestOf(finished) }
    if (overwrite) replaceInPlace(finished, destination)
    else putInPlace(finished, destination)
    return result
  } catch (error) {
    if (signal?.aborted) throw new FieldbookError('cancelled', {}, { cause: error })
    throw pathError(error instanceof Error && 'path' in error && error.path === source ? source : destination, error)
  } finally {
    removeIfThere(zip)
    removeIfThere(encrypted)
  }
}

async function writeZip({ source, manifest, signal, onProgress }: WritePackage, path: string): Promise<void> {
  const { size } = statSync(source)
  const complete: Manifest = {
    format: packageFormat,
    formatVersion,
    ...manifest,
    contents: [{ name: engagementName, size, sha256: await digestOf(source) }],
  }
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(JSON.stringify(complete, null, 2)), manifestName)
  zip.addReadStream(createReadStream(source).pipe(counting(size, onProgress)), engagementName)
  zip.end({ comment: emptySeal, forceZip64Format: false })
  await pipeline(zip.outputStream, sealing(), createWriteStream(path, { flags: 'wx' }), signal ? { signal } : {})
}

function counting(size: number, onProgress: ((share: number) => void) | undefined): Transform {
  let done = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      done += chunk.length
      onProgress?.(size === 0 ? 1 : done / size)
      next(null, chunk)
    },
  })
}

async function syncToDisk(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
