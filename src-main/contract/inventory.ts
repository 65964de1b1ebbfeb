import { z } from 'zod'
import { riskClass } from './classification.ts'
import { impactDecision, triage } from './impact.ts'
import { done, filePath, freeText, moment, nothing, ofEngagement, recordId, shortText } from './procedure.ts'
import { riskState } from './risk.ts'
import { applicability } from './soa.ts'

/** Role of the organization for this system (Regulation (EU) 2024/1689, Art. 3(3) to (8), and Art. 25 for product manufacturers). */
export const systemRoles = ['provider', 'deployer', 'importer', 'distributor', 'product-manufacturer'] as const
export const lifeCycleStages = ['idea', 'design', 'development', 'verification', 'deployment', 'operation', 'retired'] as const
/** A retired system stays in the inventory for the record: it proposes nothing, has no duties and counts nowhere as in use. */
export const isInUse = ({ lifeCycleStage }: { lifeCycleStage: (typeof lifeCycleStages)[number] | null }) => lifeCycleStage !== 'retired'
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
/** Fields that many systems can be given the same value for. */
export const sharedSystemFields = systemFields.pick({
  owner: true,
  department: true,
  supplier: true,
  role: true,
  lifeCycleStage: true,
  kind: true,
  autonomy: true,
  reach: true,
  dataCategories: true,
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

/** What a system is linked with, in short. */
export const systemLinks = z.object({
  assessments: z.array(z.object({ id: recordId, title: z.string(), triage, decision: impactDecision })),
  risks: z.array(z.object({ id: recordId, reference: z.string(), title: z.string(), state: riskState })),
  /** Controls that name the system in the SoA, and those that treat its risks or its impacts. */
  controls: z.array(z.object({ code: z.string(), applicability })),
})
export type SystemLinks = z.infer<typeof systemLinks>
/** Fields whose words become one of a set of choices; data categories become several. */
export const choicesOf = {
  role: systemRoles,
  lifeCycleStage: lifeCycleStages,
  kind: systemKinds,
  autonomy: autonomies,
  dataCategories,
  reach: reaches,
} as const satisfies Partial<Record<SystemField, readonly string[]>>
export const choiceField = z.enum(['role', 'lifeCycleStage', 'kind', 'autonomy', 'dataCategories', 'reach'])
export type ChoiceField = z.infer<typeof choiceField>

const column = z.number().int().min(0)
const oneColumn = column.nullable().optional()
const columnShape = {
  name: oneColumn,
  reference: oneColumn,
  purpose: oneColumn,
  intendedUse: oneColumn,
  owner: oneColumn,
  department: oneColumn,
  supplier: oneColumn,
  role: oneColumn,
  lifeCycleStage: oneColumn,
  kind: oneColumn,
  autonomy: oneColumn,
  humanOversight: oneColumn,
  /** Lists often have a column of yes and no for each kind of data. */
  dataCategories: z
    .union([column, z.array(column).max(100)])
    .nullable()
    .optional(),
  affectedPeople: oneColumn,
  reach: oneColumn,
  models: oneColumn,
  links: oneColumn,
  notes: oneColumn,
} satisfies Record<SystemField, z.ZodType>

/** For each field, the column (0-based) that fills it, or several for a field of several choices; null where none does. */
export const columnMapping = z.strictObject(columnShape)
export type ColumnMapping = z.infer<typeof columnMapping>

/** The columns that fill a field. */
export function columnsOf(mapping: ColumnMapping, field: SystemField): number[] {
  const columns = mapping[field] ?? null
  if (columns === null) return []
  return typeof columns === 'number' ? [columns] : columns
}

/** What a word of the list becomes: a choice of the field, or nothing, and then it is kept in the notes. */
export const valueMapping = z
  .object({ field: choiceField, value: z.string().max(100_000), becomes: z.string().nullable() })
  .refine(({ field, becomes }) => becomes === null || choicesOf[field].some((choice) => choice === becomes), { path: ['becomes'] })
export type ValueMapping = z.infer<typeof valueMapping>

/** What happens to a row whose system is there already: nothing; what is empty there is filled; or what the list has otherwise is taken over. */
export const onDuplicate = z.enum(['leave-out', 'fill', 'update'])
export type OnDuplicate = z.infer<typeof onDuplicate>

/** What a row is that has the reference of a system of another name: another system, or the same one. */
export const sameReference = z.enum(['another', 'same'])
export type SameReference = z.infer<typeof sameReference>

/** How a list is read. What is left out is what the preset says, or else what the list proposes. */
const importInput = z.object({
  path: filePath,
  /** Sheet of a workbook; the first one with rows when left out. */
  sheet: z.string().max(500).optional(),
  mapping: columnMapping.optional(),
  values: z.array(valueMapping).max(5000).optional(),
  /** Columns that fill no field are kept in the notes, each with its name. */
  keepUnmapped: z.boolean().optional(),
  onDuplicate: onDuplicate.optional(),
  /** Fields of systems that are there that the list may fill or change; all when left out. */
  updateFields: z.array(systemField).optional(),
  /** Rows with the reference of a system of another name; they are other systems when left out. */
  sameReference: sameReference.optional(),
  /** Rows of which a person says otherwise, by their place in the list. */
  sameReferenceRows: z
    .array(z.object({ row: z.number().int(), is: sameReference }))
    .max(10_000)
    .optional(),
  /** Name of a saved preset. */
  preset: shortText.optional(),
})
export type ImportInput = z.infer<typeof importInput>

const columnName = z.string().max(10_000)

/** A mapping under a name: columns by their names, so that next year's list is read by it too. */
export const presetFields = z.object({
  name: shortText.trim().min(1),
  columns: z.partialRecord(systemField, z.union([columnName, z.array(columnName).max(100)]).nullable()),
  values: z.array(valueMapping).max(5000),
  keepUnmapped: z.boolean(),
  onDuplicate,
})
export const importPreset = presetFields.extend({ id: recordId })
export type ImportPreset = z.infer<typeof importPreset>

/** A value as it is compared: a text, a choice, or several choices. */
const fieldValue = z.union([z.string(), z.array(z.string())]).nullable()

/** What a word of a choice field becomes (null: it is open, and kept in the notes), and in how many rows it stands. */
const mappedWord = z.object({ field: choiceField, value: z.string(), count: z.number(), becomes: z.string().nullable() })

export const importPreview = z.object({
  path: z.string(),
  /** Encoding of a text table, or XLSX. */
  encoding: z.string(),
  /** Empty for a workbook. */
  delimiter: z.string(),
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  /** The list was exported from an inventory of AIMS Fieldbook. */
  isOwn: z.boolean(),
  header: z.array(z.string()),
  /** Of each column: how many cells are filled, and the first words that differ. */
  columns: z.array(z.object({ filled: z.number(), examples: z.array(z.string()) })),
  records: z.number(),
  /** First rows, as they are. */
  sample: z.array(z.array(z.string())),
  /** The first systems that are new, as they would come in. */
  systems: z.array(systemFields),
  mapping: columnMapping,
  /** For each choice field that is mapped: what each distinct value becomes (null: kept in the notes). */
  values: z.array(mappedWord),
  keepUnmapped: z.boolean(),
  onDuplicate,
  withoutName: z.number(),
  duplicates: z.number(),
  /** The first of them: row of the list (1 is the header), and the system that is there. */
  found: z.array(
    z.object({
      row: z.number(),
      name: z.string(),
      systemId: recordId,
      systemName: z.string(),
      by: z.enum(['id', 'reference', 'name']),
      /** Fields that are empty there and filled in the list. */
      fills: z.array(systemField),
      /** Fields that the list has otherwise, those that are empty there too; long texts are cut. */
      differences: z.array(z.object({ field: systemField, from: fieldValue, to: fieldValue })),
    }),
  ),
  /** Systems that are there and would have empty fields filled, and those that would be changed in any way. */
  fillable: z.number(),
  updatable: z.number(),
  /** In how many systems each field is empty and would be filled, and in how many the list has it otherwise at all. */
  differing: z.array(z.object({ field: systemField, fills: z.number(), differs: z.number() })),
  /** Fields that the list may fill or change. */
  updateFields: z.array(systemField),
  /** Rows with the reference of a system of another name, as far as they are shown, and how many there are. */
  asked: z.array(
    z.object({ row: z.number(), name: z.string(), reference: z.string(), systemId: recordId, systemName: z.string(), is: sameReference }),
  ),
  askedCount: z.number(),
  warnings: z.array(z.string()),
})
export type ImportPreview = z.infer<typeof importPreview>

export const importResult = z.object({
  imported: z.number(),
  duplicates: z.number(),
  /** Systems that were there and had empty fields filled, and those that took over what the list has otherwise. */
  filled: z.number(),
  updated: z.number(),
  /** Rows that came in as systems of their own, though a system of another name has their reference. */
  sameReference: z.number(),
  /** Words that no choice was found for; they are kept in the notes. */
  open: z.array(mappedWord.omit({ becomes: true })),
  withoutName: z.number(),
  warnings: z.array(z.string()),
})
export type ImportResult = z.infer<typeof importResult>

export const exportedList = z.object({ path: z.string(), format: z.enum(['csv', 'xlsx']), size: z.number(), rows: z.number() })
export type ExportedList = z.infer<typeof exportedList>

/** What tells of the values of a system. */
const affectedByValues = [
  'inventory',
  'classification',
  'impact',
  'risk',
  'soa',
  'trace',
  'statements',
  'documents',
  'cost',
  'incidents',
  'suppliers',
]
/** Entries of registers and evidence tell the names of the systems that they are linked with, and how many links they have. */
const affectedByNames = ['registers', 'evidence']

export const inventoryContract = {
  systems: ofEngagement.query('Every AI system of the inventory, by name, with what a table shows', nothing, z.array(systemRow)),
  system: ofEngagement.query('One AI system with everything that is known of it', z.object({ id: recordId }), aiSystem),
  add: ofEngagement.mutation('Add an AI system', systemFields.partial().extend({ name: longName.min(1) }), aiSystem, [
    'inventory',
    'registers',
    'trace',
    'statements',
    'incidents',
    'suppliers',
    'engagement',
  ]),
  update: ofEngagement.mutation(
    'Change fields of an AI system',
    z.object({ id: recordId, fields: systemFields.partial() }),
    aiSystem,
    [...affectedByValues, ...affectedByNames],
    { row: 'inventory.systems' },
  ),
  updateMany: ofEngagement.mutation(
    'Give selected AI systems the same values in one change',
    z.object({ ids: z.array(recordId).min(1), fields: sharedSystemFields.partial().strict() }),
    z.object({ changed: z.number() }),
    affectedByValues,
    { offersUndo: true },
  ),
  links: ofEngagement.query('Impact assessments, risks and controls of an AI system', z.object({ id: recordId }), systemLinks),
  remove: ofEngagement.mutation(
    'Remove AI systems from the inventory',
    z.object({ ids: z.array(recordId).min(1) }),
    done,
    [...affectedByValues, ...affectedByNames, 'engagement'],
    { offersUndo: true },
  ),
  previewImport: ofEngagement.job(
    'Read a CSV or XLSX and say what an import of it would bring; writes nothing',
    importInput,
    importPreview,
  ),
  import: ofEngagement.job(
    'Bring in the rows of a CSV or XLSX as AI systems; rows that are there already are left out, fill what is empty there, or change it',
    importInput,
    importResult,
    [...affectedByValues, ...affectedByNames, 'engagement'],
  ),
  presets: ofEngagement.query('The saved import presets, by name', nothing, z.array(importPreset)),
  savePreset: ofEngagement.mutation(
    'Keep an import mapping under a name; one that has the name already is replaced',
    presetFields,
    importPreset,
    ['inventory'],
  ),
  removePreset: ofEngagement.mutation('Remove an import preset', z.object({ id: recordId }), done, ['inventory'], { offersUndo: true }),
  exportSystems: ofEngagement.job(
    'Write AI systems to a CSV or XLSX that an import brings back unchanged; the ending of the path names the format',
    z.object({
      to: filePath,
      overwrite: z.boolean().default(false),
      /** All systems when left out. */
      ids: z.array(recordId).optional(),
    }),
    exportedList,
  ),
}
