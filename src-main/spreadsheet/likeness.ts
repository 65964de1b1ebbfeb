import { foldWords } from './fold-text.ts'
import { coreOf, type HeaderWords, isSubject } from './header-words.ts'

/** What a column may be called, in the words that count. */
interface Synonym {
  /** All its words, and those that count, in any order. */
  text: string
  core: string
  coreWords: string[]
  isSentence: boolean
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
/** Lists of names are long, and asked about every column: each is prepared once. */
const prepared = new WeakMap<readonly string[], Synonym[]>()

function prepare({ synonyms, preferred }: Names): Synonym[] {
  const known = prepared.get(synonyms)
  if (known) return known
  const cheap = new Set(preferred ?? synonyms)
  const made = synonyms.map((synonym) => {
    const words = foldWords(synonym)
    const coreWords = coreOf(words)
    return {
      text: words.join(' '),
      core: sorted(coreWords),
      coreWords,
      isSentence: words.length > 2,
      cost: cheap.has(synonym) ? 0 : foreignCost,
    }
  })
  prepared.set(synonyms, made)
  return made
}

const sorted = (words: readonly string[]) => [...words].sort().join(' ')
/** "Vendor name" and "name of the vendor" are the vendor. */
const ofAName = new Set(['nam', 'name', 'names', 'nom', 'naam', 'nombre', 'nome', 'information', 'info', 'detail', 'title', 'bezeichnung'])

const points = {
  same: 100,
  sameCore: 94,
  itsName: 92,
  idAndName: 93,
  firstHead: 86,
  subject: 85,
  otherHead: 80,
  sentence: 62,
  ofSomething: 40,
}
/** Words of a name that is about something, and says of what. */
const longestOfSomething = 8
/** Words of a compound, at most; more of them are a sentence. */
const longestCompound = 3
/** Words of a name in which three words in a row still say which column it is. */
const longestSentence = 60

/** The name of a column in the forms in which it is compared. */
interface Compared {
  text: string
  core: string
  bare: string
  heads: string[]
  compounds: string[][]
  length: number
}

const forms = new WeakMap<HeaderWords, Compared>()

function formsOf(header: HeaderWords): Compared {
  const known = forms.get(header)
  if (known) return known
  const made = {
    text: header.words.join(' '),
    core: sorted(header.core),
    bare: sorted(header.core.filter((word) => !ofAName.has(word))),
    heads: header.heads.map(sorted),
    compounds: header.heads.filter((head) => head.length > 1 && head.length <= longestCompound),
    length: header.words.length,
  }
  forms.set(header, made)
  return made
}

/** How well the name of a column is one of these: 0 (not at all) to 100 (the same). */
export function likeness(header: HeaderWords, names: Names): number {
  const compared = formsOf(header)
  const best = prepare(names).reduce((most, synonym) => Math.max(most, pointsOf(compared, synonym, names) - synonym.cost), 0)
  return names.isName && best < points.subject && isSubject(header.words) ? points.subject : best
}

function pointsOf({ text, core, bare, heads, compounds, length }: Compared, synonym: Synonym, { isExact, isName }: Names): number {
  if (synonym.text === text) return points.same
  if (synonym.core === core) return points.sameCore
  if (!isName && bare !== '' && synonym.core === bare) return points.itsName
  const head = heads.indexOf(synonym.core)
  if (head >= 0 && heads.length > 1) return isName ? points.idAndName : head === 0 ? points.firstHead : points.otherHead
  if (isExact) return 0
  if (head >= 0) return length <= longestOfSomething ? points.ofSomething : 0
  const ofHead = compounds.reduce((most, words) => Math.max(most, pointsOfTail(words, synonym.coreWords)), 0)
  if (ofHead > 0) return ofHead
  return synonym.isSentence && length <= longestSentence && ` ${text} `.includes(` ${synonym.text} `) ? points.sentence : 0
}

/** The last words of a compound say what it is: a "government organization" is an organization, a "vendor type" is no vendor. */
function pointsOfTail(head: readonly string[], synonym: readonly string[]): number {
  const from = head.length - synonym.length
  if (from < 1 || (synonym.length === 1 && head.length > 2)) return 0
  if (!synonym.every((word, index) => head[from + index] === word)) return 0
  return 30 + (40 * synonym.length) / head.length
}

/** What has a name of its own in such a list, and is not what the list is of. */
const others =
  /^(?:vendor|supplier|provider|owner|contact|person|first|last|sur|user|file|sheet|column|department|agency|bureau|office|company|client|dataset|data|source|author|manager|team|unit|lieferant|anbieter|firma)$/

/** Is called the name of something that the program does not know, such as "chatbot name". */
export const isSomeName = ({ core }: HeaderWords): boolean => ofAName.has(core.at(-1) ?? '') && !core.some((word) => others.test(word))
