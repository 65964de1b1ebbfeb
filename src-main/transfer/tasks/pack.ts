import { randomUUID } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { FieldbookError } from '../../contract/errors.ts'
import type { PackageSummary } from '../../contract/transfer.ts'
import { databaseError } from '../../engagement/file.ts'
import { pathError } from '../../engagement/inspect.ts'
import { refuseLongDatabasePath } from '../../engagement/paths.ts'
import { removeIfThere } from '../../engagement/persistence.ts'
import { checkFile } from '../../engagement/tasks/check.ts'
import { compactInto } from '../../engagement/tasks/copy.ts'
import { describeFile } from '../../engagement/tasks/describe.ts'
import { text } from '../../language/text.ts'
import type { Progress } from '../../task/task.ts'
import { writePackage } from '../package/write.ts'

declare module '../../task/task.ts' {
  interface TaskTypes {
    'transfer.pack': typeof pack
  }
}

export interface PackInput {
  path: string
  to: string
  passphrase?: string | undefined
  overwrite: boolean
  application: string
  createdAt: string
}

/** Part of a long task: its shares of the whole. */
function part(progress: Progress, from: number, to: number, step: string) {
  return (share: number) => progress.report(from + (to - from) * share, step)
}

/**
 * Makes a package of an open engagement: a compact copy, checked whole, is what travels, so that work can go on meanwhile and nothing that
 * was deleted leaves the laptop.
 */
export async function pack(input: PackInput, progress: Progress): Promise<PackageSummary> {
  refuseLongDatabasePath(input.to, { isNew: true })
  if (!input.overwrite && existsSync(input.to)) throw new FieldbookError('file-exists', { path: input.to })
  const copy = `${input.to}.${randomUUID()}.copy`
  try {
    part(progress, 0, 0.2, text('transfer:steps.compact'))(0)
    compactInto(input.path, copy)
    const checked = await checkFile(
      { path: copy },
      { signal: progress.signal, report: part(progress, 0.2, 0.4, text('transfer:steps.check')) },
    )
    if (checked.damage.length > 0) throw new FieldbookError('damaged', { path: input.path, problem: checked.damage[0] ?? '' })
    const { engagement, counts, ...about } = describeFile(copy)
    const written = await writePackage({
      source: copy,
      destination: input.to,
      manifest: {
        applicationVersion: input.application,
        createdAt: input.createdAt,
        engagement: { id: engagement.id, fileId: about.fileId, client: engagement.client, title: engagement.title, change: about.change },
        schemaVersion: about.schemaVersion,
        contentVersion: engagement.contentVersion,
        counts,
      },
      passphrase: input.passphrase,
      overwrite: input.overwrite,
      signal: progress.signal,
      onProgress: part(progress, 0.4, 1, text(input.passphrase ? 'transfer:steps.encrypt' : 'transfer:steps.compress')),
    })
    return {
      path: input.to,
      encrypted: input.passphrase !== undefined,
      size: statSync(input.to).size,
      sha256: written.sha256,
      client: engagement.client,
      title: engagement.title,
      createdAt: input.createdAt,
      counts,
    }
  } catch (error) {
    throw pathError(input.to, databaseError(input.to, error))
  } finally {
    removeIfThere(copy)
    removeIfThere(`${copy}-journal`)
  }
}
