import { FieldbookError } from '../contract/errors.ts'
import {
  type ImportInput,
  type ImportPreview,
  type ImportResult,
  type OnDuplicate,
  type SameReference,
  type SystemField,
  systemField,
} from '../contract/inventory.ts'
import type { ModuleContext } from '../engagement/context.ts'
import type { EngagementFile } from '../engagement/file.ts'
import type { Difference, FieldValue } from '../importing/differences.ts'
import { text } from '../language/text.ts'
import { isFill, type Match, type MatchedSystems, matchSystems } from './match.ts'
import { readPreset } from './presets.ts'
import { readSystems } from './systems.ts'
import type { ReadImport, ReadRequest, ReadRow } from './tasks/read-import.ts'
import { addSystems, type ChangedSystem, changeSystemsFromList } from './write-import.ts'

/** Rows that are there already, shown by name; more are counted. */
const mostShown = 200
/** Of a long text, so many characters are shown. */
const longestShown = 400
const sampleRows = 12

interface Read extends ReadImport, MatchedSystems {
  onDuplicate: OnDuplicate
  updateFields: SystemField[]
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

/** Whether a row with the reference of a system of another name is that system: as a person said of it, or else of all. */
function isSameBy({ sameReference, sameReferenceRows = [] }: ImportInput): (row: ReadRow) => boolean {
  const said = new Map(sameReferenceRows.map(({ row, is }) => [row, is]))
  return ({ row }) => (said.get(row) ?? sameReference) === 'same'
}

async function read({ file, run, progress }: ModuleContext, input: ImportInput): Promise<Read> {
  const { request, onDuplicate } = requestOf(file, input)
  const list = await run('inventory.readImport', request, progress)
  const { mapping, isOwn } = list.preview
  const about = { mapping, isOwn, spokenData: list.spokenData, isSame: isSameBy(input) }
  const updateFields = input.updateFields ?? systemField.options
  return { ...list, onDuplicate, updateFields, ...matchSystems(list.rows, readSystems(file), about) }
}

/** What an import would do; writes nothing. */
export async function previewImport(context: ModuleContext, input: ImportInput): Promise<ImportPreview> {
  const { preview, onDuplicate, updateFields, added, matches, questions } = await read(context, input)
  const changedBy = (mode: OnDuplicate) => matches.filter((match) => takenOver(match, mode, updateFields).length > 0).length
  return {
    ...preview,
    onDuplicate,
    updateFields,
    systems: added.slice(0, sampleRows).map(({ system }) => system),
    duplicates: matches.length,
    found: mostTelling(matches).map(({ row, system, by, differences }) => ({
      row: row.row,
      name: row.system.name,
      systemId: system.id,
      systemName: system.name,
      by,
      fills: differences.filter(isFill).map(({ field }) => field),
      differences: differences.map(({ field, from, to }) => ({ field, from: shown(from), to: shown(to) })),
    })),
    fillable: changedBy('fill'),
    updatable: changedBy('update'),
    differing: countFields(matches),
    asked: questions.slice(0, mostShown).map(({ row, system, isSame }) => ({
      row: row.row,
      name: row.system.name,
      reference: row.system.reference,
      systemId: system.id,
      systemName: system.name,
      is: is(isSame),
    })),
    askedCount: questions.length,
  }
}

const is = (isSame: boolean): SameReference => (isSame ? 'same' : 'another')

const shown = (value: FieldValue): FieldValue =>
  typeof value === 'string' && value.length > longestShown ? `${value.slice(0, longestShown)}…` : value

/** Those with differences first, in the order of the list. */
const mostTelling = (matches: readonly Match[]): Match[] =>
  matches.toSorted((a, b) => Number(b.differences.length > 0) - Number(a.differences.length > 0)).slice(0, mostShown)

/** In how many systems each field would be filled, and in how many it differs at all. */
function countFields(matches: readonly Match[]): ImportPreview['differing'] {
  const all = matches.flatMap(({ differences }) => differences)
  return systemField.options.flatMap((field) => {
    const differing = all.filter((difference) => difference.field === field)
    return differing.length === 0 ? [] : [{ field, fills: differing.filter(isFill).length, differs: differing.length }]
  })
}

/** What a system takes from the list. */
function takenOver({ differences }: Match, mode: OnDuplicate, fields: readonly SystemField[]): Difference<SystemField>[] {
  if (mode === 'leave-out') return []
  return differences.filter((difference) => fields.includes(difference.field) && (mode === 'update' || isFill(difference)))
}

/** Brings in the rows of a list as one change, which one undo takes back. */
export async function importSystems(context: ModuleContext, input: ImportInput): Promise<ImportResult> {
  const { file, progress, now } = context
  const { preview, added, matches, questions, onDuplicate, updateFields } = await read(context, input)
  if (preview.problem !== null) throw new FieldbookError('import-no-rows', { path: preview.path, reason: preview.problem })
  if (preview.mapping.name === null || preview.mapping.name === undefined)
    throw new FieldbookError('invalid-input', { reason: text('import:noName') })
  if (progress.signal.aborted) throw new FieldbookError('cancelled')
  progress.report(0.7, text('import:writing'))
  const changed = matches.flatMap((match): ChangedSystem[] => {
    const differences = takenOver(match, onDuplicate, updateFields)
    return differences.length === 0 ? [] : [{ system: match.system, differences }]
  })
  if (added.length + changed.length > 0) {
    file.write(label(added.length, changed.length, onDuplicate), () => {
      addSystems(file, added, now().toISOString())
      changeSystemsFromList(file, changed)
    })
  }
  return {
    imported: added.length,
    duplicates: matches.length,
    filled: onDuplicate === 'fill' ? changed.length : 0,
    updated: onDuplicate === 'update' ? changed.length : 0,
    sameReference: questions.filter(({ isSame }) => !isSame).length,
    open: preview.values.flatMap(({ becomes, ...word }) => (becomes === null ? [word] : [])),
    withoutName: preview.withoutName,
    warnings: preview.warnings,
  }
}

function label(added: number, changed: number, mode: OnDuplicate): string {
  const isUpdate = mode === 'update'
  if (added === 0) return text(isUpdate ? 'inventory:history.updated' : 'inventory:history.filled', { count: changed })
  const imported = text('inventory:history.imported', { count: added })
  if (changed === 0) return imported
  return `${imported}, ${text(isUpdate ? 'inventory:history.alsoUpdated' : 'inventory:history.alsoFilled', { count: changed })}`
}
