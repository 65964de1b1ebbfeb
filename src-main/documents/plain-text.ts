/** Most control characters, and halves of surrogate pairs: XML, and so DOCX and XLSX, cannot hold them (XML 1.0, section 2.2). */
const unprintable = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu
const kept = new Set(['\t', '\n'])

/** A text as every writer can print it: control characters out, line breaks as one kind. */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unprintable, (character) => (kept.has(character) ? character : ''))
}
