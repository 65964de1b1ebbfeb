import { withoutSymbolFonts } from './symbols.ts'

/** Each of these begins a line; Word writes a vertical tab for a line that is broken inside a paragraph. */
const lineBreak = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** Most control characters, and halves of surrogate pairs: XML, and so DOCX and XLSX, cannot hold them (XML 1.0, section 2.2). */
const unprintable = /(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu
/** Nothing in such a text has to be looked at. */
const plain = /^[\n\t\x20-\x7E]*$/

/** A text as every writer can print it: control characters out, line breaks as one kind, what symbol fonts show as characters. */
export function printable(text: string): string {
  return plain.test(text) ? text : withoutSymbolFonts(text.replace(lineBreak, '\n').replace(unprintable, ''))
}

/**
 * What no reader sees: soft hyphens, zero-width blanks and joiners, marks of direction, selectors of a variant, byte order marks. They come
 * along when a text is pasted, and the readers of a file drop some of them.
 */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu

export const withoutInvisible = (text: string) => (plain.test(text) ? text : text.replace(invisible, ''))

/** White space is the business of the layout. */
const blank = /\s+/g
const ascii = /^\p{ASCII}*$/u

/**
 * A text as two of them are compared: what was to be written, and what a reader found. Readers of PDF give the letters of a ligature and the
 * Greek letter for the sign of micro, compose accents or do not, and drop what nobody sees; so all of that is done on both sides.
 */
export function comparable(text: string): string {
  if (ascii.test(text)) return text.replace(blank, '')
  return text.normalize('NFKD').replace(invisible, '').replace(blank, '')
}
