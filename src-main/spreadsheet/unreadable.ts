import { FieldbookError } from '../contract/errors.ts'
import { text } from '../language/text.ts'

/** A file that is no list. Its reason is a text of import.json. */
export class UnreadableList extends Error {
  readonly reason: string

  constructor(reason: string, details: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(reason, options)
    this.reason = text(`import:${reason}`, details)
  }
}

/** The failure as a person is told of it. */
export const refusal = (path: string, { reason, cause }: UnreadableList): FieldbookError =>
  new FieldbookError('import-unreadable', { path, reason }, { cause })
