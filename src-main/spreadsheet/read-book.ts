import type { ListReading } from '../contract/list-reading.ts'
import { text } from '../language/text.ts'
import { type Decoded, decode } from './decode.ts'
import { readCsv } from './read-csv.ts'
import type { Book } from './sheet.ts'
import { UnreadableList } from './unreadable.ts'

const startsWith = (bytes: Uint8Array, mark: string) => Buffer.from(bytes.subarray(0, mark.length)).toString('latin1') === mark

const zipMark = 'PK\u0003\u0004'
/** Compound File Binary: the container of old workbooks, and of those that are protected with a password. */
const compoundMark = '\u00d0\u00cf\u0011\u00e0'

/** How files begin that are no lists, and what they are. */
const otherKinds: [string, string][] = [
  ['%PDF', 'pdf'],
  ['{\\rtf', 'document'],
  ['SQLite format 3', 'database'],
  ['\u0089PNG', 'image'],
  ['\u00ff\u00d8\u00ff', 'image'],
  ['GIF8', 'image'],
  ['\u001f\u008b', 'archive'],
  ['7z\u00bc\u00af', 'archive'],
  ['Rar!', 'archive'],
  // An empty ZIP, and one that is split over several files.
  ['PK\u0005\u0006', 'noWorkbook'],
  ['PK\u0007\u0008', 'noWorkbook'],
]

/**
 * Reads what a file holds; its kind is told by how it begins, and its ending says nothing. The code of each kind is loaded where it is
 * needed: most lists are text.
 * @throws UnreadableList
 */
export async function readBook(bytes: Uint8Array, { encoding, delimiter }: ListReading): Promise<Book> {
  if (startsWith(bytes, zipMark)) return readZip(bytes)
  if (startsWith(bytes, compoundMark))
    throw new UnreadableList(Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'protected' : 'oldWorkbook')
  const other = otherKinds.find(([mark]) => startsWith(bytes, mark))
  if (other) throw new UnreadableList(other[1])
  const decoded = decode(bytes, encoding)
  const content = withoutMarks(decoded.text)
  if (content.includes('\0')) throw new UnreadableList('binary')
  const book = (await readMarked(content, decoded.encoding)) ?? readCsv(content, decoded.encoding, delimiter)
  return { ...book, warnings: [...warningsOf(decoded, book, encoding !== undefined), ...book.warnings] }
}

/** Without the mark that a text may begin with, and the Ctrl-Z that ended it in DOS. */
function withoutMarks(decoded: string): string {
  const content = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded
  const end = content.trimEnd()
  return end.endsWith('\u001a') ? end.replace(/\p{Cc}+$/u, '') : content
}

async function readZip(bytes: Uint8Array): Promise<Book> {
  const { readWorkbookParts } = await import('./workbook-parts.ts')
  const parts = await readWorkbookParts(bytes)
  if (parts.has('xl/workbook.xml')) return (await import('./read-xlsx.ts')).readXlsx(parts)
  const { xmlText } = await import('./markup.ts')
  const [content, manifest] = ['content.xml', 'META-INF/manifest.xml'].map((name) => xmlText(parts.get(name) ?? new Uint8Array()))
  if (manifest?.includes('encryption-data')) throw new UnreadableList('protected')
  return (await import('./read-open-document.ts')).readOpenDocument(content ?? '')
}

/** What programs write in marks or brackets, and name like a table; null for a text table. */
async function readMarked(content: string, encoding: string): Promise<Book | null> {
  const start = content.slice(0, 4000).trimStart()
  if (/^(?:\{\s*(?:"|\})|\[\s*[[{])/.test(start)) return (await import('./read-json.ts')).readJson(content, encoding)
  if (/^MIME-Version:/i.test(start)) throw new UnreadableList('webArchive')
  if (!start.startsWith('<')) return null
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet"') && /<(?:\w+:)?Workbook[\s>]/.test(start))
    return (await import('./read-spreadsheet-xml.ts')).readSpreadsheetXml(content)
  if (/<office:document[\s>]/.test(start)) return (await import('./read-open-document.ts')).readOpenDocument(content)
  if (/<(?:!doctype html|html|head|body|table|meta|style|div)[\s>]/i.test(start))
    return (await import('./read-html.ts')).readHtml(content, encoding)
  throw new UnreadableList('otherMarkup')
}

/** Rows that are named in a warning, at most. */
const mostNamed = 10

/** What the bytes could not say for certain. */
function warningsOf({ encoding, isUnsure, badBytes, text: decoded }: Decoded, { sheets }: Book, isChosen: boolean): string[] {
  if (badBytes > 0) {
    const rows = (sheets[0]?.rows ?? []).flatMap((row, index) => (row.some((cell) => cell.includes('\uFFFD')) ? [index + 1] : []))
    const named = rows.slice(0, mostNamed).join(', ') + (rows.length > mostNamed ? ', …' : '')
    return [text('import:badBytes', { count: badBytes, encoding, rows: named })]
  }
  if (isChosen) return []
  if (isUnsure) return [text('import:encodingUnsure', { encoding })]
  const isCertain = encoding === 'UTF-8' || encoding.startsWith('UTF-16') || encoding === 'Windows-1252' || /^\p{ASCII}*$/u.test(decoded)
  return isCertain ? [] : [text('import:encodingGuessed', { encoding })]
}
