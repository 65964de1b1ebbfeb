import { foldWords } from './fold-text.ts'
import { coreOf, type HeaderWords, isSubject } from './header-words.ts'

/** What a column may be called, in the words that count. */
interface Synonym {
  words: string[]
  core: string
  coreWords: string[]
  /** Points that it costs that the name is of another language than the program's. */
  cost: number
}

export interface Names {
  synonyms: string[]
  /** Those of the program's language; the others cost a little, so that of two twins in two languages this one is taken. */
  preferred?: string[] | undefined
  /** Only a column that is called so, and nothing more: "name of the vendor" is no name. */
  isExact: boolean
  /** A column that is called after the things of the list holds their names. */
  isName: boolean
}

const foreignCost = 3
const prepared = new Map<string, Synonym>()

function prepare(synonym: string, cost: number): Synonym {
  const key = `${cost} ${synonym}`
  const known = prepared.get(key)
  if (known) return known
  const words = foldWords(synonym)
  const coreWords = coreOf(words)
  const made = { words, coreWords, core: sorted(coreWords), cost }
  prepared.set(key, made)
  return made
}

const sorted = (words: readonly string[]) => [...words].sort().join(' ')
const joined = (words: readonly string[]) => ` ${words.join(' ')} `
/** "Vendor name" and "name of the vendor" are the vendor. */
const ofAName = new Set(['nam', 'name', 'names', 'nom', 'naam', 'nombre', 'nome', 'information', 'info', 'detail', 'title', 'bezeichnung'])

const points = {
  same: 100,
  sameCore: 94,
  itsName: 92,
  idAndName: 90,
  firstHead: 86,
  subject: 85,
  otherHead: 80,
  sentence: 62,
  ofSomething: 40,
}
/** Words of a name that is about something, and says of what. */
const longestOfSomething = 8
/** Words of a name in which three words in a row still say which column it is. */
const longestSentence = 60

/** How well the name of a column is one of these: 0 (not at all) to 100 (the same). */
export function likeness(header: HeaderWords, names: Names): number {
  const isPreferred = (synonym: string) => names.preferred === undefined || names.preferred.includes(synonym)
  const all = names.synonyms.map((synonym) => prepare(synonym, isPreferred(synonym) ? 0 : foreignCost))
  const core = sorted(header.core)
  const bare = sorted(header.core.filter((word) => !ofAName.has(word)))
  const heads = header.heads.map(sorted)
  const best = all.reduce((most, synonym) => Math.max(most, pointsOf(header, synonym, { core, bare, heads }, names) - synonym.cost), 0)
  return names.isName && best < points.subject && isSubject(header.words) ? points.subject : best
}

function pointsOf(
  header: HeaderWords,
  synonym: Synonym,
  { core, bare, heads }: { core: string; bare: string; heads: string[] },
  { isExact, isName }: Names,
): number {
  if (synonym.words.join(' ') === header.words.join(' ')) return points.same
  if (synonym.core === core) return points.sameCore
  if (!isName && bare !== '' && synonym.core === bare) return points.itsName
  const head = heads.indexOf(synonym.core)
  if (head >= 0 && heads.length > 1) return isName ? points.idAndName : head === 0 ? points.firstHead : points.otherHead
  if (isExact) return 0
  if (head >= 0) return header.words.length <= longestOfSomething ? points.ofSomething : 0
  const ofHead = Math.max(0, ...header.heads.map((words) => pointsOfTail(words, synonym.coreWords)))
  if (ofHead > 0) return ofHead
  const isSentence = synonym.words.length > 2 && header.words.length <= longestSentence
  return isSentence && joined(header.words).includes(joined(synonym.words)) ? points.sentence : 0
}

/** The last words of a compound say what it is: a "government organization" is an organization, a "vendor type" is no vendor. */
function pointsOfTail(head: readonly string[], synonym: readonly string[]): number {
  const isTail = synonym.length < head.length && head.slice(-synonym.length).join(' ') === synonym.join(' ')
  if (!isTail || (synonym.length === 1 && head.length > 2)) return 0
  return 30 + (40 * synonym.length) / head.length
}

/** What has a name of its own in such a list, and is not what the list is of. */
const others =
  /^(?:vendor|supplier|provider|owner|contact|person|first|last|sur|user|file|sheet|column|department|agency|bureau|office|company|client|dataset|data|source|author|manager|team|unit|lieferant|anbieter|firma)$/

/** Is called the name of something that the program does not know, such as "chatbot name". */
export const isSomeName = ({ core }: HeaderWords): boolean => ofAName.has(core.at(-1) ?? '') && !core.some((word) => others.test(word))
