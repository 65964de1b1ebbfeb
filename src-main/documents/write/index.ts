import type { DocumentFormat, DocumentModel } from '../../report/model.ts'

/** A document in one format, as the bytes of its file. Each writer's libraries are loaded only where it is asked for. */
export async function writeDocument(model: DocumentModel, format: DocumentFormat): Promise<Uint8Array> {
  if (format === 'xlsx') return (await import('./xlsx.ts')).writeXlsx(model)
  if (format === 'html') return (await import('./html.ts')).writeHtml(model)
  if (format === 'pdf') return (await import('./pdf.ts')).writePdf(model)
  return (await import('./docx.ts')).writeDocx(model)
}
