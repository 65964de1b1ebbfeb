import { v7 as uuid } from 'uuid'
import { FieldbookError } from '../contract/errors.ts'
import type { AiSystem, ImportInput, ImportPreview, ImportResult, OnDuplicate } from '../contract/inventory.ts'
import type { ModuleContext } from '../engagement/context.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { text } from '../language/text.ts'
import { type Match, matchRows } from './match.ts'
import { readPreset } from './presets.ts'
import { readSystems, toColumns } from './systems.ts'
import type { ReadImport, ReadRequest, ReadRow } from './tasks/read-import.ts'

/** Rows that are there already, shown by name; more are counted. */
const mostShown = 200
const sampleRows = 12

interface Read extends ReadImport {
  onDuplicate: OnDuplicate
  added: ReadRow[]
  matches: Match[]
}

/** What a person said comes before what the preset says. */
function requestOf(file: EngagementFile, input: ImportInput): { request: ReadRequest; onDuplicate: OnDuplicate } {
  const preset = input.preset === undefined ? undefined : readPreset(file, input.preset)
  return {
    request: {
      path: input.path,
      reading: input.reading ?? {},
      mapping: input.mapping,
      named: preset?.columns,
      values: input.values ?? preset?.values ?? [],
      keepUnmapped: input.keepUnmapped ?? preset?.keepUnmapped ?? false,
    },
    onDuplicate: input.onDuplicate ?? preset?.onDuplicate ?? 'leave-out',
  }
}

async function read({ file, run, progress }: ModuleContext, input: ImportInput): Promise<Read> {
  const { request, onDuplicate } = requestOf(file, input)
  const list = await run('inventory.readImport', request, progress)
  return { ...list, onDuplicate, ...matchRows(list.rows, readSystems(file)) }
}

/** What an import would do; writes nothing. */
export async function previewImport(context: ModuleContext, input: ImportInput): Promise<ImportPreview> {
  const { preview, onDuplicate, added, matches } = await read(context, input)
  return {
    ...preview,
    onDuplicate,
    systems: added.slice(0, sampleRows).map(({ system }) => system),
    duplicates: matches.length,
    found: matches.slice(0, mostShown).map(({ row, system, by, fills }) => ({
      row: row.row,
      name: row.system.name,
      systemId: system.id,
      systemName: system.name,
      by,
      fills,
    })),
    fillable: matches.filter(({ fills }) => fills.length > 0).length,
  }
}

/** Brings in the rows of a list as one change, which one undo takes back. */
export async function importSystems(context: ModuleContext, input: ImportInput): Promise<ImportResult> {
  const { file, progress, now } = context
  const { preview, added, matches, onDuplicate } = await read(context, input)
  if (preview.problem !== null)
    throw new FieldbookError('import-no-rows', { path: preview.path, reason: problemOf(preview.problem, preview.sheets) })
  if (preview.mapping.name === null || preview.mapping.name === undefined)
    throw new FieldbookError('invalid-input', { reason: text('import:noName') })
  if (progress.signal.aborted) throw new FieldbookError('cancelled')
  progress.report(0.7, text('import:writing'))
  const filled = onDuplicate === 'fill' ? matches.filter(({ fills }) => fills.length > 0) : []
  if (added.length + filled.length > 0) {
    file.write(label(added.length, filled.length), () => {
      add(file, added, now().toISOString())
      fill(file, filled)
    })
  }
  return {
    imported: added.length,
    duplicates: matches.length,
    filled: filled.length,
    withoutName: preview.withoutName,
    warnings: preview.warnings,
  }
}

/** Why there is nothing to bring in, with the sheets that there are. */
function problemOf(problem: string, sheets: ImportPreview['sheets']): string {
  return sheets.length < 2 ? problem : `${problem} ${text('import:sheetsAre', { names: sheets.map(({ name }) => name).join(', ') })}`
}

function label(added: number, filled: number): string {
  if (added === 0) return text('inventory:history.filled', { count: filled })
  const imported = text('inventory:history.imported', { count: added })
  return filled === 0 ? imported : `${imported}, ${text('inventory:history.alsoFilled', { count: filled })}`
}

/** A system of our own list keeps its id, so that it is known again; a row that a person has copied gets one of its own. */
function add(file: EngagementFile, added: ReadRow[], createdAt: string): void {
  const taken = new Set(file.all(database.selectFrom('aiSystem').select('id')).map(({ id }) => id))
  const rows = added.map(({ ownId, system }) => {
    const id = ownId === null || taken.has(ownId) ? uuid() : ownId
    taken.add(id)
    return { id, ...toColumns(system), createdAt }
  })
  const [first] = rows
  if (!first) return
  file.runEach(
    database.insertInto('aiSystem').values(first),
    rows.map((row) => Object.values(row)),
  )
}

/** What is empty there takes what the list has; nothing that a person wrote is touched. */
function fill(file: EngagementFile, matches: Match[]): void {
  const rows = matches.map(({ row, system, fills }) => {
    const { id, createdAt: _, ...fields }: AiSystem = system
    return { columns: toColumns({ ...fields, ...Object.fromEntries(fills.map((field) => [field, row.system[field]])) }), id }
  })
  const [first] = rows
  if (!first) return
  file.runEach(
    database.updateTable('aiSystem').set(first.columns).where('id', '=', first.id),
    rows.map(({ columns, id }) => [...Object.values(columns), id]),
  )
}
