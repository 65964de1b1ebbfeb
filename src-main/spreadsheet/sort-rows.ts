import type { ListReading, NotedRow, RowReason } from '../contract/list-reading.ts'
import { text } from '../language/text.ts'
import { type BodyRow, contentOf, type ListTable } from './list-table.ts'
import { isExample, isNote, isPlaceholder, isTitle, isTotal } from './row-words.ts'
import { isFilled } from './sheet.ts'

export interface ListRecord {
  sheet: string | null
  row: number
  cells: string[]
}

export interface SortedRows {
  header: string[]
  records: ListRecord[]
  /** Rows that are no records of their own, or have no name. */
  noted: NotedRow[]
}

/** Under a header, rows that may show how it is to be filled in. */
const rowsOfExamples = 3

const plain = (cell: string) => cell.trim().replace(/\s+/g, ' ').toLowerCase()
const placeOf = (sheet: string | null, row: number) => `${sheet ?? ''}\u241F${row}`

/** What the rows of a list have in common, against which each is seen. */
interface Habits {
  /** Names of the columns, and the rows of the header, without case. */
  headers: string[][]
  name: number | null
  /** Columns of the file. */
  columns: number
  /** Filled cells of half of the rows, at least. */
  typical: number
  /** The first row is a title already: the list is in groups. */
  isGrouped: boolean
  /** Place of the last row that is more than a line of text. */
  lastFull: number
  /** After that row there was an empty one, from this place on. */
  gap: number
}

const filledOf = ({ cells }: BodyRow, columns: number): number[] =>
  cells.slice(0, columns).flatMap((cell, column) => (isFilled(cell) ? [column] : []))

/** A line of text, or a label with what it labels, in a list whose rows have more. */
function isThin(row: BodyRow, columns: number, typical: number): boolean {
  const filled = filledOf(row, columns)
  if (filled.length <= 1) return typical > 1
  const first = row.cells[filled[0] ?? 0] ?? ''
  // A note with a comma is two cells in a text table.
  return filled.length === 2 && typical > 2 && (isNote(first) || (typical > 3 && /:\s*$/.test(first)))
}

function habitsOf({ body, columns, header, headerCells }: ListTable, name: number | null): Habits {
  const counts = body.map((row) => filledOf(row, columns).length).toSorted((a, b) => a - b)
  const typical = counts[Math.floor(counts.length / 2)] ?? 0
  const lastFull = body.findLastIndex((row) => !isThin(row, columns, typical))
  const after = body.findIndex((row, index) => index > lastFull && row.isAfterGap)
  const [first] = body
  const isGrouped = first !== undefined && columns > 2 && filledOf(first, columns).length === 1 && body.length > 1
  const headers = headerCells.length === 0 ? [] : [header, ...headerCells].map((names) => names.map(plain))
  return { headers, name, columns, typical, isGrouped, lastFull, gap: after < 0 ? body.length : after }
}

/** The header again, as where a table goes on over pages or several lie below each other. */
function isHeaderAgain(row: BodyRow, columns: number, headers: readonly string[][]): boolean {
  const filled = filledOf(row, columns)
  const isLike = (names: readonly string[]) => {
    const same = filled.filter((column) => isSame(row.cells[column] ?? '', names[column] ?? '')).length
    return same === filled.length ? same > 1 || columns === 1 : same > 2 && same >= filled.length * 0.8
  }
  return headers.some(isLike)
}

/** Whether a cell says a name of the header; most are far longer. */
const isSame = (cell: string, name: string) =>
  cell.length < name.length + 20 && cell.trimStart().slice(0, 1).toLowerCase() === name.slice(0, 1) && plain(cell) === name

/** Nothing but placeholders, or but the number that a template gave the row. */
function saysNothing(row: BodyRow, filled: number[], { name, columns }: Habits): boolean {
  const said = filled.filter((column) => !isPlaceholder(row.cells[column] ?? ''))
  if (said.length === 0) return true
  const [only = 0] = said
  return name !== null && columns > 1 && said.length === 1 && only !== name && /^\d{1,5}\.?$/.test((row.cells[only] ?? '').trim())
}

function isGroup(row: BodyRow, next: BodyRow | undefined, { columns, isGrouped, lastFull, name }: Habits, index: number): boolean {
  const [column = 0, ...others] = filledOf(row, columns)
  if (others.length > 0 || columns < 3 || index > lastFull || !next || filledOf(next, columns).length < 2) return false
  return (
    row.isAcross || isGrouped || isTitle(row.cells[column] ?? '') || (name !== null && column < name && !isFilled(next.cells[column] ?? ''))
  )
}

/** Why a row is no record, by what it says and where it stands; null where it is one. */
function reasonOf(row: BodyRow, index: number, table: ListTable, habits: Habits): Exclude<RowReason, 'nameless' | 'joined'> | null {
  const { columns, lastFull, gap } = habits
  const filled = filledOf(row, columns)
  const first = row.cells[filled[0] ?? 0] ?? ''
  if (isHeaderAgain(row, columns, habits.headers)) return 'repeated-header'
  if (saysNothing(row, filled, habits)) return 'placeholders'
  const others = filled.slice(1).map((column) => row.cells[column] ?? '')
  if (isTotal(first) && others.every((cell) => /^[\d.,\s%]+$/.test(cell))) return 'total'
  if (index < rowsOfExamples && filled.slice(0, 2).some((column) => isExample(row.cells[column] ?? ''))) return 'example'
  if (isGroup(row, table.body[index + 1], habits, index)) return 'group'
  const isUnder = index > lastFull || (columns < 3 && filled.length === 1)
  return isUnder && ((columns > 1 && index > lastFull && index >= gap) || (isNote(first) && (columns > 1 || row.isAfterGap)))
    ? 'note'
    : null
}

/** A row that only goes on with cells of the one above, which has a name. */
function isContinuation(row: BodyRow, above: ListRecord | undefined, { name, columns }: Habits): boolean {
  if (name === null || !above || above.sheet !== row.sheet) return false
  if (row.merged.has(name)) return true
  const filled = filledOf(row, columns).filter((column) => !row.merged.has(column))
  const isFree = !isFilled(row.cells[name] ?? '') && !filled.includes(0) && !row.isAfterGap
  return isFree && filled.length * 2 < columns && filled.every((column) => isFilled(above.cells[column] ?? ''))
}

/** Adds the cells of a row to those of the record above it. */
function join(above: ListRecord, row: BodyRow): void {
  row.cells.forEach((cell, column) => {
    const there = above.cells[column] ?? ''
    if (isFilled(cell) && !row.merged.has(column) && cell !== there) above.cells[column] = there === '' ? cell : `${there}\n${cell}`
  })
}

/**
 * Parts the rows of a list in records and what is none: headers that come again, groups, totals, notes, examples, rows without content. Rows
 * that only go on with the one above are joined to it. What a person says of a row comes first. `name` is the column that names records.
 */
export function sortRows(table: ListTable, name: number | null, { rows: said = [], hiddenRows }: ListReading): SortedRows {
  const habits = habitsOf(table, name)
  const wanted = new Map(said.map(({ sheet, row, take }) => [placeOf(sheet, row), take]))
  const records: ListRecord[] = []
  const groups: string[] = []
  const noted: NotedRow[] = table.above.map((row) => ({ ...row, reason: 'above', isTaken: false }))
  let group = ''
  let isOpen = false
  table.body.forEach((row, index) => {
    const note = (reason: RowReason, isTaken: boolean) =>
      noted.push({ sheet: row.sheet, row: row.row, content: contentOf(row.cells.slice(0, table.columns)), reason, isTaken })
    const take = wanted.get(placeOf(row.sheet, row.row))
    const reason = row.isHidden && hiddenRows === 'leave-out' ? 'hidden' : reasonOf(row, index, table, habits)
    if (take === false || (take === undefined && reason !== null)) {
      if (reason === 'group') group = contentOf(row.cells.slice(0, table.columns))
      isOpen = false
      note(take === false && reason === null ? 'asked' : (reason ?? 'asked'), false)
      return
    }
    const above = isOpen ? records.at(-1) : undefined
    if (take === undefined && above && isContinuation(row, above, habits)) {
      join(above, row)
      note('joined', true)
      return
    }
    isOpen = true
    records.push({ sheet: row.sheet, row: row.row, cells: [...row.cells] })
    groups.push(group)
    const isNameless = name !== null && (!isFilled(row.cells[name] ?? '') || isPlaceholder(row.cells[name] ?? ''))
    if (isNameless) note('nameless', true)
    else if (take) note(reason ?? 'asked', true)
  })
  if (!groups.some((title) => title !== '')) return { header: table.header, records, noted }
  const header = [...table.header, text('import:group')]
  return { header, records: records.map((record, index) => ({ ...record, cells: [...record.cells, groups[index] ?? ''] })), noted }
}

/** Every row as a record, where a list is known to hold nothing else. */
export const everyRow = (table: ListTable, { hiddenRows }: ListReading): SortedRows => ({
  header: table.header,
  records: table.body
    .filter(({ isHidden }) => !isHidden || hiddenRows !== 'leave-out')
    .map(({ sheet, row, cells }) => ({ sheet, row, cells })),
  noted: table.above.map((row) => ({ ...row, reason: 'above', isTaken: false })),
})
