import { isFilled } from './sheet.ts'

/** A line of dashes under a header, as Markdown and database clients draw it. */
const rule = /^\s*[|+]?\s*:?-{2,}:?\s*(?:[|+]\s*:?-{2,}:?\s*)*[|+]?\s*$/
const isRule = (line: string) => /[|+]/.test(line) && rule.test(line)

const bar = /(?<!\\)\|/

/** Cells of a drawn row: between bars, and outer bars are its frame. */
const cellsOf = (line: string) =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(bar)
    .map((cell) =>
      cell
        .trim()
        .replaceAll('\\|', '|')
        .replace(/<br\s*\/?>/gi, '\n'),
    )

/** Reads a table that is drawn with bars and dashes, as in Markdown; null where the text is none. */
export function readTextTable(content: string, chosen?: string): { rows: string[][]; delimiter: string; warnings: string[] } | null {
  if (chosen !== undefined && chosen !== '|') return null
  const lines = content.split(/\r\n|\r|\n/)
  const first = lines.findIndex(isRule)
  if (first < 0 || first > 200 || !lines.some((line, at) => Math.abs(at - first) === 1 && bar.test(line) && isFilled(line))) return null
  // Rules are left as empty rows, so that the others keep their numbers.
  return { rows: lines.map((line) => (isRule(line) ? [] : cellsOf(line))), delimiter: '|', warnings: [] }
}
