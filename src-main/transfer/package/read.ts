import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FieldbookError } from '../../contract/errors.ts'
import { putInPlace, removeIfThere } from '../../engagement/persistence.ts'
import { type Archive, openArchive } from './archive.ts'
import { type Bytes, digestOf, fileBytes, measuring, part, saving, type Watch } from './bytes.ts'
import { decrypted, isEncrypted } from './encryption.ts'
import { contentFailure, fileFailure, withOpenFile } from './failure.ts'
import type { Manifest } from './manifest.ts'

export interface ReadPackage extends Watch {
  source: string
  destination: string
  passphrase?: string | undefined
}

export interface Inspection {
  encrypted: boolean
  /** Of the package as it is on the disk. */
  sha256: string
  manifest: Manifest
}

/** Shares of the progress: the seal is proven first, then the engagement is read. */
const sealShare = 0.5

/**
 * Checks a package whole and writes its engagement to a path that is free. The file gets its name when it is complete, proven and on the disk.
 * @throws FieldbookError not-a-package, package-damaged, newer-package, passphrase-needed, wrong-passphrase, file-exists, cancelled, or what
 * the system says of a path; nothing is written then.
 */
export async function readPackage({ source, destination, passphrase, ...watch }: ReadPackage): Promise<Manifest> {
  if (existsSync(destination)) throw new FieldbookError('file-exists', { path: destination })
  const temporary = temporaryBeside(destination)
  try {
    const manifest = await withPackage(source, watch, async (file) => {
      const archive = await openPackage(file, source, passphrase, part(watch, 0, sealShare))
      await withOpenFile(temporary, 'wx', destination, async (handle) => {
        await unfold(archive, saving(handle), part(watch, sealShare, 1))
        await handle.sync()
      })
      return archive.manifest
    })
    putInPlace(temporary, destination)
    return manifest
  } catch (error) {
    throw fileFailure(destination, error, watch.signal)
  } finally {
    removeIfThere(temporary)
  }
}

/** Checks a package whole, down to the bytes of its engagement, and says what is in it. Writes nothing anywhere. */
export async function inspectPackage(source: string, passphrase?: string, watch: Watch = {}): Promise<Inspection> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  try {
    return await withPackage(source, watch, async (file) => {
      const archive = await openPackage(file, source, passphrase, part(watch, 0, sealShare))
      await unfold(archive, nowhere, part(watch, sealShare, 1))
      return { encrypted: await isEncrypted(file), sha256: await digestOf(file), manifest: archive.manifest }
    })
  } catch (error) {
    throw fileFailure(source, error, watch.signal)
  }
}

/** A name for an unfinished file. OneDrive does not carry .tmp files away. */
export const temporaryBeside = (path: string) => join(dirname(path), `${randomUUID()}.tmp`)

/** Opens a package as a file, lets `work` read it, and says what a failure of its content means; one of the system goes on as it is. */
async function withPackage<Result>(path: string, { signal }: Watch, work: (file: Bytes) => Promise<Result>): Promise<Result> {
  const size = await sizeOf(path)
  return withOpenFile(path, 'r', path, async (handle) => {
    try {
      return await work(fileBytes(handle, size, signal))
    } catch (error) {
      throw contentFailure(path, error, signal)
    }
  })
}

async function sizeOf(path: string): Promise<number> {
  const stats = await stat(path).catch((error: unknown) => {
    throw fileFailure(path, error)
  })
  if (!stats.isFile()) throw new FieldbookError(stats.isDirectory() ? 'is-folder' : 'not-a-package', { path })
  return stats.size
}

async function openPackage(file: Bytes, path: string, passphrase: string | undefined, watch: Watch): Promise<Archive> {
  const zip = (await isEncrypted(file)) ? await decrypted(file, passphrase, path) : file
  return openArchive(zip, path, watch)
}

/** Reads the engagement out of its package into `target`, and proves that it is the one of the manifest. */
async function unfold({ manifest, openEngagement }: Archive, target: Writable, { signal, onProgress }: Watch): Promise<void> {
  const [content] = manifest.contents
  const measured = measuring(content.size, onProgress)
  await pipeline(await openEngagement(), measured.stream, target, { signal })
  if (measured.result().sha256 !== content.sha256) throw new Error('the engagement is not the one of the manifest')
}
