/** Characters that XML, and so DOCX and XLSX, cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unprintable =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** A text as every writer can print it: control characters out, line breaks as one kind. */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unprintable, '')
}
