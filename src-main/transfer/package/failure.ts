import { type FileHandle, open } from 'node:fs/promises'
import { FieldbookError } from '../../contract/errors.ts'
import { foreignFile } from '../../engagement/foreign-file.ts'
import { pathError } from '../../engagement/inspect.ts'

/** Did the system fail (disk, folder, rights), and not the content? */
const isOfSystem = (error: unknown) => error instanceof Error && 'syscall' in error

const isHeld = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EBUSY'

/** What a failure while a file is written, or opened, means to a person. */
export function fileFailure(path: string, error: unknown, signal?: AbortSignal): FieldbookError {
  if (error instanceof FieldbookError) return error
  if (signal?.aborted) return new FieldbookError('cancelled', {}, { cause: error })
  return isHeld(error) ? new FieldbookError('file-held', { path }, { cause: error }) : pathError(path, error)
}

/** What a failure while a package is read means: where neither a person nor the system stopped it, its content did. */
export function contentFailure(path: string, error: unknown, signal?: AbortSignal): unknown {
  if (error instanceof FieldbookError && error.code === 'not-a-package') return foreignFile(path, 'package')
  if (error instanceof FieldbookError || signal?.aborted || isOfSystem(error)) return error
  return new FieldbookError('package-damaged', { path }, { cause: error })
}

/** Opens a file for `work` and closes it afterwards. A failure to open it is told of `named`, the path that a person knows. */
export async function withOpenFile<Result>(
  path: string,
  flags: 'r' | 'wx',
  named: string,
  work: (handle: FileHandle) => Promise<Result>,
): Promise<Result> {
  const handle = await open(path, flags).catch((error: unknown) => {
    throw fileFailure(named, error)
  })
  try {
    return await work(handle)
  } finally {
    await handle.close()
  }
}
