/** Signs that cannot be seen, or that turn the order of the others around (Unicode bidirectional controls). */
export const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** A text as it was given, with signs that cannot be seen written out, so that it reads in the order that it has. */
export const visible = (given: string): string =>
  given.replace(unseen, (sign) => `‹U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`)

/** The same, short enough for a sentence. */
export function shortVisible(given: string, most = 60): string {
  const start = visible(given.slice(0, most + 1))
  return start.length > most ? `${start.slice(0, most)}…` : start
}
