import { Parser } from 'htmlparser2'
import { Grid } from './grid.ts'
import type { Book, Sheet } from './sheet.ts'
import { UnreadableList } from './unreadable.ts'

/** A table while its cells come. */
class HtmlTable {
  readonly grid = new Grid()
  caption = ''
  cell: { row: number; column: number; text: string } | null = null
  #row = -1
  #column = 0
  /** Cells that are taken by one above or beside them. */
  readonly #taken = new Set<string>()

  beginRow(isHidden: boolean): void {
    this.#row += 1
    this.#column = 0
    if (isHidden) this.grid.hideRow(this.#row)
  }

  beginCell({ colspan = '1', rowspan = '1' }: Record<string, string>): void {
    this.endCell()
    if (this.#row < 0) this.beginRow(false)
    while (this.#taken.has(`${this.#row} ${this.#column}`)) this.#column += 1
    const [row, column] = [this.#row, this.#column]
    const span = (value: string) => Math.min(1000, Math.max(1, Number.parseInt(value, 10) || 1))
    const range = { top: row, left: column, bottom: row + span(rowspan) - 1, right: column + span(colspan) - 1 }
    this.grid.merge(range)
    for (let below = row + 1; below <= range.bottom; below += 1)
      for (let beside = column; beside <= range.right; beside += 1) this.#taken.add(`${below} ${beside}`)
    this.cell = { row, column, text: '' }
    this.#column = range.right + 1
  }

  endCell(): void {
    if (this.cell)
      this.grid.put(
        this.cell.row,
        this.cell.column,
        this.cell.text
          .split('\n')
          .map((line) => line.replace(/\s+/g, ' ').trim())
          .join('\n')
          .trim(),
      )
    this.cell = null
  }
}

const breaks = new Set(['br', 'p', 'div', 'li'])
const unseen = new Set(['script', 'style', 'title'])

/** Reads the tables of a web page, as programs write it under the name of a workbook. @throws UnreadableList */
export function readHtml(html: string, encoding: string): Book {
  const open: HtmlTable[] = []
  const tables: HtmlTable[] = []
  let skipped = 0
  let isCaption = false
  const parser = new Parser({
    onopentag(name, attributes) {
      const table = open.at(-1)
      if (unseen.has(name)) skipped += 1
      if (name === 'table') {
        const next = new HtmlTable()
        open.push(next)
        tables.push(next)
      } else if (name === 'caption') isCaption = true
      else if (name === 'tr') table?.beginRow(/display\s*:\s*none/i.test(attributes.style ?? ''))
      else if (name === 'td' || name === 'th') table?.beginCell(attributes)
      else if (name === 'a' && table?.cell && /^(?:https?|mailto):/i.test(attributes.href ?? ''))
        table.grid.link(table.cell.row, table.cell.column, attributes.href ?? '')
      else if (name === 'br' && table?.cell) table.cell.text += '\n'
    },
    ontext(content) {
      const table = open.at(-1)
      if (skipped > 0 || !table) return
      // A line break in the source is a blank.
      if (table.cell) table.cell.text += content.replace(/\s+/g, ' ')
      else if (isCaption) table.caption += content
    },
    onclosetag(name) {
      const table = open.at(-1)
      if (unseen.has(name)) skipped -= 1
      if (name === 'caption') isCaption = false
      if (name === 'td' || name === 'th' || name === 'tr') table?.endCell()
      if (breaks.has(name) && name !== 'br' && table?.cell) table.cell.text += '\n'
      if (name === 'table') {
        table?.endCell()
        open.pop()
      }
    },
  })
  parser.end(html)
  const sheets = tables
    .map(({ grid, caption }, index): Sheet => grid.sheet(tables.length === 1 ? '' : caption.trim() || `Table ${index + 1}`, false))
    .filter(({ rows }) => rows.length > 0)
  if (sheets.length === 0) throw new UnreadableList('webPage')
  return {
    encoding: `HTML, ${encoding}`,
    isText: false,
    delimiter: '',
    sheets: sheets.length === 1 ? sheets : uniquelyNamed(sheets),
    warnings: [],
  }
}

const uniquelyNamed = (sheets: Sheet[]): Sheet[] =>
  sheets.map((sheet, index) =>
    sheets.findIndex(({ name }) => name === sheet.name) === index ? sheet : { ...sheet, name: `${sheet.name} (${index + 1})` },
  )
