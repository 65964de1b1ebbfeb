import { FieldbookError } from '../contract/errors.ts'
import { type ColumnMapping, columnMapping, columnsOf, type ImportPreset, systemField } from '../contract/inventory.ts'
import { text } from '../language/text.ts'
import type { FitOf } from '../spreadsheet/find-header.ts'
import { likelyIdentifiers, likelyNames } from '../spreadsheet/likely-columns.ts'
import { proposeMapping } from '../spreadsheet/propose-mapping.ts'
import type { ReadList } from '../spreadsheet/read-list.ts'
import { isOwnList, ownMapping } from './own-list.ts'
import { listFields, type Vocabulary } from './vocabulary.ts'

/** The columns as a person has said, or as a preset names them; else they are proposed. */
export interface MappingRequest {
  mapping?: ColumnMapping | undefined
  named?: ImportPreset['columns'] | undefined
}

/** A list under its header. */
export interface Table {
  header: string[]
  records: string[][]
}

/** Which column fills which field, by the names of the columns and by what their cells hold. */
const propose = ({ header, records }: Table, vocabulary: Vocabulary): ColumnMapping =>
  columnMapping.parse(Object.fromEntries(proposeMapping(header, records, listFields(vocabulary))))

const mappedFields = (mapping: ColumnMapping) => systemField.options.filter((field) => columnsOf(mapping, field).length > 0)

/** How well a header fits the inventory: the column of the names, and how many fields are filled. */
export const fitOf =
  (vocabulary: Vocabulary): FitOf =>
  (header, records) => {
    const mapping = propose({ header, records }, vocabulary)
    return { name: columnsOf(mapping, 'name')[0] ?? null, mapped: mappedFields(mapping).length }
  }

/** Fields that make a list one of AI systems, though its language is not known. */
const enoughFields = 2

/** Where no header names the names, the column whose texts read like them. */
function withLikelyNames(mapping: ColumnMapping, records: string[][], hasHeader: boolean): ColumnMapping {
  const isList = !hasHeader || mappedFields(mapping).length >= enoughFields
  if (columnsOf(mapping, 'name').length > 0 || !isList) return mapping
  const mapped = new Set(systemField.options.flatMap((field) => columnsOf(mapping, field)))
  const free = (columns: number[]) => columns.find((column) => !mapped.has(column)) ?? null
  const reference = mapping.reference ?? (hasHeader ? null : free(likelyIdentifiers(records)))
  return { ...mapping, reference, name: free(likelyNames(records)) }
}

/** As a person said; else as the preset names the columns; else as our own lists have them; else as they propose. */
export function mappingOf(
  { header, body, source }: ReadList,
  { mapping, named }: MappingRequest,
  vocabulary: Vocabulary,
): { mapping: ColumnMapping; missing: string[] } {
  if (mapping) return { mapping, missing: [] }
  if (named) return byNames(header, named)
  if (isOwnList(header)) return { mapping: ownMapping(header), missing: [] }
  const records = body.map(({ cells }) => cells)
  return { mapping: withLikelyNames(propose({ header, records }, vocabulary), records, source.headerRows.length > 0), missing: [] }
}

/** A column beyond the header would leave its field empty in every row, and nobody would be told. @throws FieldbookError invalid-input */
export function refuseBeyond(mapping: ColumnMapping, header: string[]): void {
  const beyond = systemField.options.find((field) => columnsOf(mapping, field).some((column) => column >= header.length))
  if (!beyond) return
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

/** Columns that fill no field; the id of our own lists is none. */
export function unmappedColumns(header: string[], mapping: ColumnMapping, isOwn: boolean): number[] {
  const mapped = new Set(Object.values(mapping).flat())
  return header.flatMap((_, column) => (mapped.has(column) || (isOwn && column === 0) ? [] : [column]))
}
