import type { ListSource, NotedRow } from '../contract/list-reading.ts'
import type { HeadedSheet } from './choose-sheets.ts'
import { isFilled } from './sheet.ts'

/** Rows that are shown at the top of a sheet, and about its header; and how much of each. */
const shown = { top: 25, before: 3, after: 12, columns: 60, characters: 160 }

/** The first rows of a sheet as they are in the file, with what each was taken for. */
export function pictureOf({ sheet, header }: HeadedSheet, noted: NotedRow[]): ListSource['picture'] {
  const sheetName = sheet.name === '' ? null : sheet.name
  const parts = new Map(noted.filter((row) => row.sheet === sheetName).map(({ row, reason }) => [row, reason]))
  const [top = 0] = header.rows
  const bottom = header.rows.at(-1) ?? 0
  const isShown = (index: number) => index < shown.top || (index >= top - shown.before && index <= bottom + shown.after)
  return sheet.rows.slice(0, bottom + shown.top).flatMap((row, index) => {
    if (!isShown(index) || !row.some(isFilled)) return []
    const part = header.rows.includes(index) ? 'header' : (parts.get(index + 1) ?? 'record')
    return [{ row: index + 1, cells: row.slice(0, shown.columns).map((cell) => cell.slice(0, shown.characters)), part }]
  })
}
