import { getDocumentProxy } from 'unpdf'
import type { FoundContent } from './content.ts'

/** Says nothing of what it finds odd in a file. */
const onlyErrors = 0

/** Opens a PDF with a reader and takes its text page by page; the library that wrote it takes no part. */
export async function readPdf(bytes: Uint8Array): Promise<FoundContent> {
  // The reader takes the bytes that it is given for its own.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: onlyErrors, disableFontFace: true, useSystemFonts: false })
  try {
    const pages: string[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
      page.cleanup()
    }
    return { text: pages.join('\n'), rows: null }
  } finally {
    await pdf.loadingTask.destroy()
  }
}
