import { readFileSync, statSync } from 'node:fs'
import { FieldbookError } from '../../contract/errors.ts'
import {
  type ColumnMapping,
  columnMapping,
  columnsOf,
  type ImportPreset,
  type ImportPreview,
  type SystemFields,
  systemField,
  systemFields,
  type ValueMapping,
} from '../../contract/inventory.ts'
import { recordId } from '../../contract/procedure.ts'
import { pathError } from '../../engagement/inspect.ts'
import { WordChoices } from '../../importing/word-choices.ts'
import { text } from '../../language/text.ts'
import { withoutGuard } from '../../spreadsheet/formula-guard.ts'
import { proposeMapping } from '../../spreadsheet/propose-mapping.ts'
import { readList } from '../../spreadsheet/read-list.ts'
import type { SheetTable } from '../../spreadsheet/sheet-table.ts'
import type { Progress } from '../../task/task.ts'
import { isOwnList, ownMapping } from '../own-list.ts'
import { toSystem } from '../to-system.ts'
import { choiceFields, listFields, readVocabulary, type Vocabulary } from '../vocabulary.ts'

declare module '../../task/task.ts' {
  interface TaskTypes {
    'inventory.readImport': typeof readImport
  }
}

export interface ReadRequest {
  path: string
  sheet?: string | undefined
  /** The columns as a person has said, or as a preset names them; else they are proposed. */
  mapping?: ColumnMapping | undefined
  named?: ImportPreset['columns'] | undefined
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

/** Reads a list of AI systems from a text table or a workbook; writes nothing. */
export async function readImport(request: ReadRequest, progress: Progress): Promise<ReadImport> {
  const { path, sheet, values, keepUnmapped } = request
  progress.report(0.1, text('import:reading'))
  const raw = await readList(readBytes(path), path, sheet)
  progress.report(0.4, text('import:matching'))
  const isOwn = isOwnList(raw.header)
  // Our own text tables have a mark before what a spreadsheet would take for a formula.
  const table = isOwn && raw.delimiter !== '' ? { ...raw, records: raw.records.map((record) => record.map(withoutGuard)) } : raw
  const vocabulary = readVocabulary()
  const { mapping, missing } = mappingOf(table, request, vocabulary)
  const choices = new WordChoices(choiceFields(vocabulary), mapping, table, values)
  const keptColumns = keepUnmapped ? unmappedColumns(table.header, mapping, isOwn) : []
  const kept = (column: string, value: string) => text('import:kept', { column, value })
  const reading = { header: table.header, mapping, choices, keptColumns, kept }
  const all = table.records.map((record, index) => {
    const ownId = isOwn ? (recordId.safeParse(record[0]).data ?? null) : null
    return { row: table.rowNumbers[index] ?? 0, ownId, system: toSystem(record, { ...reading, isExact: ownId !== null }) }
  })
  refuseTooLong(all, path)
  const rows = all.filter(({ system }) => system.name.trim() !== '')
  const { records, rowNumbers: _, warnings, ...about } = table
  return {
    preview: {
      path,
      ...about,
      isOwn,
      columns: describeColumns(table),
      records: records.length,
      sample: records.slice(0, sampleRows),
      mapping,
      values: choices.counted(records),
      keepUnmapped,
      withoutName: all.length - rows.length,
      warnings: [...warnings, ...missing],
    },
    rows,
    spokenData: choices.spokenOf('dataCategories'),
  }
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

/** As a person said; else as the preset names the columns; else as our own lists have them; else as their names propose. */
function mappingOf(
  { header, records }: SheetTable,
  { mapping, named }: ReadRequest,
  vocabulary: Vocabulary,
): { mapping: ColumnMapping; missing: string[] } {
  if (mapping) return { mapping: withinHeader(mapping, header), missing: [] }
  if (named) return byNames(header, named)
  if (isOwnList(header)) return { mapping: ownMapping(header), missing: [] }
  return { mapping: columnMapping.parse(Object.fromEntries(proposeMapping(header, records, listFields(vocabulary)))), missing: [] }
}

/** A column beyond the header would leave its field empty in every row, and nobody would be told. */
function withinHeader(mapping: ColumnMapping, header: string[]): ColumnMapping {
  const beyond = systemField.options.find((field) => columnsOf(mapping, field).some((column) => column >= header.length))
  if (!beyond) return mapping
  const reason = text('import:noSuchColumn', {
    field: text(`inventory:fields.${beyond}`),
    column: Math.max(...columnsOf(mapping, beyond)),
    count: header.length,
  })
  throw new FieldbookError('invalid-input', { reason })
}

const plain = (name: string) => name.trim().toLowerCase()

/** The columns of a preset in this list; those that it does not have are named in a warning. */
function byNames(header: string[], named: ImportPreset['columns']): { mapping: ColumnMapping; missing: string[] } {
  const places = new Map(header.map((name, column) => [plain(name), column]))
  const found = systemField.options.map((field) => ({ field, names: [named[field] ?? []].flat() }))
  const missing = found.flatMap(({ names }) => names.filter((name) => !places.has(plain(name))))
  const mapping = found.map(({ field, names }) => {
    const columns = names.flatMap((name) => places.get(plain(name)) ?? [])
    return [field, columns.length > 1 ? columns : (columns[0] ?? null)]
  })
  return {
    mapping: columnMapping.parse(Object.fromEntries(mapping)),
    missing: missing.length === 0 ? [] : [text('import:missingColumns', { names: missing.join(', ') })],
  }
}

function unmappedColumns(header: string[], mapping: ColumnMapping, isOwn: boolean): number[] {
  const mapped = new Set(Object.values(mapping).flat())
  return header.flatMap((_, column) => (mapped.has(column) || (isOwn && column === 0) ? [] : [column]))
}

function describeColumns({ header, records }: SheetTable): ImportPreview['columns'] {
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
