import { isCovered } from '../../../src-main/documents/font-widths.ts'
import { page as sheet } from '../../../src-main/documents/style.ts'
import { type FoundPage, type PlacedPiece, readPdfPages } from '../../../src-main/documents/verify/read-pdf.ts'

/** What is wrong with where a text stands: out of the margins, or drawn over another; and what no font has. */

/** Points that a text may be measured too long, and that letters reach into the room of their neighbours. */
const tolerance = 1.5

const named = (number: number, { text, x, y, width }: PlacedPiece) =>
  `page ${number}: ${text.slice(0, 40)} at ${Math.round(x)}-${Math.round(x + width)}, ${Math.round(y)}`

/** Texts that begin or end outside of the margins of their page, or above or below the sheet. */
function outside(page: FoundPage): PlacedPiece[] {
  return page.pieces.filter(
    ({ x, y, width }) => x < sheet.margin - tolerance || x + width > page.width - sheet.margin + tolerance || y < 0 || y > page.height,
  )
}

/** Texts that are drawn over the one beside them: one of them ran out of its cell. */
function overlapping(page: FoundPage): PlacedPiece[] {
  const lines = Map.groupBy(
    page.pieces.filter(({ text, width }) => text.trim() !== '' && width > 0),
    ({ y }) => Math.round(y),
  )
  return [...lines.values()].flatMap((line) => {
    const ordered = line.toSorted((a, b) => a.x - b.x)
    return ordered.filter((piece, index) => {
      const next = ordered[index + 1]
      return next !== undefined && piece.x + piece.width > next.x + tolerance
    })
  })
}

/** Characters of the page that no font of the document has, so that an empty box stands there. */
function withoutGlyph({ pieces }: FoundPage): string[] {
  // A reader gives letters for ligatures and plainer signs for some: what is decomposed is looked for too.
  const isDrawn = (character: string) =>
    /\s/.test(character) ||
    [character, ...character.normalize('NFKD')].some((one) => isCovered(one.codePointAt(0) ?? 0)) ||
    character === 'μ'
  return pieces.flatMap(({ text }) => [...text].filter((character) => !isDrawn(character)))
}

export async function faultsOf(bytes: Uint8Array): Promise<{ pages: number; faults: string[] }> {
  const faults: string[] = []
  let number = 0
  for await (const page of readPdfPages(bytes)) {
    number += 1
    // Charts bring no text of a table, but labels that stand close.
    faults.push(...outside(page).map((piece) => `outside, ${named(number, piece)}`))
    faults.push(...overlapping(page).map((piece) => `over another, ${named(number, piece)}`))
    faults.push(
      ...withoutGlyph(page).map((character) => `no glyph, page ${number}: ${character} ${character.codePointAt(0)?.toString(16)}`),
    )
  }
  return { pages: number, faults }
}
