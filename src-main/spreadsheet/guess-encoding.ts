import iconv from 'iconv-lite'
import type { EncodingName } from '../contract/list-reading.ts'
import { type AlphabetFamily, alphabetFamilies } from './alphabets.ts'
import { labels } from './encoding-labels.ts'

/** An encoding that a text is probably written in. */
export interface EncodingGuess {
  encoding: EncodingName
  /** Another one that reads it differently is about as likely. */
  isUnsure: boolean
}

/** Bytes that are weighed, at most: lines that have something beyond ASCII. */
const weighed = 12_288

function lettersBeyondAscii(bytes: Uint8Array): Uint8Array {
  const lines: Uint8Array[] = []
  let size = 0
  for (let at = 0; at < bytes.length && size < weighed; ) {
    const end = bytes.indexOf(0x0a, at)
    const line = bytes.subarray(at, end < 0 ? bytes.length : end + 1)
    if (line.some((byte) => byte >= 0x80)) {
      lines.push(line)
      size += line.length
    }
    at += line.length
  }
  return Buffer.concat(lines).subarray(0, weighed)
}

const within = (value: number, from: number, to: number) => value >= from && value <= to

/** Encodings of two bytes a letter, and which pairs are letters, kana or punctuation that texts are full of. */
const pairs: { encoding: EncodingName; isCommon: (lead: number, trail: number) => boolean }[] = [
  {
    encoding: 'Shift_JIS',
    isCommon: (lead, trail) =>
      trail >= 0x40 && (lead === 0x81 || (lead === 0x82 && trail >= 0x4f) || (lead === 0x83 && trail <= 0xb6) || within(lead, 0x88, 0x98)),
  },
  // Hangul lies where Chinese has half of its frequent letters: a text that has no others is Korean.
  { encoding: 'EUC-KR', isCommon: (lead, trail) => trail >= 0xa1 && (within(lead, 0xb0, 0xc8) || within(lead, 0xa1, 0xa3)) },
  { encoding: 'GB18030', isCommon: (lead, trail) => trail >= 0xa1 && (within(lead, 0xb0, 0xd7) || within(lead, 0xa1, 0xa3)) },
  {
    encoding: 'Big5',
    isCommon: (lead, trail) => (within(trail, 0x40, 0x7e) || trail >= 0xa1) && within(lead, 0xa1, 0xc6),
  },
  { encoding: 'EUC-JP', isCommon: (lead, trail) => trail >= 0xa1 && (within(lead, 0xa1, 0xa5) || within(lead, 0xb0, 0xcf)) },
]

const isAsciiLetter = (byte = 0) => within(byte | 0x20, 0x61, 0x7a)

/** How many of a text's letters are common pairs; none where they stand inside of Latin words. */
function commonShare(bytes: Uint8Array, isCommon: (lead: number, trail: number) => boolean): { share: number; letters: number } {
  let letters = 0
  let common = 0
  let glued = 0
  let end = -1
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    letters += 1
    if (isCommon(lead, bytes[at + 1] ?? 0)) common += 1
    if (at !== end && isAsciiLetter(bytes[at - 1])) glued += 1
    if (isAsciiLetter(bytes[at + 2])) glued += 1
    end = at + 2
    at += 1
  }
  return { share: letters === 0 || glued > letters / 4 ? 0 : common / letters, letters }
}

const hasKana = (text: string) => (text.match(/[\u3040-\u30ff]/g)?.length ?? 0) * 8 > (text.match(/\p{Script=Han}/gu)?.length ?? 0)

/** Half of what is common in one encoding may be common in another: the share has to be near to all. */
const leastShare = { of: 0.9, korean: 0.97 }
/** So many letters that are common in two encodings are not so by accident. */
const enoughLetters = 12

function guessOfPairs(bytes: Uint8Array): EncodingGuess | null {
  const likely = pairs
    .map(({ encoding, isCommon }) => ({ encoding, ...commonShare(bytes, isCommon) }))
    .filter(({ encoding, share }) => share >= (encoding === 'EUC-KR' ? leastShare.korean : leastShare.of))
  const isJapanese = ({ encoding }: { encoding: EncodingName }) => encoding === 'EUC-JP'
  const japanese = likely.find((one) => isJapanese(one) && hasKana(iconv.decode(Buffer.from(bytes), labels['EUC-JP'])))
  const others = likely.filter((one) => !isJapanese(one))
  const best = japanese ?? others.find(({ encoding }) => encoding === 'EUC-KR') ?? others.toSorted((a, b) => b.share - a.share)[0]
  return best ? { encoding: best.encoding, isUnsure: likely.length > 1 && best.letters < enoughLetters } : null
}

/** Marks that texts of every language have: dashes, quotation marks, currencies, degrees. */
const punctuation = /[\u00a0\u00ad–—‘’‚“”„…€•·«»‹›°§£¥©®™×½¼¾²³µ±≤≥]/
const letter = /\p{L}|\p{M}/u

const cost = {
  otherLanguage: 6,
  mark: 3.5,
  markInPlace: 1,
  markInWord: 8,
  strange: 10,
  nothing: 20,
  capital: 1.5,
  wrongCase: 5,
  run: 3,
  glued: 6,
  alone: 4,
}

/** Whether a mark stands where writers put it: an apostrophe in a word, quotation marks around one, a dash or bullet between blanks. */
function isInPlace(mark: string, before: string, after: string): boolean {
  const isOpen = before === '' || /[\s([;,"|]/.test(before)
  const isEnd = after === '' || !letter.test(after)
  if (mark === '’') return letter.test(before)
  if ('“‘„«‹'.includes(mark)) return (isOpen && !isEnd) || (letter.test(before) && isEnd)
  if ('”»›…'.includes(mark)) return !/\s/.test(before) && isEnd
  return '–—•·'.includes(mark) && !letter.test(before) && !letter.test(after)
}

const isSmall = (character: string) => /\p{Ll}/u.test(character)
const isCapital = (character: string) => /\p{Lu}/u.test(character)

/** What a mark or a letter of no language costs. */
function costOfOther(character: string, before: string, after: string): number {
  if (character === '\ufffd' || /\p{Cc}/u.test(character)) return cost.nothing
  if (!punctuation.test(character)) return cost.strange
  if (isInPlace(character, before, after)) return cost.markInPlace
  return letter.test(before) && letter.test(after) ? cost.markInWord : cost.mark
}

/** What speaks against a letter where it stands: a capital inside of a word, another script beside it. */
function costOfPlace(character: string, before: string, after: string, isOwnScript: boolean): number {
  let sum = 0
  if ((isCapital(character) && isSmall(before)) || (isSmall(character) && isCapital(after))) sum += cost.wrongCase
  if (isOwnScript && (/[a-z]/i.test(before) || /[a-z]/i.test(after))) sum += cost.glued
  if (!letter.test(before) && !letter.test(after)) sum += cost.alone
  return sum
}

/** How unlikely the letters beyond ASCII are in a language. */
function costOf(text: string, language: Map<string, number>, family: Set<string>, isOwnScript: boolean): number {
  let sum = 0
  let run = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (character < '\u0080') {
      run = 0
      continue
    }
    const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? '']
    const isLetter = letter.test(character)
    run = isLetter ? run + 1 : 0
    sum += language.get(character) ?? (family.has(character) ? cost.otherLanguage : costOfOther(character, before, after))
    if (isLetter) sum += costOfPlace(character, before, after, isOwnScript) + (!isOwnScript && run > 2 ? cost.run : 0)
  }
  return sum
}

/** The cost of each letter of a language: the rarer, the higher; capitals are rarer. */
function costsOfLetters(letters: string): Map<string, number> {
  const small = [...letters].map((character, rank): [string, number] => [character, Math.log2(rank + 1.5)])
  const capitals = small.flatMap(([character, of]): [string, number][] => {
    const capital = character.toUpperCase()
    return capital === character || capital.length > 1 || capital < '\u0080' ? [] : [[capital, of + cost.capital]]
  })
  return new Map([...capitals, ...small])
}

/** Programs write some encodings rarely: of two that read the same it is the other one. */
const rarity = (encoding: EncodingName): number => {
  if (encoding === 'Windows-1252') return 0
  if (encoding.startsWith('Windows')) return 1
  if (encoding === 'Mac Roman') return 1.5
  return encoding.startsWith('CP') ? 4 : 2.5
}

function costsOf(bytes: Uint8Array, { encodings, languages, isOwnScript = false }: AlphabetFamily) {
  const known = languages.map(costsOfLetters)
  const family = new Set(known.flatMap((letters) => [...letters.keys()]))
  return encodings.map((encoding) => {
    const text = iconv.decode(Buffer.from(bytes), labels[encoding])
    return { encoding, text, cost: rarity(encoding) + Math.min(...known.map((language) => costOf(text, language, family, isOwnScript))) }
  })
}

/** The code page of a text that is no Unicode: by the letters that its languages have, and where in a word they stand. */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const sample = lettersBeyondAscii(bytes)
  const ofPairs = guessOfPairs(sample)
  if (ofPairs) return ofPairs
  const all = alphabetFamilies.flatMap((family) => costsOf(sample, family)).toSorted((a, b) => a.cost - b.cost)
  const [best] = all
  if (!best) return { encoding: 'Windows-1252', isUnsure: true }
  const next = all.find(({ text }) => text !== best.text)
  const strange = best.text.match(/[^\p{ASCII}]/gu)?.length ?? 0
  return {
    encoding: best.encoding,
    isUnsure: (next !== undefined && next.cost - best.cost < 3) || best.cost > strange * cost.otherLanguage,
  }
}
