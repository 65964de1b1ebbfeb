import { existsSync } from 'node:fs'
import type { ExportResult } from '../../contract/documents.ts'
import { FieldbookError } from '../../contract/errors.ts'
import { pathError } from '../../engagement/inspect.ts'
import { writeWhole } from '../../engagement/persistence.ts'
import { text } from '../../language/text.ts'
import type { DocumentFormat, DocumentModel } from '../../report/model.ts'
import type { Progress } from '../../task/task.ts'
import { printedDocument } from '../printed.ts'
import { ExportIncompleteError, verifyDocument } from '../verify/index.ts'
import { writeDocument } from '../write/index.ts'

declare module '../../task/task.ts' {
  interface TaskTypes {
    'documents.write': typeof writeReport
    'documents.preview': typeof previewReport
  }
}

export interface WriteInput {
  model: DocumentModel
  format: DocumentFormat
  to: string
  overwrite: boolean
}

/**
 * Writes a document, opens it again and counts what is in it, and only then gives it its name. A document that misses something is thrown
 * away, and a file that had the name is left as it was.
 */
export async function writeReport({ model, format, to, overwrite }: WriteInput, progress: Progress): Promise<ExportResult> {
  if (!overwrite && existsSync(to)) throw new FieldbookError('file-exists', { path: to })
  progress.report(0.1, text('documents:steps.write'))
  const bytes = await writeDocument(model, format)
  progress.report(0.6, text('documents:steps.verify'))
  const { rows } = await verify(bytes, format, model)
  if (progress.signal.aborted) throw new FieldbookError('cancelled')
  progress.report(0.9, text('documents:steps.save'))
  await save(bytes, to, overwrite)
  return { path: to, format, size: bytes.byteLength, rows, limits: printedDocument(model, format).limits }
}

/** @throws FieldbookError export-incomplete, naming what is missing. */
export async function verify(bytes: Uint8Array, format: DocumentFormat, model: DocumentModel): Promise<{ rows: number }> {
  try {
    return await verifyDocument(bytes, format, model)
  } catch (error) {
    if (!(error instanceof ExportIncompleteError)) throw error
    throw new FieldbookError(
      'export-incomplete',
      { missing: error.missing.slice(0, 3).join('; '), count: error.missing.length },
      { cause: error },
    )
  }
}

async function save(bytes: Uint8Array, to: string, overwrite: boolean): Promise<void> {
  try {
    await writeWhole(bytes, to, overwrite)
  } catch (error) {
    throw pathError(to, error)
  }
}

/** A document as PDF for looking at, as base64, and its number of pages. What it misses is said here too, and not only at the export. */
export async function previewReport({ model }: { model: DocumentModel }, progress: Progress): Promise<{ pdf: string; pages: number }> {
  progress.report(0.2, text('documents:steps.write'))
  const bytes = await writeDocument(model, 'pdf')
  progress.report(0.6, text('documents:steps.verify'))
  await verify(bytes, 'pdf', model)
  const pages =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0
  return { pdf: Buffer.from(bytes).toString('base64'), pages }
}
