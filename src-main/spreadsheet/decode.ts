/** How a text file was written, as far as its bytes tell. */
export interface Decoded {
  encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252'
  text: string
}

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, index) => bytes[index] === byte)

/** Share of zero bytes at even or odd places of the beginning: text in UTF-16 has nearly all of them on one side. */
function zeroShare(bytes: Uint8Array, parity: 0 | 1): number {
  const start = bytes.subarray(0, 2000)
  const places = Math.floor(start.length / 2)
  return places === 0 ? 0 : start.filter((byte, index) => index % 2 === parity && byte === 0).length / places
}

/** What Windows-1252 has at 0x80 to 0x9F, where Latin-1 has control characters; five places are empty, and stay as they are. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** TextDecoder takes Windows-1252 for Latin-1 in Node 22.13 to 24 (nodejs/node issue 56542): dashes and quotation marks would be lost. */
const fromWindows1252 = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80] ?? character)

/**
 * Text of a file in UTF-8 (with or without a mark), UTF-16 (likewise), or else Windows-1252, in which every byte is a character and which
 * Excel writes on western systems.
 */
export function decode(bytes: Uint8Array): Decoded {
  const as = (encoding: Exclude<Decoded['encoding'], 'Windows-1252'>, fatal = false): Decoded => ({
    encoding,
    text: new TextDecoder(encoding.toLowerCase(), { fatal }).decode(bytes),
  })
  if (startsWith(bytes, 0xff, 0xfe)) return as('UTF-16LE')
  if (startsWith(bytes, 0xfe, 0xff)) return as('UTF-16BE')
  if (zeroShare(bytes, 1) > 0.4 && zeroShare(bytes, 0) < 0.1) return as('UTF-16LE')
  if (zeroShare(bytes, 0) > 0.4 && zeroShare(bytes, 1) < 0.1) return as('UTF-16BE')
  try {
    return as('UTF-8', true)
  } catch {
    return { encoding: 'Windows-1252', text: fromWindows1252(bytes) }
  }
}
