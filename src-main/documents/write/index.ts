import type { DocumentFormat, DocumentModel } from '../model.ts'
import { writeDocx } from './docx.ts'
import { writePdf } from './pdf.ts'
import { writeXlsx } from './xlsx.ts'

/** A document in one format, as the bytes of its file. */
export async function writeDocument(model: DocumentModel, format: DocumentFormat): Promise<Uint8Array> {
  if (format === 'xlsx') return writeXlsx(model)
  const { bytes, pages } = await writePdf(model)
  return format === 'pdf' ? bytes : writeDocx(model, pages)
}
