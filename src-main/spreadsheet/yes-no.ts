import { foldWords, isPlaceholder } from './fold-text.ts'

const folded = (words: string) => new Set(words.split(' ').flatMap(foldWords))

const yes = folded('yes y x true 1 ja j oui o si s sim wahr vrai waar verdadero vero on checked')
const no = folded('no n false 0 nein non nee nao falsch faux onwaar falso off unchecked')
const ticks = /^[✓✔☑☒■●•√✅🗹]+$/u
const empties = /^[☐□○❌–—-]+$/u

const notApplicable = /^(?:n\.?\s?\/?\s?a\.?|not applicable)$/i
const longest = 20
/** A word by itself, in brackets perhaps. */
const oneWord = /^[[(]?\s*([\p{L}\p{M}]+|[01])\s*[\])]?[.!]?$/u

/** What a ticked or answered cell says, or null where it says something else. */
export function yesOrNo(cell: string): 'yes' | 'no' | null {
  const text = cell
    .trim()
    .replace(/^\(?[a-z]\)\s+/i, '')
    .replace(/\uFE0F/g, '')
  if (ticks.test(text)) return 'yes'
  if (empties.test(text)) return 'no'
  if (notApplicable.test(text)) return 'no'
  const said = text.length <= longest ? oneWord.exec(text)?.[1] : undefined
  if (said === undefined) return null
  const [word = ''] = foldWords(said)
  if (yes.has(word)) return 'yes'
  return no.has(word) ? 'no' : null
}

/** Of the cells that say something, how many are a yes or a no: 0 to 1. */
export function shareOfYesOrNo(cells: readonly string[]): number {
  const answers = cells.map(yesOrNo)
  const said = cells.filter((cell, index) => answers[index] !== null || (cell.trim() !== '' && !isPlaceholder(cell))).length
  return said === 0 ? 0 : answers.filter((answer) => answer !== null).length / said
}
