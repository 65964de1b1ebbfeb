import { z } from 'zod'
import { riskClass } from './classification.ts'
import { done, freeText, moment, nothing, ofEngagement, recordId } from './procedure.ts'

/** Role of the organization for this system (Regulation (EU) 2024/1689, Art. 3(3) to (8), and Art. 25 for product manufacturers). */
export const systemRoles = ['provider', 'deployer', 'importer', 'distributor', 'product-manufacturer'] as const
export const lifeCycleStages = ['idea', 'design', 'development', 'verification', 'deployment', 'operation', 'retired'] as const
export const systemKinds = [
  'prediction',
  'classification',
  'recommendation',
  'language',
  'generative',
  'vision',
  'speech',
  'agent',
  'robotics',
  'rules',
  'other',
] as const
/** How far it acts by itself: a person decides; a person confirms each action; a person watches and can step in; nobody does. */
export const autonomies = ['informs', 'confirmed', 'supervised', 'autonomous'] as const
export const dataCategories = ['personal', 'special', 'children', 'biometric', 'confidential', 'public', 'synthetic'] as const
export const dataCategory = z.enum(dataCategories)
/** Who meets it: a team, the whole organization, customers and partners, anyone. */
export const reaches = ['team', 'organization', 'customers', 'public'] as const

/** Clients' lists have long names; an import never cuts one. */
const longName = z.string().max(10_000)

/** An entry of the inventory. One schema: types, validation, form and import. */
export const systemFields = z.object({
  name: longName.min(1),
  /** The identifier that the client's own list has for it. */
  reference: longName,
  purpose: freeText,
  /** What it is meant for, by whom and where (control A.9.4). */
  intendedUse: freeText,
  owner: longName,
  department: longName,
  supplier: longName,
  role: z.enum(systemRoles).nullable(),
  lifeCycleStage: z.enum(lifeCycleStages).nullable(),
  kind: z.enum(systemKinds).nullable(),
  autonomy: z.enum(autonomies).nullable(),
  humanOversight: freeText,
  dataCategories: z.array(dataCategory),
  affectedPeople: freeText,
  reach: z.enum(reaches).nullable(),
  /** Models and components that it is made of. */
  models: freeText,
  /** Addresses and places of its documents, one a line. */
  links: freeText,
  notes: freeText,
})
export const systemField = systemFields.keyof()
export type SystemField = z.infer<typeof systemField>
export type SystemFields = z.infer<typeof systemFields>

export const aiSystem = systemFields.extend({ id: recordId, createdAt: moment })
export type AiSystem = z.infer<typeof aiSystem>

/** One line of the inventory: what a table of thousands shows; long texts are cut. */
export const systemRow = systemFields
  .pick({
    name: true,
    reference: true,
    purpose: true,
    owner: true,
    department: true,
    supplier: true,
    role: true,
    lifeCycleStage: true,
    kind: true,
    autonomy: true,
    dataCategories: true,
    reach: true,
  })
  .extend({ id: recordId, riskClass })
export type SystemRow = z.infer<typeof systemRow>

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
  systems: ofEngagement.query('Every AI system of the inventory, by name, with what a table shows', nothing, z.array(systemRow)),
  system: ofEngagement.query('One AI system with everything that is known of it', z.object({ id: recordId }), aiSystem),
  add: ofEngagement.mutation('Add an AI system', systemFields.partial().extend({ name: longName.min(1) }), aiSystem, [
    'inventory',
    'trace',
    'engagement',
  ]),
  update: ofEngagement.mutation(
    'Change fields of an AI system',
    z.object({ id: recordId, fields: systemFields.partial() }),
    aiSystem,
    ['inventory', 'classification', 'impact', 'risk', 'soa', 'trace', 'documents'],
    { row: 'inventory.systems' },
  ),
  remove: ofEngagement.mutation('Remove AI systems from the inventory', z.object({ ids: z.array(recordId).min(1) }), done, [
    'inventory',
    'soa',
    'trace',
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
    ['inventory', 'trace', 'engagement'],
  ),
}
