import { foldWords } from './fold-text.ts'
import { isDoubtful, isNegated } from './negation.ts'

/** Words of clients' lists for each choice of a field. */
export type ChoiceWords = Record<string, string[]>

interface Phrase {
  choice: string
  words: string[]
}

/** A number or a letter before what is said, as in "b) Pilot", "3 - Live" or "Stage 4: Operation". */
const enumerator =
  /^\s*\(?(?:(?:stage|phase|level|step|tier|stufe|étape|niveau|stap|fase|nivel|etapa|livello)\s*)?(?:\d{1,2}|[a-z]\d?)\s*(?:[).:=]|\s[-–—]|[-–—]\s)\s*/i

/** Where an explanation may begin: after a dash, a colon, a bracket, the end of a sentence. */
const explanation = /\s[-–—]\s|:\s|\s?\(|;\s|\.\s|\n/g
/** Words of an explanation, at least; what is shorter is a part of what is said. */
const shortestExplanation = 6
/** Words of a text in which one known word, or several in a row, still say what it means. */
const longestFor = { oneWord: 8, severalWords: 16 }

const phrases = new WeakMap<ChoiceWords, Phrase[]>()

function phrasesOf(choices: ChoiceWords): Phrase[] {
  const known = phrases.get(choices)
  if (known) return known
  const made = Object.entries(choices).flatMap(([choice, names]) => [choice, ...names].map((name) => ({ choice, words: foldWords(name) })))
  phrases.set(choices, made)
  return made
}

/** What is said before it is explained at length. */
function labelOf(value: string): string {
  const label = value.replace(enumerator, '')
  for (const { index } of label.matchAll(explanation))
    if (index > 0 && foldWords(label.slice(index)).length >= shortestExplanation) return label.slice(0, index)
  return label
}

const single = (choices: readonly string[]): string | null => {
  const [first, ...others] = new Set(choices)
  return first !== undefined && others.length === 0 ? first : null
}

const equal = (known: readonly Phrase[], words: readonly string[]) =>
  known.filter((phrase) => phrase.words.length === words.length && phrase.words.every((word, index) => word === words[index]))

/**
 * The choice that a free text names; null where it names none or several, and where a negation or a doubt may turn it into another thing than
 * its words say. A negative is a choice only where it is, word by word, one of the choice's own names.
 */
export function mapValue(value: string, choices: ChoiceWords): string | null {
  const whole = foldWords(value)
  if (whole.length === 0 || value.includes('?')) return null
  const known = phrasesOf(choices)
  const exact = equal(known, whole)
  if (exact.length > 0) return single(exact.map(({ choice }) => choice))
  if (isNegated(whole)) return null
  const label = foldWords(labelOf(value))
  const labelled = equal(known, label)
  if (labelled.length > 0) return single(labelled.map(({ choice }) => choice))
  return contained(known, label)
}

interface Hit {
  choice: string
  from: number
  to: number
}

/** The choice of the longest names in a text: "pre-deployment" is no deployment. What is left of the text may not cast doubt on them. */
function contained(known: readonly Phrase[], words: readonly string[]): string | null {
  const hits = known.flatMap(({ choice, words: phrase }): Hit[] => {
    const longest = phrase.length > 1 ? longestFor.severalWords : longestFor.oneWord
    if (phrase.length === 0 || words.length > longest) return []
    return words.flatMap((_, from) =>
      phrase.every((word, index) => words[from + index] === word) ? [{ choice, from, to: from + phrase.length }] : [],
    )
  })
  const inside = (hit: Hit, other: Hit) => hit.from >= other.from && hit.to <= other.to && hit.to - hit.from < other.to - other.from
  const longest = hits.filter((hit) => !hits.some((other) => inside(hit, other)))
  const rest = words.filter((_, index) => !longest.some(({ from, to }) => index >= from && index < to))
  return isDoubtful(rest) ? null : single(longest.map(({ choice }) => choice))
}
