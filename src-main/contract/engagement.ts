import { z } from 'zod'
import { day, done, filePath, freeText, givenName, moment, nothing, ofApplication, ofEngagement, recordId, shortText } from './procedure.ts'

/** What the whole engagement is about; printed on every document. */
export const engagementFields = z.object({
  client: shortText.min(1),
  title: shortText,
  /** Scope of the AI management system in the client's words (clause 4.3). */
  scope: freeText,
  consultant: shortText,
  /** Who approves documents on the client's side. */
  approver: shortText,
  classification: shortText,
  certificationTarget: day.nullable(),
})
export const engagementField = engagementFields.keyof()

export const engagementRecord = engagementFields.extend({ id: recordId, contentVersion: z.string(), createdAt: moment })
export type EngagementRecord = z.infer<typeof engagementRecord>

export const lineageEntry = z.object({
  fileId: z.uuid(),
  origin: z.enum(['new', 'sample', 'duplicate', 'package']),
  parentFileId: z.uuid().nullable(),
  /** Last change of the parent that this copy holds. */
  parentChange: z.uuid().nullable(),
  at: moment,
})

/** Why an engagement can be read and not changed: the file, its folder or its drive is write-protected, or it is still in its package. */
export const readOnlyReason = z.enum(['file', 'folder', 'disk', 'package'])
export type ReadOnlyReason = z.infer<typeof readOnlyReason>

export const openedEngagement = z.object({
  /** Names this open file in every later call. */
  handle: z.string(),
  path: z.string(),
  client: z.string(),
  title: z.string(),
  /** Why nothing can be changed in it; null where it can. */
  readOnly: readOnlyReason.nullable(),
})
export type OpenedEngagement = z.infer<typeof openedEngagement>

export const engagementInfo = z.object({
  path: z.string(),
  readOnly: readOnlyReason.nullable(),
  size: z.number(),
  schemaVersion: z.number(),
  engagement: engagementRecord,
  lineage: z.array(lineageEntry),
  lastChange: z.object({ uid: z.uuid(), at: moment, who: z.string(), label: z.string() }).nullable(),
  changes: z.number(),
  rounds: z.number(),
  requirements: z.number(),
  controls: z.number(),
  judged: z.number(),
  aiSystems: z.number(),
  soaDecided: z.number(),
  soaVersions: z.number(),
})
export type EngagementInfo = z.infer<typeof engagementInfo>

export const recentEngagement = z.object({
  path: z.string(),
  client: z.string(),
  title: z.string(),
  openedAt: moment,
  changedAt: moment.nullable(),
  /** Share of the assessable items judged in the latest round, 0 to 1. */
  progress: z.number(),
  missing: z.boolean(),
  /** Where the consultant left off: the route in the window. */
  route: z.string(),
})

export const historyEntry = z.object({
  at: moment,
  who: z.string(),
  label: z.string(),
  operation: z.enum(['insert', 'update', 'delete']),
  field: z.string(),
  old: z.string().nullable(),
  new: z.string().nullable(),
})

export const undoState = z.object({ undo: z.string().nullable(), redo: z.string().nullable() })

export const lastStep = z.object({
  /** Names the change that the next undo takes back. */
  step: z.uuid().nullable(),
  label: z.string().nullable(),
  /** What keeps undo from going further back, where nothing is left before it. */
  end: z.string().nullable(),
})

export const engagementContract = {
  create: ofApplication.mutation(
    'Make a new engagement file and open it',
    z.object({ path: filePath, client: givenName, sample: z.boolean().default(false) }),
    openedEngagement,
    ['engagement'],
  ),
  open: ofApplication.mutation('Open an engagement file', z.object({ path: filePath }), openedEngagement, ['engagement']),
  trySample: ofApplication.mutation('Make a sample engagement in the documents folder and open it', nothing, openedEngagement, [
    'engagement',
  ]),
  recent: ofApplication.query('Engagements opened on this machine, newest first', nothing, z.array(recentEngagement)),
  forget: ofApplication.mutation('Take a file off the recent list; the file stays', z.object({ path: filePath }), done, ['engagement']),
  close: ofEngagement.mutation('Close the engagement file', nothing, done, ['engagement']),
  duplicate: ofEngagement.job(
    'Make a second file of this engagement, with a lineage of its own',
    z.object({ path: filePath }),
    z.object({ path: filePath }),
    ['engagement'],
  ),
  suggestCopy: ofEngagement.query(
    'A free name for a second file, in a folder that can be written',
    nothing,
    z.object({ path: z.string() }),
  ),
  remember: ofEngagement.mutation('Remember where the consultant left off', z.object({ route: z.string().max(500) }), done),
  info: ofEngagement.query('What the file holds', nothing, engagementInfo),
  get: ofEngagement.query('Client, scope and the names on documents', nothing, engagementRecord),
  update: ofEngagement.mutation('Change a field of the engagement', engagementFields.partial(), engagementRecord, [
    'engagement',
    'documents',
    'soa',
    'statements',
    'readiness',
    'roadmap',
  ]),
  undoState: ofEngagement.query('What the next undo and redo would change', nothing, undoState),
  lastStep: ofEngagement.query('The change that the next undo takes back, or what keeps undo from going further', nothing, lastStep),
  undo: ofEngagement.mutation(
    'Take back the last change; where a step is named, that one alone, and only while it is the last',
    z.object({ step: z.uuid().optional() }).strict(),
    z.object({ label: z.string() }),
    ['*'],
  ),
  redo: ofEngagement.mutation('Do again what was taken back', nothing, z.object({ label: z.string() }), ['*']),
  history: ofEngagement.query(
    'Every change of one record, or of one of its fields, newest first',
    z.object({ record: z.string(), field: z.string().optional() }),
    z.array(historyEntry),
  ),
  recentChanges: ofEngagement.query(
    'The newest changes of the whole engagement',
    z.object({ limit: z.number().int().min(1).max(500).default(50) }),
    z.array(z.object({ uid: z.uuid(), at: moment, who: z.string(), label: z.string(), fields: z.number(), undone: z.boolean() })),
  ),
  check: ofEngagement.job(
    'Check the whole file: structure, references, history',
    nothing,
    z.object({ problems: z.array(z.string()), tables: z.number(), rows: z.number() }),
  ),
}
