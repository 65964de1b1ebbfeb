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

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

/**
 * Why an engagement cannot be written where it is; null where it can. Each write needs a journal beside the file for a moment, so the folder
 * counts as well.
 */
export function protectionOf(path: string): ReadOnlyReason | null {
  const ofFile = refusalOf(path)
  const ofFolder = refusalOf(dirname(path))
  if (codeOf(ofFile) === 'EROFS' || codeOf(ofFolder) === 'EROFS') return 'disk'
  // The root account may write to a protected file; the protection is still what its owner asked for.
  if (ofFile !== null || (statSync(path).mode & 0o222) === 0) return 'file'
  return ofFolder === null ? null : 'folder'
}
