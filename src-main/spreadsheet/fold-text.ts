/** Characters that nobody sees: zero width, soft hyphen, marks of direction and of byte order. */
const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g
const quotes: [RegExp, string][] = [
  [/[\u2018\u2019\u201A\u02BC`\u00B4]/g, "'"],
  [/[\u201C-\u201E\u00AB\u00BB]/g, '"'],
]

/** A name on one line as a person meant it: nothing unseen in it, no blanks around it and none doubled. Line breaks stay. */
export const tidyLine = (text: string): string =>
  text
    .replace(unseen, '')
    .replace(/[^\S\r\n]+/g, ' ')
    .trim()

/** The same for two texts that a reader takes for the same: however their letters, blanks and line ends are written. */
export const foldSpelling = (text: string): string => text.normalize('NFC').replace(unseen, '').replace(/\s+/g, ' ').trim()

/** The same for two names that a person takes for the same, whatever their case, dashes and quotation marks. */
export function foldName(text: string): string {
  const plain = quotes.reduce((folded, [mark, instead]) => folded.replace(mark, instead), foldSpelling(text).replace(dashes, '-'))
  return plain.toUpperCase().toLowerCase()
}

/**
 * The words of a text, in one spelling for all who write them: small letters without accents, umlauts as they are written on a keyboard that
 * has none, and "isn't" as "is not".
 */
export function foldWords(text: string): string[] {
  return text
    .replace(unseen, '')
    .replace(/n['\u2019]t\b/gi, ' not')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => word.replace(/([aou])e/g, '$1'))
}

const placeholders = new Set(
  [
    'n a',
    'na',
    'n v',
    'k a',
    's o',
    'none',
    'not applicable',
    'not available',
    'nil',
    'null',
    'tbd',
    'tbc',
    'tba',
    'to be determined',
  ].concat([
    'to be confirmed',
    'to be defined',
    'unknown',
    'unnamed',
    'unbekannt',
    'offen',
    'keine',
    'entfallt',
    'inconnu',
    'onbekend',
    'xxx',
  ]),
)

/** A cell that stands for an empty one, such as "n/a", "-" or "tbd". */
export function isPlaceholder(text: string): boolean {
  const words = foldWords(text)
  return words.length === 0 ? /\S/.test(text) : placeholders.has(words.join(' '))
}
