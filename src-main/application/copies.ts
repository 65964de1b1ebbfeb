import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const copiesFolder = (state: string) => join(state, 'opened')

/** Where this process writes copies of attachments that another program is to show. */
export const copiesOfProcess = (state: string): string => join(copiesFolder(state), String(process.pid))

/** Takes away the copies of programs that ended without doing so themselves, as after a power cut. */
export function removeLeftCopies(state: string): void {
  for (const name of foldersIn(copiesFolder(state))) {
    if (isRunning(Number(name))) continue
    try {
      rmSync(join(copiesFolder(state), name), { recursive: true, force: true })
    } catch {
      // Another program still shows one of them; the next start tries again.
    }
  }
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
