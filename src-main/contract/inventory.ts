import { z } from 'zod'
import { done, freeText, moment, nothing, ofEngagement, recordId } from './procedure.ts'

/** Role of the organization for this system (Regulation (EU) 2024/1689, Art. 3(3) to (8), and Art. 25 for product manufacturers). */
export const systemRoles = ['provider', 'deployer', 'importer', 'distributor', 'product-manufacturer'] as const
export const lifeCycleStages = ['idea', 'design', 'development', 'verification', 'deployment', 'operation', 'retired'] as const

/** Clients' lists have long names; an import never cuts one. */
const longName = z.string().max(10_000)

/** An entry of the inventory. One schema: types, validation, form and import. */
export const systemFields = z.object({
  name: longName.min(1),
  /** The identifier that the client's own list has for it. */
  reference: longName,
  purpose: freeText,
  owner: longName,
  supplier: longName,
  role: z.enum(systemRoles).nullable(),
  lifeCycleStage: z.enum(lifeCycleStages).nullable(),
  department: longName,
  notes: freeText,
})
export const systemField = systemFields.keyof()
export type SystemField = z.infer<typeof systemField>
export type SystemFields = z.infer<typeof systemFields>

export const aiSystem = systemFields.extend({ id: recordId, createdAt: moment })
export type AiSystem = z.infer<typeof aiSystem>

/** For each field, the column (0-based) that fills it, or null. */
export const columnMapping = z.partialRecord(systemField, z.number().int().min(0).nullable())
export type ColumnMapping = z.infer<typeof columnMapping>

const path = z.string().min(1).max(4000)

export const importPreview = z.object({
  path: z.string(),
  encoding: z.string(),
  delimiter: z.string(),
  header: z.array(z.string()),
  records: z.number(),
  /** First rows, as they are. */
  sample: z.array(z.array(z.string())),
  mapping: columnMapping,
  /** For each choice field that is mapped: what each distinct value becomes (null: kept in the notes). */
  values: z.array(z.object({ field: systemField, value: z.string(), count: z.number(), becomes: z.string().nullable() })),
  duplicates: z.number(),
  warnings: z.array(z.string()),
})
export type ImportPreview = z.infer<typeof importPreview>

export const importResult = z.object({
  imported: z.number(),
  duplicates: z.number(),
  withoutName: z.number(),
  warnings: z.array(z.string()),
})
export type ImportResult = z.infer<typeof importResult>

export const inventoryContract = {
  systems: ofEngagement.query('Every AI system of the inventory, by name', nothing, z.array(aiSystem)),
  add: ofEngagement.mutation('Add an AI system', systemFields.partial().extend({ name: longName.min(1) }), aiSystem, [
    'inventory',
    'engagement',
  ]),
  update: ofEngagement.mutation('Change fields of an AI system', z.object({ id: recordId, fields: systemFields.partial() }), aiSystem, [
    'inventory',
    'soa',
    'engagement',
  ]),
  remove: ofEngagement.mutation('Remove AI systems from the inventory', z.object({ ids: z.array(recordId).min(1) }), done, [
    'inventory',
    'soa',
    'engagement',
  ]),
  previewImport: ofEngagement.job(
    'Read a CSV and propose which column fills which field',
    z.object({ path, mapping: columnMapping.optional() }),
    importPreview,
  ),
  import: ofEngagement.job(
    'Bring in the rows of a CSV as AI systems; rows that are there already are left out',
    z.object({ path, mapping: columnMapping.optional() }),
    importResult,
    ['inventory', 'engagement'],
  ),
}
