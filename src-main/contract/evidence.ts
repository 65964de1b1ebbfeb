import { z } from 'zod'
import { interviewGroup } from './catalog.ts'
import { day, done, filePath, moment, nothing, ofEngagement, recordId } from './procedure.ts'
import { affectedByRegisters, linkedItem, linkTarget, registers } from './registers/index.ts'

/** Bytes of a file that travel in one call, at most. */
export const uploadChunkSize = 1024 * 1024
const base64 = z.string().max(Math.ceil(uploadChunkSize / 3) * 4)

/** Days before the last valid day from which evidence counts as about to expire. */
export const expiringDays = 60

export const validities = ['expired', 'expiring', 'current', 'unlimited'] as const
export const validity = z.enum(validities)

/** The file of an entry, as it is kept. */
export const evidenceFile = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** A name that every system takes. */
  name: z.string(),
  /** The name as it was given, with signs that cannot be seen written out. */
  givenName: z.string(),
  mediaType: z.string(),
  size: z.number(),
  /** Opening it could start a program: it is only saved. */
  isRunnable: z.boolean(),
})
export type EvidenceFile = z.infer<typeof evidenceFile>

export const evidenceRow = z.object({
  id: recordId,
  createdAt: moment,
  fields: registers.evidence.fields,
  file: evidenceFile.nullable(),
  validity,
  isOverdue: z.boolean(),
  /** How many items it is evidence for. */
  uses: z.number(),
})
export type EvidenceRow = z.infer<typeof evidenceRow>
export type EvidenceFields = EvidenceRow['fields']

/** Evidence of one item, with the link that makes it so. */
export const evidenceOf = evidenceRow.extend({ linkId: recordId })

export const evidenceDetails = evidenceRow.extend({ linked: z.array(linkedItem) })

/**
 * added: a new entry; filled: the entry that was asked for has its file; linked: the same file is kept already and its entry is used here
 * too; already: the same file is evidence here already.
 */
export const attachOutcome = z.enum(['added', 'filled', 'linked', 'already'])

export const attachResult = z.object({
  attached: z.array(z.object({ name: z.string(), outcome: attachOutcome, id: recordId, reference: z.string() })),
  /** Files that could not be taken, each with its reason; the others were. */
  refused: z.array(z.object({ name: z.string(), sentence: z.string() })),
})
export type AttachResult = z.infer<typeof attachResult>

/** What a file is attached to: an item, an entry that was asked for and still has no file, or nothing yet. */
const place = { target: linkTarget.nullable().default(null), entry: recordId.nullable().default(null) }

/** What evidence a requirement or an applicable control has. */
export const coverage = z.object({
  kind: z.enum(['requirement', 'control']),
  id: z.string(),
  /** Entries by what they are worth today: expired ones are neither accepted nor received any more. */
  accepted: z.number(),
  received: z.number(),
  expired: z.number(),
  asked: z.number(),
})
export type Coverage = z.infer<typeof coverage>

/** An entry that could be asked of the client: what would show that an item is met. */
export const requestProposal = z.object({
  kind: coverage.shape.kind,
  id: z.string(),
  itemTitle: z.string(),
  ask: z.array(interviewGroup),
  hints: z.array(z.string()),
})
export type RequestProposal = z.infer<typeof requestProposal>

const ofEntry = z.object({ id: recordId })

export const evidenceContract = {
  list: ofEngagement.query('Every entry of evidence with its file, by reference', nothing, z.array(evidenceRow)),
  get: ofEngagement.query('One entry of evidence and where it is used', ofEntry, evidenceDetails),
  of: ofEngagement.query('The evidence of one item', linkTarget, z.array(evidenceOf)),
  coverage: ofEngagement.query('What evidence each requirement and each applicable control has', nothing, z.array(coverage)),
  proposals: ofEngagement.query(
    'What is to be asked of the client: each requirement and applicable control without current evidence',
    nothing,
    z.array(requestProposal),
  ),
  addRequests: ofEngagement.mutation(
    'Put chosen proposals on the list of what is to be asked of the client, in one change',
    z.object({ items: z.array(z.object({ kind: coverage.shape.kind, id: z.string() })).min(1), dueDate: day.nullable().default(null) }),
    z.object({ ids: z.array(recordId) }),
    affectedByRegisters,
  ),
  attach: ofEngagement.job(
    'Attach files by their paths: their content is kept once in the engagement, by SHA-256',
    z.object({ paths: z.array(filePath).min(1).max(10_000), ...place }),
    attachResult,
    affectedByRegisters,
  ),
  uploadBegin: ofEngagement.mutation(
    'Begin to send a file that has no path here (dropped or pasted)',
    z.object({ name: z.string().max(10_000), size: z.number().int().min(0) }),
    z.object({ upload: z.uuid() }),
  ),
  uploadChunk: ofEngagement.mutation(
    'Send the next bytes of a file, as base64',
    z.object({ upload: z.uuid(), bytes: base64 }),
    z.object({ received: z.number() }),
  ),
  uploadEnd: ofEngagement.job(
    'Attach files that were sent whole',
    z.object({ uploads: z.array(z.uuid()).min(1).max(10_000), ...place }),
    attachResult,
    affectedByRegisters,
  ),
  uploadCancel: ofEngagement.mutation('Throw away what was sent of files', z.object({ uploads: z.array(z.uuid()) }), done),
  detach: ofEngagement.mutation('Take the file away from an entry, which stays', ofEntry, evidenceDetails, affectedByRegisters, {
    offersUndo: true,
  }),
  preview: ofEngagement.query(
    'What of a file can be looked at here: its kind, its number of pieces, and the beginning of a text',
    ofEntry,
    z.object({
      kind: z.enum(['image', 'pdf', 'text', 'none', 'too-large', 'missing']),
      mediaType: z.string(),
      chunks: z.number(),
      text: z.string(),
      isCut: z.boolean(),
    }),
  ),
  chunk: ofEngagement.query(
    'One piece of a file, as base64',
    ofEntry.extend({ number: z.number().int().min(0) }),
    z.object({ bytes: base64 }),
  ),
  open: ofEngagement.job(
    'Write a file to a copy that another program may show; the copy is gone when the engagement is closed',
    ofEntry,
    z.object({ path: z.string(), size: z.number() }),
  ),
  saveAs: ofEngagement.job(
    'Write a file to a path, checked against its SHA-256',
    ofEntry.extend({ to: filePath, overwrite: z.boolean().default(false) }),
    z.object({ path: z.string(), size: z.number() }),
  ),
  unused: ofEngagement.query(
    'Files that no entry has any more, and the bytes that they take',
    nothing,
    z.object({ files: z.number(), size: z.number() }),
  ),
  freeSpace: ofEngagement.job(
    'Drop the files that no entry has any more and make the engagement file smaller; what was changed before cannot be undone afterwards',
    nothing,
    z.object({ files: z.number(), freed: z.number() }),
    ['evidence'],
  ),
}

/** The longest name that is kept as it was given. */
export const longestName = 1000
