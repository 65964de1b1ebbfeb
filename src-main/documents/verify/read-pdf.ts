import { getDocumentProxy } from 'unpdf'
import type { FoundContent } from './content.ts'

/** Says nothing of what it finds odd in a file. */
const onlyErrors = 0

/** A piece of text of a page and the box that it stands in, in points from the lower left corner. */
export interface PlacedPiece {
  text: string
  x: number
  y: number
  width: number
  height: number
}

export interface FoundPage {
  width: number
  height: number
  pieces: PlacedPiece[]
}

/** Opens a PDF with a reader and takes the text of each page; the library that wrote it takes no part. */
export async function* readPdfPages(bytes: Uint8Array): AsyncGenerator<FoundPage> {
  // The reader takes the bytes that it is given for its own.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: onlyErrors, disableFontFace: true, useSystemFonts: false })
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      const pieces = items.flatMap((item): PlacedPiece[] => {
        if (!('str' in item)) return []
        const [x, y] = [Number(item.transform[4]), Number(item.transform[5])]
        return [{ text: item.str, x, y, width: item.width, height: item.height }]
      })
      yield { width, height, pieces }
      page.cleanup()
    }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** Points that a piece may be measured too long. */
const tolerance = 1

/** Whether a reader of the page can see all of a piece. */
const isOnPage = ({ x, y, width }: PlacedPiece, page: FoundPage) =>
  x >= -tolerance && x + width <= page.width + tolerance && y >= -tolerance && y <= page.height + tolerance

/** The text of a PDF page by page. What runs off the sheet is in the file, but nobody can read it: it counts as not there. */
export async function readPdf(bytes: Uint8Array): Promise<FoundContent> {
  const pages: string[] = []
  for await (const page of readPdfPages(bytes)) {
    const seen = page.pieces.filter((piece) => isOnPage(piece, page))
    pages.push(seen.map(({ text }) => text).join(' '))
  }
  return { text: pages.join('\n'), rows: null }
}
