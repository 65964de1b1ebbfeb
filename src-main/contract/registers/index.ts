import { z } from 'zod'
import { done, moment, nothing, ofEngagement, recordId, shortText } from '../procedure.ts'
import { issues, parties } from './context.ts'
import { audits, measures, reviews } from './evaluation.ts'
import { actions, evidence, nonconformities } from './improvement.ts'
import { commitments, roles } from './leadership.ts'
import { incidents, operations, suppliers } from './operation.ts'
import { changes, objectives } from './planning.ts'
import { communications, courses, information, people, resources } from './support.ts'

/** Every register, in the order of the clauses. */
export const registers = {
  issues,
  parties,
  commitments,
  roles,
  objectives,
  changes,
  resources,
  people,
  courses,
  communications,
  information,
  operations,
  suppliers,
  incidents,
  measures,
  audits,
  reviews,
  nonconformities,
  actions,
  evidence,
} as const
export type RegisterId = keyof typeof registers

export const registerIds = [
  'issues',
  'parties',
  'commitments',
  'roles',
  'objectives',
  'changes',
  'resources',
  'people',
  'courses',
  'communications',
  'information',
  'operations',
  'suppliers',
  'incidents',
  'measures',
  'audits',
  'reviews',
  'nonconformities',
  'actions',
  'evidence',
] as const satisfies readonly RegisterId[]
export const registerId = z.enum(registerIds)

/** What a field of an entry holds; the register's own schema says which of these. */
export const entryValue = z.union([z.string(), z.number(), z.null(), z.array(z.string())])
export type EntryValue = z.infer<typeof entryValue>
const entryFields = z.record(z.string(), entryValue)

/** What an entry can be linked with: a part of the standard, something of the work so far, or an entry of any register. */
export const linkKinds = ['requirement', 'control', 'system', 'risk', 'assessment', ...registerIds] as const
export const linkKind = z.enum(linkKinds)
export type LinkKind = z.infer<typeof linkKind>

/** Catalog id of a requirement, code of a control, or id of a record. */
export const linkTarget = z.object({ kind: linkKind, id: z.string() })
export type LinkTarget = z.infer<typeof linkTarget>

/** The other end of a link, seen from an entry: `code` is a reference or an identifier, empty where there is none. */
export const linkedItem = linkTarget.extend({
  linkId: recordId,
  code: z.string(),
  title: z.string(),
  /** The entry names it; otherwise it names the entry. */
  isOwn: z.boolean(),
})
export type LinkedItem = z.infer<typeof linkedItem>

/** One line of a register's table. */
export const entryRow = z.object({
  id: recordId,
  register: registerId,
  createdAt: moment,
  fields: entryFields,
  /** Its day has passed and its state is not a closed one. */
  isOverdue: z.boolean(),
  /** Links with anything, and with evidence alone. */
  links: z.number(),
  evidence: z.number(),
})
export type EntryRow = z.infer<typeof entryRow>

export const entry = entryRow.extend({ linked: z.array(linkedItem) })
export type Entry = z.infer<typeof entry>

/** How full a register is, for the list of registers. */
export const registerSummary = z.object({
  register: registerId,
  entries: z.number(),
  overdue: z.number(),
})
export type RegisterSummary = z.infer<typeof registerSummary>

const ofEntry = z.object({ register: registerId, id: recordId })
/** What a register takes says its own schema. */
const narrow = ({ register }: { register: RegisterId }) => ({ fields: registers[register].fields.partial().strict() })
/** Whatever reads the registers shows something else after one of them changed. */
export const affectedByRegisters = [
  'registers',
  'actions',
  'readiness',
  'crosswalk',
  'evidence',
  'incidents',
  'measures',
  'suppliers',
  'audits',
  'reviews',
  'statements',
  'raci',
  'training',
  'trace',
  'documents',
] as const

export const registersContract = {
  summaries: ofEngagement.query('How many entries each register has, and how many are overdue', nothing, z.array(registerSummary)),
  list: ofEngagement.query('The entries of a register, by reference', z.object({ register: registerId }), z.array(entryRow)),
  get: ofEngagement.query('One entry with everything that is linked with it', ofEntry, entry),
  add: ofEngagement.mutation(
    'Add an entry with the next free reference; fields that are left out start empty',
    z.object({ register: registerId, fields: entryFields.default({}), links: z.array(linkTarget).default([]) }),
    entry,
    affectedByRegisters,
    { narrow },
  ),
  update: ofEngagement.mutation('Change fields of an entry', ofEntry.extend({ fields: entryFields }), entry, affectedByRegisters, {
    row: 'registers.list',
    narrow,
  }),
  updateMany: ofEngagement.mutation(
    'Give selected entries the same values in one change',
    z.object({ register: registerId, ids: z.array(recordId).min(1), fields: entryFields }),
    z.object({ changed: z.number() }),
    affectedByRegisters,
    { narrow, offersUndo: true },
  ),
  remove: ofEngagement.mutation(
    'Remove entries with what hangs on them, in one change',
    z.object({ register: registerId, ids: z.array(recordId).min(1) }),
    done,
    affectedByRegisters,
    { offersUndo: true },
  ),
  linked: ofEngagement.query('The entries of registers that are linked with something', linkTarget, z.array(linkedItem)),
  link: ofEngagement.mutation(
    'Link an entry with something; a link that is there already stays as it is',
    z.object({ id: recordId, target: linkTarget }),
    done,
    affectedByRegisters,
  ),
  unlink: ofEngagement.mutation('Take links away', z.object({ linkIds: z.array(recordId).min(1) }), done, affectedByRegisters, {
    offersUndo: true,
  }),
  targets: ofEngagement.query(
    'What an entry can be linked with, of one kind, by words',
    z.object({ kind: linkKind, words: shortText.default('') }),
    z.array(linkTarget.extend({ code: z.string(), title: z.string() })),
  ),
  mandatoryMissing: ofEngagement.query(
    'The documented information that clauses 4 to 10 require and the register does not have yet',
    nothing,
    z.array(z.object({ requirement: z.string(), title: z.string() })),
  ),
  addMandatory: ofEngagement.mutation(
    'Add an entry for each mandatory documented information that is missing, linked with its requirement',
    nothing,
    z.object({ added: z.number() }),
    affectedByRegisters,
  ),
}
