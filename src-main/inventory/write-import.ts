import { v7 as uuid } from 'uuid'
import { type AiSystem, type SystemField, systemFields } from '../contract/inventory.ts'
import { database } from '../engagement/database.ts'
import type { EngagementFile } from '../engagement/file.ts'
import type { Difference } from '../importing/differences.ts'
import { toColumns } from './systems.ts'
import type { ReadRow } from './tasks/read-import.ts'

/** A system that is there, and what it takes from a list. */
export interface ChangedSystem {
  system: AiSystem
  differences: Difference<SystemField>[]
}

/** A system of our own list keeps its id, so that it is known again; a row that a person has copied gets one of its own. */
export function addSystems(file: EngagementFile, added: ReadRow[], createdAt: string): void {
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

/** Systems take what a list has otherwise; their other fields stay as they are. */
export function changeSystemsFromList(file: EngagementFile, changed: ChangedSystem[]): void {
  const rows = changed.map(({ system: { id, createdAt: _, ...fields }, differences }) => {
    const taken = Object.fromEntries(differences.map(({ field, to }) => [field, to]))
    return { columns: toColumns(systemFields.parse({ ...fields, ...taken })), id }
  })
  const [first] = rows
  if (!first) return
  file.runEach(
    database.updateTable('aiSystem').set(first.columns).where('id', '=', first.id),
    rows.map(({ columns, id }) => [...Object.values(columns), id]),
  )
}
