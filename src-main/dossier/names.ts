import { withinBytes, withoutJoiners } from '../report/name-length.ts'

/** What Windows takes for no name, or for a device, whatever its ending (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const forbidden = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/gu
const devices = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

/** Paths of some programs on Windows end at 260 characters: a name leaves room for the folders. */
const longestName = 100
/** Names end at 255 bytes on most systems, and a letter of many scripts takes three of them; a number may follow, and an ending. */
const mostBytes = 160
/** What is longer, or holds anything but letters and digits, is no ending of a file but a part of its name. */
const endingOf = /(?<=.)\.[\p{L}\p{N}]{1,10}$/u

/** A name that every system keeps as it is, with its ending; `fallback` where nothing of it is left. */
export function safeName(name: string, fallback: string): string {
  const plain = withoutJoiners(name)
    .normalize('NFC')
    .replace(forbidden, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '')
  const ending = endingOf.exec(plain)?.[0] ?? ''
  const short = Array.from(plain.slice(0, plain.length - ending.length))
    .slice(0, longestName - ending.length)
    .join('')
  const stem = withinBytes(short, mostBytes - Buffer.byteLength(ending)).replace(/^[. ]+|[. ]+$/g, '')
  const whole = `${stem || fallback}${ending}`
  return devices.test(whole) ? `_${whole}` : whole
}

/** Gives each name once: a second one of the same name, in whatever letters, gets a number. */
export class UniqueNames {
  readonly #given = new Set<string>()

  take(name: string): string {
    const dot = name.lastIndexOf('.')
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
    for (let number = 1; ; number++) {
      const candidate = number === 1 ? name : `${stem} (${number})${ending}`
      const key = candidate.toLowerCase()
      if (this.#given.has(key)) continue
      this.#given.add(key)
      return candidate
    }
  }
}
