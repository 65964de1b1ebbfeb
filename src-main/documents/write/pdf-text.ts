import { openSync } from 'fontkit'
import { fontFiles } from '../fonts.ts'
import { printable } from '../plain-text.ts'

let covered: Set<number> | undefined

/** Stands for a character that the shipped font does not have; each of its styles has this one. */
const missing = '\uFFFD'
/** They join emoji and choose their look, and print nothing themselves. */
const joiners = /[\u200D\uFE0E\uFE0F]/gu

/**
 * A text as the PDF prints it. A character that the shipped font lacks, such as an emoji, is printed as a question mark in a diamond, which
 * shows that something is there; a PDF has no other font to fall back to. Accents typed apart from their letter become one character with it.
 */
export function pdfText(text: string): string {
  covered ??= readCoverage()
  const known = covered
  return [...printable(text).normalize('NFC').replace(joiners, '').replaceAll('\t', '    ')]
    .map((character) => (character === '\n' || known.has(character.codePointAt(0) ?? 0) ? character : missing))
    .join('')
}

function readCoverage(): Set<number> {
  const font = openSync(fontFiles().normal)
  return new Set('characterSet' in font ? font.characterSet : [])
}
