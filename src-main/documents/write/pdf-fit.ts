import { widthOf } from '../font-widths.ts'

/** How a text is set: the size of the type in points, and whether it is bold. */
export interface Look {
  size: number
  strong?: boolean
}

/** Pairs of letters are moved a little apart or together: a line is taken to end this much before the room does. */
const tolerance = 0.985

const word = /\S+|[^\S\n]+/g
/** Behind these a long word such as a link breaks best. */
const breaksBehind = new Set('/-?&=.,_:;)#+|\\')
const isMark = (character: string) => /\p{M}/u.test(character)

/** Divides a word that is wider than the room; each piece but the last fills a line. */
function divide(long: string, room: number, look: Look): string[] {
  const pieces: string[] = []
  let piece = ''
  let width = 0
  // Length of the piece up to the last good place to break.
  let good = 0
  for (const character of long) {
    const own = widthOf(character, look)
    if (width + own > room && piece !== '' && !isMark(character)) {
      const end = good > piece.length / 2 ? good : piece.length
      pieces.push(piece.slice(0, end))
      piece = piece.slice(end)
      width = widthOf(piece, look)
      good = 0
    }
    piece += character
    width += own
    if (breaksBehind.has(character)) good = piece.length
  }
  return [...pieces, piece]
}

/** A word of fewer characters is never wider than the room: no character of the fonts is wider than this share of its size. */
const widest = 1.4

/** Whether a text may hold a word that is wider than the room. */
function mayBeWide(text: string, room: number, { size }: Look): boolean {
  const least = Math.max(1, Math.floor(room / (size * widest)))
  let length = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    length = code === 32 || code === 10 ? 0 : length + 1
    if (length > least) return true
  }
  return false
}

/** A text with its words that are wider than the room divided by line breaks: the layout has no other way to keep them on the page. */
export function withinWidth(text: string, room: number, look: Look): string {
  const usable = Math.max(look.size, room) * tolerance
  if (!mayBeWide(text, usable, look)) return text
  return text.replace(/\S+/g, (one) => (widthOf(one, look) > usable ? divide(one, usable, look).join('\n') : one))
}

/** The lines that a text takes in this room, none of them wider than it. */
export function linesOf(text: string, room: number, look: Look): string[] {
  const usable = Math.max(look.size, room) * tolerance
  return text.split('\n').flatMap((paragraph) => linesOfParagraph(paragraph, usable, look))
}

function linesOfParagraph(paragraph: string, usable: number, look: Look): string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  const next = (start: string) => {
    lines.push(line)
    line = start
    width = widthOf(start, look)
  }
  for (const [one] of paragraph.matchAll(word)) {
    const own = widthOf(one, look)
    // What is blank at the end of a line takes no room in it.
    if (one.trim() !== '' && width + own > usable && line.trim() !== '') next('')
    if (own <= usable) {
      line += one
      width += own
      continue
    }
    const [first = '', ...rest] = divide(one, usable, look)
    line += first
    for (const piece of rest) next(piece)
    width = widthOf(line, look)
  }
  return [...lines, line]
}

/** Sizes of a key figure, from the usual one down to what is still a figure. */
export const figureSizes: readonly number[] = [22, 18, 15, 12]

/** The largest of the sizes in which a text stands on one line of the room; the smallest where it stands in none. */
export function fittingSize(text: string, room: number, sizes: readonly number[], strong: boolean): number {
  return sizes.find((size) => text.split('\n').every((line) => widthOf(line, { size, strong }) <= room * tolerance)) ?? sizes.at(-1) ?? 0
}
