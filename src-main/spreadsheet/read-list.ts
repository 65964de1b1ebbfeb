import { FieldbookError } from '../contract/errors.ts'
import { text } from '../language/text.ts'
import { readCsv } from './read-csv.ts'
import type { SheetTable } from './sheet-table.ts'

const startsWith = (bytes: Uint8Array, mark: string) => Buffer.from(bytes.subarray(0, mark.length)).toString('latin1') === mark

const zipMark = 'PK\u0003\u0004'
/** Compound File Binary: the container of old workbooks, and of those that are protected with a password. */
const compoundMark = '\u00d0\u00cf\u0011\u00e0'

/**
 * Reads a list from a text table or a workbook, told apart by how the file begins; its ending says nothing.
 * @throws FieldbookError import-empty, import-no-rows or import-unreadable, with the path in its sentence.
 */
export async function readList(bytes: Uint8Array, path: string, sheet?: string): Promise<SheetTable> {
  // The code that reads workbooks is loaded where there is one: most lists are text.
  if (startsWith(bytes, zipMark)) return (await import('./read-xlsx.ts')).readXlsx(bytes, path, sheet)
  const otherKind = otherKindOf(bytes)
  if (otherKind) throw new FieldbookError('import-unreadable', { path, reason: text(`import:${otherKind}`) })
  return readCsv(bytes, path)
}

function otherKindOf(bytes: Uint8Array): string | null {
  if (startsWith(bytes, compoundMark))
    return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'protected' : 'oldWorkbook'
  if (startsWith(bytes, '%PDF')) return 'pdf'
  // An empty ZIP, and one that is split over several files.
  return startsWith(bytes, 'PK\u0005\u0006') || startsWith(bytes, 'PK\u0007\u0008') ? 'noWorkbook' : null
}
