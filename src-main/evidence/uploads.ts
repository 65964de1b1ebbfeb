import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { appendFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FieldbookError } from '../contract/errors.ts'
import type { ModuleContext } from '../engagement/context.ts'
import { pathError } from '../engagement/inspect.ts'
import { text } from '../language/text.ts'
import { checkName } from './names.ts'
import type { Source } from './source.ts'

interface Upload extends Source {
  size: number
  received: number
}

/** Files on their way from a page, which has no path to give: each lies in the folder of copies until it is attached. */
const uploads = new Map<string, Upload>()

const find = (id: string): Upload => {
  const upload = uploads.get(id)
  if (!upload) throw new FieldbookError('not-found', { what: id })
  return upload
}

/** Begins a file; its name is checked before anything is sent. */
export async function beginUpload({ copies, file }: ModuleContext, name: string, size: number): Promise<string> {
  checkName(name)
  const id = randomUUID()
  const path = join(copies, `${id}.upload`)
  try {
    mkdirSync(copies, { recursive: true, mode: 0o700 })
    await writeFile(path, '', { mode: 0o600, flag: 'wx' })
  } catch (error) {
    throw pathError(path, error)
  }
  uploads.set(id, { path, name, size, received: 0 })
  file.whenClosed(() => void dropUploads([id]))
  return id
}

/** Takes the next bytes of a file. */
export async function continueUpload(id: string, base64: string): Promise<number> {
  const upload = find(id)
  const bytes = Buffer.from(base64, 'base64')
  try {
    await appendFile(upload.path, bytes)
  } catch (error) {
    throw pathError(upload.path, error)
  }
  upload.received += bytes.length
  return upload.received
}

/** Files that were sent whole, as sources. @throws FieldbookError where a part of one is missing. */
export const uploaded = (ids: readonly string[]): Source[] =>
  ids.map(find).map(({ path, name, size, received }) => {
    if (received !== size) throw new FieldbookError('conflict', { reason: text('evidence:notSentWhole', { name }) })
    return { path, name }
  })

/** Takes away what was sent of files. */
export async function dropUploads(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const upload = uploads.get(id)
    uploads.delete(id)
    if (upload) await rm(upload.path, { force: true }).catch(() => {})
  }
}
