import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { LimitedFile } from '../../contract/dossier.ts'
import { FieldbookError } from '../../contract/errors.ts'
import { pathError } from '../../engagement/inspect.ts'
import { writeWhole } from '../../engagement/persistence.ts'
import { text } from '../../language/text.ts'
import type { DocumentFormat, DocumentModel } from '../../report/model.ts'
import type { Progress } from '../../task/task.ts'
import { isLimited, printedDocument } from '../printed.ts'
import { writeDocument } from '../write/index.ts'
import { verify } from './write.ts'

declare module '../../task/task.ts' {
  interface TaskTypes {
    'documents.writeMany': typeof writeMany
    'documents.verifyMany': typeof verifyMany
  }
}

export interface WriteManyInput {
  documents: { model: DocumentModel; files: { format: DocumentFormat; to: string }[] }[]
  /** What a person knows of the place that these files are for. */
  named: string
}

/** Writes documents one after the other. Answers which of them their format cannot print as they were written. */
export async function writeMany(input: WriteManyInput, progress: Progress): Promise<{ limits: LimitedFile[] }> {
  const limits: LimitedFile[] = []
  await eachFile(input, 'documents:steps.writeOne', progress, async ({ model, format, to }) => {
    await writeWhole(await writeDocument(model, format), to, false)
    const own = printedDocument(model, format).limits
    if (isLimited(own)) limits.push({ file: basename(to), ...own })
  })
  return { limits }
}

/**
 * Opens what writeMany() wrote and counts what is in it. In a thread after the one that wrote: what writes a document and what reads it are
 * then never in memory together.
 * @throws FieldbookError export-incomplete, naming what is missing.
 */
export async function verifyMany(input: WriteManyInput, progress: Progress): Promise<{ rows: number }> {
  let rows = 0
  await eachFile(input, 'documents:steps.verifyOne', progress, async ({ model, format, to }) => {
    rows += (await verify(await readFile(to), format, model)).rows
  })
  return { rows }
}

const filesOf = ({ documents }: WriteManyInput) => documents.flatMap(({ model, files }) => files.map((file) => ({ model, ...file })))

async function eachFile(
  input: WriteManyInput,
  step: string,
  progress: Progress,
  work: (file: ReturnType<typeof filesOf>[number]) => Promise<void>,
): Promise<void> {
  const files = filesOf(input)
  for (const [index, file] of files.entries()) {
    if (progress.signal.aborted) throw new FieldbookError('cancelled')
    progress.report(index / files.length, text(step, { title: file.model.title }))
    await work(file).catch((error: unknown) => {
      throw pathError(input.named, error)
    })
  }
}
