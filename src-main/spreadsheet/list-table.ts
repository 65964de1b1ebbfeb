import { text } from '../language/text.ts'
import type { HeadedSheet } from './choose-sheets.ts'
import { isFilled, type Sheet } from './sheet.ts'

/** A row under the header that holds something. */
export interface BodyRow {
  sheet: string | null
  /** Place in the file, counted from 1. */
  row: number
  /** As many as the table has columns. */
  cells: string[]
  isHidden: boolean
  /** Columns that are merged with the row above: they hold what that one holds. */
  merged: ReadonlySet<number>
  /** One cell goes across the whole row. */
  isAcross: boolean
  /** The row above is empty. */
  isAfterGap: boolean
  /** It ends before the header does. */
  isShort: boolean
  /** It goes on where the header has ended. */
  isLong: boolean
}

/** A list under one header, whatever sheets and kind of file it came from. */
export interface ListTable {
  /** Unique names: a name that stands twice gets a number. */
  header: string[]
  /** Columns of the file; those after them were added here. */
  columns: number
  /** Header as each of its rows has it, to know it again. */
  headerCells: string[][]
  body: BodyRow[]
  /** Rows above the header that hold something. */
  above: { sheet: string | null; row: number; content: string }[]
  warnings: string[]
}

/** Cells that take the text of the one they are merged with, at most. */
const mostFilled = 1_000_000

/** A row as one line of text. */
export const contentOf = (cells: readonly string[]): string =>
  cells
    .filter(isFilled)
    .map((cell) => cell.trim().replace(/\s+/g, ' '))
    .join(' · ')
    .slice(0, 300)

/** Columns of a sheet that hold something or have a name, in blocks between empty columns. */
function blocksOf({ sheet, header }: HeadedSheet, from: number): number[][] {
  const isUsed: boolean[] = header.names.map(isFilled)
  const width = sheet.rows.reduce((most, { length }) => Math.max(most, length), 0)
  const rows = sheet.rows.slice(from)
  for (let column = 0; column < width; column += 1) isUsed[column] ||= rows.some((row) => isFilled(row[column] ?? ''))
  const blocks: number[][] = []
  for (let column = 0; column < isUsed.length; column += 1)
    if (isUsed[column]) isUsed[column - 1] ? blocks.at(-1)?.push(column) : blocks.push([column])
  return blocks
}

/** Rows from the header on that a block fills without a gap; null where it has gaps. */
function heightOf(rows: string[][], block: number[]): number | null {
  const filled = rows.map((row) => block.some((column) => isFilled(row[column] ?? '')))
  const end = filled.lastIndexOf(true)
  return filled.slice(0, end + 1).every(Boolean) ? end + 1 : null
}

/** Blocks of a list, without a shorter table of its own beside it, such as a legend. */
function columnsOf(headed: HeadedSheet, from: number): { columns: number[]; beside: number[] } {
  const blocks = blocksOf(headed, from)
  const { name } = headed.header.fit
  const main = blocks.find((block) => name !== null && block.includes(name))
  if (!main || blocks.length < 2) return { columns: blocks.flat(), beside: [] }
  const rows = headed.sheet.rows.slice(from)
  const full = rows.filter((row) => main.some((column) => isFilled(row[column] ?? ''))).length
  const isLegend = (block: number[]) => {
    const height = heightOf(rows, block)
    return (
      block !== main &&
      block.length > 1 &&
      block.every((column) => isFilled(headed.header.names[column] ?? '')) &&
      height !== null &&
      height < full
    )
  }
  return { columns: blocks.filter((block) => !isLegend(block)).flat(), beside: blocks.filter(isLegend).flat() }
}

/** Rows under the header with the text of merged cells in each of them. */
function filledDown({ rows, merges }: Sheet, from: number): { rows: string[][]; merged: Map<number, Set<number>>; across: Set<number> } {
  const copies = new Map<number, string[]>()
  const merged = new Map<number, Set<number>>()
  const across = new Set<number>()
  let filled = 0
  for (const { top, left, bottom, right } of merges) {
    if (top < from) continue
    if (right > left + 1) across.add(top)
    const value = rows[top]?.[left] ?? ''
    for (let row = top + 1; row <= Math.min(bottom, rows.length - 1) && filled < mostFilled; row += 1, filled += 1) {
      const cells = copies.get(row) ?? [...(rows[row] ?? [])]
      while (cells.length <= left) cells.push('')
      cells[left] = value
      copies.set(row, cells)
      merged.set(row, (merged.get(row) ?? new Set<number>()).add(left))
    }
  }
  return { rows: rows.map((row, index) => copies.get(index) ?? row), merged, across }
}

function bodyOf(headed: HeadedSheet, columns: number[], sheetName: string | null): BodyRow[] {
  const { sheet, header } = headed
  const from = (header.rows.at(-1) ?? -1) + 1
  const { rows, merged, across } = filledDown(sheet, from)
  const lastNamed = header.names.findLastIndex(isFilled)
  const place = new Map(columns.map((column, index) => [column, index]))
  return rows.slice(from).flatMap((row, index): BodyRow[] => {
    const at = from + index
    const cells = columns.map((column) => row[column] ?? '')
    const own = sheet.rows[at] ?? []
    if (!columns.some((column) => isFilled(own[column] ?? ''))) return []
    return [
      {
        sheet: sheetName,
        row: at + 1,
        cells,
        isHidden: sheet.hiddenRows.has(at),
        merged: new Set([...(merged.get(at) ?? [])].flatMap((column) => place.get(column) ?? [])),
        isAcross: across.has(at),
        isAfterGap: index > 0 && !(sheet.rows[at - 1] ?? []).some(isFilled),
        isShort: own.length <= lastNamed,
        isLong: header.rows.length > 0 && own.slice(lastNamed + 1).some(isFilled),
      },
    ]
  })
}

function uniqueNames(names: string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let unique = name
    for (let count = 2; taken.has(unique); count += 1) unique = `${name} (${count})`
    taken.add(unique)
    return unique
  })
}

/** Addresses behind the cells of a row that their texts do not say. */
function linksOf({ sheet }: HeadedSheet, { row }: BodyRow): string {
  const links = sheet.links.get(row - 1) ?? []
  const texts = sheet.rows[row - 1] ?? []
  return [
    ...new Set(
      links
        .filter(({ column, address }) => !address.startsWith('#') && !texts[column]?.includes(address.replace(/^mailto:/, '')))
        .map(({ address }) => address),
    ),
  ].join('\n')
}

/** The rows of one sheet or of several as one list; the columns of later sheets find their place by their names. */
export function tableOf(sheets: HeadedSheet[]): ListTable {
  const warnings: string[] = []
  const above: ListTable['above'] = []
  const header: string[] = []
  const parts = sheets.map((headed) => {
    const { rows } = headed.header
    const from = rows[0] ?? 0
    const { columns, beside } = columnsOf(headed, from)
    const sheetName = headed.sheet.name === '' ? null : headed.sheet.name
    if (beside.length > 0)
      warnings.push(text('import:beside', { columns: beside.map((column) => headed.header.names[column] ?? '').join(', ') }))
    for (const [index, row] of headed.sheet.rows.slice(0, from).entries())
      if (row.some(isFilled)) above.push({ sheet: sheetName, row: index + 1, content: contentOf(row) })
    const names = uniqueNames(columns.map((column) => headed.header.names[column]?.trim() || text('import:column', { number: column + 1 })))
    for (const name of names) if (!header.includes(name)) header.push(name)
    const body = bodyOf(headed, columns, sheetName).map((row) => ({ row, links: linksOf(headed, row) }))
    return { names, body, headerCells: rows.map((row) => columns.map((column) => headed.sheet.rows[row]?.[column] ?? '')) }
  })
  const hasLinks = parts.some(({ body }) => body.some(({ links }) => links !== ''))
  const added = [...(hasLinks ? [text('import:links')] : []), ...(sheets.length > 1 ? [text('import:sheet')] : [])]
  const body = parts.flatMap(({ names, body: rows }) => {
    const places = header.map((name) => names.indexOf(name))
    return rows.map(({ row, links }): BodyRow => {
      const cells = places.map((place) => row.cells[place] ?? '')
      const merged = new Set(places.flatMap((place, index) => (place >= 0 && row.merged.has(place) ? [index] : [])))
      return { ...row, cells: [...cells, ...(hasLinks ? [links] : []), ...(sheets.length > 1 ? [row.sheet ?? ''] : [])], merged }
    })
  })
  return {
    header: uniqueNames([...header, ...added]),
    columns: header.length,
    headerCells: parts[0]?.headerCells ?? [],
    body,
    above,
    warnings,
  }
}
