import { randomUUID } from 'node:crypto'
import { linkSync, renameSync, rmSync, unlinkSync } from 'node:fs'
import { open } from 'node:fs/promises'

/** Pauses before each new try, in milliseconds: about three seconds in all. */
const pauses = [20, 50, 100, 200, 400, 800, 1500]

const pauseCell = new Int32Array(new SharedArrayBuffer(4))

/** Waits without giving way to other work: the engagement is written by one thread, and nothing may come between. */
export function pause(milliseconds: number): void {
  Atomics.wait(pauseCell, 0, 0, milliseconds)
}

/**
 * Tries again for about three seconds while `isPassing` says that the failure may pass: OneDrive and virus scanners hold a file for a
 * moment after each write. The last failure is thrown on.
 */
export function tryWhile<Result>(isPassing: (error: unknown) => boolean, attempt: () => Result): Result {
  for (const milliseconds of pauses) {
    try {
      return attempt()
    } catch (error) {
      if (!isPassing(error)) throw error
      pause(milliseconds)
    }
  }
  return attempt()
}

const passingFileErrors = new Set(['EPERM', 'EACCES', 'EBUSY'])
const isHeldForAMoment = (error: unknown) => error instanceof Error && 'code' in error && passingFileErrors.has(String(error.code))

/** Gives a finished file its name; fails with EEXIST where there is a file of that name already. */
export function putInPlace(temporary: string, path: string): void {
  const isLinked = tryWhile(isHeldForAMoment, () => linkOrRename(temporary, path))
  if (isLinked) tryWhile(isHeldForAMoment, () => unlinkSync(temporary))
}

/** Says whether the file now has both names, and the temporary one is still to be taken away. */
function linkOrRename(temporary: string, path: string): boolean {
  try {
    linkSync(temporary, path)
    return true
  } catch (error) {
    if (!isWithoutLinks(error)) throw error
    renameSync(temporary, path)
    return false
  }
}

/** Gives a finished file the name of one that is there, in one step: the old one or the new one, never half of each. */
export function replaceInPlace(temporary: string, path: string): void {
  tryWhile(isHeldForAMoment, () => renameSync(temporary, path))
}

/** FAT and some network folders know no links; there the caller's own check for an existing file has to do. */
function isWithoutLinks(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EPERM', 'EXDEV'].includes(String(error.code))
}

/** Takes away what failed work has left. Where that fails too, the first failure is the one to tell. */
export function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // A folder that may not be written to holds nothing of ours.
  }
}

/**
 * Writes a file whole or not at all: under another name first, on the disk before it gets its own. A file that has the name is replaced
 * where `overwrite` says so. Fails with the system's own error.
 */
export async function writeWhole(bytes: Uint8Array, to: string, overwrite: boolean): Promise<void> {
  const temporary = `${to}.${randomUUID()}.part`
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    if (overwrite) replaceInPlace(temporary, to)
    else putInPlace(temporary, to)
  } finally {
    removeIfThere(temporary)
  }
}
