import { strToU8, zipSync } from 'fflate'
import writeXlsxFile, { type Cell } from 'write-excel-file/node'

export type Value = string | number | boolean | Date | null

const cellOf = (value: Value): Cell => {
  if (value === null || value === '') return null
  if (value instanceof Date) return { value, type: Date, format: value.getUTCHours() === 0 ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm' }
  if (typeof value === 'number') return { value, type: Number }
  return typeof value === 'boolean' ? { value, type: Boolean } : { value, type: String }
}

/** A workbook as another program writes it. */
export const workbook = (sheets: Record<string, Value[][]>): Promise<Buffer> =>
  writeXlsxFile(Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: rows.map((row) => row.map(cellOf)) }))).toBuffer()

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The parts of a workbook whose one sheet has the XML given: what no library would write. */
export const rawParts = (sheetData: string): Record<string, Uint8Array> => ({
  'xl/workbook.xml': strToU8(
    `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ),
  'xl/_rels/workbook.xml.rels': strToU8(
    `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ),
  'xl/worksheets/sheet1.xml': strToU8(`${head}<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`),
})

export const rawWorkbook = (sheetData: string): Uint8Array => zipSync(rawParts(sheetData))

const inline = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
export const nameRow = `<row r="1">${inline('A1', 'Name')}${inline('B1', 'Notes')}</row>`
export const inlineCell = inline
