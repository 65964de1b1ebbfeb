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

/**
 * Text of a file in UTF-8 (with or without a mark), UTF-16 (likewise), or else Windows-1252, in which every byte is a character and which
 * Excel writes on western systems.
 */
export function decode(bytes: Uint8Array): Decoded {
  const as = (encoding: Decoded['encoding'], fatal = false): Decoded => ({ encoding, text: new TextDecoder(encoding.toLowerCase(), { fatal }).decode(bytes) })
  if (startsWith(bytes, 0xff, 0xfe)) return as('UTF-16LE')
  if (startsWith(bytes, 0xfe, 0xff)) return as('UTF-16BE')
  if (zeroShare(bytes, 1) > 0.4 && zeroShare(bytes, 0) < 0.1) return as('UTF-16LE')
  if (zeroShare(bytes, 0) > 0.4 && zeroShare(bytes, 1) < 0.1) return as('UTF-16BE')
  try {
    return as('UTF-8', true)
  } catch {
    return as('Windows-1252')
  }
}
