import { accessSync, constants, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ReadOnlyReason } from '../contract/engagement.ts'

const refusalOf = (path: string): unknown => {
  try {
    accessSync(path, constants.W_OK)
    return null
  } catch (error) {
    return error
  }
}

/** What the system says against writing to the folder of a path; null where it may be written to. */
export const refusalOfFolder = (path: string): unknown => refusalOf(dirname(path))

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')
const isRefusal = (error: unknown) => ['EROFS', 'EACCES', 'EPERM'].includes(codeOf(error))

/**
 * Why an engagement cannot be written where it is; null where it can. Each write needs a journal beside the file for a moment, so the folder
 * counts as well.
 * @throws what else the system says, such as that there is no such file.
 */
export function protectionOf(path: string): ReadOnlyReason | null {
  const ofFile = refusalOf(path)
  const ofFolder = refusalOfFolder(path)
  for (const error of [ofFile, ofFolder]) if (error !== null && !isRefusal(error)) throw error
  if (codeOf(ofFile) === 'EROFS' || codeOf(ofFolder) === 'EROFS') return 'disk'
  // The root account may write to a protected file; the protection is still what its owner asked for.
  if (ofFile !== null || (statSync(path).mode & 0o222) === 0) return 'file'
  return ofFolder === null ? null : 'folder'
}
