import { v7 as uuid } from 'uuid'
import type { z } from 'zod'
import { FieldbookError } from '../contract/errors.ts'
import { type ImportPreset, presetFields } from '../contract/inventory.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { text } from '../language/text.ts'

const content = presetFields.omit({ name: true })

const fromColumns = (row: { id: string; name: string; content: string }): ImportPreset => ({
  id: row.id,
  name: row.name,
  ...content.parse(JSON.parse(row.content)),
})

const presetsByName = database.selectFrom('importPreset').selectAll().orderBy('name').orderBy('id')

export const readPresets = (file: EngagementFile): ImportPreset[] => file.all(presetsByName).map(fromColumns)

/** @throws FieldbookError invalid-input that names the presets there are. */
export function readPreset(file: EngagementFile, name: string): ImportPreset {
  const row = file.first(presetsByName.where('name', '=', name))
  if (row) return fromColumns(row)
  const names = readPresets(file).map((preset) => preset.name)
  const key = names.length === 0 ? 'import:noPresets' : 'import:noPreset'
  throw new FieldbookError('invalid-input', { reason: text(key, { name, names: names.join(', ') }) })
}

/** Keeps a mapping under its name, in the place of one that has the name. */
export function savePreset(file: EngagementFile, { name, ...fields }: z.infer<typeof presetFields>): ImportPreset {
  const known = file.first(database.selectFrom('importPreset').select('id').where('name', '=', name))
  const id = known?.id ?? uuid()
  const stored = JSON.stringify(fields)
  file.write(text('inventory:history.presetSaved', { name }), () =>
    file.run(
      known
        ? database.updateTable('importPreset').set({ content: stored }).where('id', '=', id)
        : database.insertInto('importPreset').values({ id, name, content: stored }),
    ),
  )
  return readPreset(file, name)
}

export function removePreset(file: EngagementFile, id: string): void {
  const { name } = file.one(database.selectFrom('importPreset').select('name').where('id', '=', id), id)
  file.write(text('inventory:history.presetRemoved', { name }), () => file.run(database.deleteFrom('importPreset').where('id', '=', id)))
}
