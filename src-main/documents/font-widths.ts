import { type Font, openSync } from 'fontkit'
import { fontFiles } from './fonts.ts'

/** What is known of a font: the width of each of its characters, as a share of the size of the type. */
class Widths {
  readonly #font: Font
  readonly #known = new Map<number, number>()

  constructor(path: string) {
    const opened = openSync(path)
    if (!('glyphForCodePoint' in opened)) throw new Error(`${path} is a collection of fonts`)
    this.#font = opened
  }

  of(codePoint: number): number {
    const known = this.#known.get(codePoint)
    if (known !== undefined) return known
    const width = this.#font.glyphForCodePoint(codePoint).advanceWidth / this.#font.unitsPerEm
    this.#known.set(codePoint, width)
    return width
  }

  characters = (): number[] => this.#font.characterSet
}

let opened: { normal: Widths; bold: Widths; covered: Set<number> } | undefined

function open() {
  const files = fontFiles()
  const [normal, bold] = [new Widths(files.normal), new Widths(files.bold)]
  opened ??= { normal, bold, covered: new Set(normal.characters()) }
  return opened
}

/** Whether the shipped fonts have a character; each of their styles has the same ones. */
export const isCovered = (codePoint: number): boolean => (opened ?? open()).covered.has(codePoint)

/** Points that a text takes in one line, without what pairs of letters move together. */
export function widthOf(text: string, { size, strong = false }: { size: number; strong?: boolean }): number {
  const { normal, bold } = opened ?? open()
  const widths = strong ? bold : normal
  let sum = 0
  for (const character of text) sum += widths.of(character.codePointAt(0) ?? 0)
  return sum * size
}

/** A text on one line of the room: what does not fit ends in a mark that says so. For texts that are whole elsewhere in the document. */
export function onOneLine(text: string, room: number, look: { size: number; strong?: boolean }): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (widthOf(line, look) <= room) return line
  let [short, width] = ['', widthOf('…', look)]
  for (const character of line) {
    width += widthOf(character, look)
    if (width > room) break
    short += character
  }
  return `${short.trimEnd()}…`
}
