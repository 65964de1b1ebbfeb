import { readFileSync, statSync } from 'node:fs'
import { FieldbookError } from '../../contract/errors.ts'
import {
  type ColumnMapping,
  columnsOf,
  type ImportPreview,
  type SystemFields,
  systemFields,
  type ValueMapping,
} from '../../contract/inventory.ts'
import type { ListReading } from '../../contract/list-reading.ts'
import { recordId } from '../../contract/procedure.ts'
import { pathError } from '../../engagement/inspect.ts'
import { WordChoices } from '../../importing/word-choices.ts'
import { text } from '../../language/text.ts'
import { withoutGuard } from '../../spreadsheet/formula-guard.ts'
import { pictureOf } from '../../spreadsheet/picture.ts'
import { type ReadList, readList } from '../../spreadsheet/read-list.ts'
import { isPlaceholder } from '../../spreadsheet/row-words.ts'
import { everyRow, type SortedRows, sortRows } from '../../spreadsheet/sort-rows.ts'
import type { Progress } from '../../task/task.ts'
import { fitOf, type MappingRequest, mappingOf, refuseBeyond, type Table, unmappedColumns } from '../list-mapping.ts'
import { isOwnList } from '../own-list.ts'
import { toSystem } from '../to-system.ts'
import { choiceFields, readVocabulary } from '../vocabulary.ts'

declare module '../../task/task.ts' {
  interface TaskTypes {
    'inventory.readImport': typeof readImport
  }
}

export interface ReadRequest extends MappingRequest {
  path: string
  reading: ListReading
  values: ValueMapping[]
  keepUnmapped: boolean
}

/** A system of the list, where it stands there, and its id in the inventory that it was exported from. */
export interface ReadRow {
  row: number
  ownId: string | null
  system: SystemFields
}

/** What only the inventory can tell. */
type OfFile =
  | 'onDuplicate'
  | 'systems'
  | 'duplicates'
  | 'found'
  | 'fillable'
  | 'updatable'
  | 'differing'
  | 'updateFields'
  | 'asked'
  | 'askedCount'

export interface ReadImport {
  preview: Omit<ImportPreview, OfFile>
  rows: ReadRow[]
  /** Kinds of data that the list speaks of, where it has a column of yes and no for each; else it speaks of all. */
  spokenData: string[] | null
}

/** Largest file in megabytes. */
const limit = 50
const sampleRows = 8
const examplesOfColumn = 3
const mostNoted = 1000

/** Reads a list of AI systems from a text table, a workbook or what else is one; writes nothing. */
export async function readImport(request: ReadRequest, progress: Progress): Promise<ReadImport> {
  const { path, reading, values, keepUnmapped } = request
  progress.report(0.1, text('import:reading'))
  const vocabulary = readVocabulary()
  const list = await readList(readBytes(path), path, reading, fitOf(vocabulary))
  progress.report(0.4, text('import:matching'))
  const isOwn = isOwnList(list.header)
  const { mapping, missing } = mappingOf(list, request, vocabulary)
  const sorted = isOwn ? ownRows(list, reading) : sortRows(list, columnsOf(mapping, 'name')[0] ?? null, reading)
  const table = { header: sorted.header, records: sorted.records.map(({ cells }) => cells) }
  refuseBeyond(mapping, table.header)
  const choices = new WordChoices(choiceFields(vocabulary), mapping, table, values)
  const addresses = addressColumn(list, mapping)
  const keptColumns = keepUnmapped ? unmappedColumns(table.header, mapping, isOwn).filter((column) => column !== addresses) : []
  const kept = (column: string, value: string) => text('import:kept', { column, value })
  const rowReading = { header: table.header, mapping, choices, keptColumns, kept }
  const isOfSheets = list.source.sheets.filter(({ isRead }) => isRead).length > 1
  const rows = sorted.records.map(({ sheet, row, cells }) => {
    const ownId = isOwn ? (recordId.safeParse(cells[0]).data ?? null) : null
    const system = toSystem(cells, { ...rowReading, isExact: ownId !== null })
    return { row, ownId, system: named(withAddresses(system, cells[addresses ?? -1] ?? ''), row, isOfSheets ? sheet : null) }
  })
  refuseTooLong(rows, path)
  return {
    preview: {
      ...list.source,
      path,
      header: table.header,
      isOwn,
      columns: describeColumns(table),
      records: rows.length,
      sample: table.records.slice(0, sampleRows),
      mapping,
      values: choices.counted(table.records),
      keepUnmapped,
      picture: pictureOf(list.first, sorted.noted),
      noted: sorted.noted.slice(0, mostNoted),
      problem: list.source.problem ?? (rows.length === 0 ? text('import:allLeftOut') : null),
      withoutName: sorted.noted.filter(({ reason }) => reason === 'nameless').length,
      warnings: [...list.warnings, ...notedWarnings(sorted), ...missing],
    },
    rows,
    spokenData: choices.spokenOf('dataCategories'),
  }
}

/** Our own text tables have a mark before what a spreadsheet would take for a formula; each of their rows is a system. */
function ownRows(list: ReadList, reading: ListReading): SortedRows {
  const rows = everyRow(list, reading)
  if (!list.source.isText) return rows
  return { ...rows, records: rows.records.map((record) => ({ ...record, cells: record.cells.map(withoutGuard) })) }
}

/** A row without a name comes in under one that says so, and where it was. */
function named(system: SystemFields, row: number, sheet: string | null): SystemFields {
  if (system.name.trim() !== '' && !isPlaceholder(system.name)) return system
  return { ...system, name: sheet === null ? text('import:unnamed', { row }) : text('import:unnamedInSheet', { row, sheet }) }
}

/** Rows that are named in a warning, at most; all of them are in the preview. */
const mostInWarning = 10

function notedWarnings({ noted }: SortedRows): string[] {
  const under = noted.filter(({ reason }) => reason !== 'above')
  const about = (key: string, rows: SortedRows['noted']) => {
    const numbers = rows.slice(0, mostInWarning).map(({ row }) => row)
    const named = numbers.join(', ') + (rows.length > mostInWarning ? ', …' : '')
    return rows.length === 0 ? [] : [text(`import:${key}`, { count: rows.length, rows: named })]
  }
  return [
    ...about(
      'leftOut',
      under.filter(({ isTaken }) => !isTaken),
    ),
    ...about(
      'joined',
      under.filter(({ reason }) => reason === 'joined'),
    ),
    ...about(
      'nameless',
      under.filter(({ reason }) => reason === 'nameless'),
    ),
  ]
}

function readBytes(path: string): Uint8Array {
  try {
    const stats = statSync(path)
    // A device such as /dev/zero has no size and no end.
    if (stats.isCharacterDevice()) throw new FieldbookError('import-unreadable', { path, reason: text('import:device') })
    if (stats.size > limit * 1024 * 1024) throw new FieldbookError('import-too-large', { path, limit })
    return readFileSync(path)
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'EISDIR'
      ? new FieldbookError('import-unreadable', { path, reason: text('import:folder') }, { cause: error })
      : pathError(path, error)
  }
}

/** The column of the addresses behind cells, which the file does not show, where no field takes it as it is. */
function addressColumn({ header, columns }: ReadList, mapping: ColumnMapping): number | null {
  const column = header.indexOf(text('import:links'), columns)
  return column < 0 || Object.values(mapping).flat().includes(column) ? null : column
}

/** A system with the addresses behind its cells among its links. */
function withAddresses(system: SystemFields, addresses: string): SystemFields {
  const added = addresses.split('\n').filter((address) => address !== '' && !system.links.includes(address))
  return added.length === 0 ? system : { ...system, links: [system.links, ...added].filter((line) => line !== '').join('\n') }
}

function describeColumns({ header, records }: Table): ImportPreview['columns'] {
  return header.map((_, column) => {
    const examples = new Set<string>()
    let filled = 0
    for (const record of records) {
      const cell = (record[column] ?? '').trim()
      if (cell === '') continue
      filled += 1
      if (examples.size < examplesOfColumn) examples.add(cell.slice(0, 120))
    }
    return { filled, examples: [...examples] }
  })
}

/** A cell that its field cannot hold is mostly a quotation mark that was never closed: better no list than one with half of it in a cell. */
function refuseTooLong(rows: ReadRow[], path: string): void {
  for (const { row, system } of rows) {
    const issue = systemFields.safeParse(system).error?.issues.find(({ code }) => code === 'too_big')
    if (!issue) continue
    const field = text(`inventory:fields.${String(issue.path[0])}`)
    throw new FieldbookError('import-unreadable', { path, reason: text('import:tooLong', { row, field }) })
  }
}
