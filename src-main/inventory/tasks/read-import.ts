import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { FieldbookError } from '../../contract/errors.ts'
import {
  type ColumnMapping,
  type ImportPreview,
  lifeCycleStages,
  type SystemField,
  type SystemFields,
  systemField,
  systemFields,
  systemRoles,
} from '../../contract/inventory.ts'
import type { Progress } from '../../engagement/context.ts'
import { pathError } from '../../engagement/inspect.ts'
import { text } from '../../language/text.ts'
import { resourceFolder } from '../../resources.ts'
import { mapValue } from '../../spreadsheet/map-value.ts'
import { proposeMapping } from '../../spreadsheet/propose-mapping.ts'
import { type CsvTable, readCsv } from '../../spreadsheet/read-csv.ts'

export interface ReadImport {
  preview: Omit<ImportPreview, 'duplicates'>
  systems: SystemFields[]
  withoutName: number
}

/** Largest file in megabytes. */
const limit = 50
const sampleRows = 8

const vocabulary = z.object({
  columns: z.record(systemField, z.array(z.string())),
  values: z.object({
    role: z.record(z.enum(systemRoles), z.array(z.string())),
    lifeCycleStage: z.record(z.enum(lifeCycleStages), z.array(z.string())),
  }),
})

const readVocabulary = () => vocabulary.parse(JSON.parse(readFileSync(join(resourceFolder(), 'import', 'ai-systems.json'), 'utf8')))

/** Reads a list of AI systems from a text table, with the mapping given, or the one that the names of its columns propose. */
export async function readImport(
  { path, mapping: given }: { path: string; mapping?: ColumnMapping | undefined },
  progress: Progress,
): Promise<ReadImport> {
  progress.report(0.1, text('import:reading'))
  const table = readCsv(readBytes(path), path)
  const { columns, values } = readVocabulary()
  const fields = systemField.options.map((id) => ({ id, synonyms: columns[id] }))
  const mapping: ColumnMapping = given ?? Object.fromEntries(proposeMapping(table.header, table.records, fields))
  const rows = table.records.map((record) => toSystem(table.header, record, mapping, values))
  refuseTooLong(rows, path)
  const systems = rows.filter(({ name }) => name.trim() !== '')
  const { records, ...about } = table
  return {
    preview: {
      path,
      ...about,
      records: records.length,
      sample: records.slice(0, sampleRows),
      mapping,
      values: mappedValues(table, mapping, values),
    },
    systems,
    withoutName: rows.length - systems.length,
  }
}

function readBytes(path: string): Uint8Array {
  try {
    if (statSync(path).size > limit * 1024 * 1024) throw new FieldbookError('import-too-large', { path, limit })
    return readFileSync(path)
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'EISDIR'
      ? new FieldbookError('import-unreadable', { path, reason: text('import:folder') }, { cause: error })
      : pathError(path, error)
  }
}

/** A cell that its field cannot hold is mostly a quotation mark that was never closed: better no list than one with half of it in a cell. */
function refuseTooLong(rows: SystemFields[], path: string): void {
  for (const [index, row] of rows.entries()) {
    const issue = systemFields.safeParse(row).error?.issues.find(({ code }) => code === 'too_big')
    if (!issue) continue
    const field = text(`inventory:fields.${String(issue.path[0])}`)
    throw new FieldbookError('import-unreadable', { path, reason: text('import:tooLong', { row: index + 2, field }) })
  }
}

type Values = z.infer<typeof vocabulary>['values']

/** A choice that a value does not name is kept in the notes, with the name of its column: nothing of the client's list is lost. */
function toSystem(header: string[], record: string[], mapping: ColumnMapping, values: Values): SystemFields {
  const cell = (field: SystemField) => {
    const column = mapping[field]
    return column === null || column === undefined ? '' : (record[column] ?? '')
  }
  const role = z.enum(systemRoles).safeParse(mapValue(cell('role'), values.role)).data ?? null
  const lifeCycleStage = z.enum(lifeCycleStages).safeParse(mapValue(cell('lifeCycleStage'), values.lifeCycleStage)).data ?? null
  const kept = (field: 'role' | 'lifeCycleStage', mapped: string | null) => {
    const column = mapping[field] ?? 0
    return mapped === null && cell(field).trim() !== '' ? [text('import:kept', { column: header[column] ?? '', value: cell(field) })] : []
  }
  const notes = [cell('notes'), ...kept('role', role), ...kept('lifeCycleStage', lifeCycleStage)].filter((line) => line !== '').join('\n')
  return {
    name: cell('name'),
    reference: cell('reference'),
    purpose: cell('purpose'),
    intendedUse: cell('intendedUse'),
    owner: cell('owner'),
    supplier: cell('supplier'),
    role,
    lifeCycleStage,
    kind: null,
    autonomy: null,
    humanOversight: cell('humanOversight'),
    dataCategories: [],
    affectedPeople: cell('affectedPeople'),
    reach: null,
    models: cell('models'),
    links: cell('links'),
    department: cell('department'),
    notes,
  }
}

/** What each distinct value of a choice column becomes, the most frequent first. */
function mappedValues(table: CsvTable, mapping: ColumnMapping, values: Values): ImportPreview['values'] {
  return (['role', 'lifeCycleStage'] as const).flatMap((field) => {
    const column = mapping[field]
    if (column === null || column === undefined) return []
    const counts = Map.groupBy(table.records, (record) => record[column] ?? '')
    return [...counts]
      .filter(([value]) => value.trim() !== '')
      .map(([value, rows]) => ({ field, value, count: rows.length, becomes: mapValue(value, values[field]) }))
      .sort((a, b) => b.count - a.count)
  })
}
