import { foldWords } from './fold-text.ts'
import { readHeader } from './header-words.ts'
import type { ChoiceWords } from './map-value.ts'
import { isNegated } from './negation.ts'

const folded = (words: string) => new Set(words.split(/\s+/).flatMap(foldWords))

/** Words around the name of a choice that only say that the column is about it. */
const around = folded(`
  data daten données gegevens datos dati dados information indicator flag y n yes no ja nein is are the a an any of in it does do this that have has involved
  used processed included contains contain involves involve uses use using processes process includes include handles collects collect ai system case s
  werden wird verarbeitet enthalten enthält betroffen sind`)
/** Verbs after which a question names what it asks about. */
const verbs = folded(`
  involve involves contain contains use uses using process processes processing include includes collect collects handle handles access accesses
  verarbeitet verarbeiten enthält enthalten nutzt verwendet betrifft traite utilise contient implique bevat verwerkt gebruikt trata utiliza contiene usa tratta`)

/** Words between such a verb and what it asks about: "does it use any of our personal data". */
const mostBetween = 2

/**
 * The choice that a column of yes and no is called after, or null: "Personal data", "PII indicator", "Does it involve personally identifiable
 * information?". A column that is called after several, or after what is not, is none.
 */
export function markedChoice(header: string, choices: ChoiceWords): string | null {
  const { words } = readHeader(header)
  if (isNegated(words)) return null
  const longest = new Map<string, number>()
  for (const [choice, names] of Object.entries(choices))
    for (const name of [choice, ...names]) {
      const phrase = foldWords(name)
      if (isCalledAfter(words, phrase)) longest.set(choice, Math.max(longest.get(choice) ?? 0, phrase.length))
    }
  const most = Math.max(0, ...longest.values())
  const [found, ...others] = [...longest].filter(([, length]) => length === most).map(([choice]) => choice)
  return found !== undefined && others.length === 0 ? found : null
}

function isCalledAfter(words: readonly string[], phrase: readonly string[]): boolean {
  if (phrase.length === 0) return false
  const at = words.findIndex((_, from) => phrase.every((word, index) => words[from + index] === word))
  if (at < 0) return false
  const rest = [...words.slice(0, at), ...words.slice(at + phrase.length)]
  if (rest.every((word) => around.has(word))) return true
  return phrase.length > 1 && words.slice(Math.max(0, at - 1 - mostBetween), at).some((word) => verbs.has(word))
}
