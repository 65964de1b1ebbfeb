import { type AiSystem, type ImportPreview, type SystemField, type SystemFields, systemField } from '../contract/inventory.ts'
import type { ReadRow } from './tasks/read-import.ts'

/** A row whose system is there already, by what it was known, and the fields that it could fill. */
export interface Match {
  row: ReadRow
  system: AiSystem
  by: ImportPreview['found'][number]['by']
  fills: SystemField[]
}

const nameKey = ({ name, department, supplier }: SystemFields) => JSON.stringify([name, department, supplier])

const isEmpty = (value: SystemFields[SystemField]) => value === null || value.length === 0

/** Fields that are empty in the one and filled in the other. */
const fillable = (there: SystemFields, row: SystemFields): SystemField[] =>
  systemField.options.filter((field) => isEmpty(there[field]) && !isEmpty(row[field]))

/** Systems of the inventory; each can be met by one row only, so that a list that names a system twice brings it twice, once. */
class Inventory {
  readonly #byId: Map<string, AiSystem>
  readonly #byReference: Map<string, AiSystem[]>
  readonly #byName: Map<string, AiSystem[]>
  readonly #met = new Set<AiSystem>()

  constructor(systems: AiSystem[]) {
    this.#byId = new Map(systems.map((system) => [system.id, system]))
    this.#byReference = Map.groupBy(systems, ({ reference }) => reference)
    this.#byName = Map.groupBy(systems, nameKey)
  }

  /** By the id of our own export; else by the client's reference; else by name, business unit and supplier, where no reference differs. */
  meet({ ownId, system }: ReadRow): { system: AiSystem; by: Match['by'] } | null {
    const byId = ownId === null ? undefined : this.#byId.get(ownId)
    if (byId && !this.#met.has(byId)) return this.#met.add(byId) && { system: byId, by: 'id' }
    const { reference } = system
    const byReference = reference === '' ? undefined : this.#take(this.#byReference.get(reference))
    if (byReference) return { system: byReference, by: 'reference' }
    const byName = this.#take(this.#byName.get(nameKey(system)), (there) => reference === '' || there.reference === '')
    return byName ? { system: byName, by: 'name' } : null
  }

  #take(systems: AiSystem[] | undefined, fits: (system: AiSystem) => boolean = () => true): AiSystem | undefined {
    const free = systems?.find((system) => !this.#met.has(system) && fits(system))
    if (free) this.#met.add(free)
    return free
  }
}

/** Parts the rows of a list in those that are new, and those whose system is there. */
export function matchRows(rows: ReadRow[], there: AiSystem[]): { added: ReadRow[]; matches: Match[] } {
  const inventory = new Inventory(there)
  const added: ReadRow[] = []
  const matches: Match[] = []
  for (const row of rows) {
    const met = inventory.meet(row)
    if (met) matches.push({ row, ...met, fills: fillable(met.system, row.system) })
    else added.push(row)
  }
  return { added, matches }
}
