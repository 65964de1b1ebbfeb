import { resolve } from 'node:path'

/** Endings of the files that the system opens with this program. */
export const engagementExtension = 'aims'
export const packageExtension = 'aimspack'

const isOurs = (path: string) => [engagementExtension, packageExtension].some((extension) => path.toLowerCase().endsWith(`.${extension}`))

/** The file that a command line of the system asks to open, if it names one. */
export function fileOf(words: readonly string[], folder: string): string | undefined {
  const found = words.slice(1).find((word) => !word.startsWith('-') && isOurs(word))
  return found === undefined ? undefined : resolve(folder, found)
}
