import { extname } from 'node:path'
import { FieldbookError } from '../contract/errors.ts'
import { type ExportedList, exportedList } from '../contract/inventory.ts'
import type { ModuleContext } from '../engagement/context.ts'
import { text } from '../language/text.ts'
import { readSystems } from './systems.ts'

/** Writes all systems, or those chosen, as a list; the ending of the path names its format. */
export async function exportSystems(
  { file, run, progress }: ModuleContext,
  { to, overwrite, ids }: { to: string; overwrite: boolean; ids?: string[] | undefined },
): Promise<ExportedList> {
  const format = exportedList.shape.format.safeParse(extname(to).slice(1).toLowerCase())
  if (!format.success) throw new FieldbookError('invalid-input', { reason: text('import:unknownFormat') })
  const chosen = ids && new Set(ids)
  const systems = readSystems(file).filter(({ id }) => chosen?.has(id) ?? true)
  return run('inventory.writeList', { systems, to, format: format.data, overwrite }, progress)
}
