import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, readdir, stat, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { FieldbookError } from '../../contract/errors.ts'
import { pathError } from '../../engagement/inspect.ts'
import { text } from '../../language/text.ts'
import type { Progress } from '../../task/task.ts'
import { type ManifestFile, type ManifestHead, manifestJson, manifestNames, manifestText } from '../manifest.ts'

declare module '../../task/task.ts' {
  interface TaskTypes {
    'dossier.seal': typeof sealDossier
  }
}

export interface SealInput {
  folder: string
  head: ManifestHead
  /** Files that the dossier is to hold, beside the manifest. */
  expected: number
  /** Where a ZIP of the folder is to be written; null where the folder is the dossier. */
  zip: string | null
  /** What a person knows of the place. */
  named: string
}

/** Lists every file with its hash, folds all into a ZIP if asked, and opens that again. Answers how many files and bytes it found. */
export async function sealDossier(
  { folder, head, expected, zip, named }: SealInput,
  progress: Progress,
): Promise<{ files: number; size: number }> {
  try {
    const files = await measure(folder, progress)
    if (files.length !== expected)
      throw new FieldbookError('export-incomplete', { missing: text('dossier:filesMissing', { found: files.length, expected }) })
    await writeFile(join(folder, manifestNames.text), manifestText(files))
    await writeFile(join(folder, manifestNames.json), manifestJson(head, files))
    if (zip === null) return { files: files.length, size: files.reduce((sum, { size }) => sum + size, 0) }
    await fold(folder, files, head, zip, progress)
    await proveFolded(zip, files, progress)
    return { files: files.length, size: (await stat(zip)).size }
  } catch (error) {
    if (progress.signal.aborted) throw new FieldbookError('cancelled', {}, { cause: error })
    throw pathError(named, error)
  }
}

async function hashOf(pieces: AsyncIterable<Uint8Array>, { signal }: Progress): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of pieces) {
    signal.throwIfAborted()
    hash.update(piece)
    size += piece.length
  }
  return { sha256: hash.digest('hex'), size }
}

/** Reads a file piece by piece, always into the same buffer. */
async function* piecesOf(path: string, buffer: Buffer): AsyncGenerator<Uint8Array> {
  const file = await open(path)
  try {
    for (let read = await file.read(buffer); read.bytesRead > 0; read = await file.read(buffer)) yield buffer.subarray(0, read.bytesRead)
  } finally {
    await file.close()
  }
}

async function measure(folder: string, progress: Progress): Promise<ManifestFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files: ManifestFile[] = []
  const buffer = Buffer.allocUnsafeSlow(1024 * 1024)
  for (const [index, path] of paths.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).entries()) {
    const measured = await hashOf(piecesOf(path, buffer), progress)
    files.push({ path: relative(folder, path).split(sep).join('/'), ...measured })
    progress.report((index / paths.length) * 0.4, text('dossier:steps.manifest'))
  }
  return files
}

/** What is compressed already gains nothing but time. */
const isCompressed = (path: string) => /\.(pdf|docx|xlsx|pptx|zip|7z|gz|png|jpe?g|webp|mp4|mov|mp3)$/i.test(path)

async function fold(
  folder: string,
  files: readonly ManifestFile[],
  { createdAt }: ManifestHead,
  to: string,
  progress: Progress,
): Promise<void> {
  const zip = new ZipFile()
  const names = [manifestNames.text, manifestNames.json, ...files.map(({ path }) => path)]
  for (const name of names)
    zip.addFile(join(folder, ...name.split('/')), name, { mtime: new Date(createdAt), mode: 0o100644, compress: !isCompressed(name) })
  zip.end()
  progress.report(0.45, text('dossier:steps.zip'))
  const stop = new AbortController()
  zip.once('error', (error) => stop.abort(error))
  const signal = AbortSignal.any([stop.signal, progress.signal])
  await pipeline(zip.outputStream, createWriteStream(to, { flags: 'wx', flush: true }), { signal }).catch((error: unknown) => {
    throw stop.signal.aborted ? stop.signal.reason : error
  })
}

/** Opens the ZIP with another library and reads every file to its end. */
async function proveFolded(path: string, files: readonly ManifestFile[], progress: Progress): Promise<void> {
  const wanted = new Map(files.map((file) => [file.path, file.sha256]))
  const zip = await openPromise(path, { autoClose: false, strictFileNames: true })
  try {
    let found = 0
    for await (const entry of zip.eachEntry()) {
      const sha256 = wanted.get(entry.fileName)
      const read = await hashOf(await zip.openReadStreamPromise(entry), progress)
      if (sha256 === undefined) continue
      if (read.sha256 !== sha256) throw new FieldbookError('export-incomplete', { missing: entry.fileName })
      found += 1
      progress.report(0.6 + (found / files.length) * 0.4, text('dossier:steps.verify'))
    }
    if (found !== files.length)
      throw new FieldbookError('export-incomplete', { missing: text('dossier:filesMissing', { found, expected: files.length }) })
  } finally {
    zip.close()
  }
}
