import { z } from 'zod'
import { priority } from './gap.ts'
import { day, nothing, ofEngagement, recordId, shortText } from './procedure.ts'
import { affectedByRegisters } from './registers/index.ts'

/** Where an action comes from: the register of actions, or the module in which it was written down. */
export const actionSources = ['actions', 'nonconformity', 'finding', 'risk', 'impact', 'objective', 'roadmap'] as const
export const actionSource = z.enum(actionSources)
export type ActionSource = z.infer<typeof actionSource>

export const actionStates = ['open', 'under-way', 'done', 'dropped'] as const
export const actionState = z.enum(actionStates)
export type ActionState = z.infer<typeof actionState>

/** What can be changed from the list, whatever the source; a source allows some of these. */
export const actionFields = z.object({
  owner: shortText,
  dueDate: day.nullable(),
  state: actionState,
  priority: priority.nullable(),
})
export const actionField = actionFields.keyof()
export type ActionField = z.infer<typeof actionField>
export type ActionFields = z.infer<typeof actionFields>

/** Names an action: its source, and the record there. */
export const actionName = z.object({ source: actionSource, id: recordId })
export type ActionName = z.infer<typeof actionName>

/** One action of the engagement, the same for every source. */
export const actionRow = actionFields.extend({
  ...actionName.shape,
  /** Reference of the entry, risk or requirement that it is known by; empty where there is none. */
  reference: z.string(),
  title: z.string(),
  /** What it comes from, in words. */
  origin: z.string(),
  /** The record that its place in the program is named by: a requirement or control for a finding, an assessment for a measure. */
  placeId: z.string(),
  isOverdue: z.boolean(),
  /** Fields that the source lets the list change. */
  editable: z.array(actionField),
})
export type ActionRow = z.infer<typeof actionRow>

const actionFigures = z.object({
  open: z.number(),
  overdue: z.number(),
  /** Due within the next seven days. */
  thisWeek: z.number(),
  withoutOwner: z.number(),
  withoutDate: z.number(),
  done: z.number(),
})

export const actionSummary = actionFigures.extend({
  /** Open actions by owner, those with the most overdue first; the empty owner stands for nobody. */
  byOwner: z.array(z.object({ owner: z.string(), open: z.number(), overdue: z.number() })),
})
export type ActionSummary = z.infer<typeof actionSummary>

const affected = [...affectedByRegisters, 'gap', 'risk', 'impact', 'inventory', 'soa', 'roadmap']
const changes = actionFields.partial()

export const actionsContract = {
  list: ofEngagement.query('Every action of the engagement, whatever it comes from, overdue first', nothing, z.array(actionRow)),
  summary: ofEngagement.query('Open, overdue and done actions, and how many each owner has', nothing, actionSummary),
  update: ofEngagement.mutation(
    'Change owner, due date, state or priority of an action where it comes from',
    actionName.extend({ fields: changes }),
    actionRow,
    affected,
    { row: 'actions.list' },
  ),
  updateMany: ofEngagement.mutation(
    'Give selected actions the same values in one change; an action whose source does not allow it is left as it is',
    z.object({ actions: z.array(actionName).min(1), fields: changes }),
    z.object({ changed: z.number(), left: z.number() }),
    affected,
    { offersUndo: true },
  ),
}
