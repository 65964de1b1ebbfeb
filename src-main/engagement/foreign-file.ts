import { FieldbookError } from '../contract/errors.ts'
import { text } from '../language/text.ts'
import { type FileKind, kindOfFile } from './file-kind.ts'

/** What was wanted where another file was given. */
export type Wanted = 'engagement' | 'package'

/** Nothing more can be said of these than that they are not what was wanted. */
const unnamed = new Set<FileKind>(['unknown', 'engagement'])

/** Says of a file that is not what was wanted what it is, as far as its content tells. */
export function foreignFile(path: string, wanted: Wanted): FieldbookError {
  const kind = kindOfFile(path)
  const isPackage = kind === 'package' || kind === 'encrypted'
  if (wanted === 'engagement' && isPackage) return new FieldbookError('is-package', { path })
  if (wanted === 'package' && kind === 'engagement') return new FieldbookError('is-engagement', { path })
  if (isPackage || unnamed.has(kind)) return new FieldbookError(wanted === 'engagement' ? 'not-a-database' : 'not-a-package', { path })
  const words = { kind: text(`engagement:kinds.${kind}`), wanted: text(`engagement:wanted.${wanted}`) }
  return new FieldbookError('other-kind', { path, ...words, ending: text(`engagement:ending.${wanted}`) })
}
