import type { ListReading } from '../contract/list-reading.ts'
import { type FitOf, findHeader, type Header, headerIn, noHeader } from './find-header.ts'
import { filledRows, isFilled, plainSheet, type Sheet } from './sheet.ts'

/** A sheet with the header that was found in it. */
export interface HeadedSheet {
  sheet: Sheet
  /** As it is in the file, where its records are columns there. */
  original: Sheet
  header: Header
  /** Its records were columns, and are rows now. */
  isTurned: boolean
  /** Rows under the header that hold something. */
  records: number
}

/** Rows and columns of a list whose records may be columns. */
const mostFields = 200

const isExportSummary = ({ rows }: Sheet) =>
  rows.slice(0, 5).some((row) => row.some((cell) => /^This document was exported from Numbers\./.test(cell)))

const recordsUnder = (sheet: Sheet, { rows }: Header) => filledRows(sheet.rows.slice((rows.at(-1) ?? -1) + 1))

function turned(sheet: Sheet): Sheet {
  const width = sheet.rows.reduce((most, { length }) => Math.max(most, length), 0)
  const rows = Array.from({ length: width }, (_, column) => sheet.rows.map((row) => row[column] ?? ''))
  return { ...plainSheet(sheet.name, rows), isHidden: sheet.isHidden }
}

/** The sheet turned, where the names of its fields stand below each other in one of its first columns. */
function turnedWithHeader(sheet: Sheet, straight: Header, fitOf: FitOf): HeadedSheet | null {
  if (sheet.rows.length > mostFields || sheet.rows.length < 2) return null
  const side = turned(sheet)
  const headers = [0, 1, 2].filter((row) => row < side.rows.length - 1).map((row) => headerIn(side, row, fitOf))
  const best = headers.toSorted((a, b) => b.fit.mapped - a.fit.mapped).find(({ fit }) => fit.name !== null)
  if (!best) return null
  const isMore = straight.fit.name === null ? best.fit.mapped > 1 : best.fit.mapped > 2 && best.fit.mapped > straight.fit.mapped + 1
  return isMore ? { sheet: side, original: sheet, header: best, isTurned: true, records: recordsUnder(side, best) } : null
}

/** Finds the header of a sheet, or takes the one that a person has named. */
export function headed(sheet: Sheet, fitOf: FitOf, { headerRow }: ListReading, mayTurn: boolean): HeadedSheet {
  const header =
    headerRow === undefined ? findHeader(sheet, fitOf) : headerRow === 'none' ? noHeader(sheet) : headerIn(sheet, headerRow - 1, fitOf)
  const straight = { sheet, original: sheet, header, isTurned: false, records: recordsUnder(sheet, header) }
  return (mayTurn && headerRow === undefined ? turnedWithHeader(sheet, header, fitOf) : null) ?? straight
}

const sameNames = (a: Header, b: Header) => {
  const names = new Set(a.names.map((name) => name.toLowerCase()).filter(isFilled))
  const others = b.names.map((name) => name.toLowerCase()).filter(isFilled)
  const shared = others.filter((name) => names.has(name)).length
  return shared >= 2 && shared >= Math.max(names.size, others.length) * 0.7
}

/** The list is in the first visible sheet that names records and has some; a sheet that names far less than another is none. */
function bestOf(all: HeadedSheet[]): HeadedSheet | undefined {
  const withRecords = all.filter(({ sheet, records }) => records > 0 && !isExportSummary(sheet))
  const isNaming = ({ header }: HeadedSheet) => header.fit.name !== null
  const most = Math.max(0, ...withRecords.filter((one) => isNaming(one) && !one.sheet.isHidden).map(({ header }) => header.fit.mapped))
  const visible = withRecords.filter(({ sheet }) => !sheet.isHidden)
  return (
    visible.find((one) => isNaming(one) && !one.isTurned && one.header.fit.mapped * 3 > most) ??
    visible.find(isNaming) ??
    withRecords.find(isNaming) ??
    visible.find(({ records }) => records > 1) ??
    visible[0] ??
    withRecords[0]
  )
}

/** The sheets that are read, and those that have the same columns and are not. Null where there is no sheet of a name that was asked for. */
export function chooseSheets(sheets: Sheet[], fitOf: FitOf, reading: ListReading): { read: HeadedSheet[]; alike: Sheet[] } | null {
  const wanted = reading.sheets
  if (wanted?.some((name) => !sheets.some((sheet) => sheet.name === name))) return null
  const straight = sheets.map((sheet) => headed(sheet, fitOf, wanted?.includes(sheet.name) ? reading : {}, false))
  const hasName = straight.some(
    ({ header, records, sheet }) => header.fit.name !== null && records > 0 && !sheet.isHidden && !isExportSummary(sheet),
  )
  const mayTurn = (one: HeadedSheet) => (hasName && wanted === undefined ? one : headed(one.sheet, fitOf, reading, true))
  if (wanted) {
    const read = straight.filter(({ sheet }) => wanted.includes(sheet.name)).map(mayTurn)
    return { read, alike: alikeOf(straight, read[0], wanted) }
  }
  const found =
    sheets.length === 1 || reading.headerRow !== undefined
      ? straight.map((one) => headed(one.sheet, fitOf, reading, true))
      : straight.map(mayTurn)
  const best = bestOf(found) ?? found.find(({ sheet }) => sheet.rows.length > 0 && !sheet.isHidden) ?? found[0]
  return best ? { read: [best], alike: alikeOf(straight, best, [best.sheet.name]) } : { read: [], alike: [] }
}

const alikeOf = (all: HeadedSheet[], first: HeadedSheet | undefined, read: string[]): Sheet[] =>
  first === undefined
    ? []
    : all.flatMap(({ sheet, header, records }) =>
        records > 0 && !read.includes(sheet.name) && sameNames(first.header, header) ? [sheet] : [],
      )
