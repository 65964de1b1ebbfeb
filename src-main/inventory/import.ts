import { v7 as uuid } from 'uuid'
import { FieldbookError } from '../contract/errors.ts'
import type { ColumnMapping, ImportPreview, ImportResult, SystemFields } from '../contract/inventory.ts'
import type { ModuleContext } from '../engagement/context.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { text } from '../language/text.ts'
import { readSystems, toColumns } from './systems.ts'

/** What stays the same while consultants work on a system: the client's own reference, or else what it is called and where it is used. */
const identityOf = ({ reference, name, department, supplier }: SystemFields) =>
  JSON.stringify(reference ? [reference] : [name, department, supplier])

/**
 * The systems that are not there yet, so that a newer list of the client adds what is new and leaves alone what was worked on. A list
 * that names the same system twice brings it twice, once.
 */
function newSystems(file: EngagementFile, systems: SystemFields[]): SystemFields[] {
  const there = new Map<string, number>()
  for (const system of readSystems(file)) there.set(identityOf(system), (there.get(identityOf(system)) ?? 0) + 1)
  return systems.filter((system) => {
    const left = there.get(identityOf(system)) ?? 0
    if (left > 0) there.set(identityOf(system), left - 1)
    return left === 0
  })
}

type Source = { path: string; mapping?: ColumnMapping | undefined }

/** What an import would do; writes nothing. */
export async function previewImport({ file, run, progress }: ModuleContext, source: Source): Promise<ImportPreview> {
  const { preview, systems } = await run('inventory.readImport', source, progress)
  return { ...preview, duplicates: systems.length - newSystems(file, systems).length }
}

/** Brings in the rows of a list as one change, which one undo takes back. */
export async function importSystems({ file, run, progress, now }: ModuleContext, source: Source): Promise<ImportResult> {
  const { preview, systems, withoutName } = await run('inventory.readImport', source, progress)
  if (preview.mapping.name === null || preview.mapping.name === undefined)
    throw new FieldbookError('invalid-input', { reason: text('import:noName') })
  if (progress.signal.aborted) throw new FieldbookError('cancelled')
  progress.report(0.7, text('import:writing'))
  const added = newSystems(file, systems)
  const createdAt = now().toISOString()
  const rows = added.map((system) => ({ id: uuid(), ...toColumns(system), createdAt }))
  const [first] = rows
  if (first) {
    file.write(text('inventory:history.imported', { count: rows.length }), () =>
      file.runEach(
        database.insertInto('aiSystem').values(first),
        rows.map((row) => Object.values(row)),
      ),
    )
  }
  return { imported: rows.length, duplicates: systems.length - rows.length, withoutName, warnings: preview.warnings }
}
