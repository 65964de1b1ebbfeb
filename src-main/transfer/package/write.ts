import { existsSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { FieldbookError } from '../../contract/errors.ts'
import { engagementName, manifestName } from '../../engagement/file-kind.ts'
import { putInPlace, removeIfThere, replaceInPlace } from '../../engagement/persistence.ts'
import { text } from '../../language/text.ts'
import { type Bytes, digestOf, fileBytes, type Measured, measuring, part, saving, type Watch } from './bytes.ts'
import { encrypting } from './encryption.ts'
import { fileFailure, withOpenFile } from './failure.ts'
import { formatVersion, type Manifest, type ManifestDetails, packageFormat } from './manifest.ts'
import { inspectPackage, temporaryBeside } from './read.ts'
import { emptySeal, sealing } from './seal.ts'

export interface WritePackage extends Watch {
  /** A complete, compact engagement file that nobody writes to. */
  source: string
  destination: string
  manifest: ManifestDetails
  passphrase?: string | undefined
  overwrite?: boolean | undefined
  workFactor?: number | undefined
}

/** Shares of the progress: the engagement is measured, then packed, then the package is read again. */
const shares = { measured: 0.2, packed: 0.7 }

/**
 * Writes a package. It gets its name when it is complete, on the disk, and was opened again and checked whole; a failure or a cancel leaves
 * nothing behind. Of an encrypted package nothing touches the disk unencrypted.
 * @throws FieldbookError file-exists, file-missing, disk-full, cancelled, export-incomplete, or what the system says of a path.
 */
export async function writePackage(options: WritePackage): Promise<Measured> {
  const { source, destination, passphrase, overwrite = false, signal } = options
  if (!overwrite && existsSync(destination)) throw new FieldbookError('file-exists', { path: destination })
  const temporary = temporaryBeside(destination)
  try {
    const written = await withOpenFile(source, 'r', source, async (handle) => {
      const { size } = await handle.stat()
      return await fold(fileBytes(handle, size, signal), options, temporary)
    })
    await proveWritten(temporary, written, passphrase, part(options, shares.packed, 1))
    if (overwrite) replaceInPlace(temporary, destination)
    else putInPlace(temporary, destination)
    return written
  } catch (error) {
    throw fileFailure(destination, error, signal)
  } finally {
    removeIfThere(temporary)
  }
}

/** Measures the engagement, which the manifest in front of it must describe, and writes both to a new file. */
async function fold(engagement: Bytes, options: WritePackage, temporary: string): Promise<Measured> {
  const sha256 = await digestOf(engagement, part(options, 0, shares.measured))
  const manifest: Manifest = {
    format: packageFormat,
    formatVersion,
    ...options.manifest,
    contents: [{ name: engagementName, size: engagement.size, sha256 }],
  }
  return withOpenFile(temporary, 'wx', options.destination, async (handle) => {
    const written = await writeZip(engagement, manifest, options, handle)
    await handle.sync()
    return written
  })
}

async function writeZip(engagement: Bytes, manifest: Manifest, options: WritePackage, handle: FileHandle): Promise<Measured> {
  const { passphrase, workFactor } = options
  const source = measuring(engagement.size, part(options, shares.measured, shares.packed).onProgress)
  const target = measuring(engagement.size)
  const zip = new ZipFile()
  const mtime = new Date(manifest.createdAt)
  zip.addBuffer(Buffer.from(JSON.stringify(manifest, null, 2)), manifestName, { mtime })
  zip.addReadStream(source.stream, engagementName, { mtime, size: engagement.size })
  zip.end({ comment: emptySeal, forceZip64Format: false })
  const encryption = (bytes: AsyncIterable<Uint8Array>) => (passphrase === undefined ? bytes : encrypting(bytes, passphrase, workFactor))
  // The ZIP library does not hand failures on from what it reads to what it writes: each of the two, and its own, ends the other.
  const stop = new AbortController()
  zip.once('error', (error) => stop.abort(error))
  const signal = AbortSignal.any([stop.signal, ...(options.signal ? [options.signal] : [])])
  const running = [
    pipeline(Readable.from(engagement.read(0, engagement.size), { objectMode: false }), source.stream, { signal }),
    pipeline(zip.outputStream, sealing(), encryption, target.stream, saving(handle), { signal }),
  ]
  try {
    await Promise.all(running)
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error
  } finally {
    stop.abort()
    await Promise.allSettled(running)
  }
  return target.result()
}

/** Opens a package again that was just written: what cannot be opened must not be sent. */
async function proveWritten(path: string, written: Measured, passphrase: string | undefined, watch: Watch): Promise<void> {
  const incomplete = (cause?: unknown) => new FieldbookError('export-incomplete', { missing: text('transfer:notReadAgain') }, { cause })
  const { sha256 } = await inspectPackage(path, passphrase, watch).catch((error: unknown) => {
    throw watch.signal?.aborted ? error : incomplete(error)
  })
  if (sha256 !== written.sha256) throw incomplete()
}
