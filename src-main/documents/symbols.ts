/**
 * Characters of Word's symbol fonts, which come along when a list is pasted: code points of the Private Use Area that mean something in
 * Symbol or Wingdings alone (Unicode, "ADOBE Symbol to Unicode"; Microsoft, "Wingdings character set"). As what they show.
 */
const ofSymbolFonts: Record<string, string> = {
  '\uF020': ' ',
  '\uF02A': '*',
  '\uF02D': '-',
  '\uF04A': '☺',
  '\uF04C': '☹',
  '\uF06C': '●',
  '\uF06D': 'µ',
  '\uF06E': '■',
  '\uF06F': '□',
  '\uF071': '□',
  '\uF072': '□',
  '\uF075': '◆',
  '\uF076': '❖',
  '\uF077': '◆',
  '\uF09F': '•',
  '\uF0A1': '○',
  '\uF0A3': '≤',
  '\uF0A7': '▪',
  '\uF0A8': '☐',
  '\uF0AB': '↔',
  '\uF0AC': '←',
  '\uF0AD': '↑',
  '\uF0AE': '→',
  '\uF0AF': '↓',
  '\uF0B0': '°',
  '\uF0B1': '±',
  '\uF0B3': '≥',
  '\uF0B4': '×',
  '\uF0B7': '•',
  '\uF0B9': '≠',
  '\uF0BB': '≈',
  '\uF0BE': '—',
  '\uF0D7': '·',
  '\uF0D8': '➢',
  '\uF0DB': '⇐',
  '\uF0DE': '⇒',
  '\uF0DF': '←',
  '\uF0E0': '→',
  '\uF0E1': '↑',
  '\uF0E2': '↓',
  '\uF0E8': '→',
  '\uF0F0': '⇒',
  '\uF0FB': '✗',
  '\uF0FC': '✓',
  '\uF0FD': '☒',
  '\uF0FE': '☑',
}

const privateUse = /[\uF020-\uF0FF]/g

/** A text with what Word's symbol fonts show as characters that every font may have. */
export const withoutSymbolFonts = (text: string) => text.replace(privateUse, (character) => ofSymbolFonts[character] ?? character)

/** What says the same, for characters that few fonts of text have: of each line, every character of the first part becomes the second. */
const alike: [characters: string, plain: string][] = [
  ['●⚫■▪▫◼◾⬛▶►▸▹‣⁃◦○◯◉◎⚪◆◇❖◈▲△▴❍❑❒', '•'],
  ['☐□▢◻◽⬜', '[ ]'],
  ['☑☒⊠', '[x]'],
  ['✔✅🗸', '✓'],
  ['✗✘✕✖❎⨯', '×'],
  ['➢➤➔➜➝➞➡➙➛⇒⟶⟹⇨⮕', '→'],
  ['⬅⇐⟵⟸⇦', '←'],
  ['⬆⇑', '↑'],
  ['⬇⇓', '↓'],
  ['⇔⟷⟺', '↔'],
  ['★☆✱✲✳⁎∗', '*'],
  ['⚠', '(!)'],
  ['∼∽˜', '~'],
  ['≅≃', '≈'],
  ['⩽≦', '≤'],
  ['⩾≧', '≥'],
  ['≪', '<<'],
  ['≫', '>>'],
  ['∅', 'Ø'],
  ['‛', '‘'],
  ['‟', '“'],
  ['❛', '‘'],
  ['❜', '’'],
  ['❝', '“'],
  ['❞', '”'],
  ['⸺⸻', '—'],
  ['⟋', '/'],
  ['∣❘', '|'],
  ['⋅・', '·'],
  ['⋯', '…'],
]

const alikes = new Map(alike.flatMap(([characters, plain]) => [...characters].map((character) => [character, plain] as const)))

/** A number in a circle keeps apart from the number before it. */
const circled = /^[\u2460-\u2473\u24EA]$/

/** A plainer text that says what this character says; undefined where there is none. */
export function plainEquivalent(character: string): string | undefined {
  const known = alikes.get(character)
  if (known !== undefined) return known
  // A letter without the accent that Unicode has no single character for stays a letter with its accent, and a ligature becomes its letters.
  const apart = character.normalize('NFKD')
  if (circled.test(character)) return `(${apart})`
  return apart === character ? undefined : apart
}
