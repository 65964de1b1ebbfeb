import { FieldbookError } from '../../../contract/errors.ts'
import { contract } from '../../../contract/index.ts'
import {
  choiceField,
  columnMapping,
  columnsOf,
  type ImportPreview,
  type ImportResult,
  onDuplicate,
  type SystemField,
  sameReference,
  systemField,
} from '../../../contract/inventory.ts'
import { text } from '../../../language/text.ts'
import { oneOf } from '../choice.ts'
import { type Command, type Given, Misuse } from '../command.ts'
import { alignedColumns, count, fileSize } from '../layout.ts'
import { readingOf, readingOptions } from '../reading-options.ts'
import { parseJson } from './call.ts'

function parseMapping(given: string | undefined) {
  if (given === undefined) return {}
  const parsed = columnMapping.safeParse(parseJson(given))
  if (!parsed.success) throw new Misuse(text('cli:notMapping', { fields: systemField.options.join(', ') }))
  return { mapping: parsed.data }
}

function importInput(given: Given) {
  const preset = given.option('preset')
  const duplicates = given.option('duplicates')
  const fields = given.option('fields')
  const same = given.option('same-reference')
  return {
    path: given.operand('LIST'),
    reading: readingOf(given),
    ...parseMapping(given.option('mapping')),
    ...(preset === undefined ? {} : { preset }),
    ...(duplicates === undefined ? {} : { onDuplicate: oneOf(onDuplicate, '--duplicates', duplicates) }),
    ...(fields === undefined ? {} : { updateFields: fields.split(',').map((field) => oneOf(systemField, '--fields', field.trim())) }),
    ...(same === undefined ? {} : { sameReference: oneOf(sameReference, '--same-reference', same) }),
    ...(given.isOn('keep-unmapped') ? { keepUnmapped: true } : {}),
  }
}

export const importSystemsCommand: Command = {
  name: 'import systems',
  operands: ['FILE', 'LIST'],
  options: {
    preset: { value: 'NAME' },
    ...readingOptions,
    mapping: { value: 'JSON' },
    duplicates: { value: 'MODE' },
    fields: { value: 'FIELDS' },
    'same-reference': { value: 'WHICH' },
    'keep-unmapped': {},
    'dry-run': {},
  },
  async run(session, given) {
    const input = importInput(given)
    await session.open(given.operand('FILE'))
    if (given.isOn('dry-run')) {
      const preview = await session.ask('inventory.previewImport', input, contract.inventory.previewImport.output)
      if (preview.problem !== null) withChoices(new FieldbookError('import-no-rows', { path: preview.path, reason: preview.problem }))
      return { output: preview, lines: previewLines(preview) }
    }
    const result = await session.ask('inventory.import', input, contract.inventory.import.output).catch(withChoices)
    const { imported, duplicates, filled, updated, sameReference: others, open, withoutName, warnings } = result
    const summary = text('cli:imported', {
      count: imported,
      imported: count(imported),
      duplicates: count(duplicates),
      withoutName: count(withoutName),
    })
    const more = [
      ...(filled === 0 ? [] : [text('cli:filled', { filled: count(filled) })]),
      ...(updated === 0 ? [] : [text('cli:updated', { updated: count(updated) })]),
      ...(others === 0 ? [] : [text('cli:sameReference', { count: others })]),
      ...(open.length === 0 ? [] : [text('cli:open', { count: open.length })]),
    ]
    return { output: result, lines: [summary, ...more, ...alignedColumns(open.map(openWord)), ...warnings] }
  },
}

/** A list that has nothing to bring in, or no names, may have it under other choices. */
function withChoices(error: unknown): never {
  if (!(error instanceof FieldbookError)) throw error
  const { code, details } = error
  const isOpen = code === 'import-no-rows' || details.reason === text('import:noName')
  throw isOpen ? new FieldbookError(code, { ...details, reason: `${details.reason}${text('cli:readingChoices')}` }) : error
}

/** Which sheets there are, where the header is, and which rows are no records. */
function readingLines({ sheets, headerRows, noted }: ImportPreview): string[] {
  const named = sheets.map(({ name, isHidden, isRead }) => {
    const states = [...(isRead ? [text('cli:readSheet')] : []), ...(isHidden ? [text('cli:hiddenSheet')] : [])]
    return states.length === 0 ? name : `${name} (${states.join(', ')})`
  })
  const rows = noted.map(({ sheet, row, reason, content }) => [
    `  ${sheet === null ? row : `${sheet}!${row}`}`,
    text(`inventory:import.reasons.${reason}`),
    content.slice(0, 100),
  ])
  return [
    ...(named.length < 2 ? [] : [text('cli:sheets', { names: named.join(', ') })]),
    headerRows.length === 0 ? text('cli:noHeaderRow') : text('cli:headerRow', { rows: headerRows.join(', ') }),
    ...(rows.length === 0 ? [] : [text('cli:notedRows'), ...alignedColumns(rows)]),
  ]
}

const openWord = ({ field, value, count: rows }: ImportResult['open'][number]) => [
  `  ${text(`inventory:fields.${field}`)}`,
  `${value.replace(/\s+/g, ' ')} (${count(rows)})`,
]

/** A value of a field in the words of the screens. */
const inWords = (field: SystemField, value: ImportPreview['found'][number]['differences'][number]['from']): string => {
  if (Array.isArray(value)) return value.map((choice) => text(`inventory:${field}.${choice}`)).join(', ')
  if (value === null || value === '') return text('cli:nothingYet')
  return choiceField.safeParse(field).success ? text(`inventory:${field}.${value}`) : value.replace(/\s+/g, ' ')
}

/** What the list has otherwise, field by field, as far as it would be taken over. */
function differenceLines({ found, onDuplicate: mode, updateFields }: ImportPreview): string[][] {
  if (mode === 'leave-out') return []
  return found.flatMap(({ systemName, differences, fills }) =>
    differences
      .filter(({ field }) => updateFields.includes(field) && (mode === 'update' || fills.includes(field)))
      .map(({ field, from, to }) => [
        `  ${systemName}`,
        text(`inventory:fields.${field}`),
        `${inWords(field, from)} \u2192 ${inWords(field, to)}`,
      ]),
  )
}

/** What would come in, and from which columns. */
function previewLines(preview: ImportPreview): string[] {
  const { header, mapping, records, duplicates, withoutName, fillable, updatable, warnings, sheet, encoding, onDuplicate: mode } = preview
  const columns = systemField.options.flatMap((field) =>
    columnsOf(mapping, field).map((column) => [`  ${text(`inventory:fields.${field}`)}`, header[column] ?? '']),
  )
  const words = preview.values.map(({ field, value, count: rows, becomes }) => [
    `  ${text(`inventory:fields.${field}`)}`,
    `${value.replace(/\s+/g, ' ')} (${count(rows)})`,
    becomes === null ? text('inventory:import.keptInNotes') : text(`inventory:${field}.${becomes}`),
  ])
  const added = records - duplicates
  const rows = text('cli:rows', { count: records, rows: count(records) })
  return [
    text('cli:wouldImport', {
      count: added,
      imported: count(added),
      duplicates: count(duplicates),
      withoutName: count(withoutName),
    }),
    ...(mode === 'fill' ? [text('cli:wouldFill', { filled: count(fillable) })] : []),
    ...(mode === 'update' ? [text('cli:wouldUpdate', { updated: count(updatable) })] : []),
    ...alignedColumns(differenceLines(preview)),
    ...(preview.askedCount === 0 ? [] : [text('cli:asked', { count: preview.askedCount })]),
    ...alignedColumns(preview.asked.map(({ row, reference, name, systemName }) => [`  ${row}`, reference, `${name} / ${systemName}`])),
    text('cli:source', { source: sheet ?? encoding, rows, columns: text('cli:columns', { count: header.length, columns: header.length }) }),
    ...readingLines(preview),
    ...alignedColumns(columns),
    ...alignedColumns(words),
    ...warnings,
  ]
}

export const exportSystemsCommand: Command = {
  name: 'export systems',
  operands: ['FILE'],
  options: { to: { value: 'OUT', required: true }, overwrite: {} },
  async run(session, given) {
    const input = { to: given.option('to') ?? '', overwrite: given.isOn('overwrite') }
    await session.open(given.operand('FILE'))
    const written = await session.ask('inventory.exportSystems', input, contract.inventory.exportSystems.output)
    const { path, rows, size } = written
    return { output: written, lines: [text('cli:exportedSystems', { path, rows: count(rows), size: fileSize(size) })] }
  },
}
