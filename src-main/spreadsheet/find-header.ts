import { filledCells, isFilled, type Sheet } from './sheet.ts'

/** How well a header names what a list is wanted for: the column of its names, and how many fields it fills. */
export interface Fit {
  name: number | null
  mapped: number
}

/** Said by the module that wants the list: what its records are called is not known here. */
export type FitOf = (header: string[], records: string[][]) => Fit

/** Rows of a header, from the top one to the one above the first record, and the names that they make. */
export interface Header {
  rows: number[]
  names: string[]
  fit: Fit
}

/** Rows in which a header is looked for, and how many of them are weighed. */
const reach = { rows: 500, weighed: 40 }

const nothing: Fit = { name: null, mapped: 0 }

const cellOf = (sheet: Sheet, row: number, column: number) => sheet.rows[row]?.[column]?.trim() ?? ''

const isNumberOrDate = (cell: string) => /^[\s\d.,:/%€$£+-]*\d[\s\d.,:/%€$£+-]*$/.test(cell)

/** Whether a row reads as names of columns, and not as values. */
function isNaming(row: string[]): boolean {
  const filled = row.filter(isFilled)
  return filled.length > 0 && filled.filter((cell) => isNumberOrDate(cell) || /@|https?:/.test(cell)).length * 3 <= filled.length
}

/** Text as its outline: letters, digits and what stands between them. */
const outline = (cell: string) =>
  cell
    .trim()
    .replace(/\p{L}+/gu, 'a')
    .replace(/\d+/g, '9')

/** The first row is a record where one of its cells with digits has the outline that the cells under it have. */
function isRecord(row: string[], others: string[][]): boolean {
  return row.some((cell, column) => {
    if (!/\d/.test(cell)) return false
    const below = others.flatMap((other) => (isFilled(other[column] ?? '') ? [outline(other[column] ?? '')] : []))
    return below.length > 1 && below.filter((one) => one === outline(cell)).length >= below.length * 0.8
  })
}

/** The text that spans a column in a row: its own, that of the merged cell it lies in, or the nearest one to the left. */
function bandOf(sheet: Sheet, row: number, column: number): string {
  const merge = sheet.merges.find(({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right)
  if (merge) return cellOf(sheet, merge.top, merge.left)
  for (let at = column; at >= 0; at -= 1) if (cellOf(sheet, row, at) !== '') return cellOf(sheet, row, at)
  return ''
}

/** Names by the lowest row of a header; the rows above it name what it leaves empty, and tell apart what it names twice. */
export function namesOf(sheet: Sheet, rows: number[]): string[] {
  const bottom = rows.at(-1) ?? 0
  const above = [...rows.slice(0, -1)].reverse()
  const width = Math.max(...rows.map((row) => sheet.rows[row]?.length ?? 0), 0)
  const names = Array.from({ length: width }, (_, column) => {
    const own = cellOf(sheet, bottom, column)
    return own === '' ? (above.map((row) => cellOf(sheet, row, column)).find((name) => name !== '') ?? '') : own
  })
  const counts = Map.groupBy(names, (name) => name)
  return names.map((name, column) => {
    if (name === '' || (counts.get(name)?.length ?? 0) < 2) return name
    const band = above.map((row) => bandOf(sheet, row, column)).find((text) => text !== '' && text !== name)
    return band === undefined ? name : `${band} ${name}`
  })
}

/** The last row of a header that begins in a row, where its cells are merged downwards or a second row names the parts of its groups. */
function bottomOf(sheet: Sheet, row: number): number {
  const merged = sheet.merges.filter(({ top, bottom }) => top === row && bottom > row && bottom <= row + 3).map(({ bottom }) => bottom)
  if (merged.length > 0) return Math.max(...merged)
  const upper = sheet.rows[row] ?? []
  const lower = sheet.rows[row + 1] ?? []
  const parts = lower.flatMap((cell, column) => (isFilled(cell) ? [column] : []))
  // A part lies under a group: under an empty cell, or under one with an empty cell beside it.
  const isUnderGroup = (column: number) =>
    column > 0 && bandOf(sheet, row, column) !== '' && (cellOf(sheet, row, column) === '' || cellOf(sheet, row, column + 1) === '')
  const hasGap = parts.some((column) => column > 0 && cellOf(sheet, row, column) === '')
  const isSparse = parts.length < filledCells(upper) + 1 && !isFilled(lower[0] ?? '')
  return hasGap && isSparse && isNaming(lower) && parts.every(isUnderGroup) ? row + 1 : row
}

/** Rows of the header whose lowest is known: the one above belongs to it where it names what this one leaves open. */
function withBand(sheet: Sheet, rows: number[]): number[] {
  const [top = 0] = rows
  const names = namesOf(sheet, rows)
  const filled = names.filter((name) => name !== '')
  const isTwice = new Set(filled).size < filled.length
  const isOpen = (sheet.rows[top - 1] ?? []).some((cell, column) => isFilled(cell) && (names[column] ?? '') === '')
  return top > 0 && filledCells(sheet.rows[top - 1] ?? []) > 1 && (isTwice || isOpen) ? [top - 1, ...rows] : rows
}

const upTo = (top: number, bottom: number) => Array.from({ length: bottom - top + 1 }, (_, index) => top + index)

function headerAt(sheet: Sheet, row: number, fitOf: FitOf): Header {
  const rows = withBand(sheet, upTo(row, bottomOf(sheet, row)))
  const names = namesOf(sheet, rows)
  return { rows, names, fit: fitOf(names, []) }
}

/** The header that a person has named. */
export function headerIn(sheet: Sheet, row: number, fitOf: FitOf): Header {
  const rows = withBand(sheet, [row])
  const names = namesOf(sheet, rows)
  return { rows, names, fit: fitOf(names, []) }
}

/** Columns that are called by their numbers, since nothing names them. */
export const noHeader = (sheet: Sheet): Header => ({
  rows: [],
  names: Array.from({ length: sheet.rows.reduce((most, { length }) => Math.max(most, length), 0) }, () => ''),
  fit: nothing,
})

/**
 * The header of a sheet: the row that names the most of what is wanted. Where none names anything, it is the first that is about as full as
 * the fullest; where that one reads as a record, there is none.
 */
export function findHeader(sheet: Sheet, fitOf: FitOf): Header {
  const filled = sheet.rows.slice(0, reach.rows).map(filledCells)
  const fullest = Math.max(0, ...filled)
  const candidates = filled.flatMap((count, row) => (count >= Math.min(2, fullest) && count > 0 ? [row] : [])).slice(0, reach.weighed)
  const first = candidates.find((row) => (filled[row] ?? 0) * 2 > fullest) ?? candidates[0]
  if (first === undefined) return noHeader(sheet)
  let best = { ...headerAt(sheet, first, fitOf), score: Number.NEGATIVE_INFINITY }
  for (const row of candidates) {
    if (!isNaming(sheet.rows[row] ?? [])) continue
    const header = headerAt(sheet, row, fitOf)
    const { name, mapped } = header.fit
    const fullness = (filled[row] ?? 0) / fullest
    const score = mapped + (name === null ? 0 : 2) + 2 * fullness
    // A record may happen to name one thing; it is the header only where it names more than the row that looks like one.
    if (row > first && (name === null || mapped < 2)) continue
    if (score > best.score) best = { ...header, score }
    if (name !== null && mapped > 1 && fullness > 0.5) break
  }
  const { score: _, ...header } = best
  const [top = first] = header.rows
  if (header.fit.name === null && isRecord(sheet.rows[top] ?? [], sheet.rows.slice(top + 1, top + 50))) return noHeader(sheet)
  return header
}
