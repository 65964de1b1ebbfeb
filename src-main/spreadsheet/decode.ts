import iconv from 'iconv-lite'
import type { EncodingName } from '../contract/list-reading.ts'
import { labels } from './encoding-labels.ts'
import { guessEncoding } from './guess-encoding.ts'

/** How a text file was written, as far as its bytes tell. */
export interface Decoded {
  encoding: EncodingName
  text: string
  /** Nothing in the file names the encoding, and its letters are those of more than one or of none. */
  isUnsure: boolean
  /** Bytes that are no text in this encoding; each is a replacement character now. */
  badBytes: number
}

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, index) => bytes[index] === byte)

/** What Windows-1252 has at 0x80 to 0x9F, where Latin-1 has control characters; five places are empty, and stay as they are. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const fromWindows1252 = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80] ?? character)

/** The text that bytes are in an encoding. */
export function decodeAs(bytes: Uint8Array, encoding: EncodingName): string {
  if (encoding === 'UTF-8' || encoding === 'UTF-16LE' || encoding === 'UTF-16BE') return new TextDecoder(encoding).decode(bytes)
  if (encoding === 'Windows-1252') return fromWindows1252(bytes)
  const text = iconv.decode(Buffer.from(bytes), labels[encoding])
  // Apple put the euro in the place of the currency sign in 1998.
  return encoding.startsWith('Mac') ? text.replaceAll('¤', '€') : text
}

/** Text has no zero bytes, save in UTF-16, where each letter of the alphabet has one: on the same side in every one. */
function utf16Of(bytes: Uint8Array): EncodingName | null {
  const zeros = [0, 0]
  let breaks = 0
  for (let at = 0; at < Math.min(bytes.length, 100_000); at += 1) {
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
    if (bytes[at] === 0x0a && (bytes[at + 1] === 0 || bytes[at - 1] === 0)) breaks += 1
  }
  const [even = 0, odd = 0] = zeros
  const all = Math.min(bytes.length, 100_000) / 2
  const isText = (side: number, other: number) => other * 50 <= side && (side > all * 0.4 || (side > all * 0.02 && breaks > 0))
  if (isText(odd, even)) return 'UTF-16LE'
  return isText(even, odd) ? 'UTF-16BE' : null
}

/** Letters beyond ASCII that are whole in UTF-8, and bytes that are no part of one. */
function utf8Faults(bytes: Uint8Array): { letters: number; faults: number } {
  let letters = 0
  let faults = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) continue
    const length = byte >= 0xf0 && byte <= 0xf4 ? 3 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xc2 && byte < 0xe0 ? 1 : 0
    const isWhole =
      length > 0 && bytes.subarray(at + 1, at + 1 + length).every((next) => (next & 0xc0) === 0x80) && at + length < bytes.length
    if (isWhole) {
      letters += 1
      at += length
    } else faults += 1
  }
  return { letters, faults }
}

/** Unicode has a replacement character of its own, which a text may hold; in a code page it stands for what is none of its letters. */
function badBytesOf(bytes: Uint8Array, encoding: EncodingName, text: string): number {
  if (encoding === 'UTF-8') return utf8Faults(bytes).faults
  return encoding.startsWith('UTF-16') ? 0 : text.split('\ufffd').length - 1
}

/**
 * Text of a file in UTF-8 or UTF-16, with or without a mark, or in the code page that its letters are most likely from. Where a person has
 * chosen the encoding, it is that one.
 */
export function decode(bytes: Uint8Array, chosen?: EncodingName): Decoded {
  const as = (encoding: EncodingName, isUnsure = false): Decoded => {
    const text = decodeAs(bytes, encoding)
    return { encoding, text, isUnsure, badBytes: text.includes('\ufffd') ? badBytesOf(bytes, encoding, text) : 0 }
  }
  if (chosen) return as(chosen)
  if (startsWith(bytes, 0xff, 0xfe)) return as('UTF-16LE')
  if (startsWith(bytes, 0xfe, 0xff)) return as('UTF-16BE')
  const utf16 = bytes.includes(0) ? utf16Of(bytes) : null
  if (utf16) return as(utf16)
  const { letters, faults } = utf8Faults(bytes)
  if (faults === 0 || faults * 2 <= letters || startsWith(bytes, 0xef, 0xbb, 0xbf)) return as('UTF-8')
  const { encoding, isUnsure } = guessEncoding(bytes)
  return as(encoding, isUnsure)
}
