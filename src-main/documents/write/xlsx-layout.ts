import type { CellObject, Feature, Cell as SheetCell } from 'write-excel-file/node'

/** Points that a line of a cell takes, and the room above and below its lines. */
const lineHeight = 13.5
const cellRoom = 4
/** A spreadsheet shows no row higher than this. */
const highestRow = 409

const isStyled = (cell: SheetCell): cell is CellObject => typeof cell === 'object' && cell !== null && 'value' in cell

/** Lines of a text in a column of this many characters. */
const linesOf = (text: string, width: number) =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)

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
      return linesOf(
        cell.value,
        span.reduce((sum, width) => sum + width, 0),
      )
    })
    const most = Math.max(...lines)
    return most === 1 ? row : [{ ...first, height: Math.min(highestRow, most * lineHeight + cellRoom) }, ...row.slice(1)]
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
