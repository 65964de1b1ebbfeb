import { foldWords } from './fold-text.ts'

/** The name of a column, taken apart. */
export interface HeaderWords {
  words: string[]
  /** Without the words that say nothing of which column it is. */
  core: string[]
  /**
   * What the name is about: of "purpose and benefits of the system" these are "purpose" and "benefits". What comes after an "of" says more
   * about it and is not it.
   */
  heads: string[][]
  /** Whether the language that the name says it is in, as "name_en" does, is English; null where it says none. */
  isEnglish: boolean | null
}

const folded = (words: string) => new Set(words.split(/\s+/).flatMap(foldWords))

const connectives = folded(
  'of for in by with from about on to at regarding including concerning de des du d von van der del della delle do da dos das fur pour para per zu zum zur im voor',
)
const coordinations = folded('and or und oder et ou y e o en')
const fillers = folded(`
  the a an our your their this that these those is are was were be been has have does do did will can any please which what who how s
  provide describe indicate enter select optional required mandatory list current currently
  le la les l un une votre notre die das dem den ein eine het een el los las lo il i gli os as ist est`)
/** Words for what a list is of: each of its columns may be called after it. */
const subjects = folded(`
  ai ki ia system systems systeme systems systems système sistema sistemas sistemi systeem use uses usecase case cases tool tools application applications app
  algorithm algorithms algorithmic algorithmus algorithme algoritmo algoritme solution solutions product project initiative service asset register record entry
  item anwendung anwendungsfall toepassing aplicación applicazione aplicação primary main overall short brief general business use-case inventory u
  internal external enterprise`)
const language =
  /[\s_.([/-]+(en|eng|english|englisch|anglais|fr|fra|french|français|francais|französisch|nl|dutch|deutsch|german|es|spanish|español|it(?=[)\]])|italian)[)\]]?\s*$/i

/** Those of them that name a thing, and can be the name of a column by themselves. */
const things =
  folded(`system systems systeme système tool tools application applications algorithm algorithms algorithmus algorithme algoritmo algoritme sistema
  systeem usecase usecases case cases solution solutions product anwendung anwendungsfall toepassing aplicación applicazione aplicação`)

/** Words of an identifier such as "useCaseName", "u_business_owner" or "Use.Case.ID". */
const ofIdentifier = (name: string) =>
  /\s/.test(name)
    ? name
    : name
        .replace(/^u_/, '')
        .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
        .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')

/** Takes the name of a column apart: its number, its remarks in brackets, its language. */
export function readHeader(header: string): HeaderWords {
  const numbered = /^\s*(?:[A-Z]?\d+(?:\.\d+)*\s*[.):-]?|\(?[a-z]\)|Q\d+\s*[.:)]?)\s+/i
  const name = ofIdentifier(header.trim()).replace(numbered, '').replace(/\(s\)/gi, 's')
  const tag = language.exec(name)?.[1]?.toLowerCase() ?? null
  const said = name.replace(language, '')
  const outside = said.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
  const bare = foldWords(outside).length > 0 ? outside : said
  const words = foldWords(bare)
  return { words, core: coreOf(words), heads: headsOf(bare), isEnglish: tag === null ? null : /^(en|anglais)/.test(tag) }
}

/** A word of which there may be several: "vendors", "systems". */
const singular = (word: string) => (word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word)

/** The words without those that every column of such a list may have in its name; all of them where nothing else is left. */
export function coreOf(words: readonly string[]): string[] {
  const spoken = words.filter((word) => !(connectives.has(word) || coordinations.has(word) || fillers.has(word))).map(singular)
  const core = spoken.filter((word) => !subjects.has(word))
  if (core.length > 0) return core
  return spoken.length > 0 ? spoken : [...words]
}

/** Words of a name, at most, whose parts between commas and slashes are each about something; a longer one is a sentence. */
const longestOfParts = 10
const longestOfPiece = 3

/** What the name is about, each in its core words. */
function headsOf(name: string): string[][] {
  const heads: string[][] = []
  const isShort = foldWords(name).length <= longestOfParts
  for (const part of (isShort ? name.split(/[/|,;&+\n]|\s-\s/) : [name]).map(foldWords)) {
    if (part[0] === 'if') continue
    const first = part.findIndex((word) => !(connectives.has(word) || fillers.has(word)))
    if (first < 0) continue
    const end = part.findIndex((word, index) => index > first && connectives.has(word))
    const head = part.slice(first, end < 0 ? undefined : end)
    const pieces = splitAt(head, coordinations)
      .filter((piece) => piece.length > 0)
      .map(coreOf)
    // Of a sentence, only what is as short as a name is one.
    heads.push(...(isShort || pieces.every((piece) => piece.length <= longestOfPiece) ? pieces : [coreOf(head)]))
    // "Purpose of the tool, cost": what follows an "of" and a comma belongs to the "of".
    if (end >= 0) break
  }
  return heads
}

/** Is called after what the list is of, and after nothing else: "AI use case". */
export const isSubject = (words: readonly string[]): boolean =>
  words.some((word) => things.has(word)) &&
  words.every((word) => subjects.has(word) || fillers.has(word) || connectives.has(word) || coordinations.has(word))

function splitAt(words: readonly string[], marks: ReadonlySet<string>): string[][] {
  const pieces: string[][] = [[]]
  for (const word of words) {
    if (marks.has(word)) pieces.push([])
    else pieces.at(-1)?.push(word)
  }
  return pieces
}
