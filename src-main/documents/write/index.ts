import type { DocumentFormat, DocumentModel } from '../../report/model.ts'

/** A document in one format, as the bytes of its file. Each writer's libraries are loaded only where it is asked for. */
export async function writeDocument(model: DocumentModel, format: DocumentFormat): Promise<Uint8Array> {
  if (format === 'xlsx') return (await import('./xlsx.ts')).writeXlsx(model)
  if (format === 'html') return (await import('./html.ts')).writeHtml(model)
  const { writePdf } = await import('./pdf.ts')
  const { bytes, pages } = await writePdf(model)
  if (format === 'pdf') return bytes
  const { writeDocx } = await import('./docx.ts')
  return writeDocx(model, pages)
}
