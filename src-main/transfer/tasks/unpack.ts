import { randomUUID } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { FieldbookError } from '../../contract/errors.ts'
import type { PackageSummary } from '../../contract/transfer.ts'
import { inspectFile, pathError } from '../../engagement/inspect.ts'
import { refuseLongDatabasePath } from '../../engagement/paths.ts'
import { putInPlace, removeIfThere } from '../../engagement/persistence.ts'
import { type CheckResult, checkFile } from '../../engagement/tasks/check.ts'
import { giveLineage } from '../../engagement/tasks/copy.ts'
import { verifyFile } from '../../engagement/verify.ts'
import { text } from '../../language/text.ts'
import type { Progress } from '../../task/task.ts'
import { inspectPackage, readPackage } from '../package/read.ts'

declare module '../../task/task.ts' {
  interface TaskTypes {
    'transfer.inspect': typeof inspect
    'transfer.unpack': typeof unpack
  }
}

export interface UnpackInput {
  path: string
  to: string
  passphrase?: string | undefined
}

/** Checks a package whole, then its engagement, and only then writes that as a new file, which knows the copy that it came from. */
export async function unpack(
  { path, to, passphrase }: UnpackInput,
  progress: Progress,
): Promise<{ path: string; client: string; title: string; problems: string[] }> {
  refuseLongDatabasePath(to, { isNew: true })
  if (existsSync(to)) throw new FieldbookError('file-exists', { path: to })
  const copy = `${to}.${randomUUID()}.part`
  try {
    const report = (share: number) => progress.report(share * 0.7, text('transfer:steps.verify'))
    const manifest = await readPackage({ source: path, destination: copy, passphrase, signal: progress.signal, onProgress: report })
    progress.report(0.8, text('transfer:steps.check'))
    const { values } = await proveEngagement(copy, path, progress)
    giveLineage(copy, 'package')
    putInPlace(copy, to)
    return { path: to, client: manifest.engagement.client, title: manifest.engagement.title, problems: values }
  } catch (error) {
    throw pathError(to, error)
  } finally {
    removeIfThere(copy)
    removeIfThere(`${copy}-journal`)
  }
}

/**
 * An engagement that comes in a package passes the same door as one that is opened, and is checked whole before it gets its name: one of a
 * newer program, for example, has nothing written into it, not even where it came from.
 */
async function proveEngagement(copy: string, path: string, { signal }: Progress): Promise<CheckResult> {
  try {
    inspectFile(copy)
    verifyFile(copy)
    const checked = await checkFile({ path: copy }, { signal, report() {} })
    if (checked.damage.length > 0) throw new FieldbookError('package-damaged', { path })
    return checked
  } catch (error) {
    // A person knows the package, not the file that was made of it.
    if (error instanceof FieldbookError && error.details.path === copy)
      throw new FieldbookError(error.code, { ...error.details, path }, { cause: error })
    throw error
  }
}

/** Checks a package whole and says what is in it; writes nothing. */
export async function inspect({ path, passphrase }: Omit<UnpackInput, 'to'>, progress: Progress): Promise<PackageSummary> {
  progress.report(0.1, text('transfer:steps.verify'))
  const { encrypted, manifest, sha256 } = await inspectPackage(path, passphrase)
  const { client, title } = manifest.engagement
  return { path, encrypted, size: statSync(path).size, sha256, client, title, createdAt: manifest.createdAt, counts: manifest.counts }
}
