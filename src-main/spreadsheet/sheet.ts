/** Rows of a list, at most: no inventory has as many, and what has them is data of another kind. */
export const mostRows = 100_000

/** Cells from one corner to the other, counted from 0. */
export interface CellRange {
  top: number
  left: number
  bottom: number
  right: number
}

/** An address behind the text of a cell. */
export interface CellLink {
  column: number
  address: string
}

/** One table of a file as it is there: every row, whether it is a title, a header, a record or nothing. */
export interface Sheet {
  name: string
  isHidden: boolean
  /** Text of each cell as a person sees it. */
  rows: string[][]
  /** Places of rows that the workbook hides, counted from 0. */
  hiddenRows: ReadonlySet<number>
  merges: CellRange[]
  /** By row, counted from 0. */
  links: ReadonlyMap<number, CellLink[]>
}

/** What a file holds, whatever its kind. */
export interface Book {
  /** Encoding of a text table, or the kind of file. */
  encoding: string
  isText: boolean
  delimiter: string
  sheets: Sheet[]
  warnings: string[]
}

/** A sheet that has rows and nothing else. */
export const plainSheet = (name: string, rows: string[][]): Sheet => ({
  name,
  isHidden: false,
  rows,
  hiddenRows: new Set(),
  merges: [],
  links: new Map(),
})

/** White space and control characters are nothing that a person can see: a lone Ctrl-Z ended files once. */
const unseen = /^[\s\p{Cc}\p{Cf}]*$/u

/** Most cells begin with something that is plainly seen. */
const isSeen = (code: number) => code > 0x20 && code < 0x7f

export const isFilled = (cell: string): boolean => cell !== '' && (isSeen(cell.charCodeAt(0)) || !unseen.test(cell))

export const filledCells = (row: readonly string[]): number => row.reduce((count, cell) => (isFilled(cell) ? count + 1 : count), 0)

export const filledRows = (rows: readonly string[][]): number => rows.reduce((count, row) => (row.some(isFilled) ? count + 1 : count), 0)
