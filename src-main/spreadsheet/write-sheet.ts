import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import { workbookText } from './workbook-text.ts'

/** Every cell is text: what begins with an equals sign is no formula. */
const textCell = (text: string, style: Partial<Cell> = {}): Cell =>
  text === '' ? null : { value: workbookText(text), type: String, alignVertical: 'top', ...style }

/** A workbook of one sheet: a list as it is, with its header in sight. */
export async function writeSheet(sheet: string, header: string[], records: string[][]): Promise<Uint8Array> {
  const data = [
    header.map((title) => textCell(title, { fontWeight: 'bold' })),
    ...records.map((record) => record.map((cell) => textCell(cell))),
  ]
  const columns = header.map((_, index) => ({ width: index === 0 ? 12 : 24 }))
  return new Uint8Array(await writeXlsxFile(data, { sheet, columns, stickyRowsCount: 1 }).toBuffer())
}
