import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next from 'i18next'
import { z } from 'zod'
import { type ErrorReport, errorCode, FieldbookError } from '../contract/errors.ts'
import { resourceFolder } from '../resources.ts'

const namespaceContent = z.record(z.string(), z.unknown())

function readLanguage(language: string): Record<string, z.infer<typeof namespaceContent>> {
  const folder = join(resourceFolder(), 'languages', language)
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    files.map((name) => [name.replace(/\.json$/, ''), namespaceContent.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))]),
  )
}

const instance = i18next.createInstance()
void instance.init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  resources: { en: readLanguage('en') },
  interpolation: { escapeValue: false },
})

/**
 * Texts as the files have them, once they were asked for: a list says the same few of them in each of its thousands of rows. Null where
 * the library itself has to put in the values each time, since it writes a number in the way of the language.
 */
const known = new Map<string, string | null>()
const placeholder = /\{\{(\w+)\}\}/g
const isPlain = (words: string) => !/\{\{(?!\w+\}\})|\$t\(/.test(words)

/**
 * A text of the language files, by `area:key`, with its values put in.
 * @throws where the key is not there, since a key on a document is worse than a failed test.
 */
export function text(key: string, values: Record<string, string | number> = {}): string {
  // A count decides which form of the text is wanted.
  const words = 'count' in values ? null : wordsOf(key)
  return words === null ? translate(key, values) : words.replace(placeholder, (_, name: string) => String(values[name] ?? ''))
}

function wordsOf(key: string): string | null {
  const found = known.get(key)
  if (found !== undefined) return found
  const words = translate(key, { skipInterpolation: true })
  known.set(key, isPlain(words) ? words : null)
  return isPlain(words) ? words : null
}

function translate(key: string, options: Record<string, string | number | boolean>): string {
  if (!instance.exists(key, options)) throw new Error(`No text for ${key}`)
  return instance.t(key, options)
}

/** What a person is told of an error: a sentence of the closed set, whatever was thrown. */
export function reportError(error: unknown): ErrorReport {
  if (error instanceof FieldbookError) {
    return { code: errorCode.parse(error.code), sentence: text(`errors:${error.code}`, error.details), details: error.details }
  }
  const reason = error instanceof Error ? error.message : String(error)
  return { code: 'internal', sentence: text('errors:internal', { reason }), details: { reason } }
}
