import { cellText } from './cell-text.ts'
import { Grid } from './grid.ts'
import { readXml } from './markup.ts'
import { type Book, isFilled, type Sheet } from './sheet.ts'
import { UnreadableList } from './unreadable.ts'

/** Blank rows and columns up to the far corner are written as repetitions: what is filled is never repeated as often. */
const mostRepeated = 1000

interface Cell {
  paragraphs: string[]
  date: string | null
  repeated: number
  links: string[]
}

const count = (value: string | undefined) => Number(value ?? '1') || 1

/** Goes through an OpenDocument spreadsheet; a cell is what is shown in it, and a date what every date is. */
class OpenDocumentReader {
  readonly sheets: Sheet[] = []
  readonly #hiddenStyles = new Set<string>()
  #style = ''
  #grid = new Grid()
  #sheet = { name: '', isHidden: false }
  #row = 0
  #rowsRepeated = 1
  #column = 0
  #cell: Cell | null = null
  #isParagraph = false
  #annotations = 0

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'annotation') this.#annotations += 1
    else if (name === 'style') this.#style = attributes.name ?? ''
    else if (name === 'table-properties' && attributes.display === 'false') this.#hiddenStyles.add(this.#style)
    else if (name === 'table') this.#beginSheet(attributes)
    else if (name === 'table-row') this.#beginRow(attributes)
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#beginCell(attributes)
    else if (this.#cell && this.#annotations === 0) this.#openText(this.#cell, name, attributes)
  }

  text(content: string): void {
    if (this.#isParagraph && this.#annotations === 0) this.#write(content)
  }

  close(name: string): void {
    if (name === 'annotation') this.#annotations -= 1
    else if (name === 'p') this.#isParagraph = false
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#endCell()
    else if (name === 'table-row') this.#row += this.#rowsRepeated
    else if (name === 'table') this.sheets.push(this.#grid.sheet(this.#sheet.name, this.#sheet.isHidden))
  }

  #beginSheet({ name = '', 'style-name': style = '' }: Record<string, string>): void {
    this.#grid = new Grid()
    this.#sheet = { name, isHidden: this.#hiddenStyles.has(style) }
    this.#row = 0
  }

  #beginRow({ 'number-rows-repeated': repeated, visibility }: Record<string, string>): void {
    this.#rowsRepeated = count(repeated)
    this.#column = 0
    if (visibility === 'collapse' || visibility === 'filter')
      for (let at = 0; at < Math.min(this.#rowsRepeated, mostRepeated); at += 1) this.#grid.hideRow(this.#row + at)
  }

  #beginCell(attributes: Record<string, string>): void {
    const [rows, columns] = [count(attributes['number-rows-spanned']), count(attributes['number-columns-spanned'])]
    this.#grid.merge({ top: this.#row, left: this.#column, bottom: this.#row + rows - 1, right: this.#column + columns - 1 })
    const date = attributes['value-type'] === 'date' ? (attributes['date-value'] ?? null) : null
    this.#cell = { paragraphs: [], date, repeated: count(attributes['number-columns-repeated']), links: [] }
  }

  #openText(cell: Cell, name: string, { c, href }: Record<string, string>): void {
    if (name === 'p') {
      this.#isParagraph = true
      cell.paragraphs.push('')
    } else if (name === 's') this.#write(' '.repeat(Math.min(count(c), mostRepeated)))
    else if (name === 'tab') this.#write('\t')
    else if (name === 'line-break') this.#write('\n')
    else if (name === 'a' && href !== undefined) cell.links.push(href)
  }

  #write(content: string): void {
    const paragraphs = this.#cell?.paragraphs
    if (paragraphs && paragraphs.length > 0) paragraphs[paragraphs.length - 1] += content
  }

  #endCell(): void {
    const cell = this.#cell
    if (!cell) return
    const written = cell.paragraphs.join('\n')
    const dated = cell.date === null ? '' : cellText(new Date(cell.date.includes('T') ? `${cell.date.slice(0, 19)}Z` : cell.date))
    const shown = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$|^Err:\d+$/.test(written) ? '' : dated || written
    if (isFilled(shown))
      for (let below = 0; below < Math.min(this.#rowsRepeated, mostRepeated); below += 1)
        for (let beside = 0; beside < Math.min(cell.repeated, mostRepeated); beside += 1)
          this.#grid.put(this.#row + below, this.#column + beside, shown)
    for (const address of cell.links) this.#grid.link(this.#row, this.#column, address)
    this.#column += cell.repeated
    this.#cell = null
  }
}

/** Reads the content of an OpenDocument spreadsheet. @throws UnreadableList */
export function readOpenDocument(xml: string): Book {
  const reader = new OpenDocumentReader()
  readXml(xml, reader)
  if (reader.sheets.length === 0) throw new UnreadableList('openDocument')
  return { encoding: 'OpenDocument', isText: false, delimiter: '', sheets: reader.sheets, warnings: [] }
}
