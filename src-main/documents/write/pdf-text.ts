import { isCovered } from '../font-widths.ts'
import { printable, withoutInvisible } from '../plain-text.ts'
import { plainEquivalent } from '../symbols.ts'

/** Stands for a character that the shipped fonts do not have; each of their styles has this one. */
export const replacement = '\uFFFD'

const plain = /^[\n\x20-\x7E]*$/
/** More than a layout has use for: a page of blanks or of empty lines is no content. */
const manyBlanks = /[^\S\n]{9,}/g
const manyLines = /\n{5,}/g

const isPrinted = (text: string) => [...text].every((character) => character === '\n' || isCovered(character.codePointAt(0) ?? 0))

/**
 * A text as the PDF prints it. What nobody sees is left out; a character that the shipped fonts lack becomes what says the same, such as the
 * letters of a ligature, or else a question mark in a diamond, which shows that something is there: `lost` is told of each of those.
 */
export function pdfText(text: string, lost: (character: string) => void = () => {}): string {
  const spaced = text.replace(manyBlanks, '        ').replace(manyLines, '\n\n\n\n')
  if (plain.test(spaced)) return spaced
  // Accents that were typed apart from their letter become one character with it.
  const composed = withoutInvisible(printable(spaced)).normalize('NFC').replaceAll('\t', '    ')
  return isPrinted(composed) ? composed : [...composed].map((character) => printed(character, lost)).join('')
}

function printed(character: string, lost: (character: string) => void): string {
  if (isPrinted(character)) return character
  const equivalent = plainEquivalent(character) ?? (/\p{Zs}/u.test(character) ? ' ' : undefined)
  if (equivalent !== undefined && isPrinted(equivalent)) return equivalent
  lost(character)
  return replacement
}
