import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { DossierFormat } from '../contract/dossier.ts'
import { FieldbookError } from '../contract/errors.ts'
import { pathError } from '../engagement/inspect.ts'
import { putInPlace, replaceInPlace } from '../engagement/persistence.ts'
import { text } from '../language/text.ts'
import { dossierKind, manifestNames } from './manifest.ts'

const manifestHead = z.object({ kind: z.literal(dossierKind) })

/** Whether a folder is a dossier of ours, or holds nothing: any other folder is somebody's work and is never replaced. */
function isDossier(folder: string): boolean {
  if (readdirSync(folder).length === 0) return true
  try {
    return manifestHead.safeParse(JSON.parse(readFileSync(join(folder, manifestNames.json), 'utf8'))).success
  } catch {
    return false
  }
}

/** Refuses a target that is there, unless it is to be replaced and is of the same kind. */
export function checkTarget(to: string, format: DossierFormat, overwrite: boolean): void {
  if (!existsSync(to)) return
  if (!overwrite) throw new FieldbookError('file-exists', { path: to })
  const isFolder = statSync(to).isDirectory()
  if (isFolder !== (format === 'folder')) throw new FieldbookError('file-exists', { path: to })
  if (isFolder && !isDossier(to)) throw new FieldbookError('conflict', { reason: text('dossier:notADossier', { path: to }) })
}

const remove = (path: string) => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })

/**
 * Does the work in folders and files beside the target that are gone afterwards, whatever happens; `work` says which of them becomes the
 * dossier.
 */
export async function beside<Result>(to: string, work: (temporary: string) => Promise<Result>): Promise<Result> {
  const temporary = `${to}.${randomUUID()}.part`
  try {
    mkdirSync(temporary)
    return await work(temporary)
  } catch (error) {
    throw pathError(to, error)
  } finally {
    try {
      remove(temporary)
    } catch {
      // Where taking away fails too, the first failure is the one to tell.
    }
  }
}

/** Gives what is whole its name; what had the name goes only when the new one is there. */
export function giveName(made: string, to: string, format: DossierFormat, overwrite: boolean): void {
  checkTarget(to, format, overwrite)
  if (format !== 'folder') {
    if (overwrite) replaceInPlace(made, to)
    else putInPlace(made, to)
    return
  }
  if (!existsSync(to)) {
    renameSync(made, to)
    return
  }
  const old = `${to}.${randomUUID()}.old`
  renameSync(to, old)
  try {
    renameSync(made, to)
  } catch (error) {
    renameSync(old, to)
    throw error
  }
  remove(old)
}
