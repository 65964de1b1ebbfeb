import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { FoundContent } from './content.ts'

/** Opens a PDF with a reader and takes its text page by page; the library that wrote it takes no part. */
export async function readPdf(bytes: Uint8Array): Promise<FoundContent> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
  })
  try {
    const pdf = await task.promise
    const pages: string[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
    }
    return { text: pages.join('\n'), rows: null }
  } finally {
    await task.destroy()
  }
}
