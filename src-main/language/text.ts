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

/** Texts that take no values, once they were asked for: a list has the same few words in each of its thousands of rows. */
const plain = new Map<string, string>()
/** Keys that are known to be there, whatever their values are. A count is no part of it: it decides which form of the key is wanted. */
const found = new Set<string>()

/**
 * A text of the language files, by `area:key`, with its values put in.
 * @throws where the key is not there, since a key on a document is worse than a failed test.
 */
export function text(key: string, values?: Record<string, string | number>): string {
  if (values !== undefined) return filled(key, values)
  const known = plain.get(key) ?? filled(key, {})
  plain.set(key, known)
  return known
}

function filled(key: string, values: Record<string, string | number>): string {
  const hasForms = 'count' in values || 'context' in values
  if (hasForms || !found.has(key)) {
    if (!instance.exists(key, values)) throw new Error(`No text for ${key}`)
    if (!hasForms) found.add(key)
  }
  return instance.t(key, values)
}

/** What a person is told of an error: a sentence of the closed set, whatever was thrown. */
export function reportError(error: unknown): ErrorReport {
  if (error instanceof FieldbookError) {
    return { code: errorCode.parse(error.code), sentence: text(`errors:${error.code}`, error.details), details: error.details }
  }
  const reason = error instanceof Error ? error.message : String(error)
  return { code: 'internal', sentence: text('errors:internal', { reason }), details: { reason } }
}
