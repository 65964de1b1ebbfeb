import { resolve } from 'node:path'
import { v7 as uuid } from 'uuid'
import type { inventoryContract } from '../contract/inventory.ts'
import type { ModuleHandlers } from '../engagement/context.ts'
import { database } from '../engagement/database.ts'
import { text } from '../language/text.ts'
import { changeSystems } from './change-many.ts'
import { exportSystems } from './export.ts'
import { importSystems, previewImport } from './import.ts'
import { readLinks } from './links.ts'
import { readPresets, removePreset, savePreset } from './presets.ts'
import { removeSystems } from './remove.ts'
import { readSystem, readSystemRows, toColumns } from './systems.ts'

export const inventoryRouter: ModuleHandlers<typeof inventoryContract> = {
  systems: ({ file }) => readSystemRows(file),
  system: ({ file }, { id }) => readSystem(file, id),
  add({ file, now }, fields) {
    const id = uuid()
    file.write(text('inventory:history.added', { name: fields.name }), () =>
      file.run(database.insertInto('aiSystem').values({ ...toColumns(fields), name: fields.name, id, createdAt: now().toISOString() })),
    )
    return readSystem(file, id)
  },
  update({ file }, { id, fields }) {
    const { name } = readSystem(file, id)
    if (Object.keys(fields).length > 0) {
      file.write(text('inventory:history.changed', { name }), () =>
        file.run(database.updateTable('aiSystem').set(toColumns(fields)).where('id', '=', id)),
      )
    }
    return readSystem(file, id)
  },
  updateMany: ({ file }, { ids, fields }) => ({ changed: changeSystems(file, ids, fields) }),
  links: ({ file }, { id }) => readLinks(file, id),
  remove({ file }, { ids }) {
    removeSystems(file, ids)
    return {}
  },
  previewImport: (context, input) => previewImport(context, { ...input, path: resolve(input.path) }),
  import: (context, input) => importSystems(context, { ...input, path: resolve(input.path) }),
  presets: ({ file }) => readPresets(file),
  savePreset: ({ file }, fields) => savePreset(file, fields),
  removePreset({ file }, { id }) {
    removePreset(file, id)
    return {}
  },
  exportSystems: (context, input) => exportSystems(context, { ...input, to: resolve(input.to) }),
}
