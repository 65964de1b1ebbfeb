import type { Table } from '../../report/model.ts'
import { page } from '../style.ts'
import { columnShares } from '../walk.ts'

/** Points between the margins of a page. */
export const roomOf = (landscape: boolean) => (landscape ? page.height : page.width) - 2 * page.margin

/** Points around the text of a cell; less at the sides where a table has very many columns. */
export const cellPadding = { above: 3.5, side: (columns: number, width: number) => Math.min(5, width / (4 * Math.max(1, columns))) }

/** Points for the text of each column of a table. */
export function widthsOf(table: Table, width: number): number[] {
  const room = width - table.columns.length * 2 * cellPadding.side(table.columns.length, width)
  return columnShares(table).map((share) => share * room)
}

/** Room between lines, as a share of their height. */
export const leading = 1.25
/** What the shipped fonts take from the highest to the lowest stroke of a line, as a share of their size. */
const fontHeight = 1.3

/** Points from one line to the next. */
export const lineHeight = (size: number) => size * fontHeight * leading
