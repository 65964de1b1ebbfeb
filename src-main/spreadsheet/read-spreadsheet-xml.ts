import { cellText } from './cell-text.ts'
import { Grid } from './grid.ts'
import { readXml } from './markup.ts'
import type { Book, Sheet } from './sheet.ts'
import { UnreadableList } from './unreadable.ts'

/** A cell of an XML Spreadsheet, by its type. */
function shown(type: string, value: string): string {
  if (type === 'Number') return Number.isNaN(Number(value)) ? value : cellText(Number(value))
  if (type === 'Boolean') return cellText(value === '1')
  if (type === 'Error') return ''
  return type === 'DateTime' ? cellText(new Date(`${value}Z`)) || value : value
}

/** Reads an XML Spreadsheet, as Excel wrote it in 2003 and as many programs export it. @throws UnreadableList */
export function readSpreadsheetXml(xml: string): Book {
  const sheets: Sheet[] = []
  let grid = new Grid()
  let name = ''
  let isHidden = false
  let isVisibility = false
  let row = -1
  let column = -1
  let type: string | null = null
  let value = ''
  readXml(xml, {
    open(element, attributes) {
      const { Index, Hidden, MergeAcross = '0', MergeDown = '0', HRef } = attributes
      if (element === 'Worksheet') {
        grid = new Grid()
        name = attributes.Name ?? ''
        isHidden = false
        row = -1
      } else if (element === 'Row') {
        row = Index === undefined ? row + 1 : Number(Index) - 1
        column = -1
        if (Hidden === '1') grid.hideRow(row)
      } else if (element === 'Cell') {
        column = Index === undefined ? column + 1 : Number(Index) - 1
        const [across, down] = [Number(MergeAcross), Number(MergeDown)]
        grid.merge({ top: row, left: column, bottom: row + down, right: column + across })
        if (HRef !== undefined) grid.link(row, column, HRef)
        column += across
      } else if (element === 'Data') {
        type = attributes.Type ?? 'String'
        value = ''
      } else if (element === 'Visible') isVisibility = true
    },
    text(content) {
      if (type !== null) value += content
      if (isVisibility && content !== 'SheetVisible') isHidden = true
    },
    close(element) {
      if (element === 'Data') {
        grid.put(row, column, shown(type ?? 'String', value))
        type = null
      }
      if (element === 'Visible') isVisibility = false
      if (element === 'Worksheet') sheets.push(grid.sheet(name, isHidden))
    },
  })
  if (sheets.length === 0) throw new UnreadableList('damagedWorkbook')
  return { encoding: 'XML Spreadsheet', isText: false, delimiter: '', sheets, warnings: [] }
}
