import { type CellLink, type CellRange, isFilled, mostRows, type Sheet } from './sheet.ts'
import { UnreadableList } from './unreadable.ts'

/** Columns up to the last that is filled, at most: a few filled cells at the far corners would fill the memory. */
const mostColumns = 2000
/** Above its header a list may have a title. */
const rowsOfTitle = 1000
/** Merged cells, at most: what has more is no list, and would be slow to read. */
const mostMerges = 5000

/** A sheet that is filled cell by cell, as a file names them. */
export class Grid {
  readonly #rows: string[][] = []
  readonly #hiddenRows = new Set<number>()
  readonly #merges: CellRange[] = []
  readonly #links = new Map<number, CellLink[]>()

  /** @throws UnreadableList where filled cells span more rows or columns than any list has */
  put(row: number, column: number, text: string): void {
    if (text === '') return
    const isOutside = row >= mostRows + rowsOfTitle || column >= mostColumns
    if (isOutside && !isFilled(text)) return
    if (row >= mostRows + rowsOfTitle) throw new UnreadableList('tooManyRows', { limit: mostRows })
    if (column >= mostColumns) throw new UnreadableList('tooManyColumns')
    if (!(row >= 0 && column >= 0)) throw new UnreadableList('damagedWorkbook')
    while (this.#rows.length <= row) this.#rows.push([])
    const cells = this.#rows[row] ?? []
    while (cells.length < column) cells.push('')
    cells[column] = text
  }

  hideRow(row: number): void {
    this.#hiddenRows.add(row)
  }

  merge(range: CellRange): void {
    const isMore = range.bottom > range.top || range.right > range.left
    if (isMore && this.#merges.length < mostMerges) this.#merges.push(range)
  }

  link(row: number, column: number, address: string): void {
    this.#links.set(row, [...(this.#links.get(row) ?? []), { column, address }])
  }

  sheet(name: string, isHidden: boolean): Sheet {
    return { name, isHidden, rows: this.#rows, hiddenRows: this.#hiddenRows, merges: this.#merges, links: this.#links }
  }
}
