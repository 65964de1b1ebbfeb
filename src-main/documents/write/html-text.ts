import { createHash } from 'node:crypto'
import { printable } from '../plain-text.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as HTML shows it: nothing in it is ever markup. Good for attributes in double quotes too. */
export function html(text: string): string {
  return printable(text).replace(/[&<>"]/g, (character) => escapes[character] ?? '')
}

/** A word of this length may be wider than a column of a table. */
const longWord = /(\S{24,})/

/** A text in a cell: its long words, such as links, break where they have to; the others never do. */
export const htmlCell = (text: string): string =>
  text
    .split(longWord)
    .map((part) => (longWord.test(part) ? `<span class="long">${html(part)}</span>` : html(part)))
    .join('')

/** How the policy of a page names a style or script that it allows (Content Security Policy Level 3, hash-source). */
export function hashSource(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`
}

/** A name that a link can lead to. */
export const anchor = (...parts: string[]) => html(parts.join('-').replace(/\s+/g, '-'))
