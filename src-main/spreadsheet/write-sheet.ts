import writeXlsxFile, { type Cell } from 'write-excel-file/node'

/** What a cell of a workbook can hold at most, in characters. */
export const longestCell = 32_767

/**
 * Characters that XML cannot hold or changes on its way, and what looks like their spelling (ECMA-376 part 1, 22.9.2.19). Line breaks and
 * tabs are left as they are.
 */
const unsafe = /(?![\n\t])\p{Cc}|\uFFFD|\p{Noncharacter_Code_Point}|_(?=x[0-9A-Fa-f]{4}_)/gu

const spelled = (characters: string) =>
  [...Array(characters.length).keys()]
    .map((index) => `_x${characters.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}_`)
    .join('')

/** Every cell is text: what begins with an equals sign is no formula. */
const textCell = (text: string, style: Partial<Cell> = {}): Cell =>
  text === '' ? null : { value: text.replace(unsafe, spelled), type: String, alignVertical: 'top', ...style }

/** A workbook of one sheet: a list as it is, with its header in sight. */
export async function writeSheet(sheet: string, header: string[], records: string[][]): Promise<Uint8Array> {
  const data = [
    header.map((title) => textCell(title, { fontWeight: 'bold' })),
    ...records.map((record) => record.map((cell) => textCell(cell))),
  ]
  const columns = header.map((_, index) => ({ width: index === 0 ? 12 : 24 }))
  return new Uint8Array(await writeXlsxFile(data, { sheet, columns, stickyRowsCount: 1 }).toBuffer())
}
