import { FieldbookError } from '../../contract/errors.ts'
import type { Progress } from '../../engagement/context.ts'
import { pathError } from '../../engagement/inspect.ts'
import { writeWhole } from '../../engagement/persistence.ts'
import { text } from '../../language/text.ts'
import type { DocumentFormat, DocumentModel } from '../model.ts'
import { writeDocument } from '../write/index.ts'
import { verify } from './write.ts'

export interface WriteManyInput {
  documents: { model: DocumentModel; files: { format: DocumentFormat; to: string }[] }[]
  /** What a person knows of the place that these files are for. */
  named: string
}

/** Writes documents one after the other, each opened again and counted. Answers the rows of all files. */
export async function writeMany({ documents, named }: WriteManyInput, progress: Progress): Promise<{ rows: number }> {
  const files = documents.flatMap(({ model, files: wanted }) => wanted.map((file) => ({ model, ...file })))
  let rows = 0
  for (const [index, { model, format, to }] of files.entries()) {
    if (progress.signal.aborted) throw new FieldbookError('cancelled')
    progress.report(index / files.length, text('documents:steps.writeOne', { title: model.title }))
    const bytes = await writeDocument(model, format)
    rows += (await verify(bytes, format, model)).rows
    await writeWhole(bytes, to, false).catch((error: unknown) => {
      throw pathError(named, error)
    })
  }
  return { rows }
}
