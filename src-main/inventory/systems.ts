import { type AiSystem, dataCategory, type SystemFields, type SystemRow } from '../contract/inventory.ts'
import type { EngagementFile } from '../engagement/file.ts'
import { fromListColumn, toListColumn } from '../engagement/lists.ts'
import { systemById, systemRows, systemsByName } from './queries.ts'

/** The fields as the table holds them. */
export function toColumns<Fields extends Partial<SystemFields>>({ dataCategories, ...fields }: Fields) {
  return { ...fields, ...(dataCategories === undefined ? {} : { dataCategories: toListColumn(dataCategories) }) }
}

const fromColumns = <Row extends { dataCategories: string }>(row: Row) => ({
  ...row,
  dataCategories: fromListColumn(dataCategory, row.dataCategories),
})

/** Every AI system with what a table shows of it, by name. */
export const readSystemRows = (file: EngagementFile): SystemRow[] =>
  file.all(systemRows).map((row) => ({ ...fromColumns(row), riskClass: row.riskClass ?? 'unclassified' }))

/** Every AI system with everything that is known of it, by name. */
export const readSystems = (file: EngagementFile): AiSystem[] => file.all(systemsByName).map(fromColumns)

/** One AI system; fails with not-found where there is none of this id. */
export const readSystem = (file: EngagementFile, id: string): AiSystem => fromColumns(file.one(systemById(id), id))
