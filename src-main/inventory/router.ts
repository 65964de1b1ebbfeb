import { resolve } from 'node:path'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { inventoryContract } from '../contract/inventory.ts'
import type { ModuleHandlers } from '../engagement/context.ts'
import { database } from '../engagement/database.ts'
import { text } from '../language/text.ts'
import { importSystems, previewImport } from './import.ts'
import { systemById, systemsByName } from './queries.ts'

export const inventoryRouter: ModuleHandlers<typeof inventoryContract> = {
  systems: ({ file }) => file.all(systemsByName),
  add({ file, now }, fields) {
    const id = uuid()
    file.write(text('inventory:history.added', { name: fields.name }), () =>
      file.run(database.insertInto('aiSystem').values({ id, ...fields, createdAt: now().toISOString() })),
    )
    return file.one(systemById(id), fields.name)
  },
  update({ file }, { id, fields }) {
    const { name } = file.one(systemById(id), id)
    if (Object.keys(fields).length > 0) {
      file.write(text('inventory:history.changed', { name }), () =>
        file.run(database.updateTable('aiSystem').set(fields).where('id', '=', id)),
      )
    }
    return file.one(systemById(id), id)
  },
  remove({ file }, { ids }) {
    // The ids travel as one JSON parameter: an inventory has more rows than a statement may have parameters.
    const chosen = sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
    file.write(text('inventory:history.removed', { count: ids.length }), () => {
      file.run(database.deleteFrom('soaDecisionSystem').where('systemId', 'in', chosen))
      file.run(database.deleteFrom('aiSystem').where('id', 'in', chosen))
    })
    return {}
  },
  previewImport: (context, { path, mapping }) => previewImport(context, { path: resolve(path), mapping }),
  import: (context, { path, mapping }) => importSystems(context, { path: resolve(path), mapping }),
}
