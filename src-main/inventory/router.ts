import { resolve } from 'node:path'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { inventoryContract } from '../contract/inventory.ts'
import type { ModuleHandlers } from '../engagement/context.ts'
import { database } from '../engagement/database.ts'
import { text } from '../language/text.ts'
import { importSystems, previewImport } from './import.ts'
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
  remove({ file }, { ids }) {
    // The ids travel as one JSON parameter: an inventory has more rows than a statement may have parameters.
    const chosen = sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
    file.write(text('inventory:history.removed', { count: ids.length }), () => {
      file.run(database.deleteFrom('soaDecisionSystem').where('systemId', 'in', chosen))
      file.run(database.deleteFrom('riskSystem').where('systemId', 'in', chosen))
      file.run(database.deleteFrom('aiSystem').where('id', 'in', chosen))
    })
    return {}
  },
  previewImport: (context, { path, mapping }) => previewImport(context, { path: resolve(path), mapping }),
  import: (context, { path, mapping }) => importSystems(context, { path: resolve(path), mapping }),
}
