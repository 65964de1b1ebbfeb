/** Kinds of files that are looked at in the program, by how their bytes begin, in hexadecimal: a name can say anything. */
const beginnings: readonly [string, RegExp][] = [
  ['image/png', /^89504e470d0a1a0a/],
  ['image/jpeg', /^ffd8ff/],
  ['image/gif', /^474946383[79]61/],
  ['image/webp', /^52494646.{8}57454250/],
  ['application/pdf', /^255044462d/],
  ['application/zip', /^504b0304/],
]

/** Looked at for signs that no text has. */
const lookedAt = 4096

/** What a file is, as a media type. */
export function mediaTypeOf(bytes: Uint8Array): string {
  const begin = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  const known = beginnings.find(([, pattern]) => pattern.test(begin))
  if (known) return known[0]
  return isText(bytes.subarray(0, lookedAt)) ? 'text/plain' : 'application/octet-stream'
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte)

/** Without a mark of UTF-16, a text holds none of the signs that only programs write. */
function isText(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return true
  return bytes.length > 0 && !bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))
}

/** The beginning of a text in the encoding that it has: UTF-16 by its mark, UTF-8 where it is that, Windows-1252 otherwise. */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes)
  try {
    // What is cut may end inside a letter: with `stream` that is no fault.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
