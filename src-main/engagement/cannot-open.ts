import { existsSync } from 'node:fs'
import { FieldbookError } from '../contract/errors.ts'
import { missing, pathError } from './inspect.ts'
import { isNameTooLong, isTooLongForDatabase, nameTooLong, pathTooLong } from './paths.ts'
import { protectionOf, refusalOfFolder } from './protection.ts'

/**
 * Why SQLite could not open a file or write its journal, which it does not say itself; null where nothing stands in the way, so that another
 * program has to.
 */
export function whyNotOpened(path: string, cause: unknown): FieldbookError | null {
  if (isNameTooLong(path)) return nameTooLong(path, cause)
  if (isTooLongForDatabase(path)) return pathTooLong(path, cause)
  const gone = missing(path, cause)
  if (gone.code === 'folder-missing') return gone
  if (!existsSync(path)) {
    const refusal = refusalOfFolder(path)
    return refusal === null ? null : pathError(path, refusal)
  }
  try {
    return protectionOf(path) === null ? null : new FieldbookError('read-only', { path }, { cause })
  } catch {
    return null
  }
}
