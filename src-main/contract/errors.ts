import { z } from 'zod'

/** The closed set of things that can go wrong; each has one sentence in the language files (errors.json) that says what to do. */
export const errorCodes = [
  'invalid-input',
  'unknown-procedure',
  'not-found',
  'conflict',
  'nothing-to-undo',
  'nothing-to-redo',
  'not-the-last-step',
  'no-engagement-open',
  'file-missing',
  'folder-missing',
  'file-exists',
  'file-held',
  'name-too-long',
  'path-too-long',
  'name-not-allowed',
  'path-failed',
  'is-folder',
  'disk-read-only',
  'other-kind',
  'is-package',
  'is-engagement',
  'no-access',
  'disk-full',
  'not-a-database',
  'other-database',
  'newer-version',
  'damaged',
  'damaged-content',
  'altered',
  'unknown-values',
  'undo-refused',
  'truncated',
  'read-only',
  'open-elsewhere',
  'not-a-package',
  'package-damaged',
  'passphrase-needed',
  'wrong-passphrase',
  'newer-package',
  'import-empty',
  'import-no-rows',
  'import-unreadable',
  'import-too-large',
  'export-incomplete',
  'attachment-name',
  'attachment-no-file',
  'attachment-unreadable',
  'attachment-changed',
  'attachment-damaged',
  'attachment-missing',
  'cancelled',
  'internal',
] as const

export const errorCode = z.enum(errorCodes)
export type ErrorCode = z.infer<typeof errorCode>

/** What an error carries besides its code: words and numbers that its sentence names. */
export type ErrorDetails = Record<string, string | number>

export const errorReport = z.object({
  code: errorCode,
  sentence: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ErrorReport = z.infer<typeof errorReport>

/** An expected failure. Its sentence is made from the code and the details where it reaches a person. */
export class FieldbookError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options)
    this.name = 'FieldbookError'
    this.code = code
    this.details = details
  }
}
