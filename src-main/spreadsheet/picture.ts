import type { ListSource, NotedRow } from '../contract/list-reading.ts'
import type { HeadedSheet } from './choose-sheets.ts'
import { isFilled } from './sheet.ts'

/** Rows that are shown at the top of a sheet, and about its header; and how much of each. */
const shown = { top: 60, before: 3, after: 12, columns: 60, characters: 160 }

/** The first rows of a sheet as they are in the file, with what each was taken for. */
export function pictureOf({ sheet, original, header, isTurned }: HeadedSheet, noted: NotedRow[]): ListSource['picture'] {
  const sheetName = sheet.name === '' ? null : sheet.name
  const parts = new Map(noted.filter((row) => row.sheet === sheetName).map(({ row, reason }) => [row, reason]))
  const rows = isTurned ? [] : header.rows
  const [top = 0] = rows
  const bottom = rows.at(-1) ?? 0
  const isShown = (index: number) => index < shown.top || (index >= top - shown.before && index <= bottom + shown.after)
  const partOf = (index: number) => (rows.includes(index) ? 'header' : ((isTurned ? undefined : parts.get(index + 1)) ?? 'record'))
  return original.rows.slice(0, bottom + shown.top).flatMap((row, index) => {
    if (!isShown(index) || !row.some(isFilled)) return []
    const cells = row.slice(0, shown.columns).map((cell) => cell.slice(0, shown.characters))
    return [{ row: index + 1, cells, part: partOf(index) }]
  })
}
