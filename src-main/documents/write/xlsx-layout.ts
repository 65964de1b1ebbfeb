import type { CellObject, Feature, Cell as SheetCell } from 'write-excel-file/node'
import type { Table } from '../../report/model.ts'
import { columnShares } from '../walk.ts'

/** Points that a line of a cell takes, and the room above and below its lines. */
const lineHeight = 13.5
const cellRoom = 4
/** Points of the type in a cell that has no size of its own. */
const usualSize = 10
/** A spreadsheet shows no row higher than this. */
const highestRow = 409

const isStyled = (cell: SheetCell): cell is CellObject => typeof cell === 'object' && cell !== null && 'value' in cell

/** Lines that a row can show. */
export const mostLines = Math.floor((highestRow - cellRoom) / lineHeight)

const sheetWidth = 170

/** Characters that each column of a table is wide. */
export const sheetWidths = (table: Table): number[] => columnShares(table).map((share) => Math.max(9, Math.round(share * sheetWidth)))

/** Lines of a text in a column of this many characters: a word that does not fit begins the next, one that fits on none is divided. */
export function linesOf(text: string, width: number): number {
  let lines = 0
  for (const paragraph of text.split('\n')) {
    lines += 1
    if (paragraph.length <= width) continue
    let used = 0
    for (const word of paragraph.split(' ')) {
      const length = used === 0 ? word.length : used + 1 + word.length
      if (length <= width) used = length
      else {
        const more = Math.ceil(word.length / width)
        lines += used === 0 ? more - 1 : more
        used = word.length - (more - 1) * width
      }
    }
  }
  return lines
}

/** Splits a text into what each row can show. */
export function inRows(text: string, width: number): string[] {
  if (sheetHolds(text, width)) return [text]
  const rows: string[] = []
  let row = ''
  let lines = 0
  for (const piece of text.match(/[^\n]{1,500}(?:\s|$)|[^\n]{1,500}|\n/gu) ?? []) {
    const more = linesOf(piece.replace(/\n$/, ''), width)
    if (lines + more > mostLines && row !== '') {
      rows.push(row)
      row = ''
      lines = 0
    }
    row += piece
    lines += more
  }
  return [...rows, row]
}

/** Whether a row can show the whole text of a cell. */
export const sheetHolds = (text: string, width: number): boolean => text.length < mostLines || linesOf(text, width) <= mostLines

/**
 * Gives each row the height of its longest text. Some programs do not measure wrapped text when they open a file, and none measures a cell
 * that spans columns: rows would lie over each other, or end after the first line.
 */
export function withHeights(rows: SheetCell[][], widths: number[]): SheetCell[][] {
  return rows.map((row) => {
    const [first] = row
    if (!isStyled(first) || first.height !== undefined) return row
    const lines = row.map((cell, index) => {
      if (!isStyled(cell) || typeof cell.value !== 'string' || !cell.wrap) return 1
      const span = widths.slice(index, index + (cell.columnSpan ?? 1))
      const width = span.reduce((sum, one) => sum + one, 0)
      return linesOf(cell.value, (width * usualSize) / (cell.fontSize ?? usualSize))
    })
    const most = Math.max(...lines)
    const taller = (first.fontSize ?? usualSize) / usualSize
    return most * taller === 1 ? row : [{ ...first, height: Math.min(highestRow, most * lineHeight * taller + cellRoom) }, ...row.slice(1)]
  })
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** On paper a sheet is as wide as the page, and the first row of a table stands on each page. `titled` has the numbers of those sheets. */
export function printing(names: string[], titled: number[]) {
  const titles = titled.map((sheet) => {
    const name = escaped((names[sheet] ?? '').replaceAll("'", "''"))
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${sheet}">'${name}'!$1:$1</definedName>`
  })
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content) => content.replace(/<(sheetViews|cols)/, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><$1'),
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        },
        'xl/workbook.xml': {
          transform: (content) => content.replace(/<definedNames\s*\/>/, `<definedNames>${titles.join('')}</definedNames>`),
        },
      },
    },
  } satisfies Feature<unknown>
}
