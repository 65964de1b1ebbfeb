import { basename, resolve } from 'node:path'
import { FieldbookError } from '../contract/errors.ts'

/** Bytes of the longest name that may be given: systems take 255, and while a file is written its name has an ending of its own. */
const longestName = 200

/** Longest path of any file: Windows is told to take long ones, Linux and macOS have limits of their own. In bytes, without the end. */
const longestPath = process.platform === 'win32' ? 32_000 : process.platform === 'darwin' ? 1023 : 4095

/**
 * SQLite has less room for a path than the system: MAX_PATH on Windows, 512 bytes elsewhere. Its journal has the ending `-journal`, and a
 * new file is written under a temporary name first.
 */
const longestDatabasePath = (process.platform === 'win32' ? 259 : 512) - '-journal'.length
const temporaryEnding = 42

const bytes = (words: string) => Buffer.byteLength(words)

/** SQLite does not say why it cannot open a file. */
export const isNameTooLong = (path: string): boolean => bytes(basename(path)) > longestName

export const nameTooLong = (path: string, cause?: unknown): FieldbookError =>
  new FieldbookError('name-too-long', { path: shortened(path), most: longestName }, { cause })

export const pathTooLong = (path: string, cause?: unknown, most = longestDatabasePath): FieldbookError =>
  new FieldbookError('path-too-long', { path: shortened(path), length: bytes(path), most }, { cause })

/** A path that fits in a sentence: its beginning and its end. */
const shortened = (path: string) => (path.length > 120 ? `${path.slice(0, 60)}…${path.slice(-50)}` : path)

/** What the system means by "name too long": one of the names of a path, or the whole of it. */
export function tooLong(path: string, cause: unknown): FieldbookError {
  const isWhole = path.split(/[\\/]/).every((name) => bytes(name) <= 255)
  return isWhole ? pathTooLong(path, cause, longestPath) : nameTooLong(path, cause)
}

/** @throws FieldbookError path-too-long or name-too-long where SQLite could not open a file of this path. */
export function refuseLongDatabasePath(given: string, { isNew = false } = {}): void {
  const path = resolve(given)
  const most = longestDatabasePath - (isNew ? temporaryEnding : 0)
  if (isNameTooLong(path)) throw nameTooLong(path)
  if (bytes(path) > most) throw pathTooLong(path, undefined, most)
}

/** Whether SQLite says that it cannot open a file because its path is too long. */
export const isTooLongForDatabase = (path: string): boolean => bytes(resolve(path)) > longestDatabasePath

/** What Windows takes in no name; a colon would even write into a stream that nobody sees. */
const forbiddenOnWindows = /[<>:"|?*\p{Cc}]/u
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i

/**
 * @throws FieldbookError name-not-allowed or path-too-long for a path that this system takes for no file: without this, a name would be cut at
 * its NUL, or a file would be written where nobody finds it.
 */
export function refuseImpossiblePath(path: string, platform: string = process.platform): void {
  const names = path.replace(/^[A-Za-z]:/, '').split(platform === 'win32' ? /[\\/]/ : '/')
  const isForbidden = (name: string) =>
    name.includes('\0') ||
    (platform === 'win32' && !/^\.{0,2}$/.test(name) && (forbiddenOnWindows.test(name) || devices.test(name) || /[. ]$/.test(name)))
  const name = names.find(isForbidden)
  if (name !== undefined) throw new FieldbookError('name-not-allowed', { name: shortened(name.replaceAll(/\p{Cc}/gu, '\uFFFD')) })
  if (names.some((each) => bytes(each) > 255)) throw nameTooLong(path)
  if (bytes(path) > longestPath) throw pathTooLong(path, undefined, longestPath)
}
