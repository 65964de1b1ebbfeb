import { zipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/universal'
import { FieldbookError } from '../contract/errors.ts'
import { text } from '../language/text.ts'
import { cellText } from './cell-text.ts'
import { mostRows, type SheetTable, shapeTable, titleRows } from './sheet-table.ts'
import { readWorkbookParts } from './workbook-parts.ts'
import { faultOfExtent, withFormulas } from './worksheet-xml.ts'

interface Sheet {
  name: string
  rows: string[][]
}

/**
 * Reads one sheet of a workbook: the one of that name, or the first one that has rows. Dates and numbers become text as a person writes
 * them, a formula becomes what it came to.
 * @throws FieldbookError import-empty, import-no-rows, import-unreadable, or invalid-input where there is no sheet of that name.
 */
export async function readXlsx(bytes: Uint8Array, path: string, wanted?: string): Promise<SheetTable> {
  const sheets = await readSheets(await readWorkbookParts(bytes, path), path)
  const names = sheets.map(({ name }) => name)
  const chosen =
    wanted === undefined ? (sheets.find(({ rows }) => filledRows(rows) > 1) ?? sheets[0]) : sheets.find(({ name }) => name === wanted)
  if (!chosen && wanted !== undefined)
    throw new FieldbookError('invalid-input', { reason: text('import:noSheet', { name: wanted, names: names.join(', ') }) })
  if (!chosen || filledRows(chosen.rows) === 0) throw new FieldbookError('import-empty', { path })
  const top = headerRow(chosen.rows)
  const above = filledRows(chosen.rows.slice(0, top))
  const { warnings, ...table } = shapeTable(withoutEmptyColumns(chosen.rows.slice(top)), path, top + 1)
  const notes = above === 0 ? [] : [text('import:above', { count: above })]
  return { encoding: 'XLSX', delimiter: '', sheets: names, sheet: chosen.name, ...table, warnings: [...notes, ...warnings] }
}

async function readSheets(parts: Map<string, Uint8Array>, path: string): Promise<Sheet[]> {
  const checked = [...parts].map(([name, part]): [string, Uint8Array] => {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) return [name, part]
    const xml = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('utf8')
    const fault = faultOfExtent(xml)
    if (fault) throw new FieldbookError('import-unreadable', { path, reason: text(`import:${fault}`, { limit: mostRows }) })
    return [name, withFormulas(part, xml)]
  })
  // The library unpacks by itself what it is given: it gets the parts that were checked, and nothing else of the file.
  const { buffer } = zipSync(Object.fromEntries(checked), { level: 0 })
  try {
    const sheets = await readXlsxFile(buffer, { trim: false })
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }))
  } catch (error) {
    throw new FieldbookError('import-unreadable', { path, reason: text('import:damagedWorkbook') }, { cause: error })
  }
}

const filledCells = (row: string[]) => row.filter((cell) => cell.trim() !== '').length
const filledRows = (rows: string[][]) => rows.filter((row) => filledCells(row) > 0).length

/** Of the first rows, the header is the first that is about as full as the fullest. */
function headerRow(rows: string[][]): number {
  const first = rows.slice(0, titleRows).map(filledCells)
  const fullest = Math.max(...first)
  return Math.max(
    0,
    first.findIndex((filled) => filled > 0 && filled * 2 > fullest),
  )
}

/** A column without a name and without a cell is a margin. */
function withoutEmptyColumns(rows: string[][]): string[][] {
  const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0)
  const kept = Array.from({ length: width }, (_, column) => column).filter((column) => rows.some((row) => (row[column] ?? '') !== ''))
  return rows.map((row) => kept.map((column) => row[column] ?? ''))
}
