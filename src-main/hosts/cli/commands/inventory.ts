import { FieldbookError } from '../../../contract/errors.ts'
import { contract } from '../../../contract/index.ts'
import { columnMapping, type ImportPreview, onDuplicate } from '../../../contract/inventory.ts'
import { text } from '../../../language/text.ts'
import { oneOf } from '../choice.ts'
import { type Command, type Given, Misuse } from '../command.ts'
import { alignedColumns, count, fileSize } from '../layout.ts'
import { readingOf, readingOptions } from '../reading-options.ts'
import { parseJson } from './call.ts'

function parseMapping(given: string | undefined) {
  if (given === undefined) return {}
  const parsed = columnMapping.safeParse(parseJson(given))
  if (!parsed.success) throw new Misuse(text('cli:notMapping', { fields: columnMapping.keyType.options.join(', ') }))
  return { mapping: parsed.data }
}

function importInput(given: Given) {
  const preset = given.option('preset')
  const duplicates = given.option('duplicates')
  return {
    path: given.operand('LIST'),
    reading: readingOf(given),
    ...parseMapping(given.option('mapping')),
    ...(preset === undefined ? {} : { preset }),
    ...(duplicates === undefined ? {} : { onDuplicate: oneOf(onDuplicate, '--duplicates', duplicates) }),
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
    'keep-unmapped': {},
    'dry-run': {},
  },
  async run(session, given) {
    const input = importInput(given)
    await session.open(given.operand('FILE'))
    if (given.isOn('dry-run')) {
      const preview = await session.ask('inventory.previewImport', input, contract.inventory.previewImport.output)
      return { output: preview, lines: previewLines(preview), findings: preview.problem !== null }
    }
    const result = await session.ask('inventory.import', input, contract.inventory.import.output).catch(withChoices)
    const { imported, duplicates, filled, withoutName, warnings } = result
    const summary = text('cli:imported', {
      count: imported,
      imported: count(imported),
      duplicates: count(duplicates),
      withoutName: count(withoutName),
    })
    const fills = filled === 0 ? [] : [text('cli:filled', { filled: count(filled) })]
    return { output: result, lines: [summary, ...fills, ...warnings] }
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
function readingLines({ sheets, headerRows, noted, problem }: ImportPreview): string[] {
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
    ...(problem === null ? [] : [problem]),
    ...(named.length < 2 ? [] : [text('cli:sheets', { names: named.join(', ') })]),
    headerRows.length === 0 ? text('cli:noHeaderRow') : text('cli:headerRow', { rows: headerRows.join(', ') }),
    ...(rows.length === 0 ? [] : [text('cli:notedRows'), ...alignedColumns(rows)]),
  ]
}

/** What would come in, and from which columns. */
function previewLines(preview: ImportPreview): string[] {
  const { header, mapping, records, duplicates, withoutName, fillable, warnings, sheet, encoding, onDuplicate: mode } = preview
  const columns = Object.entries(mapping).flatMap(([field, column]) =>
    typeof column === 'number' ? [[`  ${text(`inventory:fields.${field}`)}`, header[column] ?? '']] : [],
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
